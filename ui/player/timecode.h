// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace proofreel {

//! "HH:MM:SS:FF", or "HH:MM:SS.mmm" where the frame rate is unknown (0). \a ms: start of the frame, 0-based.
[[nodiscard]] QString timecode(qint64 ms, double fps);

} // namespace proofreel
