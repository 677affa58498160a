// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace proofreel {

//! 0 for the lowest: FD LD SD HD 2K 4K OD for pictures; SQ HQ for sound; AUTO and unknown ones behind, by name.
[[nodiscard]] int definitionRank(const QString& definition);
//! Whether \a left belongs before \a right in a list with the lowest (or, \a bestFirst, the best) quality first.
//! Pictures come before sound, and AUTO, unknown and absent ones behind, in either direction.
[[nodiscard]] bool definitionLess(const QString& left, const QString& right, bool bestFirst);

} // namespace proofreel
