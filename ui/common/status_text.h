// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace proofreel {

//! A status of the service in a person's words; what is not known stays as it came.
[[nodiscard]] QString statusText(const QString& status);

} // namespace proofreel
