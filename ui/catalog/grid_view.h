// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractItemView>
#include <QPersistentModelIndex>

#include <utility>

namespace proofreel {

//! The rows of a model as equal cells, as many side by side as fit: geometry is arithmetic, so a million rows cost no
//! more than a hundred. (QListView keeps the place of each item and lays all of them out anew.) Shows column 0.
//! Across a change of layout the row at the top stays where it is on screen.
class GridView : public QAbstractItemView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GridView)
public:
    explicit GridView(QWidget* parent = nullptr);

    //! Cells are at least so wide; they share the width that is there. 0: one cell takes all of it.
    void setMinimumCellWidth(int px);
    [[nodiscard]] int columnCount() const { return m_columns; }
    [[nodiscard]] QSize cellSize() const { return m_cell; }
    //! First and last row of which anything is in view; last < first if nothing is.
    [[nodiscard]] std::pair<int, int> visibleRows() const;

    void setModel(QAbstractItemModel* model) override;
    [[nodiscard]] QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    [[nodiscard]] QModelIndex indexAt(const QPoint& point) const override;

Q_SIGNALS:
    void visibleRowsChanged();

protected:
    //! Height of a cell of that width.
    [[nodiscard]] virtual int cellHeight(int width) const = 0;
    void layOut(); //!< after anything on which the size of a cell depends

    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    void rowsInserted(const QModelIndex& parent, int start, int end) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection& selection) const override;
    [[nodiscard]] int horizontalOffset() const override { return 0; }
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex&) const override { return false; }

private:
    [[nodiscard]] int rowCount() const;
    [[nodiscard]] int lineCount() const;
    [[nodiscard]] QRect cellRect(int row) const; // in the viewport
    void keepTop();
    void restoreTop();

    int m_minimumCellWidth = 0;
    int m_columns = 1;
    QSize m_cell { 1, 1 };
    QPersistentModelIndex m_hover;
    QPersistentModelIndex m_top; // of the layout that is about to change
    int m_topOffset = 0; // px from the viewport's top edge to that row's
};

} // namespace proofreel
