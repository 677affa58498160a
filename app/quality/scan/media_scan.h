// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "quality/scan/scan_options.h"
#include "quality/signal_facts.h"

#include <functional>
#include <stop_token>

struct AVFormatContext;

namespace proofreel {

//! Media that is open (avformat_find_stream_info() has run), for scanMedia().
struct ScanSource {
    AVFormatContext* media = nullptr;
    AVFormatContext* reference = nullptr; //!< to compare the picture with
    bool inParts = false; //!< a playlist: a part that cannot be had is a fault like others, and the rest is measured
    //! Asked when reading has ended: what the network failed at on the way; nullopt: nothing.
    std::function<std::optional<Error>()> trouble {};
};

//! Decodes the picture and the first sound that belongs to it once, each in a thread of its own, and measures both.
//! Blocks; the media is read in this thread, the reference in another. \a progress, if any, is called in this thread
//! with 0 to 1. Media that is damaged gives facts with faults. Errors: Cancelled; Media (nothing in it can be decoded);
//! Unsupported (no decoder for the picture, or for the only sound); what trouble() says.
[[nodiscard]] Result<DecodedFacts> scanMedia(const ScanSource& source, const ScanOptions& options,
    const std::stop_token& stop, const std::function<void(double)>& progress);

} // namespace proofreel
