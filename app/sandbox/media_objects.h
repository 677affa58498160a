// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/api_actions.h"

namespace proofreel::sandbox {

//! The objects that several actions answer with; fields as in section 3 of the API reference.
[[nodiscard]] QJsonObject mediaBasicInfo(const ActionContext& context, const Asset& asset, qint64 validS);
[[nodiscard]] QJsonObject fileBasicInfo(const ActionContext& context, const Asset& asset, qint64 validS);
[[nodiscard]] QString utcTime(qint64 ms); //!< "2026-11-20T09:00:00Z"
[[nodiscard]] QString categoryName(const Catalog& catalog, qint64 id);

} // namespace proofreel::sandbox
