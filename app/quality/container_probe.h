// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "media/kept_parts.h"
#include "media/ranged_reader.h"
#include "quality/facts.h"

#include <memory>
#include <stop_token>

namespace proofreel {

class Http;

struct ContainerProbeOptions {
    PrivateHosts allowPrivateHosts = false; //!< a playlist may name hosts of private networks
    std::chrono::milliseconds deadline { 60'000 };
    std::shared_ptr<KeptParts> kept {}; //!< parts of a playlist that were fetched before
};

//! What the headers of a file say, by MediaInfoLib, and by libavformat for its index; some 200 kB are fetched of a
//! file whose index comes first. Of an HLS playlist: the facts of the best variant's first segments, and the duration
//! by EXTINF. Blocking, for a worker thread. \a shared reads the same URL, so that nothing is fetched twice; what it
//! fetches is not added to \a stats, all else is.
//!
//! Errors: those of RangedReader; Media (no media, cut off, damaged); Unsupported (points where nothing may be fetched,
//! or encrypted for the service's own player only).
[[nodiscard]] Result<MediaFacts> probeContainer(Http& http, const QUrl& url, std::stop_token stop, TransferStats& stats,
    std::shared_ptr<RangedReader> shared = {}, const ContainerProbeOptions& options = {});

//! What MediaInfoLib says of bytes in memory that stand for a whole file. Media if they are none, or an MPEG transport
//! stream, which is libavformat's.
[[nodiscard]] Result<MediaFacts> probeBytes(const QByteArray& bytes);

} // namespace proofreel
