// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>

namespace proofreel {

//! What Policy::load() parses: a file's bytes, of a longer one than is allowed just so many that parse() refuses them.
//! Io. Blocks on the disk.
[[nodiscard]] Result<QByteArray> readPolicyText(const QString& path);

} // namespace proofreel
