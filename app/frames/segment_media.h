// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QSize>
#include <QStringList>

#include <optional>

namespace proofreel {

//! What one segment of a stream holds. Times are those of its pictures; of its sound where it has none.
struct SegmentMedia {
    QString codecs; //!< RFC 6381, pictures first, separated by commas; what is not known is left out
    QSize size; //!< pixels as stored
    QStringList languages; //!< of its sounds, in order; empty text: it does not say
    bool absoluteTimes = false; //!< the container counts its times from one segment to the next
    // Of a whole segment only:
    std::optional<double> startMs, endMs; //!< earliest time stamp, and the latest plus its frame's duration
    std::optional<double> frameMs;
    std::optional<bool> startsWithKeyFrame; //!< nullopt: no pictures
};

//! Reads a segment (with its initialisation section before it) from memory; MPEG-TS, MP4, and the packed sounds of
//! RFC 8216 3.4. Nothing else is opened, whatever it names. \a whole: reads all packets, and decodes the first picture
//! (or sound); else only what the headers and the first packets say. Media: it cannot be read or decoded; the code is
//! libav's own word. In a worker thread.
[[nodiscard]] Result<SegmentMedia> readSegment(const QByteArray& bytes, bool whole);

} // namespace proofreel
