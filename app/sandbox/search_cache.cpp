// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/search_cache.h"

namespace proofreel::sandbox {

SearchCache::Hits SearchCache::get(const QByteArray& key, const std::function<Hits()>& search)
{
    {
        const std::lock_guard lock(m_mutex);
        for (qsizetype i = 0; i < m_entries.size(); ++i) {
            if (m_entries.at(i).first == key) {
                m_entries.move(i, m_entries.size() - 1);
                return m_entries.last().second;
            }
        }
    }
    Hits hits = search();
    const std::lock_guard lock(m_mutex);
    if (m_entries.size() >= limit)
        m_entries.removeFirst();
    m_entries.append({ key, hits });
    return hits;
}

} // namespace proofreel::sandbox
