// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mediainfo/fields.h"

#include <functional>

namespace proofreel::mediainfo {

//! Bytes from \a offset on, at most \a length; 0 at the end.
using Read = std::function<size_t(uint64_t offset, char* buffer, size_t length)>;

//! Feeds MediaInfoLib a file of \a size bytes until it has seen enough, or \a most. It pulls what it wants to read, and
//! nothing of its own touches disk or network. Hostile files make it loop for ever, crash or take all memory: only for
//! a process that may end. One thread at a time.
[[nodiscard]] Fields readFields(uint64_t size, uint64_t most, const Read& read);

} // namespace proofreel::mediainfo
