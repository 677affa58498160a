// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "streams/stream_filter_model.h"

#include "streams/stream_fields.h"
#include "streams/stream_model.h"

#include <algorithm>

namespace proofreel {

namespace {

constexpr std::array kFacets { StreamFilterModel::Facet::Definition, StreamFilterModel::Facet::Format,
    StreamFilterModel::Facet::Hdr };

size_t slot(StreamFilterModel::Facet facet)
{
    return static_cast<size_t>(facet);
}

bool valueLess(StreamFilterModel::Facet facet, const QString& left, const QString& right)
{
    if (facet == StreamFilterModel::Facet::Definition)
        return definitionLess(left, right, true);
    if (facet == StreamFilterModel::Facet::Format && left.isEmpty() != right.isEmpty())
        return right.isEmpty();
    return left < right; // an absent HDRType, SDR, comes first
}

int compare(const QVariant& left, const QVariant& right)
{
    if (left.typeId() == QMetaType::QString)
        return QString::localeAwareCompare(left.toString(), right.toString());
    const QPartialOrdering order = QVariant::compare(left, right);
    return order == QPartialOrdering::Less ? -1 : order == QPartialOrdering::Greater ? 1 : 0;
}

} // namespace

StreamFilterModel::StreamFilterModel(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(StreamModel::SortRole);
    setDynamicSortFilter(true);
}

void StreamFilterModel::setSourceModel(QAbstractItemModel* source)
{
    if (m_streams)
        m_streams->disconnect(this);
    m_streams = qobject_cast<StreamModel*>(source);
    Q_ASSERT(!source || m_streams);
    QSortFilterProxyModel::setSourceModel(m_streams);
    if (m_streams) {
        connect(m_streams, &QAbstractItemModel::modelReset, this, &StreamFilterModel::facetsChanged);
        connect(m_streams, &QAbstractItemModel::rowsInserted, this, &StreamFilterModel::facetsChanged);
        connect(m_streams, &QAbstractItemModel::rowsRemoved, this, &StreamFilterModel::facetsChanged);
        connect(m_streams, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& topLeft, const QModelIndex&, const QList<int>& roles) {
                // Neither the countdown nor the play mark changes a facet.
                if (topLeft.column() <= StreamModel::HdrType && roles.isEmpty())
                    Q_EMIT facetsChanged();
            });
    }
    Q_EMIT facetsChanged();
}

QString StreamFilterModel::valueAt(Facet facet, int sourceRow) const
{
    const PlayInfo& info = m_streams->at(sourceRow);
    switch (facet) {
    case Facet::Definition:
        return info.definition;
    case Facet::Format:
        return info.format;
    case Facet::Hdr:
        break;
    }
    return info.hdrType;
}

bool StreamFilterModel::accepts(int sourceRow, std::optional<Facet> except) const
{
    return std::all_of(kFacets.begin(), kFacets.end(), [&](Facet facet) {
        const QSet<QString>& wanted = m_chosen.at(slot(facet));
        return facet == except || wanted.isEmpty() || wanted.contains(valueAt(facet, sourceRow));
    });
}

QList<StreamFilterModel::Value> StreamFilterModel::values(Facet facet) const
{
    QHash<QString, int> counts;
    for (const QString& value : m_chosen.at(slot(facet)))
        counts.insert(value, 0);
    for (int row = 0; m_streams && row < m_streams->rowCount(); ++row)
        counts[valueAt(facet, row)] += accepts(row, facet) ? 1 : 0;

    QStringList names = counts.keys();
    std::sort(names.begin(), names.end(),
        [facet](const QString& left, const QString& right) { return valueLess(facet, left, right); });
    QList<Value> values;
    for (const QString& name : std::as_const(names))
        values.append({ name, label(facet, name), counts.value(name), m_chosen.at(slot(facet)).contains(name) });
    return values;
}

void StreamFilterModel::setChosen(Facet facet, const QSet<QString>& values)
{
    if (m_chosen.at(slot(facet)) == values)
        return;
    m_chosen.at(slot(facet)) = values;
    invalidateFilter();
    Q_EMIT facetsChanged();
}

QSet<QString> StreamFilterModel::chosen(Facet facet) const
{
    return m_chosen.at(slot(facet));
}

bool StreamFilterModel::isFiltered() const
{
    return std::any_of(m_chosen.begin(), m_chosen.end(), [](const QSet<QString>& values) { return !values.isEmpty(); });
}

void StreamFilterModel::clearFilters()
{
    if (!isFiltered())
        return;
    m_chosen = {};
    invalidateFilter();
    Q_EMIT facetsChanged();
}

void StreamFilterModel::setGroupBy(std::optional<Facet> facet)
{
    if (m_groupBy == facet)
        return;
    m_groupBy = facet;
    invalidate();
    Q_EMIT groupsChanged();
}

bool StreamFilterModel::startsGroup(int row) const
{
    if (!m_groupBy || row < 0 || row >= rowCount())
        return false;
    return row == 0
        || valueAt(*m_groupBy, mapToSource(index(row, 0)).row())
        != valueAt(*m_groupBy, mapToSource(index(row - 1, 0)).row());
}

QString StreamFilterModel::groupLabel(int row) const
{
    return m_groupBy ? label(*m_groupBy, valueAt(*m_groupBy, mapToSource(index(row, 0)).row())) : QString();
}

int StreamFilterModel::groupSize(int row) const
{
    if (!m_groupBy)
        return 0;
    const QString value = valueAt(*m_groupBy, mapToSource(index(row, 0)).row());
    int size = 0;
    for (int source = 0; source < m_streams->rowCount(); ++source)
        size += valueAt(*m_groupBy, source) == value && accepts(source, std::nullopt) ? 1 : 0;
    return size;
}

QString StreamFilterModel::label(Facet facet, const QString& value)
{
    if (!value.isEmpty())
        return oneLine(value, 32);
    return facet == Facet::Hdr ? tr("SDR") : tr("none");
}

QString StreamFilterModel::title(Facet facet)
{
    switch (facet) {
    case Facet::Definition:
        return tr("Definition");
    case Facet::Format:
        return tr("Format");
    case Facet::Hdr:
        break;
    }
    return tr("HDR");
}

bool StreamFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex&) const
{
    return accepts(sourceRow, std::nullopt);
}

// The base class turns the result round for descending order, so what must not turn is turned here beforehand.
bool StreamFilterModel::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const bool descending = sortOrder() == Qt::DescendingOrder;
    if (m_groupBy) {
        const QString leftGroup = valueAt(*m_groupBy, left.row());
        const QString rightGroup = valueAt(*m_groupBy, right.row());
        if (leftGroup != rightGroup)
            return valueLess(*m_groupBy, leftGroup, rightGroup) != descending;
    }
    if (left.column() == StreamModel::Definition) {
        const QString& a = m_streams->at(left.row()).definition;
        const QString& b = m_streams->at(right.row()).definition;
        return descending ? definitionLess(b, a, true) : definitionLess(a, b, false);
    }
    const QVariant a = left.data(StreamModel::SortRole);
    const QVariant b = right.data(StreamModel::SortRole);
    if (a.isValid() != b.isValid())
        return a.isValid() != descending;
    return compare(a, b) < 0;
}

} // namespace proofreel
