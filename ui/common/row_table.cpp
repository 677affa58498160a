// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/row_table.h"

#include "ui/common/fonts.h"
#include "ui/common/theme.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>

#include <utility>

namespace proofreel {

RowTable::RowTable(QWidget* parent)
    : QTableView(parent)
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false); // Tab leaves the table, as everywhere
    setFrameShape(NoFrame);
    setMouseTracking(true);
    // Heights are known beforehand: nothing is measured, however many rows there are.
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    RowTable::applyFont();
}

void RowTable::paintBack(QPainter& painter, const QStyleOptionViewItem& option, int row)
{
    const auto* table = qobject_cast<const RowTable*>(option.widget);
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(option.rect, option.palette.color(QPalette::Highlight));
    else if (table && table->hoveredRow() == row)
        painter.fillRect(option.rect, Theme::color(Theme::Tone::Hover));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(Theme::color(Theme::Tone::Accent));
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

void RowTable::applyFont()
{
    const int height = proofreel::rowHeight(this);
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

std::pair<int, int> RowTable::rowsInView() const
{
    const int rows = model() ? model()->rowCount() : 0;
    if (rows == 0)
        return { 0, -1 };
    const int last = rowAt(viewport()->height() - 1);
    return { std::max(rowAt(0), 0), last < 0 ? rows - 1 : last };
}

void RowTable::mouseMoveEvent(QMouseEvent* event)
{
    QTableView::mouseMoveEvent(event);
    hover(rowAt(event->position().toPoint().y()));
}

void RowTable::leaveEvent(QEvent* event)
{
    QTableView::leaveEvent(event);
    hover(-1);
}

void RowTable::hover(int row)
{
    if (std::exchange(m_hovered, row) != row)
        viewport()->update();
}

void RowTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyFont();
}

void RowTable::paintEvent(QPaintEvent* event)
{
    paintRest();
    QTableView::paintEvent(event);
}

// Of a row that is higher, for a heading of its group, the lower part.
void RowTable::paintRest()
{
    const int from = horizontalHeader()->length() - horizontalHeader()->offset();
    const auto [first, last] = rowsInView();
    if (from >= viewport()->width() || last < first)
        return;
    QPainter painter(viewport());
    const int height = proofreel::rowHeight(this);
    for (int row = first; row <= last; ++row) {
        const QRect rest(
            from, rowViewportPosition(row) + QTableView::rowHeight(row) - height, viewport()->width() - from, height);
        if (selectionModel()->isSelected(model()->index(row, 0)))
            painter.fillRect(rest, palette().color(QPalette::Highlight));
        else if (row == m_hovered)
            painter.fillRect(rest, Theme::color(Theme::Tone::Hover));
    }
}

void RowTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    viewport()->update(); // the rest of the rows, too
}

} // namespace proofreel
