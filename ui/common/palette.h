// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/theme.h"

namespace proofreel {

//! Our colours for one scheme. Kept apart from Theme so that a test can measure their contrast without an application.
[[nodiscard]] QColor toneColor(Theme::Tone tone, bool dark);
[[nodiscard]] QPalette paletteFor(bool dark);
//! Fill of the primary button; the accent tone itself is for text, icons and focus.
[[nodiscard]] QColor primaryFill(bool dark);

} // namespace proofreel
