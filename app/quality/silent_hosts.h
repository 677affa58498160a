// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/asset_check.h"

namespace proofreel {

//! \a measure for the renditions of one check. A host that has let one of them run out of time, and has sent nothing of
//! any, is not asked for the next: its container is a Timeout at once, with words that name the host. One host alone
//! would otherwise take each rendition's time limit. Several threads may call it at once.
[[nodiscard]] MeasureStream sparingSilentHosts(MeasureStream measure);

} // namespace proofreel
