// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QUrl>

#include <optional>

namespace proofreel {

//! Until when a PlayURL can be used, and how we know. Rules and formats: section 10 of the API reference.
struct UrlExpiry {
    enum class Source {
        Unknown, //!< nothing is known
        CdnTypeA, //!< auth_key: "valid at least until"
        OssV1, //!< Expires: exact
        OssV4, //!< x-oss-date + x-oss-expires: exact
        AuthTimeout, //!< estimate: request time + AuthTimeout
    };
    Source source = Source::Unknown;
    QDateTime at; //!< UTC; invalid when Unknown

    //! Whole seconds left at \a now, negative when past; nullopt when Unknown.
    [[nodiscard]] std::optional<qint64> secondsLeft(const QDateTime& now) const;
};

//! From the URL itself, else \a requestedAt + \a authTimeout seconds (3600 where the request named none).
//! A value that is malformed or out of range counts as absent. So does an auth_key whose time is not after
//! \a requestedAt: then it holds the time of signing, and the end is that plus a validity that only the CDN knows.
[[nodiscard]] UrlExpiry urlExpiry(const QUrl& url, const QDateTime& requestedAt, std::optional<qint64> authTimeout);

//! Whether \a url itself says that its time is over at \a now; an estimate says nothing.
[[nodiscard]] bool saysItIsOver(const QUrl& url, const QDateTime& now);

//! "58:12", "1:02:03", "2 d 03 h", "expired" (0 or less), "–" (unknown).
[[nodiscard]] QString timeLeftText(std::optional<qint64> seconds);
//! How we know, in a sentence or two, with the local time; for tooltips. Translated.
[[nodiscard]] QString expiryExplanation(const UrlExpiry& expiry);

} // namespace proofreel
