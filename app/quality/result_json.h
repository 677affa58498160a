// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/asset_result.h"

#include <QJsonObject>

namespace proofreel {

//! One entry of "assets" of the contracts page (schema: check_schema.json). Secrets are removed.
[[nodiscard]] QJsonObject resultToJson(const AssetResult& result);
//! Back again, as far as JSON keeps it: no thumbnails, no links. Anything that does not fit is left out.
[[nodiscard]] AssetResult resultFromJson(const QJsonObject& json);

[[nodiscard]] QJsonObject findingToJson(const Finding& finding);
[[nodiscard]] std::optional<Verdict> verdictFromName(const QString& name);

} // namespace proofreel
