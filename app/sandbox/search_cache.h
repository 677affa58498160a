// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <functional>
#include <memory>
#include <mutex>

namespace proofreel::sandbox {

//! The hits of the latest queries, so that paging does not search anew. Thread-safe.
class SearchCache {
public:
    using Hits = std::shared_ptr<const QList<quint32>>; //!< indexes of the catalogue, 4 bytes each
    //! The hits known by \a key, else those that \a search finds (in this thread; others are not held up).
    Hits get(const QByteArray& key, const std::function<Hits()>& search);

    static constexpr int limit = 8; //!< queries

private:
    std::mutex m_mutex;
    QList<std::pair<QByteArray, Hits>> m_entries; //!< latest used last
};

} // namespace proofreel::sandbox
