// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QSet>
#include <QSortFilterProxyModel>

#include <array>
#include <optional>

namespace proofreel {

class StreamModel;

//! Sorts by SortRole and filters by Definition, Format and HDR; filters combine. Absent values come last in either
//! direction. Grouping is a sort before the sort: rows of a group are neighbours, and the view draws the headings.
//! The source must be a StreamModel. GUI thread.
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
        bool operator==(const Value&) const = default;
    };

    explicit StreamFilterModel(QObject* parent = nullptr);
    void setSourceModel(QAbstractItemModel* source) override;

    //! Definition best first, SDR before HDR, else by name. A chosen value stays listed when it has gone (count 0).
    [[nodiscard]] QList<Value> values(Facet facet) const;
    void setChosen(Facet facet, const QSet<QString>& values); //!< empty: no filter
    [[nodiscard]] QSet<QString> chosen(Facet facet) const;
    [[nodiscard]] bool isFiltered() const;
    void clearFilters();

    void setGroupBy(std::optional<Facet> facet); //!< nullopt: no groups
    [[nodiscard]] std::optional<Facet> groupBy() const { return m_groupBy; }
    [[nodiscard]] bool startsGroup(int row) const; //!< first row of a group; always false without groups
    [[nodiscard]] QString groupLabel(int row) const; //!< "HD", "SDR"
    [[nodiscard]] int groupSize(int row) const; //!< shown rows of that row's group

    //! For people: the value itself, "SDR" for an absent HDRType, "none" for another absent value. Translated.
    [[nodiscard]] static QString label(Facet facet, const QString& value);
    [[nodiscard]] static QString title(Facet facet); //!< "Definition", "Format", "HDR"

Q_SIGNALS:
    void facetsChanged(); //!< values, counts or choice
    void groupsChanged(); //!< another facet to group by

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    [[nodiscard]] QString valueAt(Facet facet, int sourceRow) const;
    [[nodiscard]] bool accepts(int sourceRow, std::optional<Facet> except) const;

    StreamModel* m_streams = nullptr;
    std::array<QSet<QString>, 3> m_chosen;
    std::optional<Facet> m_groupBy;
};

} // namespace proofreel
