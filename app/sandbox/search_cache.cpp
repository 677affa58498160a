// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/search_cache.h"

namespace proofreel::sandbox {

SearchCache::Hits SearchCache::find(const QByteArray& key) const
{
    const std::lock_guard lock(m_mutex);
    for (const auto& entry : m_entries) {
        if (entry.first == key)
            return entry.second;
    }
    return {};
}

void SearchCache::store(const QByteArray& key, Hits hits)
{
    const std::lock_guard lock(m_mutex);
    if (m_entries.size() >= limit)
        m_entries.removeFirst();
    m_entries.append({ key, std::move(hits) });
}

} // namespace proofreel::sandbox
