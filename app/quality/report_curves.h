// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/sheet.h"

#include <QString>

namespace proofreel {

//! What decoding showed over time, as pieces of HTML with small SVG drawings: bitrate with key frames, loudness with
//! silence, luminance with black and frozen spans, PSNR and SSIM. Of bounded size however long the media is. Empty
//! where nothing was decoded.
[[nodiscard]] QString curvesHtml(const AssetSheet& sheet);

} // namespace proofreel
