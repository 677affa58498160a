// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/policy_filter.h"

#include "quality/policy_model.h"

#include <algorithm>

namespace proofreel {

PolicyFilter::PolicyFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void PolicyFilter::setText(const QString& text)
{
    m_words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void PolicyFilter::setOnlyChanged(bool on)
{
    m_onlyChanged = on;
    invalidateFilter();
}

bool PolicyFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (index.data(PolicyModel::IsFamilyRole).toBool()) // by its rules
        return false;
    if (m_onlyChanged && index.data(PolicyModel::IsOwnRole).toBool())
        return false;
    const QString text = index.data(PolicyModel::SearchRole).toString();
    return std::all_of(m_words.begin(), m_words.end(),
        [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace proofreel
