// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/media_url.h"

namespace proofreel::sandbox {

//! A playlist as the CDN hands it out: each segment signed like the playlist itself (\a target is its path and query),
//! and \a keyToken put onto the key URI.
[[nodiscard]] QByteArray signedPlaylist(const QByteArray& playlist, const QByteArray& target, const MediaUrls& urls,
    const QByteArray& keyPath, const QByteArray& keyToken);

} // namespace proofreel::sandbox
