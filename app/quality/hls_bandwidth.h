// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/delivery_facts.h"

namespace proofreel {

//! Fills peakKbps and averageKbps from bytes and EXTINF, as RFC 8216 4.1 defines them: the peak is that of any run of
//! segments that lasts half to one and a half target durations. Absent where a segment's bytes are not known.
void measureBandwidth(HlsPlaylist& playlist);

} // namespace proofreel
