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

    //! Takes "NAME" or "NAME=VALUE"; an error text for an unknown name or a bad value, else nullopt.
    std::optional<QString> set(const QString& text);
    //! All names, with what their value is: "slow=KBPS".
    [[nodiscard]] static QStringList names();
};

} // namespace proofreel::sandbox
