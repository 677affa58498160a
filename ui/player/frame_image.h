// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QVideoFrame>

namespace proofreel {

//! The picture of a frame as it shall stand on screen (turned and mirrored as the frame says), \a size pixels large;
//! null for a frame that cannot be read. Any thread but the GUI's: 2 to 20 ms. HDR is not tone-mapped.
[[nodiscard]] QImage frameImage(const QVideoFrame& frame, const QSize& size);
//! Size of the picture after turning.
[[nodiscard]] QSize pictureSize(const QVideoFrame& frame);

} // namespace proofreel
