// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/cell_delegate.h"
#include "ui/common/row_table.h"

class QSettings;

namespace proofreel {

class BatchFilter;
class TableColumns;

//! The assets of a batch, a row each: columns of the person's choice, sorted by any of them.
class BatchTable final : public RowTable {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BatchTable)
public:
    BatchTable(BatchFilter& batch, QSettings& settings, QWidget* parent = nullptr);

    [[nodiscard]] TableColumns& columns() const { return *m_columns; }
    [[nodiscard]] QStringList selectedIds() const; //!< in the order in which they are shown
    //! The selected rows with their shown columns, tabs between, a line each: for a spreadsheet or a ticket.
    [[nodiscard]] QString selectedText() const;

Q_SIGNALS:
    void openAsked(const QString& mediaId); //!< by double click or Enter

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    BatchFilter& m_batch;
    TableColumns* m_columns = nullptr;
};

//! Paints a cell of it: a sign beside the verdict, ids in monospace, figures in columns.
class BatchCellDelegate final : public CellDelegate {
public:
    using CellDelegate::CellDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace proofreel
