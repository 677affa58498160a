// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

#include <optional>

struct AVFormatContext;

namespace proofreel {

//! What a file's own index (mp4: moov) says of its pictures, without reading one of them.
struct MediaIndex {
    qint64 frames = 0;
    QList<double> keyFramesMs; //!< in order, from the first frame on; at most 50,000
    std::optional<double> frameRate; //!< average
    std::optional<bool> constantFrameRate; //!< but for the rounding of time stamps
    std::optional<double> averageKbps, peakKbps; //!< of the pictures; peak: of the busiest second
};

//! Of the stream \a video of an opened file. nullopt: it has no index, or one that holds less than two frames.
[[nodiscard]] std::optional<MediaIndex> readIndex(AVFormatContext* media, int video);

} // namespace proofreel
