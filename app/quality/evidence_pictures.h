// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/reachable.h"
#include "quality/asset_result.h"

#include <stop_token>

namespace proofreel {

class Http;

//! Takes the picture at each finding that has a time and a rendition, worst findings first, at most a dozen and
//! AssetResult::kMostPictureBytes for one asset, for five minutes: AssetResult::thumbnails. What cannot be taken is
//! left out: a picture illustrates a finding, it is none. Blocks, for a worker thread.
void takeEvidence(
    Http& http, AssetResult& result, const std::stop_token& stop, const PrivateHosts& allowPrivateHosts = false);

} // namespace proofreel
