// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/fetch.h"
#include "media/playlist.h"

#include <QHash>

namespace proofreel {

//! The keys of a playlist, each fetched once, and what they open. Keys never leave it.
class HlsKeys {
public:
    HlsKeys(Http& http, std::stop_token stop, TransferStats& stats)
        : m_http(http)
        , m_stop(std::move(stop))
        , m_stats(stats)
    {
    }
    //! Gets those that the first \a segments segments of \a list and their sections need, at most 16. An error of the
    //! first that cannot be had: those of fetch() and of its status, Protocol where it is not 16 bytes. \a like: rules
    //! for the fetches.
    [[nodiscard]] std::optional<Error> get(const Playlist& list, qsizetype segments, const Fetch& like);

    //! \a bytes of segment \a index in the clear; as they are where it is not encrypted. Errors: Unsupported (a method
    //! that is not opened here), Media (the key does not fit).
    [[nodiscard]] Result<QByteArray> open(
        const Playlist& list, qsizetype index, const QByteArray& bytes, bool whole) const;
    //! The same of the whole section \a index.
    [[nodiscard]] Result<QByteArray> openSection(const Playlist& list, qsizetype index, const QByteArray& bytes) const;

private:
    [[nodiscard]] Result<QByteArray> openWith(
        const Playlist::Key& key, qint64 number, const QByteArray& bytes, bool whole) const;

    Http& m_http;
    std::stop_token m_stop;
    TransferStats& m_stats;
    QHash<QUrl, QByteArray> m_keys; // empty: it could not be had
};

} // namespace proofreel
