// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

namespace proofreel {

//! A table of whole rows, as all of ours are: no grid, one line a row, several may be selected, the row under the
//! mouse is lit, and where the columns end before the table does a row goes on. Tab leaves it.
class RowTable : public QTableView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowTable)
public:
    [[nodiscard]] int hoveredRow() const { return m_hovered; } //!< -1: none
    //! What is behind a cell: selected, under the mouse, or in focus. For delegates.
    static void paintBack(QPainter& painter, const QStyleOptionViewItem& option, int row);

protected:
    explicit RowTable(QWidget* parent);

    virtual void applyFont(); //!< row heights; after a change of the font
    //! First and last row of which anything is in view; last < first if nothing is.
    [[nodiscard]] std::pair<int, int> rowsInView() const;

    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    void hover(int row);
    void paintRest();

    int m_hovered = -1;
};

} // namespace proofreel
