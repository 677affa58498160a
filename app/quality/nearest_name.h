// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace proofreel {

//! The one of \a known that \a name was probably meant to be; empty if none is near.
[[nodiscard]] QString nearestName(const QString& name, const QStringList& known);

} // namespace proofreel
