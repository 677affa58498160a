// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/batch_filter.h"

namespace proofreel {

BatchFilter::BatchFilter(BatchModel& batch, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_batch(batch)
{
    setSortRole(BatchModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
    setSourceModel(&batch);
}

void BatchFilter::setKinds(const QSet<BatchModel::Kind>& kinds)
{
    m_kinds = kinds;
    invalidateFilter();
}

void BatchFilter::setText(const QString& text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

bool BatchFilter::filterAcceptsRow(int sourceRow, const QModelIndex&) const
{
    if (!m_kinds.isEmpty() && !m_kinds.contains(m_batch.kindOf(sourceRow)))
        return false;
    const BatchRow& row = m_batch.at(sourceRow);
    const auto has = [this](const QString& text) { return text.contains(m_text, Qt::CaseInsensitive); };
    return m_text.isEmpty() || has(row.title) || has(m_batch.ids().at(sourceRow)) || has(row.worst);
}

} // namespace proofreel
