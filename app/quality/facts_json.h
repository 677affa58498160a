// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/facts.h"

#include <QJsonObject>

namespace proofreel {

//! "container" and "decoded" of the contracts page: "video" and "audio" (the first) are there always, null where there
//! are none; "audioTracks" and "subtitles" have all; anything else that is not known is left out.
[[nodiscard]] QJsonObject factsToJson(const MediaFacts& facts);
//! Back again. What does not fit is left out.
[[nodiscard]] MediaFacts factsFromJson(const QJsonObject& json);

} // namespace proofreel
