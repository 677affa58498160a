// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mediainfo/fields.h"

#include <functional>

namespace proofreel::mediainfo {

//! The bytes from \a offset on, all of \a length but at the end of the file.
using Read = std::function<size_t(uint64_t offset, char* buffer, size_t length)>;

//! Feeds MediaInfoLib a file of \a size bytes until it has seen enough, or \a most. It pulls what it wants to read, and
//! nothing of its own touches disk or network. Hostile files make it loop for ever, crash or take all memory: only for
//! a process that may end. One thread at a time.
[[nodiscard]] Fields readFields(uint64_t size, uint64_t most, const Read& read);

} // namespace proofreel::mediainfo
