// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/catalog/asset_view.h"

#include "catalog/asset_list_model.h"
#include "catalog/cover_loader.h"
#include "ui/common/widgets.h"

#include <QContextMenuEvent>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace proofreel {

AssetView::AssetView(AssetListModel& assets, CoverLoader& covers, QWidget* parent)
    : GridView(parent)
    , m_assets(assets)
    , m_covers(covers)
    , m_delegate(new AssetDelegate(covers, this))
{
    setObjectName(u"assetView"_s);
    setAccessibleName(tr("Library"));
    setItemDelegate(m_delegate);
    setSelectionMode(SingleSelection);
    setModel(&assets);

    m_lookAround.setSingleShot(true);
    m_lookAround.setInterval(30ms);
    connect(&m_lookAround, &QTimer::timeout, this, &AssetView::lookAround);
    m_rest.setSingleShot(true);
    m_rest.setInterval(250ms);
    connect(&m_rest, &QTimer::timeout, this, [this] { openIfOther(currentIndex()); });
    connect(this, &GridView::visibleRowsChanged, this, [this] {
        m_assets.wantRows(visibleRows().second); // pages at once; covers when scrolling slows down
        m_lookAround.start();
    });
    connect(&covers, &CoverLoader::loaded, this, [this](const QString& mediaId) {
        if (const int row = m_assets.rowOf(mediaId); row >= 0)
            update(m_assets.index(row, 0));
    });
    connect(&assets, &QAbstractItemModel::modelReset, this, &AssetView::markOpenAsset);
    connect(&assets, &QAbstractItemModel::rowsInserted, this, &AssetView::markOpenAsset);
    connect(&assets, &QAbstractItemModel::dataChanged, this, &AssetView::markOpenAsset);
    connect(this, &QAbstractItemView::clicked, this, &AssetView::openIfOther);
    setShape(AssetDelegate::Shape::Tile);
}

void AssetView::setShape(AssetDelegate::Shape shape)
{
    m_delegate->setShape(shape);
    setMinimumCellWidth(shape == AssetDelegate::Shape::Tile ? AssetDelegate::minimumTileWidth(this) : 0);
    scrollTo(currentIndex());
}

int AssetView::cellHeight(int width) const
{
    return m_delegate->heightFor(width, this);
}

void AssetView::lookAround()
{
    QList<CoverLoader::Cover> wanted;
    const auto [first, last] = visibleRows();
    if (isVisible()) {
        for (int row = first; row <= last && row < m_assets.loadedCount(); ++row)
            wanted.append({ m_assets.at(row).mediaId, m_assets.at(row).coverUrl });
    }
    m_covers.setWanted(wanted);
}

void AssetView::setOpenAsset(const QString& mediaId)
{
    m_rest.stop();
    m_openAsset = mediaId;
    const QScopedValueRollback marking(m_marking, true);
    const int row = m_assets.rowOf(mediaId);
    setCurrentIndex(row < 0 ? QModelIndex() : m_assets.index(row, 0));
    if (row < 0)
        clearSelection();
}

void AssetView::markOpenAsset()
{
    m_lookAround.start();
    const QScopedValueRollback marking(m_marking, true);
    if (const int row = m_assets.rowOf(m_openAsset); row >= 0 && !currentIndex().isValid())
        setCurrentIndex(m_assets.index(row, 0));
}

void AssetView::open(const QModelIndex& index)
{
    m_rest.stop();
    if (!index.isValid() || index.row() >= m_assets.loadedCount())
        return;
    m_openAsset = m_assets.at(index.row()).mediaId;
    Q_EMIT assetActivated(m_openAsset);
}

void AssetView::openIfOther(const QModelIndex& index)
{
    if (index.isValid() && index.data(AssetListModel::MediaIdRole).toString() != m_openAsset)
        open(index);
    m_rest.stop();
}

void AssetView::copy(int role)
{
    if (currentIndex().isValid())
        copyToClipboard(currentIndex().data(role).toString(), this);
}

void AssetView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    GridView::currentChanged(current, previous);
    if (!m_marking && current.isValid())
        m_rest.start();
}

void AssetView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        open(currentIndex());
    else if (event->matches(QKeySequence::Copy))
        copy(AssetListModel::MediaIdRole);
    else if (event->key() == Qt::Key_Space)
        event->ignore(); // plays, in the main window
    else
        GridView::keyPressEvent(event);
}

void AssetView::focusInEvent(QFocusEvent* event)
{
    const QScopedValueRollback marking(
        m_marking, true); // Qt makes the first item current here; nobody asked to open it
    GridView::focusInEvent(event);
}

void AssetView::contextMenuEvent(QContextMenuEvent* event)
{
    m_rest.stop();
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPersistentModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(u"assetMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto addCopy = [&](const QString& text, int role) {
        QAction* action =
            menu->addAction(text, this, [this, index, role] { copyToClipboard(index.data(role).toString(), this); });
        action->setEnabled(!index.data(role).toString().isEmpty());
    };
    menu->setDefaultAction(menu->addAction(tr("Open"), this, [this, index] {
        setCurrentIndex(index);
        open(index);
    }));
    menu->addSeparator();
    addCopy(tr("Copy MediaId"), AssetListModel::MediaIdRole);
    addCopy(tr("Copy title"), AssetListModel::TitleRole);
    addCopy(tr("Copy InputURL"), AssetListModel::InputUrlRole);
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void AssetView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setShape(m_delegate->shape());
    GridView::changeEvent(event);
}

} // namespace proofreel
