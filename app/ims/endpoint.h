// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QStringList>
#include <QUrl>

namespace proofreel {

//! The six regions that the IMS endpoint page documents, e.g. "cn-shanghai".
[[nodiscard]] QStringList imsRegions();
//! https://ice.<region>.aliyuncs.com; InvalidRequest for text that is not a region name (`[a-z0-9-]`).
[[nodiscard]] Result<QUrl> endpointForRegion(const QString& region);
//! Checks what a person typed: scheme added if missing, https only (http for loopback), no path, query or user.
[[nodiscard]] Result<QUrl> parseEndpoint(const QString& text);

} // namespace proofreel
