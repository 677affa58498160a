// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace proofreel {

//! True if each word of the text is unmistakably something to open (a MediaId of 32 hex digits, an InputURL, a play
//! URL, a link), so that nobody can mean a search by it. Looks at the first 100 words.
[[nodiscard]] bool isOnlyTargets(const QString& text);
//! True if any word is: such a text is not kept among the recent searches.
[[nodiscard]] bool hasTarget(const QString& text);

} // namespace proofreel
