// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "frames/av_types.h"

namespace proofreel {

//! A media file of this PC, opened by libavformat itself; nothing that it names is opened, and it may be no playlist.
//! Blocks on the disk, for a worker thread. Errors: NotFound; Io (no file, or it may not be read); Media (no format
//! that is known, or damaged).
[[nodiscard]] Result<FormatPtr> openLocalMedia(const QString& path);

} // namespace proofreel
