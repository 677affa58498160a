// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/catalog/remembered_panel.h"

#include "ui/catalog/check_selected.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/state_view.h"
#include "ui/common/widgets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace proofreel {

RememberedPanel::RememberedPanel(QAbstractItemModel& model, Kind kind, QWidget* parent)
    : QWidget(parent)
    , m_kind(std::move(kind))
    , m_shown(new QSortFilterProxyModel(this))
{
    setObjectName(m_kind.name + u"Panel"_s);
    m_shown->setSourceModel(&model);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_shown->setFilterRole(m_kind.titleRole);
    build();
    addActions();
    for (const auto signal : { &QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved })
        connect(m_shown, signal, this, &RememberedPanel::onRows);
    connect(m_shown, &QAbstractItemModel::modelReset, this, &RememberedPanel::onRows);
    connect(m_shown, &QAbstractItemModel::layoutChanged, this, &RememberedPanel::onRows);
    onRows();
}

void RememberedPanel::build()
{
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(m_kind.name + u"Filter"_s);
    m_filter->setPlaceholderText(tr("Find by title"));
    m_filter->setAccessibleName(tr("Find by title"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(u"search"_s, Theme::Tone::Secondary), QLineEdit::LeadingPosition);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_shown->setFilterFixedString(text.trimmed());
        onRows();
    });
    m_count = new QLabel(this);
    m_count->setObjectName(m_kind.name + u"Count"_s);
    m_count->setForegroundRole(QPalette::PlaceholderText);

    m_list = makeRowList(*m_shown, m_kind.look, this);
    m_list->setObjectName(m_kind.name + u"List"_s);
    m_list->setAccessibleName(m_kind.title);
    m_checkSelected = new CheckSelected(*m_list, [this] { return selectedIds(); });
    connect(m_checkSelected, &CheckSelected::asked, this, &RememberedPanel::checkRequested);
    connect(m_list, &QWidget::customContextMenuRequested, this, &RememberedPanel::popUpMenu);
    connect(m_list, &QAbstractItemView::doubleClicked, this, &RememberedPanel::openCurrent);
    setFocusProxy(m_list);

    m_state = new StateView(this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_state);
}

void RememberedPanel::addActions()
{
    const auto add = [this](const QString& name, const QString& text, const QKeySequence& key, auto run) {
        auto* action = new QAction(text, m_list);
        action->setObjectName(m_kind.name + name);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, run);
        m_list->addAction(action);
        return action;
    };
    m_open = add(u"Open"_s, tr("Open"), Qt::Key_Return, [this] { openCurrent(); });
    m_open->setShortcuts({ Qt::Key_Return, Qt::Key_Enter });
    m_copy = add(u"Copy"_s, tr("Copy MediaId"), QKeySequence::Copy,
        [this] { copyToClipboard(selectedIds().join(u'\n'), m_list); });
    m_queue =
        add(u"Queue"_s, tr("Add to the review queue"), Qt::Key_Q, [this] { Q_EMIT queueRequested(selectedIds()); });
    m_remove = add(u"Remove"_s, tr("Remove from this list"), QKeySequence::Delete, [this] {
        for (const QString& id : selectedIds())
            m_kind.remove(id);
    });
    m_clear = new QAction(icon(u"delete"_s), m_kind.clearText, this);
    connect(m_clear, &QAction::triggered, this, &RememberedPanel::askToClear);
    auto* clear = new IconButton(m_clear, this);
    clear->setObjectName(m_kind.name + u"Clear"_s);

    auto* top = new QHBoxLayout;
    top->setContentsMargins(Theme::kSpace, Theme::kSpace, Theme::kSpace, 0);
    top->setSpacing(Theme::kSpace);
    top->addWidget(m_filter, 1);
    top->addWidget(m_count);
    top->addWidget(clear);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::kSpace / 2);
    column->addLayout(top);
    column->addWidget(m_stack, 1);
}

void RememberedPanel::onRows()
{
    const int all = m_shown->sourceModel()->rowCount();
    const int shown = m_shown->rowCount();
    m_filter->setEnabled(all > 0);
    m_clear->setEnabled(all > 0);
    m_count->setText(all > 0 ? QLocale().toString(shown) : QString());
    m_stack->setCurrentWidget(shown > 0 ? static_cast<QWidget*>(m_list) : m_state);
    if (all == 0)
        m_state->showEmpty(m_kind.icon, m_kind.title, m_kind.emptyText);
    else if (shown == 0)
        m_state->showEmpty(
            u"search"_s, tr("No title here has that in it"), {}, tr("Show all"), [this] { m_filter->clear(); });
    if (shown > 0 && (!m_list->hasFocus() || !m_list->currentIndex().isValid()))
        m_list->selectionModel()->setCurrentIndex(m_shown->index(0, 0), QItemSelectionModel::NoUpdate);
}

void RememberedPanel::openCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    if (index.isValid())
        Q_EMIT openRequested(index.data(m_kind.idRole).toString());
}

QStringList RememberedPanel::selectedIds() const
{
    QStringList ids;
    for (const QModelIndex& index : m_list->selectionModel()->selectedIndexes())
        ids += index.data(m_kind.idRole).toString();
    if (ids.isEmpty() && m_list->currentIndex().isValid())
        ids += m_list->currentIndex().data(m_kind.idRole).toString();
    return ids;
}

void RememberedPanel::askToClear()
{
    auto* box = new QMessageBox(QMessageBox::Question, m_kind.clearText, m_kind.clearQuestion, {}, window());
    box->setObjectName(m_kind.name + u"ClearBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* yes = box->addButton(m_kind.clearText, QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(box, &QMessageBox::buttonClicked, this, [this, yes](const QAbstractButton* clicked) {
        if (clicked == yes)
            m_kind.clear();
    });
    box->open();
}

void RememberedPanel::popUpMenu(const QPoint& at)
{
    if (!m_list->currentIndex().isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({ m_open, m_copy, m_queue });
    m_checkSelected->addTo(*menu);
    menu->addSeparator();
    menu->addActions({ m_remove, m_clear });
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

} // namespace proofreel
