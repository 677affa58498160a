// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/manifest.h"

#include <QByteArray>
#include <QUrl>

namespace proofreel::sandbox {

//! Whether a signed URL may be served.
enum class UrlVerdict { Valid, Unsigned, Wrong, Expired };

//! Signs and verifies media URLs with a key of this server, in three documented styles. A URL carries the time of its
//! issue, so that a shorter lifetime can be imposed later (the url-ttl fault).
class MediaUrls {
public:
    MediaUrls();

    //! \a base is the media endpoint; \a path begins with "/". Times in milliseconds since the epoch.
    [[nodiscard]] QString issue(
        const QString& base, const QString& path, UrlStyle style, qint64 nowMs, qint64 validS) const;
    //! \a target is path and query as received. \a ttlS: 0, or at most so long after the issue.
    [[nodiscard]] UrlVerdict verify(const QByteArray& target, qint64 nowMs, qint64 ttlS) const;
    //! A CDN type A query for another path with the same issue and expiry as \a target: for the parts of a playlist.
    //! Empty where the target has none.
    [[nodiscard]] QByteArray queryForPart(const QByteArray& target, const QByteArray& partPath) const;

    //! For key URIs: MtsHlsUriToken of an asset.
    [[nodiscard]] QByteArray keyToken(const QString& mediaId, qint64 nowMs, qint64 validS) const;
    [[nodiscard]] bool isKeyTokenValid(
        const QByteArray& token, const QString& mediaId, qint64 nowMs, qint64 ttlS) const;

private:
    [[nodiscard]] QByteArray typeA(const QByteArray& path, qint64 expiresS, const QByteArray& rand) const;
    [[nodiscard]] QByteArray ossV1(const QByteArray& path, const QByteArray& expires, const QByteArray& token) const;
    [[nodiscard]] QByteArray ossV4(const QByteArray& path, const QByteArray& date, const QByteArray& expires) const;

    QByteArray m_secret;
};

} // namespace proofreel::sandbox
