// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QMutex>
#include <QString>

#include <memory>

class QNetworkDiskCache;

namespace proofreel {

//! Covers on disk, as small as they are shown, the ones that were used longest ago go first (200 MB in all). Known by
//! a key of MediaId and path, never by a signed URL. Thread-safe; waits for the disk, so not for the GUI thread.
class CoverCache {
public:
    explicit CoverCache(const QString& folder); //!< empty: nothing is kept
    ~CoverCache();
    Q_DISABLE_COPY_MOVE(CoverCache)
    void setFolder(const QString& folder); //!< another one; what is in the old one stays there

    [[nodiscard]] QByteArray load(const QString& key); //!< empty: not there
    void store(const QString& key, const QByteArray& picture); //!< in silence if the disk does not take it
    void clear();

    static constexpr qint64 kMaxBytes = 200LL * 1000 * 1000;
    [[nodiscard]] static QString defaultFolder(); //!< in the user's cache

private:
    QMutex m_mutex;
    std::unique_ptr<QNetworkDiskCache> m_disk;
};

} // namespace proofreel
