// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>

namespace proofreel {

struct PictureAt;

//! The picture upright, with square pixels, at most \a maxWidth wide (never enlarged), as a JPEG of BT.709 colours. HDR
//! is brought down to a usual screen where libavfilter can do it. Unsupported: libav lacks what is needed for it.
[[nodiscard]] Result<QByteArray> frameJpeg(const PictureAt& picture, int maxWidth);

} // namespace proofreel
