// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http.h"
#include "media/kept_parts.h"
#include "media/ranged_reader.h"
#include "quality/delivery_facts.h"

#include <functional>

namespace proofreel {

struct HlsProbeOptions {
    bool deep = false; //!< fetch every segment, read its packets and decode its first picture
    int maxSegments = 2000; //!< of each playlist; then segmentsCutOff
    PrivateHosts allowPrivateHosts = false; //!< playlists may lead to private addresses of other hosts
    std::chrono::milliseconds deadline { 20'000 }; //!< of each request; six times as long for a whole segment
    KeptParts* keep = nullptr; //!< deep: gets the segments that a decoder will want
    RangedReader* reader = nullptr; //!< of the playlist itself, where there is one already; not counted in the stats
};

//! Looks at a playlist, at those it leads to if it is a master (at most 32), at keys and segments: of each segment a
//! byte is asked for, which gives status and length; of the first as much as tells the codecs. Up to four requests at
//! once, each with a deadline; a server that is silent again and again is left alone. What fails is a fact. In a worker
//! thread. \a progress: 0 to 1.
[[nodiscard]] HlsFacts probeHls(Http& http, const QUrl& url, const HlsProbeOptions& options, std::stop_token stop,
    TransferStats& stats, const std::function<void(double)>& progress = {});

} // namespace proofreel
