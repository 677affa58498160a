// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "media/ranged_reader.h"
#include "quality/scan/scan_options.h"
#include "quality/signal_facts.h"

#include <functional>
#include <stop_token>

namespace proofreel {

class Http;

//! Deep check: reads a rendition (a file or an HLS playlist) through Http, decodes it once and measures picture and
//! sound in that one pass. Memory does not grow with its length. Blocks, for a worker thread; \a progress, if any, is
//! called in this thread, at most ten times a second, with 0 to 1. \a transfer is added to, also on failure.
//!
//! Damaged media gives facts with faults. Errors: those of MediaInput and scanMedia(). A reference that cannot be read
//! is no error: SignalFacts::referenceTrouble says why.
[[nodiscard]] Result<DecodedFacts> scanDecoded(Http& http, const QUrl& url, const ScanOptions& options,
    const std::stop_token& stop, TransferStats& transfer, const std::function<void(double)>& progress = {});

} // namespace proofreel
