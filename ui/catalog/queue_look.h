// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/catalog/row_delegate.h"

namespace proofreel {

//! A row of the review queue: its state as an icon, why it failed below.
[[nodiscard]] RowLook queueLook(const QModelIndex& index);

} // namespace proofreel
