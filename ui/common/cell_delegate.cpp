// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/cell_delegate.h"

#include "ui/common/fonts.h"
#include "ui/common/row_table.h"

#include <QPainter>

namespace proofreel {

void CellDelegate::paintCell(
    QPainter& painter, const QStyleOptionViewItem& option, int row, const TableCell& cell) const
{
    using Kind = TableCell::Kind;
    if (m_font != option.font || m_ids == QFont()) { // to measure figures for each cell would cost more than to paint
        m_font = option.font;
        m_figures = figureFont(m_font);
        m_ids = monospace(scaled(m_font, kSecondarySize));
    }
    painter.save();
    painter.setClipRect(option.rect);
    RowTable::paintBack(painter, option, row);
    const int padding = cellPadding(option.widget);
    QRect box = option.rect.adjusted(padding, 0, -padding, 0);
    if (!cell.sign.isNull()) {
        const int side = option.fontMetrics.height();
        const int used = side + Theme::kSpace / 2;
        const bool isMirrored = option.direction == Qt::RightToLeft;
        const QRect place(box.left(), box.center().y() - side / 2, side, side);
        cell.sign.paint(&painter, QStyle::visualRect(option.direction, box, place));
        box.adjust(isMirrored ? 0 : used, 0, isMirrored ? -used : 0, 0);
    }
    const bool isFigures = cell.kind == Kind::Figures || cell.kind == Kind::Time;
    painter.setFont(cell.kind == Kind::Id ? m_ids : isFigures ? m_figures : m_font);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter.setPen(Theme::color(isSelected && cell.tone == Theme::Tone::Secondary ? Theme::Tone::Text : cell.tone));
    const auto align = QStyle::visualAlignment(
        option.direction, (cell.kind == Kind::Figures ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    painter.drawText(box, int(align) | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(
            cell.text, cell.kind == Kind::Id ? Qt::ElideMiddle : Qt::ElideRight, box.width()));
    painter.restore();
}

} // namespace proofreel
