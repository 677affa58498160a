// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/catalog/asset_text.h"
#include "ui/common/row_table.h"

#include <QPersistentModelIndex>

#include <utility>

class QSettings;

namespace proofreel {

class AssetListModel;
class TableColumns;

//! The assets as a table: a row of one line each, columns of the person's choice. Only by its time can a list be
//! ordered, since the service does that. Across a change of layout the row at the top stays where it is on screen.
class AssetTable final : public RowTable {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AssetTable)
public:
    //! Nothing is owned; all outlive this.
    AssetTable(AssetListModel& assets, const AssetNotes& notes, QSettings& settings, QWidget* parent);

    [[nodiscard]] TableColumns& columns() const { return *m_columns; }
    //! First and last row of which anything is in view; last < first if nothing is.
    [[nodiscard]] std::pair<int, int> visibleRows() const;
    void showOrder(bool oldestFirst); //!< the arrow in the header

Q_SIGNALS:
    void visibleRowsChanged();
    void orderAsked(bool oldestFirst); //!< by a click on the header of the time

protected:
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void keepTop();
    void restoreTop();

    AssetListModel& m_assets;
    TableColumns* m_columns = nullptr;
    bool m_oldestFirst = false;
    QPersistentModelIndex m_top; // of the layout that is about to change
    int m_topOffset = 0; // px from the viewport's top edge to that row's
};

} // namespace proofreel
