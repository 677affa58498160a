// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/theme.h"

#include <QIcon>

namespace proofreel {

//! An icon of our own set (resources/icons/NAME.svg, 24 px grid, strokes in currentColor), tinted from the palette;
//! its disabled and selected states come along. Tint follows the theme the next time that it is painted.
[[nodiscard]] QIcon icon(const QString& name, Theme::Tone tone = Theme::Tone::Text);

} // namespace proofreel
