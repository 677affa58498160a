// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/sheet.h"

#include <QJsonObject>

namespace proofreel {

// All that was measured, as JSON and back: enough to judge an asset again. Nothing in it opens anything: PlayURL and
// the like are kept without their signatures, and texts are redacted. Curves are thinned. The declared facts follow
// from the PlayInfo.

[[nodiscard]] QJsonObject sheetToJson(const AssetSheet& sheet);
[[nodiscard]] AssetSheet sheetFromJson(const QJsonObject& json); //!< what does not fit is left out

//! One rendition: the parts of sheetToJson()'s "streams".
[[nodiscard]] QJsonObject streamSheetToJson(const StreamSheet& stream);
[[nodiscard]] StreamSheet streamSheetFromJson(const QJsonObject& json);

[[nodiscard]] QJsonObject decodedToJson(const DecodedFacts& decoded); //!< factsToJson() with "signal" and "curves"
[[nodiscard]] DecodedFacts decodedFromJson(const QJsonObject& json);

} // namespace proofreel
