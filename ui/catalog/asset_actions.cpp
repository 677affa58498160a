// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/catalog/asset_actions.h"

#include "catalog/asset_list_model.h"
#include "catalog/open_target.h"
#include "ui/catalog/check_selected.h"
#include "ui/common/widgets.h"

#include <QAbstractItemView>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace proofreel {

namespace {

constexpr qsizetype kMostSelected = 10'000; // as many as a queue holds

} // namespace

AssetActions::AssetActions(AssetListModel& assets, QObject* parent)
    : QObject(parent)
    , m_assets(assets)
    , m_selection(new QItemSelectionModel(&assets, this))
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(250ms);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (isOneSelected())
            openIfOther(m_selection->currentIndex());
    });
    connect(m_selection, &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
        if (!m_marking && current.isValid())
            m_rest.start();
    });
    connect(&assets, &QAbstractItemModel::modelReset, this, &AssetActions::markOpenAsset);
    connect(&assets, &QAbstractItemModel::rowsInserted, this, &AssetActions::markOpenAsset);
    connect(&assets, &QAbstractItemModel::dataChanged, this, &AssetActions::markOpenAsset);
}

void AssetActions::attach(QAbstractItemView& view)
{
    view.setSelectionModel(m_selection);
    view.installEventFilter(this);
    view.viewport()->installEventFilter(this);
    m_checks = new CheckSelected(view, [this] { return checkableIds(); });
    connect(m_checks, &CheckSelected::asked, this, &AssetActions::checkRequested);
    connect(&view, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        const bool isSelecting = QGuiApplication::keyboardModifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
        m_rest.stop();
        if (!isSelecting)
            openIfOther(index);
    });
    connect(&view, &QObject::destroyed, this, [this] { m_rest.stop(); });
}

// Selecting several must not open one of them.
bool AssetActions::isOneSelected() const
{
    const QItemSelection ranges = m_selection->selection();
    return ranges.isEmpty() || (ranges.size() == 1 && ranges.constFirst().height() == 1);
}

QList<AssetRow> AssetActions::selectedRows() const
{
    QList<int> numbers;
    const QItemSelection ranges = m_selection->selection();
    for (const QItemSelectionRange& range : ranges) {
        for (int row = range.top(); row <= std::min(range.bottom(), m_assets.loadedCount() - 1); ++row) {
            if (numbers.size() < kMostSelected)
                numbers.append(row);
        }
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    QList<AssetRow> rows;
    for (const int row : std::as_const(numbers))
        rows.append(m_assets.at(row));
    return rows;
}

// Images and texts have no renditions.
QStringList AssetActions::checkableIds() const
{
    QStringList ids;
    if (isOneSelected())
        return ids;
    for (const AssetRow& row : selectedRows()) {
        if (row.mediaType != "image"_L1 && row.mediaType != "text"_L1)
            ids.append(row.mediaId);
    }
    return ids;
}

void AssetActions::setOpenAsset(const QString& mediaId)
{
    m_rest.stop();
    m_openAsset = mediaId;
    const QScopedValueRollback marking(m_marking, true);
    const int row = m_assets.rowOf(mediaId);
    if (row < 0)
        m_selection->clear();
    else if (const QModelIndex index = m_assets.index(row, 0); !m_selection->isSelected(index) || isOneSelected())
        m_selection->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void AssetActions::setTakingFrame(const QString& mediaId, bool on)
{
    if (on)
        m_takingFrames.insert(mediaId);
    else
        m_takingFrames.remove(mediaId);
}

void AssetActions::markOpenAsset()
{
    const QScopedValueRollback marking(m_marking, true);
    if (const int row = m_assets.rowOf(m_openAsset); row >= 0 && !m_selection->currentIndex().isValid())
        m_selection->setCurrentIndex(
            m_assets.index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void AssetActions::open(const QModelIndex& index)
{
    m_rest.stop();
    if (!index.isValid() || index.row() >= m_assets.loadedCount())
        return;
    m_openAsset = m_assets.at(index.row()).mediaId;
    Q_EMIT activated(m_openAsset);
}

void AssetActions::openIfOther(const QModelIndex& index)
{
    m_rest.stop();
    if (index.isValid() && index.data(AssetListModel::MediaIdRole).toString() != m_openAsset)
        open(index);
}

bool AssetActions::eventFilter(QObject* watched, QEvent* event)
{
    auto* view = qobject_cast<QAbstractItemView*>(watched);
    if (!view)
        view = qobject_cast<QAbstractItemView*>(watched->parent());
    if (!view)
        return false;
    switch (event->type()) {
    case QEvent::KeyPress:
        m_view = view;
        m_marking = false;
        return watched == view && keyPressed(static_cast<QKeyEvent*>(event));
    case QEvent::ContextMenu:
        m_view = view;
        popUpMenu(*view, *static_cast<QContextMenuEvent*>(event));
        return true;
    case QEvent::FocusIn:
        // Qt makes the first item current here; nobody asked to open it.
        m_marking = true;
        QMetaObject::invokeMethod(
            this, [this] { m_marking = false; }, Qt::QueuedConnection);
        return false;
    default:
        return false;
    }
}

bool AssetActions::keyPressed(QKeyEvent* event)
{
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        open(m_selection->currentIndex());
    } else if (event->matches(QKeySequence::Copy)) {
        QStringList ids;
        const QList<AssetRow> rows = selectedRows();
        for (const AssetRow& row : rows)
            ids.append(row.mediaId);
        if (!ids.isEmpty())
            copy(ids.join(u'\n'));
    } else if (isPlain && event->key() == Qt::Key_Space) {
        event->ignore(); // plays, in the main window
    } else {
        return false;
    }
    return true;
}

void AssetActions::copy(const QString& text)
{
    if (m_view)
        copyToClipboard(text, m_view);
}

void AssetActions::popUpMenu(QAbstractItemView& view, const QContextMenuEvent& event)
{
    m_rest.stop();
    const bool byKey = event.reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? m_selection->currentIndex() : view.indexAt(event.pos());
    if (!index.isValid() || index.row() >= m_assets.loadedCount())
        return;
    if (!m_selection->isSelected(index.siblingAtColumn(0))) {
        const QScopedValueRollback marking(m_marking, true);
        m_selection->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    auto* menu = new QMenu(&view);
    menu->setObjectName(u"assetMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu, selectedRows());
    menu->popup(byKey ? view.viewport()->mapToGlobal(view.visualRect(index).center()) : event.globalPos());
}

void AssetActions::fillMenu(QMenu& menu, const QList<AssetRow>& rows)
{
    if (rows.isEmpty())
        return;
    const bool isOne = rows.size() == 1;
    const auto addCopy = [&](const QString& text, QString AssetRow::*field) {
        QStringList values;
        for (const AssetRow& row : rows) {
            if (!(row.*field).isEmpty())
                values.append(row.*field);
        }
        QAction* action = menu.addAction(text, this, [this, values] { copy(values.join(u'\n')); });
        action->setEnabled(!values.isEmpty());
        return action;
    };
    QAction* openAction = menu.addAction(
        tr("Open"), this, [this, id = rows.constFirst().mediaId] { open(m_assets.index(m_assets.rowOf(id), 0)); });
    openAction->setEnabled(isOne);
    menu.setDefaultAction(openAction);
    menu.addAction(tr("Add to queue"), this, [this, rows] { Q_EMIT queueRequested(rows); })
        ->setObjectName(u"addToQueue"_s);
    menu.addAction(tr("Add to favourites"), this, [this, rows] { Q_EMIT favouriteRequested(rows); })
        ->setObjectName(u"favourite"_s);
    if (m_checks)
        m_checks->addTo(menu);
    menu.addSeparator();
    addCopy(tr("Copy MediaId"), &AssetRow::mediaId)->setShortcut(QKeySequence::Copy);
    addCopy(tr("Copy title"), &AssetRow::title);
    addCopy(tr("Copy InputURL"), &AssetRow::inputUrl);
    QStringList links;
    for (const AssetRow& row : rows)
        links.append(assetLink(row.mediaId));
    menu.addAction(tr("Copy link"), this, [this, links] { copy(links.join(u'\n')); })->setObjectName(u"copyLink"_s);
    const AssetRow first = rows.constFirst();
    if (isOne && first.coverUrl.isEmpty() && first.mediaType == "video"_L1) {
        menu.addSeparator();
        const bool isTaking = m_takingFrames.contains(first.mediaId);
        QAction* take = menu.addAction(isTaking ? tr("Taking a frame…") : tr("Take a frame as the cover"), this,
            [this, first] { Q_EMIT frameRequested(first.mediaId); });
        take->setObjectName(u"takeFrame"_s);
        take->setEnabled(!isTaking);
    }
    Q_EMIT menuAboutToShow(&menu, rows);
}

} // namespace proofreel
