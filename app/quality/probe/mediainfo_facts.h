// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/facts.h"
#include "quality/probe/mediainfo_session.h"

namespace proofreel {

//! What MediaInfoLib found, in the common shape and words. No size, no index.
[[nodiscard]] MediaFacts mediaInfoFacts(const MediaInfoSession& info);

} // namespace proofreel
