// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QSet>
#include <QSortFilterProxyModel>

namespace proofreel {

//! Sorts by SortRole and filters by Definition, Format and HDR; filters combine. GUI thread.
class StreamFilterModel final : public QSortFilterProxyModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamFilterModel)
public:
    enum class Facet { Definition, Format, Hdr };
    //! A value that occurs, and how many rows have it under the other two facets' filters.
    struct Value {
        QString value; //!< as the service says; empty = field absent
        QString label; //!< for people ("SDR" for an absent HDRType)
        int count = 0;
        bool chosen = false;
    };

    explicit StreamFilterModel(QObject* parent = nullptr);

    [[nodiscard]] QList<Value> values(Facet facet) const; //!< ordered by quality, else by name
    void setChosen(Facet facet, const QSet<QString>& values); //!< empty: no filter
    [[nodiscard]] QSet<QString> chosen(Facet facet) const;
    void clearFilters();

Q_SIGNALS:
    void facetsChanged(); //!< values or counts

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QSet<QString> m_chosen[3];
};

} // namespace proofreel
