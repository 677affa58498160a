// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/catalog/asset_text.h"

#include <QModelIndex>
#include <QString>
#include <QStyledItemDelegate>

namespace proofreel {

struct TableColumnSet;

//! A cell of the table of assets as it is painted: one safe line.
struct AssetCell {
    QString text; //!< "–" for what is not known
    QString iconName; //!< empty: none
    Theme::Tone tone = Theme::Tone::Text;
    bool isFigure = false; //!< in figures of one width, at the right unless it isTime
    bool isTime = false;
    bool isId = false; //!< monospace, elided in its middle
};
[[nodiscard]] AssetCell assetCell(const QModelIndex& index);
//! Columns of the table of assets: titles, widths, those that are shown on the first day.
[[nodiscard]] TableColumnSet assetColumns(const QAbstractItemModel& assets);

//! Paints those cells, rows as a whole, and skeletons of rows that are still to come.
class AssetCellDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AssetCellDelegate)
public:
    AssetCellDelegate(const AssetNotes& notes, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_notes(notes)
    {
    }
    void setFont(const QFont& font); //!< the table's
    [[nodiscard]] AssetCell cell(const QModelIndex& index) const; //!< a note of that asset stands behind its title

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;

private:
    const AssetNotes& m_notes;
    QFont m_figures, m_ids;
};

} // namespace proofreel
