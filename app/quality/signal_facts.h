// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/facts.h"

#include <QPointF>

namespace proofreel {

struct TimeSpan {
    double startMs = 0, durationMs = 0; //!< from the first frame's time on
};

struct DecodeFault {
    double atMs = 0;
    QString text; //!< the decoder's own words, on one line, without addresses
};

//! What decoding a rendition once has shown (deep check). The times count from the first frame.
struct SignalFacts {
    QList<TimeSpan> black, freeze, silence;
    qint64 clippedSamples = 0; //!< at full scale for three samples or more in a row
    QList<TimeSpan> clipping;
    std::optional<double> integratedLufs, truePeakDbtp, loudnessRangeLu; //!< EBU R128
    qint64 decodeErrors = 0;
    QList<DecodeFault> faults; //!< the first hundred
    QString fieldOrder; //!< what the pictures show: "progressive", "tff", "bff"; empty: undetermined
    std::optional<double> psnrDb, ssim; //!< against the reference, if one was asked for; PSNR at most 100
    QString reference; //!< what it was compared with, for people; empty: with nothing
    QString referenceTrouble; //!< why it could not be compared; empty: it was, or was not asked for

    // Curves: x is ms, y in the unit given; at most one point for each 100 ms, fewer for long media.
    QList<QPointF> bitrateKbps, loudnessLufs, luminance; //!< luminance: mean of Y, 0 to 1
    QList<QPointF> psnrCurve, ssimCurve; //!< against the reference; dB, at most 100, and 0 to 1
};

struct DecodedFacts {
    MediaFacts facts; //!< as the frames and samples themselves show it
    SignalFacts signal;
};

} // namespace proofreel
