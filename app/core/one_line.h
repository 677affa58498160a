// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace proofreel {

//! Text of a server as one line that can be painted among others: without control characters, line ends and signs that
//! turn the direction of writing, with at most four marks on one letter and no half of a surrogate pair, at most
//! \a longest characters and an ellipsis.
[[nodiscard]] QString oneLine(const QString& text, qsizetype longest = 300);

} // namespace proofreel
