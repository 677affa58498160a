// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/ledger_view.h"

#include "ui/common/fonts.h"
#include "ui/common/plain_tip_delegate.h"
#include "ui/common/state_view.h"
#include "ui/common/widgets.h"
#include "ui/quality/check_look.h"
#include "workspace/check_session.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStackedLayout>
#include <QTableView>

#include <numeric>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

//! Values in monospace, wrapped; a difference in the colour of its mark, which stands at the end of the row.
class LedgerDelegate final : public PlainTipDelegate {
public:
    using PlainTipDelegate::PlainTipDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto mark = static_cast<CheckMark>(index.data(LedgerModel::MarkRole).toInt());
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
        else if (const QColor fill = markFill(mark); fill.isValid())
            painter->fillRect(option.rect, fill);
        painter->setPen(Theme::color(Theme::Tone::Line));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        const QRect cell = option.rect.adjusted(Theme::kSpace / 2, 0, -Theme::kSpace / 2, 0);
        if (index.column() == LedgerModel::Mark) {
            painter->setFont(option.font);
            if (mark != CheckMark::None)
                paintMark(*painter, option.rect, mark);
        } else {
            const bool isName = index.column() == LedgerModel::Field;
            const QString text = index.data().toString();
            painter->setFont(fontOf(option, index));
            painter->setPen(Theme::color(isName || text == u"·"_s ? Theme::Tone::Secondary : Theme::Tone::Text));
            painter->drawText(cell, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap,
                breakable(painter->fontMetrics(), text, cell.width()));
        }
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto* table = qobject_cast<const QTableView*>(option.widget);
        const int width = (table ? table->columnWidth(index.column()) : 80) - Theme::kSpace;
        const QFontMetrics metrics(fontOf(option, index));
        const QRect text = metrics.boundingRect(QRect(0, 0, std::max(width, 20), 10'000), Qt::TextWordWrap,
            breakable(metrics, index.data().toString(), width));
        return { text.width() + Theme::kSpace, std::max(text.height() + Theme::kSpace, Theme::kRowHeight) };
    }

private:
    static QFont fontOf(const QStyleOptionViewItem& option, const QModelIndex& index)
    {
        return index.column() == LedgerModel::Field ? scaled(option.font, kSecondarySize)
                                                    : scaled(monospace(option.font), kSecondarySize);
    }
};

} // namespace

LedgerView::LedgerView(CheckSession& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_table(new QTableView(this))
    , m_state(new StateView(this))
{
    setObjectName(u"ledgerView"_s);
    m_table->setObjectName(u"ledgerTable"_s);
    m_table->setAccessibleName(tr("Declared and measured"));
    m_table->setModel(&m_ledger);
    m_table->setItemDelegate(new LedgerDelegate(m_table));
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setMinimumSectionSize(8);
    m_table->horizontalHeader()->setStyleSheet(u"QHeaderView::section { padding: 0.25em 4px; }"_s); // as the cells
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QTableView::doubleClicked, this, &LedgerView::activate);
    connect(m_table, &QWidget::customContextMenuRequested, this, &LedgerView::popUpMenu);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_state);
    setFocusProxy(m_table);
    connect(&session, &CheckSession::judged, this, &LedgerView::refresh);
    connect(&session, &CheckSession::changed, this, &LedgerView::refresh);
    refresh();
}

void LedgerView::setStream(const QString& key)
{
    m_key = key;
    refresh();
}

void LedgerView::refresh()
{
    const StreamSheet* stream = m_session.streamSheet(m_key);
    const bool measured = stream && (stream->container || stream->decoded);
    if (measured) {
        m_ledger.set(*stream, m_session.judgement(), m_session.settings());
        m_stack->setCurrentWidget(m_table);
        fit();
        return;
    }
    m_ledger.clear();
    m_stack->setCurrentWidget(m_state);
    switch (m_session.state()) {
    case CheckSession::State::Empty:
        m_state->showEmpty(u"check"_s, tr("No asset open"), tr("Open an asset to check it."));
        break;
    case CheckSession::State::Running:
        m_state->showLoading(tr("Measuring…"));
        break;
    case CheckSession::State::Failed:
    case CheckSession::State::NotChecked:
        m_state->showEmpty(u"check"_s, tr("Not measured yet"),
            tr("A check lays what the service declares beside what the file says."), tr("Check (V)"),
            [this] { Q_EMIT checkAsked(); });
        break;
    case CheckSession::State::Checked:
        m_state->showEmpty(u"check"_s, tr("Nothing was measured"),
            m_key.isEmpty() ? tr("Select a rendition.") : tr("This rendition could not be read."));
        break;
    }
}

// The decoded side takes room only where there is one.
void LedgerView::fit()
{
    const bool deep = [this] {
        const StreamSheet* stream = m_session.streamSheet(m_key);
        return stream && stream->decoded;
    }();
    m_table->setColumnHidden(LedgerModel::Decoded, !deep);
    const int mark = fontMetrics().height() + Theme::kSpace;
    const int room = m_table->viewport()->width() - mark;
    const int name = room * (deep ? 26 : 30) / 100; // bytes of a large file in one line
    const int side = (room - name) / (deep ? 3 : 2);
    m_table->setColumnWidth(LedgerModel::Field, name);
    for (const int column : { int(LedgerModel::Declared), int(LedgerModel::Container), int(LedgerModel::Decoded) })
        m_table->setColumnWidth(column, side);
    m_table->setColumnWidth(LedgerModel::Mark, mark);
    m_table->resizeRowsToContents();
}

void LedgerView::copy()
{
    QList<int> rows;
    const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    for (const QModelIndex& index : chosen)
        rows.append(index.row());
    if (!rows.isEmpty())
        copyToClipboard(asTsv(m_ledger.table(rows).mid(1)), m_table);
}

void LedgerView::activate(const QModelIndex& index)
{
    if (index.data(LedgerModel::DiffersRole).toBool())
        Q_EMIT findingAsked(index.data(LedgerModel::RuleRole).toString(), m_key);
}

void LedgerView::popUpMenu(const QPoint& at)
{
    const QModelIndex index = m_table->currentIndex();
    QList<int> all(m_ledger.rowCount());
    std::iota(all.begin(), all.end(), 0);
    auto* menu = new QMenu(this);
    menu->setObjectName(u"ledgerMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* show = menu->addAction(tr("Show the finding"), this, [this, index] { activate(index); });
    show->setShortcut(Qt::Key_Return);
    show->setEnabled(index.data(LedgerModel::DiffersRole).toBool());
    menu->addSeparator();
    menu->addAction(tr("Copy row"), this, &LedgerView::copy)->setShortcut(QKeySequence::Copy);
    menu->addAction(
        tr("Copy all, for a spreadsheet"), this, [this, all] { copyToClipboard(asTsv(m_ledger.table(all)), m_table); });
    menu->addAction(
        tr("Copy all as Markdown"), this, [this, all] { copyToClipboard(asMarkdown(m_ledger.table(all)), m_table); });
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

bool LedgerView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->viewport()) {
        if (event->type() == QEvent::Resize)
            fit();
        return false;
    }
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    const auto* key = isKey ? static_cast<QKeyEvent*>(event) : nullptr;
    if (key && event->type() == QEvent::KeyPress && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
        activate(m_table->currentIndex());
        return true;
    }
    if (!key || !key->matches(QKeySequence::Copy))
        return false;
    event->accept();
    if (event->type() == QEvent::KeyPress)
        copy();
    return true;
}

void LedgerView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

} // namespace proofreel
