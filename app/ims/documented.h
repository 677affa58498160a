// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace proofreel {

//! The values that the API page lists for a field of PlayInfo, in its order; empty for fields that take any.
[[nodiscard]] const QStringList& documentedValues(QLatin1StringView field);
//! The fields that have such a list.
[[nodiscard]] const QStringList& documentedFields();

} // namespace proofreel
