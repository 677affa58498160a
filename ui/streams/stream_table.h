// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "streams/stream_filter_model.h"
#include "ui/common/row_table.h"

class QSettings;

namespace proofreel {

class TableColumns;

//! The table of streams: a row per rendition, headings where the rows are grouped.
class StreamTable final : public RowTable {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamTable)
public:
    StreamTable(StreamFilterModel& filter, QSettings& settings, QWidget* parent = nullptr);

    [[nodiscard]] TableColumns& columns() const { return *m_columns; }
    [[nodiscard]] const QFont& figureFont() const { return m_figureFont; }

Q_SIGNALS:
    void playAsked(int row); //!< by double click or Enter
    void rowChanged(); //!< another row is the current one, or none

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void applyFont() override;

private:
    void layoutGroups();

    StreamFilterModel& m_filter;
    TableColumns* m_columns = nullptr;
    QFont m_figureFont;
};

} // namespace proofreel
