// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/ranged_reader.h"

#include <optional>

namespace proofreel {

//! What a media playlist says of the whole.
struct HlsSummary {
    std::optional<double> durationMs; //!< by EXTINF
    QString keyMethod; //!< of the first key: "AES-128", "SAMPLE-AES"; empty: clear
};

//! Its first bytes are those of an HLS playlist.
[[nodiscard]] bool isPlaylistHead(RangedReader& reader);

//! All of it; at most 4 MiB, else TooLarge. Errors of RangedReader.
[[nodiscard]] Result<QByteArray> readPlaylist(RangedReader& reader);

//! A playlist as libavformat is to see it: of a master (only where \a first) the best variant and its sound; of a
//! list that has no end, an end. Errors: of RangedReader and parsePlaylist(); TooLarge; Protocol (a master that is not
//! first); Unsupported (names what may not be fetched, see mayFetch()).
//! \a summary is filled where the list has segments.
[[nodiscard]] Result<QByteArray> hlsText(
    RangedReader& reader, bool first, const PrivateHosts& allowed, std::optional<HlsSummary>& summary);

} // namespace proofreel
