// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace proofreel {

//! Width on a terminal in cells: East Asian wide characters count two.
[[nodiscard]] qsizetype terminalWidth(const QString& text);

} // namespace proofreel
