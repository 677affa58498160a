// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace proofreel::sandbox {

//! What a cover's URL answers with instead of the cover.
struct BadCover {
    int status = 200;
    const char* contentType = "image/jpeg";
    QByteArray body;
    bool redirectsToItself = false;
};

//! The bad-covers fault: another kind for each of badCoverKinds neighbouring places in the catalogue: HTML, a PNG of
//! 40,000 x 4,000 pixels in a few kilobytes, an animated GIF, half a JPEG, nothing, a redirect loop, 404.
constexpr int badCoverKinds = 7;
[[nodiscard]] BadCover badCover(qint64 place, const QByteArray& jpeg);

} // namespace proofreel::sandbox
