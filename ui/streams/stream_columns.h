// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/table_columns.h"

namespace proofreel {

//! Columns of the table of streams: titles, widths in that widget's font, those that are shown on the first day.
[[nodiscard]] TableColumnSet streamColumns(const QWidget* table);

} // namespace proofreel
