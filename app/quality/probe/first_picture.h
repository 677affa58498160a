// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/facts.h"

struct AVFormatContext;

namespace proofreel {

//! Adds what stands in the first picture and not in the headers that libavformat knows: mastering display, light level,
//! and the kind of HDR. Reads packets up to the first key frame (at most 2000) and decodes that; where it cannot be
//! decoded, \a video stays as it is.
void addFirstPicture(AVFormatContext* media, VideoFacts& video);

} // namespace proofreel
