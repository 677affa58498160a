// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/hls_keys.h"
#include "quality/hls_probe.h"

#include <QHash>

namespace proofreel {

//! Looks at the segments of one media playlist; see probeHls().
class HlsSegments {
public:
    HlsSegments(Http& http, const HlsProbeOptions& options, std::stop_token stop, TransferStats& stats)
        : m_http(http)
        , m_options(options)
        , m_stop(stop)
        , m_stats(stats)
        , m_keys(http, std::move(stop), stats)
    {
    }
    //! Fills \a facts from \a list, which was fetched from \a base. \a progress: 0 to 1.
    void measure(
        HlsPlaylist& facts, const Playlist& list, const QUrl& base, const std::function<void(double)>& progress);

    //! Whether HlsProbeOptions::keep gets the parts of the next playlist; at first it does.
    void setKeeping(bool keeping) { m_keeping = keeping; }
    [[nodiscard]] const std::optional<Error>& refused() const { return m_refused; } //!< what may not be fetched
    [[nodiscard]] const std::optional<Error>& unanswered() const { return m_unanswered; } //!< the first

private:
    struct Times {
        std::optional<double> startMs, endMs;
        double frameMs = 0;
    };
    [[nodiscard]] Fetch like() const;
    [[nodiscard]] Fetch request(const Playlist::Segment& segment, bool isFirst) const;
    void take(HlsPlaylist& facts, const Playlist& list, int index, const Result<HttpResponse>& reply);
    void read(HlsPlaylist& facts, const Playlist& list, int index, const QByteArray& bytes);
    [[nodiscard]] Result<QByteArray> section(HlsPlaylist& facts, const Playlist& list, int index);
    void compareTimes(HlsPlaylist& facts) const;
    void keep(const Fetch& what, const QByteArray& bytes);
    void blame(HlsSegment& segment, const Error& error);

    Http& m_http;
    HlsProbeOptions m_options;
    std::stop_token m_stop;
    TransferStats& m_stats;
    HlsKeys m_keys;
    std::optional<Error> m_refused, m_unanswered;
    QUrl m_base;
    bool m_keeping = true;
    QHash<int, Result<QByteArray>> m_sections;
    QList<Times> m_times; // by segment; deep only
    int m_silent = 0; // requests without an answer
};

} // namespace proofreel
