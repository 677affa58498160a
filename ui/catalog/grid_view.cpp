// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/catalog/grid_view.h"

#include <QHoverEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace proofreel {

GridView::GridView(QWidget* parent)
    : QAbstractItemView(parent)
{
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows); // a table may share the selection
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // a bar that comes and goes would change the number of columns
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
}

void GridView::setMinimumCellWidth(int px)
{
    m_minimumCellWidth = px;
    layOut();
}

void GridView::setModel(QAbstractItemModel* model)
{
    if (this->model())
        this->model()->disconnect(this);
    QAbstractItemView::setModel(model);
    if (!model)
        return;
    connect(model, &QAbstractItemModel::rowsRemoved, this, &GridView::layOut);
    connect(model, &QAbstractItemModel::layoutAboutToBeChanged, this, &GridView::keepTop);
    connect(model, &QAbstractItemModel::layoutChanged, this, &GridView::restoreTop);
    layOut();
}

int GridView::rowCount() const
{
    return model() ? model()->rowCount(rootIndex()) : 0;
}

int GridView::lineCount() const
{
    return (rowCount() + m_columns - 1) / m_columns;
}

int GridView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

void GridView::layOut()
{
    const int width = std::max(1, viewport()->width());
    const QModelIndex top =
        m_columns > 0 && model() ? model()->index(visibleRows().first, 0, rootIndex()) : QModelIndex();
    const int columns = m_minimumCellWidth > 0 ? std::max(1, width / m_minimumCellWidth) : 1;
    const QSize cell(width / columns, std::max(1, cellHeight(width / columns)));
    const bool isOther = columns != m_columns || cell.height() != m_cell.height();
    m_columns = columns;
    m_cell = cell;
    updateGeometries();
    if (isOther && top.isValid() && top.row() > 0)
        scrollTo(top, PositionAtTop);
    viewport()->update();
}

void GridView::updateGeometries()
{
    QAbstractItemView::updateGeometries();
    QScrollBar* bar = verticalScrollBar();
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(std::max(1, m_cell.height() / 3));
    bar->setRange(0, std::max(0, lineCount() * m_cell.height() - viewport()->height()));
    Q_EMIT visibleRowsChanged();
}

QRect GridView::cellRect(int row) const
{
    QRect cell(QPoint(row % m_columns * m_cell.width(), row / m_columns * m_cell.height() - verticalOffset()), m_cell);
    return isRightToLeft() ? QStyle::visualRect(Qt::RightToLeft, viewport()->rect(), cell) : cell;
}

std::pair<int, int> GridView::visibleRows() const
{
    const int rows = rowCount();
    if (rows == 0)
        return { 0, -1 };
    const int top = verticalOffset() / m_cell.height();
    const int bottom = (verticalOffset() + viewport()->height() - 1) / m_cell.height();
    return { std::clamp(top * m_columns, 0, rows - 1), std::clamp((bottom + 1) * m_columns - 1, 0, rows - 1) };
}

QRect GridView::visualRect(const QModelIndex& index) const
{
    return index.isValid() ? cellRect(index.row()) : QRect();
}

QModelIndex GridView::indexAt(const QPoint& point) const
{
    if (!model() || point.x() < 0 || point.x() >= viewport()->width())
        return {};
    const int x = isRightToLeft() ? viewport()->width() - 1 - point.x() : point.x();
    const int column = x / m_cell.width();
    const int row = (point.y() + verticalOffset()) / m_cell.height() * m_columns + column;
    return column < m_columns && row < rowCount() ? model()->index(row, 0, rootIndex()) : QModelIndex();
}

void GridView::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const int top = index.row() / m_columns * m_cell.height();
    const int space = viewport()->height() - m_cell.height();
    const int value = verticalOffset();
    if (hint == PositionAtTop || (hint == EnsureVisible && top < value))
        verticalScrollBar()->setValue(top);
    else if (hint == PositionAtBottom || (hint == EnsureVisible && top > value + space))
        verticalScrollBar()->setValue(top - space);
    else if (hint == PositionAtCenter)
        verticalScrollBar()->setValue(top - space / 2);
}

void GridView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const auto [first, last] = visibleRows();
    const QStyle::State plain = option.state;
    for (int row = first; row <= last; ++row) {
        const QRect cell = cellRect(row);
        if (!event->region().intersects(cell))
            continue;
        const QModelIndex index = model()->index(row, 0, rootIndex());
        option.rect = cell;
        option.state = plain & ~(QStyle::State_Selected | QStyle::State_HasFocus | QStyle::State_MouseOver);
        if (selectionModel() && selectionModel()->isSelected(index))
            option.state |= QStyle::State_Selected;
        if (hasFocus() && row == currentIndex().row())
            option.state |= QStyle::State_HasFocus;
        if (index == m_hover)
            option.state |= QStyle::State_MouseOver;
        itemDelegateForIndex(index)->paint(&painter, option, index);
    }
}

bool GridView::viewportEvent(QEvent* event)
{
    const auto hover = [this](const QModelIndex& index) {
        if (index == m_hover)
            return;
        viewport()->update(visualRect(m_hover));
        m_hover = index;
        viewport()->update(visualRect(m_hover));
    };
    if (event->type() == QEvent::HoverMove || event->type() == QEvent::HoverEnter)
        hover(indexAt(static_cast<QHoverEvent*>(event)->position().toPoint()));
    else if (event->type() == QEvent::HoverLeave)
        hover({});
    return QAbstractItemView::viewportEvent(event);
}

void GridView::scrollContentsBy(int dx, int dy)
{
    scrollDirtyRegion(dx, dy);
    viewport()->scroll(dx, dy);
    Q_EMIT visibleRowsChanged();
}

void GridView::rowsInserted(const QModelIndex& parent, int start, int end)
{
    QAbstractItemView::rowsInserted(parent, start, end);
    updateGeometries();
    viewport()->update();
}

void GridView::resizeEvent(QResizeEvent* event)
{
    QAbstractItemView::resizeEvent(event);
    layOut();
}

void GridView::changeEvent(QEvent* event)
{
    QAbstractItemView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layOut();
}

void GridView::keepTop()
{
    m_top = model()->index(visibleRows().first, 0, rootIndex());
    m_topOffset = m_top.isValid() ? cellRect(m_top.row()).top() : 0;
}

void GridView::restoreTop()
{
    updateGeometries();
    if (m_top.isValid() && verticalOffset() > 0) // at the very top what is new shows itself
        verticalScrollBar()->setValue(m_top.row() / m_columns * m_cell.height() - m_topOffset);
    m_top = QPersistentModelIndex();
    viewport()->update();
}

} // namespace proofreel
