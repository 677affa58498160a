// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/plain_tip_delegate.h"
#include "ui/common/theme.h"

#include <QFont>
#include <QIcon>

namespace proofreel {

//! A cell of a table of whole rows (RowTable) as it is painted: one safe line.
struct TableCell {
    enum class Kind {
        Words,
        Figures, //!< of one width, at the right
        Time, //!< of one width, at the left
        Id, //!< monospace, elided in its middle
    };
    QString text;
    Kind kind = Kind::Words;
    Theme::Tone tone = Theme::Tone::Text; //!< Secondary is read as well on a selected row, which has Text instead
    QIcon sign; //!< before the text; null: none
};

//! Paints such cells; the tips are the model's.
class CellDelegate : public PlainTipDelegate {
public:
    using PlainTipDelegate::PlainTipDelegate;

protected:
    //! Back and contents of the cell. \a row: that of the table.
    void paintCell(QPainter& painter, const QStyleOptionViewItem& option, int row, const TableCell& cell) const;

private:
    mutable QFont m_font, m_figures, m_ids; // of the cell that was painted last, and those that were made of it
};

} // namespace proofreel
