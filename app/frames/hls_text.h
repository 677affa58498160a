// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/ranged_reader.h"

namespace proofreel {

//! Its first bytes are those of an HLS playlist.
[[nodiscard]] bool isPlaylistHead(RangedReader& reader);

//! A playlist as libavformat is to see it: of a master (only where \a first) the best variant and its sound; of a
//! list that has no end, an end. Errors: of RangedReader and parsePlaylist(); TooLarge; Protocol (a master that is not
//! first); Unsupported (names what may not be fetched, see mayFetch()).
[[nodiscard]] Result<QByteArray> hlsText(RangedReader& reader, bool first, bool allowPrivateHosts);

} // namespace proofreel
