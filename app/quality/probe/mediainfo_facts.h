// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mediainfo/fields.h"
#include "quality/facts.h"

namespace proofreel {

//! What MediaInfoLib found, in the common shape and words. No size, no index.
[[nodiscard]] MediaFacts mediaInfoFacts(const mediainfo::Fields& fields);

} // namespace proofreel
