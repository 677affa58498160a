// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/call.h"
#include "core/http.h"

#include <functional>

namespace proofreel {

//! Reads a playlist before any player does, and everything that it leads to: all addresses must be http or https, and
//! a playlist of playlists may not nest further. Gives the URL to hand on: of a master playlist one media playlist,
//! since no backend adapts (or the master itself where the sound is in a playlist of its own).
//! A server may still tell the player something else a moment later; this keeps out broken and careless packaging
//! and plain traps. The callback runs once in \a context's thread.
[[nodiscard]] CallHandle guardPlaylist(
    Http& http, const QUrl& url, QObject* context, std::function<void(Result<QUrl>)> callback);

} // namespace proofreel
