// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/facts.h"

namespace proofreel {

//! VideoFacts::hdr by the transfer curve, and by the metadata that were found: what they add names the kind. Empty: not
//! known.
[[nodiscard]] QString hdrKindOf(const VideoFacts& video, bool dolbyVision, bool vivid);

//! What a screen shows that knows neither Dolby Vision nor HDR Vivid: "HDR10", "HLG", "SDR"; empty: nothing that looks
//! right (Dolby Vision 5, whose colours are its own), or not known.
[[nodiscard]] QString hdrBaseOf(const VideoFacts& video);

//! Whether \a declared (HDRType; empty: SDR) may be said of it: its kind, its base, or "HDR" of any.
[[nodiscard]] bool fitsHdrType(const QString& declared, const VideoFacts& video);

//! One of the service's HDR kinds; not SDR+.
[[nodiscard]] bool isHdrType(const QString& hdr);

} // namespace proofreel
