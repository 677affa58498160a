// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace proofreel::sandbox {

//! Deliberate misbehaviour, by the names of the contracts page. 0 or false: off.
struct Faults {
    int apiLatencyMs = 0; //!< api-latency
    int throttleEvery = 0; //!< throttle: every Nth call answers 429
    int error500Every = 0; //!< error-500: every Nth call
    int clockSkewS = 0; //!< clock-skew: the server's clock
    bool badJson = false, truncateJson = false, hangApi = false, forbidden = false;
    int hugeJsonMiB = 0;
    int urlTtlS = 0; //!< url-ttl
    int slowKBps = 0; //!< slow: kilobytes per second of media
    qint64 stallAfter = 0, cutAfter = 0; //!< bytes
    bool hangMedia = false, noRange = false, wrongLength = false, tls = false;
    int missingSegment = 0; //!< 1-based; 0: none
    //! After that many API calls every asset is transcoded anew: other JobIds, and what was HDR is what its SDR twin
    //! is.
    int retranscodeAfter = 0;

    // Of lists and their pages:
    bool repeatToken = false; //!< from the third page on, that page and its own token for ever
    bool unevenPages = false; //!< in turn shorter than asked, empty with a token, longer than asked
    bool movingTotal = false; //!< another total at every call
    bool duplicateRows = false; //!< the last rows of a page come again at the start of the next
    int noBasicInfo = 0; //!< every Nth entry lacks its MediaBasicInfo
    int hugeTitleMiB = 0; //!< the title of the first entry of each page
    bool oddTitles = false; //!< direction overrides, control characters, NUL, lone surrogates…, by the asset's place
    bool badCovers = false; //!< in turn HTML, a vast PNG, a GIF, half a JPEG, nothing, a redirect loop, 404
    bool categoryLoop = false; //!< each category is its own child, and its last page comes for ever

    //! Takes "NAME" or "NAME=VALUE"; an error text for an unknown name or a bad value, else nullopt.
    std::optional<QString> set(const QString& text);
    //! All names, with what their value is: "slow=KBPS".
    [[nodiscard]] static QStringList names();
};

} // namespace proofreel::sandbox
