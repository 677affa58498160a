// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where keys lead in the grid, and what a selection covers.

#include "ui/catalog/grid_view.h"

#include <algorithm>
#include <cstdlib>

namespace proofreel {

QModelIndex GridView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int rows = rowCount();
    if (rows == 0)
        return {};
    if (!currentIndex().isValid())
        return model()->index(visibleRows().first, 0, rootIndex());
    const int page = std::max(1, viewport()->height() / m_cell.height()) * m_columns;
    const int forward = isRightToLeft() ? -1 : 1;
    int row = currentIndex().row();
    const auto step = [&](int by) { // a line or page that is not there leaves the cursor in its column
        const int wanted = row + by;
        if (wanted >= 0 && wanted < rows)
            row = wanted;
        else if (std::abs(by) > m_columns || wanted >= 0)
            row = by < 0 ? row % m_columns : std::max(row, rows - 1);
    };
    switch (action) {
    case MoveUp:
        step(-m_columns);
        break;
    case MoveDown:
        if (row / m_columns < (rows - 1) / m_columns)
            step(m_columns);
        break;
    case MovePageUp:
        step(-page);
        break;
    case MovePageDown:
        step(page);
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = rows - 1;
        break;
    case MoveLeft:
        row = std::clamp(row - forward, 0, rows - 1);
        break;
    case MoveRight:
        row = std::clamp(row + forward, 0, rows - 1);
        break;
    case MoveNext:
        row = std::min(row + 1, rows - 1);
        break;
    case MovePrevious:
        row = std::max(row - 1, 0);
        break;
    }
    return model()->index(row, 0, rootIndex());
}

void GridView::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags)
{
    // Selections are single or made by key and click: the item under the rectangle's two ends, and all between them.
    const QModelIndex from = indexAt(rect.topLeft()), to = indexAt(rect.bottomRight());
    if (!from.isValid() && !to.isValid()) {
        selectionModel()->select(QItemSelection(), flags);
        return;
    }
    const QModelIndex first = from.isValid() ? from : to, last = to.isValid() ? to : from;
    QItemSelection selection(first.row() <= last.row() ? first : last, first.row() <= last.row() ? last : first);
    selectionModel()->select(selection, flags);
}

QRegion GridView::visualRegionForSelection(const QItemSelection& selection) const
{
    const auto [first, last] = visibleRows();
    QRegion region;
    for (const QItemSelectionRange& range : selection) {
        for (int row = std::max(first, range.top()); row <= std::min(last, range.bottom()); ++row)
            region += cellRect(row);
    }
    return region;
}

} // namespace proofreel
