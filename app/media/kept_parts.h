// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QTemporaryFile>
#include <QUrl>

#include <optional>

namespace proofreel {

//! Parts of a stream that were fetched whole and will be wanted once more, on disk (a file that has no name and is gone
//! with this). One thread at a time.
class KeptParts {
public:
    explicit KeptParts(qint64 mostBytes = 1024LL * 1024 * 1024)
        : m_mostBytes(mostBytes)
    {
    }
    //! \a bytes of \a url from \a offset on. False: there is no room, or the disk refuses; then it has to be fetched
    //! again, which is no error.
    bool keep(const QUrl& url, qint64 offset, const QByteArray& bytes);
    //! What was kept of exactly that part; \a length negative: whatever its length. nullopt: nothing.
    [[nodiscard]] std::optional<QByteArray> find(const QUrl& url, qint64 offset, qint64 length);

private:
    struct Place {
        qint64 at = 0, length = 0;
    };
    qint64 m_mostBytes, m_size = 0;
    QTemporaryFile m_file;
    QHash<std::pair<QUrl, qint64>, Place> m_places;
};

} // namespace proofreel
