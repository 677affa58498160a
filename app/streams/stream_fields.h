// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/one_line.h"
#include "ims/types.h"

#include <QString>
#include <QVariant>

namespace proofreel {

// What is known about the 23 fields of a PlayInfo. A field is named by its StreamModel::Column; the columns Expiry and
// Check are no fields, and have only a title and a meaning. Text that people see is translated, on one line and
// bounded.

[[nodiscard]] QString streamFieldName(int column); //!< the service's own
[[nodiscard]] QString streamFieldTitle(int column); //!< short, with the unit where there is one
[[nodiscard]] QString streamFieldMeaning(int column); //!< one line
[[nodiscard]] bool streamFieldIsNumeric(int column); //!< shown right-aligned, sorted as a number

//! As in a table whose header has the unit. "–" for what is absent or of a wrong type. URLs are redacted.
[[nodiscard]] QString streamFieldShown(const PlayInfo& info, int column);
//! As in a list of its own: with the unit and, for enumerations, without translation.
[[nodiscard]] QString streamFieldWithUnit(const PlayInfo& info, int column);
//! As the service sent it, as text (numbers and objects as JSON); URLs are redacted. Empty if absent.
[[nodiscard]] QString streamFieldRaw(const PlayInfo& info, int column);
//! Number, time or text to sort by; invalid for what is absent.
[[nodiscard]] QVariant streamFieldSortValue(const PlayInfo& info, int column);
//! For the tooltip: what the value means, or why there is none.
[[nodiscard]] QString streamFieldNote(const PlayInfo& info, int column);

} // namespace proofreel
