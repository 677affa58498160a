// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/policy.h"

namespace proofreel {

// Values as they are written in a policy file.

[[nodiscard]] QString tomlText(const QString& text); //!< in quotes
[[nodiscard]] QString tomlNumber(double value);
[[nodiscard]] QString tomlNames(const QStringList& names); //!< a list of texts
[[nodiscard]] QString stepText(const LadderStep& step); //!< "HD mp4", without quotes

} // namespace proofreel
