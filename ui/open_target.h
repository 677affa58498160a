// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ims/client.h"
#include "playback/player.h"

#include <variant>

namespace proofreel {

//! What a person typed, pasted or dropped: an asset to ask for, or a stream to play at once.
using OpenTarget = std::variant<PlayInfoQuery, PlaySource>;

//! A MediaId, an InputURL (oss://, vod://, or an unsigned http(s) URL of an OSS bucket) or a play URL (any other
//! http(s) URL). InvalidRequest, with what can be opened, for everything else. Takes the first word of several.
[[nodiscard]] Result<OpenTarget> parseOpenTarget(const QString& text);
//! A bare URL as something to play; its title is the file's name, without host and query.
[[nodiscard]] Result<PlaySource> playSourceForUrl(const QString& text);

} // namespace proofreel
