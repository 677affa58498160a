// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/catalog/queue_panel.h"

#include "ui/catalog/check_selected.h"
#include "ui/catalog/queue_look.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/state_view.h"
#include "ui/common/widgets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace proofreel {

QueuePanel::QueuePanel(ReviewQueue& queue, QWidget* parent)
    : QWidget(parent)
    , m_queue(queue)
{
    setObjectName(u"queuePanel"_s);
    buildActions();
    build();
    connect(&queue, &ReviewQueue::countsChanged, this, &QueuePanel::onCounts);
    connect(&queue, &ReviewQueue::currentChanged, this, &QueuePanel::onCurrent);
    connect(&queue, &QAbstractItemModel::rowsInserted, this, &QueuePanel::onRows);
    connect(&queue, &QAbstractItemModel::rowsRemoved, this, &QueuePanel::onRows);
    connect(&queue, &QAbstractItemModel::modelReset, this, &QueuePanel::onRows);
    onRows();
    onCounts();
}

void QueuePanel::buildActions()
{
    const auto add = [this](const QString& name, const QString& iconName, const QString& text, auto run) {
        auto* action = new QAction(text, this);
        if (!iconName.isEmpty())
            action->setIcon(icon(iconName));
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    m_next = add(u"queueNext"_s, u"step-forward"_s, tr("Next in the queue"), [this] { m_queue.next(); });
    m_next->setShortcut(Qt::Key_N);
    m_previous = add(u"queuePrevious"_s, u"step-back"_s, tr("Previous in the queue"), [this] { m_queue.previous(); });
    m_previous->setShortcut(Qt::SHIFT | Qt::Key_N);
    m_done = add(u"queueDone"_s, u"check"_s, tr("Done, open the next"), [this] { finish(); });
    m_done->setShortcut(Qt::Key_D);
    for (QAction* once : { m_next, m_previous, m_done })
        once->setAutoRepeat(false);
    m_paste = add(u"queuePaste"_s, u"paste"_s, tr("Add what is on the clipboard"), &QueuePanel::pasteRequested);
    m_file = add(u"queueFile"_s, u"folder"_s, tr("Open a list…"), &QueuePanel::fileRequested);
    m_clear = add(u"queueClear"_s, u"delete"_s, tr("Clear the queue"), [this] { clear(); });
    m_check = add(u"queueCheck"_s, u"check"_s, tr("Check the queue"), [this] { checkAll(); });
    m_open = add(u"queueOpen"_s, {}, tr("Open"), [this] { openCurrent(); });
    m_waiting = add(u"queueWaiting"_s, {}, tr("Mark as waiting"), [this] {
        for (const QString& id : selectedIds())
            m_queue.markWaiting(id);
    });
    m_copy = add(
        u"queueCopy"_s, {}, tr("Copy MediaId or URL"), [this] { copyToClipboard(selectedIds().join(u'\n'), m_list); });
    m_remove = add(u"queueRemove"_s, {}, tr("Remove from the queue"), [this] { removeSelected(); });
    m_open->setShortcuts({ Qt::Key_Return, Qt::Key_Enter });
    m_copy->setShortcut(QKeySequence::Copy);
    m_remove->setShortcut(QKeySequence::Delete);
}

void QueuePanel::build()
{
    m_text = new QLabel(this);
    m_text->setObjectName(u"queueText"_s);
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(Theme::kSpace / 2);
    m_progress->setAccessibleName(tr("Done"));
    m_strip = new ErrorStrip(this);
    m_strip->setObjectName(u"queueStrip"_s);

    m_list = makeRowList(m_queue, queueLook, this);
    m_list->setObjectName(u"queueList"_s);
    m_list->setAccessibleName(tr("Review queue"));
    for (QAction* action : { m_open, m_copy, m_remove }) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_list->addAction(action);
    }
    m_checkSelected = new CheckSelected(*m_list, [this] { return m_queue.mediaIds(selectedIds()); });
    connect(m_checkSelected, &CheckSelected::asked, this, &QueuePanel::checkRequested);
    connect(m_list, &QWidget::customContextMenuRequested, this, &QueuePanel::popUpMenu);
    connect(m_list, &QAbstractItemView::doubleClicked, this, &QueuePanel::openCurrent);
    setFocusProxy(m_list);
    m_state = new StateView(this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_state);

    auto* header = new QHBoxLayout;
    header->setSpacing(Theme::kSpace / 2);
    header->addWidget(m_text, 1);
    for (QAction* action : { m_check, m_paste, m_file, m_clear })
        header->addWidget(new IconButton(action, this));
    auto* top = new QVBoxLayout;
    top->setContentsMargins(Theme::kSpace, Theme::kSpace, Theme::kSpace, 0);
    top->setSpacing(Theme::kSpace / 2);
    top->addLayout(header);
    top->addWidget(m_progress);
    top->addWidget(m_strip);

    m_buttons = new QWidget(this);
    auto* bottom = new QHBoxLayout(m_buttons);
    bottom->setContentsMargins(Theme::kSpace, Theme::kSpace / 2, Theme::kSpace, Theme::kSpace / 2);
    bottom->setSpacing(Theme::kSpace / 2);
    bottom->addWidget(new IconButton(m_previous, m_buttons));
    bottom->addWidget(new IconButton(m_next, m_buttons));
    bottom->addStretch();
    auto* done = new QPushButton(m_done->icon(), tr("Done"), m_buttons);
    done->setObjectName(u"queueDoneButton"_s);
    done->setToolTip(u"%1 (%2)"_s.arg(m_done->text(), m_done->shortcut().toString(QKeySequence::NativeText)));
    done->setFocusPolicy(Qt::TabFocus);
    connect(done, &QPushButton::clicked, m_done, &QAction::trigger);
    connect(m_done, &QAction::enabledChanged, done, &QWidget::setEnabled);
    bottom->addWidget(done);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(Theme::kSpace / 2);
    all->addLayout(top);
    all->addWidget(m_stack, 1);
    all->addWidget(m_buttons);
}

void QueuePanel::onRows()
{
    const bool empty = m_queue.rowCount() == 0;
    m_stack->setCurrentWidget(empty ? static_cast<QWidget*>(m_state) : m_list);
    m_buttons->setVisible(!empty);
    m_progress->setVisible(!empty);
    m_clear->setEnabled(!empty);
    m_check->setEnabled(!empty);
    if (empty)
        m_state->showEmpty(u"queue"_s, tr("Nothing waits to be reviewed"),
            tr("Paste or drop MediaIds, URLs or a table of them anywhere on this window, or open a list."),
            tr("Open a list…"), [this] { Q_EMIT fileRequested(); });
    onCounts();
    onCurrent();
}

void QueuePanel::onCounts()
{
    const ReviewQueue::Counts counts = m_queue.counts();
    const int all = counts.waiting + counts.done + counts.failed;
    const QLocale locale;
    QString text = all > 0 ? tr("%1 of %2 done").arg(locale.toString(counts.done), locale.toString(all)) : QString();
    if (counts.failed > 0)
        text += u" · "_s + tr("%n failed", nullptr, counts.failed);
    m_text->setText(text);
    m_progress->setMaximum(std::max(1, all));
    m_progress->setValue(counts.done);
    m_next->setEnabled(counts.waiting > 0);
    m_previous->setEnabled(all > 0);
    m_done->setEnabled(!m_queue.currentId().isEmpty());
}

void QueuePanel::onCurrent()
{
    const int row = m_queue.rowOf(m_queue.currentId());
    m_done->setEnabled(row >= 0);
    if (row < 0)
        return;
    m_list->setCurrentIndex(m_queue.index(row));
    m_list->scrollTo(m_queue.index(row));
}

void QueuePanel::openCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const QString id = index.data(ReviewQueue::IdRole).toString();
    if (ReviewQueue::Shown(index.data(ReviewQueue::StateRole).toInt()) == ReviewQueue::Shown::Failed)
        m_queue.markWaiting(id); // another try
    if (id == m_queue.currentId())
        Q_EMIT openAgain(id); // something else may have been opened since
    else
        m_queue.setCurrent(id);
}

void QueuePanel::finish()
{
    const QString id = m_queue.currentId();
    if (id.isEmpty())
        return;
    m_queue.markDone(id);
    if (!m_queue.next() && m_queue.counts().failed == 0)
        m_strip->showNote(tr("All of it is done."));
}

QueueContents QueuePanel::contents() const
{
    QueueContents contents { .entries = {}, .current = m_queue.currentId() };
    for (int row = 0; row < m_queue.rowCount(); ++row)
        contents.entries.append(m_queue.at(row));
    return contents;
}

template <typename Change>
void QueuePanel::withUndo(const QString& text, const Change& change)
{
    const QueueContents before = contents();
    change();
    m_strip->showNote(
        text, [this, before] { m_queue.restore(before); }, tr("Undo"));
}

void QueuePanel::removeSelected()
{
    const QStringList ids = selectedIds();
    if (ids.isEmpty())
        return;
    withUndo(tr("%n removed from the queue.", nullptr, static_cast<int>(ids.size())), [&] {
        for (const QString& id : ids)
            m_queue.remove(id);
    });
}

void QueuePanel::clear()
{
    withUndo(tr("The queue was cleared."), [this] { m_queue.clear(); });
}

void QueuePanel::checkAll()
{
    QStringList entries;
    for (int row = 0; row < m_queue.rowCount(); ++row)
        entries += m_queue.index(row).data(ReviewQueue::IdRole).toString();
    const QStringList ids = m_queue.mediaIds(entries);
    if (const auto urls = static_cast<int>(entries.size() - ids.size()); urls > 0)
        m_strip->showNote(
            tr("%n URLs of the queue are left out: only assets with a MediaId can be checked.", nullptr, urls));
    if (!ids.isEmpty())
        Q_EMIT checkRequested(ids, false);
}

QStringList QueuePanel::selectedIds() const
{
    QStringList ids;
    for (const QModelIndex& index : m_list->selectionModel()->selectedIndexes())
        ids += index.data(ReviewQueue::IdRole).toString();
    return ids;
}

void QueuePanel::popUpMenu(const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({ m_open, m_waiting, m_copy, m_remove });
    m_checkSelected->addTo(*menu);
    menu->addSeparator();
    menu->addActions({ m_check, m_paste, m_file, m_clear });
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

} // namespace proofreel
