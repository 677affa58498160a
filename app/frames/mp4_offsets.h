// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

struct AVFormatContext;
struct AVStream;

namespace proofreel {

//! By how much later than it is decoded each sample of an mp4's track is shown, in the track's time base (ctts).
//! libavformat knows it and does not tell. Empty: all the same, no mp4, or not one for each of \a samples.
[[nodiscard]] std::vector<int32_t> compositionOffsets(AVFormatContext* media, const AVStream* stream, int samples);

//! The index (moov) of an mp4 is there to its end; libavformat takes half of one for a short one.
[[nodiscard]] bool hasWholeIndex(AVFormatContext* media);

} // namespace proofreel
