// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/api_actions.h"

namespace proofreel::sandbox {

//! The objects that several actions answer with; fields as in section 3 of the API reference.

//! The fields that MediaBase (GetPlayInfo) and MediaBasicInfo (all others) have in common.
[[nodiscard]] QJsonObject commonMediaFields(const ActionContext& context, const Asset& asset, qint64 validS);
[[nodiscard]] QJsonObject mediaBasicInfo(const ActionContext& context, const Asset& asset, qint64 validS);
//! FileBasicInfo of the source file, or of a rendition of the asset. All its numbers are text.
[[nodiscard]] QJsonObject sourceBasicInfo(const ActionContext& context, const Asset& asset, qint64 validS);
[[nodiscard]] QJsonObject renditionBasicInfo(
    const ActionContext& context, const Asset& asset, const Rendition& rendition, qint64 validS);
//! What the source file measures: its own, or the best rendition that stands for it. Null where there is neither.
[[nodiscard]] const Rendition* sourceOf(const Asset& asset);

} // namespace proofreel::sandbox
