// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/api_actions.h"

#include <QJsonArray>

namespace proofreel::sandbox {

//! FileInfoList of GetMediaInfo: the source file with its tracks, then one transcode_file for each rendition. All
//! numbers are text; what the build measured, and for the source the tracks that the catalogue adds.
[[nodiscard]] QJsonArray fileInfoList(const ActionContext& context, const Asset& asset, qint64 validS);

} // namespace proofreel::sandbox
