// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

struct AVFormatContext;
struct AVIOContext;
struct AVStream;

namespace proofreel {

//! By how much later than it is decoded each sample of an mp4's track is shown, in the track's time base (ctts).
//! libavformat knows it and does not tell. Empty: all the same, no mp4, or not one for each of \a samples.
[[nodiscard]] std::vector<int32_t> compositionOffsets(AVFormatContext* media, const AVStream* stream, int samples);

//! How many samples the index of an mp4 names, in all tracks; 0: no mp4. libavformat takes 24 bytes for each before it
//! says anything, and a table of samples of one size takes none in the file. Read from the beginning on, and goes back.
[[nodiscard]] int64_t promisedSamples(AVIOContext* io);

//! The index (moov) of an mp4 is there to its end; libavformat takes half of one for a short one.
[[nodiscard]] bool hasWholeIndex(AVFormatContext* media);

} // namespace proofreel
