// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace proofreel {

//! What Fusion with our palette does not give by itself: flat buttons, thin scroll bars, one-pixel lines, visible
//! focus. Lengths that must grow with the text are in em. Dynamic properties: `primary` on a push button, `flat` on a
//! strip.
[[nodiscard]] QString styleSheetFor(bool dark);

} // namespace proofreel
