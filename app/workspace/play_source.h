// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/player.h"
#include "streams/stream_model.h"

namespace proofreel {

//! A bare http or https URL as something to play; its title is the file's name, without host and query.
[[nodiscard]] PlaySource playSource(const QUrl& url);
//! What the player needs to know of that row. The row must be playable (StreamModel::playability).
[[nodiscard]] PlaySource playSource(const StreamModel& streams, int row);

} // namespace proofreel
