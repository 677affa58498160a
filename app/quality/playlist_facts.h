// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/delivery_facts.h"

namespace proofreel {

// What only a look at all segments, or at the master, knows of a playlist, in the ledger's shape. Of a master: what is
// played of it (HlsPlaylist::isPlayed).

//! Size (of segments and initialisation sections) and bitrate, where the length of every segment is known, subtitles,
//! and the languages of its sounds.
void addPlaylistFacts(const HlsFacts& hls, MediaFacts& headers);

//! Languages alone, where they are not known already: libavformat passes none on from segments.
void addLanguages(const HlsFacts& hls, QList<AudioFacts>& sounds);

} // namespace proofreel
