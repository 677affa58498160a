// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/catalog/asset_table.h"

#include "catalog/asset_list_model.h"
#include "ui/catalog/asset_cell.h"
#include "ui/common/fonts.h"
#include "ui/common/table_columns.h"

#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

AssetTable::AssetTable(AssetListModel& assets, const AssetNotes& notes, QSettings& settings, QWidget* parent)
    : RowTable(parent)
    , m_assets(assets)
{
    setObjectName(u"assetTable"_s);
    setAccessibleName(tr("Library"));
    setModel(&assets);
    setItemDelegate(new AssetCellDelegate(notes, this));

    m_columns = new TableColumns(*horizontalHeader(), settings, assetColumns(assets));
    m_columns->restore();
    showOrder(false);
    horizontalHeader()->setToolTip(
        tr("Right-click to choose columns. A click on “Created” turns the order round; by other columns the service "
           "does not sort."));
    connect(m_columns, &TableColumns::changed, viewport(), qOverload<>(&QWidget::update));
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder order) {
        const bool oldestFirst = order == Qt::AscendingOrder;
        const bool isAsked = column == AssetListModel::CreatedColumn && oldestFirst != m_oldestFirst;
        showOrder(m_oldestFirst); // what is on screen, until the service has answered otherwise
        if (isAsked)
            Q_EMIT orderAsked(oldestFirst);
    });
    connect(&assets, &QAbstractItemModel::layoutAboutToBeChanged, this, &AssetTable::keepTop);
    connect(&assets, &QAbstractItemModel::layoutChanged, this, &AssetTable::restoreTop);
    connect(&assets, &QAbstractItemModel::modelReset, this, &AssetTable::visibleRowsChanged);
    connect(&assets, &QAbstractItemModel::rowsInserted, this, &AssetTable::visibleRowsChanged);
}

void AssetTable::showOrder(bool oldestFirst)
{
    m_oldestFirst = oldestFirst;
    const QSignalBlocker blocked(horizontalHeader());
    horizontalHeader()->setSortIndicator(
        AssetListModel::CreatedColumn, oldestFirst ? Qt::AscendingOrder : Qt::DescendingOrder);
    horizontalHeader()->viewport()->update();
}

std::pair<int, int> AssetTable::visibleRows() const
{
    const int rows = m_assets.rowCount();
    const int height = std::max(1, proofreel::rowHeight(this));
    const int offset = verticalHeader()->offset();
    if (rows == 0)
        return { 0, -1 };
    return { std::clamp(offset / height, 0, rows - 1),
        std::clamp((offset + std::max(1, viewport()->height()) - 1) / height, 0, rows - 1) };
}

void AssetTable::scrollContentsBy(int dx, int dy)
{
    RowTable::scrollContentsBy(dx, dy);
    if (dy != 0)
        Q_EMIT visibleRowsChanged();
}

void AssetTable::resizeEvent(QResizeEvent* event)
{
    RowTable::resizeEvent(event);
    Q_EMIT visibleRowsChanged();
}

void AssetTable::showEvent(QShowEvent* event)
{
    RowTable::showEvent(event);
    Q_EMIT visibleRowsChanged();
}

void AssetTable::keepTop()
{
    m_top = m_assets.index(visibleRows().first, 0);
    m_topOffset = m_top.isValid() ? rowViewportPosition(m_top.row()) : 0;
}

void AssetTable::restoreTop()
{
    if (m_top.isValid() && verticalScrollBar()->value() > 0) // at the very top what is new shows itself
        verticalScrollBar()->setValue(m_top.row() * proofreel::rowHeight(this) - m_topOffset);
    m_top = QPersistentModelIndex();
    Q_EMIT visibleRowsChanged();
}

} // namespace proofreel
