// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

#include <memory>
#include <mutex>

namespace proofreel::sandbox {

//! The hits of the latest searches, so that paging does not search anew. Thread-safe.
class SearchCache {
public:
    using Hits = std::shared_ptr<const QList<quint32>>;
    [[nodiscard]] Hits find(const QByteArray& key) const;
    void store(const QByteArray& key, Hits hits);

    static constexpr int limit = 8;

private:
    mutable std::mutex m_mutex;
    QList<std::pair<QByteArray, Hits>> m_entries; //!< newest last
};

} // namespace proofreel::sandbox
