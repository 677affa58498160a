// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHeaderView>
#include <QSettings>

#include <functional>

class QMenu;

namespace proofreel {

//! What a table says of its columns.
struct TableColumnSet {
    //! A number at its end counts changes of the columns' meaning: an older state is not read as a newer one.
    QString settingsKey;
    QList<int> firstShown; //!< those that are shown on the first day, in that order
    std::function<QString(int column)> title;
    std::function<QString(int column)> sample; //!< a typical long value; ids and URLs are elided
    int markColumn = -1; //!< has room for a mark beside its value
    int markWidth = 0; //!< px
    int sortColumn = 0;
    Qt::SortOrder sortOrder = Qt::DescendingOrder;
};

//! Which columns a table shows, how wide, in which order and sorted by which: remembered, and chosen from a menu on the
//! header.
class TableColumns final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TableColumns)
public:
    TableColumns(QHeaderView& header, QSettings& settings, TableColumnSet set);

    void restore(); //!< once the model is there
    void reset(); //!< as on the first day
    [[nodiscard]] QMenu* menu() const { return m_menu; }
    [[nodiscard]] QList<int> shown() const; //!< logical indexes from left to right
    [[nodiscard]] bool isFirst(int column) const; //!< the leftmost of those

Q_SIGNALS:
    void changed();

private:
    void fillMenu();
    void save();

    QHeaderView& m_header;
    QSettings& m_settings;
    TableColumnSet m_set;
    QMenu* m_menu = nullptr;
    bool m_restored = false;
};

} // namespace proofreel
