// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/catalog/asset_text.h"
#include "ui/common/cell_delegate.h"

#include <QModelIndex>

namespace proofreel {

struct TableColumnSet;

//! A cell of the table of assets: "–" for what is not known.
[[nodiscard]] TableCell assetCell(const QModelIndex& index);
//! Columns of the table of assets: titles, widths, those that are shown on the first day.
[[nodiscard]] TableColumnSet assetColumns(const QAbstractItemModel& assets);

//! Paints those cells, rows as a whole, and skeletons of rows that are still to come.
class AssetCellDelegate final : public CellDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AssetCellDelegate)
public:
    AssetCellDelegate(const AssetNotes& notes, QObject* parent)
        : CellDelegate(parent)
        , m_notes(notes)
    {
    }
    [[nodiscard]] TableCell cell(const QModelIndex& index) const; //!< a note of that asset stands behind its title

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;

private:
    const AssetNotes& m_notes;
};

} // namespace proofreel
