// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/facts.h"

struct AVFormatContext;

namespace proofreel {

//! What libavformat knows of an opened media whose streams it has looked at. No format, size and encryption.
[[nodiscard]] MediaFacts streamFacts(AVFormatContext* media);

//! Adds what only the index and the track headers of an opened file tell: key frames, peak bitrate, exact rates and
//! times, rotation, bit depth, Dolby Vision, languages as they are written. Reads no packet.
void addIndexFacts(AVFormatContext* media, MediaFacts& facts);

} // namespace proofreel
