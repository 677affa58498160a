// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/hls_bandwidth.h"

#include <algorithm>

namespace proofreel {

namespace {

double bits(const HlsSegment& segment)
{
    return static_cast<double>(segment.bytes) * 8;
}

} // namespace

void measureBandwidth(HlsPlaylist& playlist)
{
    const QList<HlsSegment>& segments = playlist.segments;
    const auto isKnown = [](const HlsSegment& segment) { return segment.bytes > 0 && segment.declaredMs > 0; };
    if (segments.isEmpty() || !std::all_of(segments.begin(), segments.end(), isKnown))
        return;
    double allBits = 0, allMs = 0, longestMs = 0;
    for (const HlsSegment& segment : segments) {
        allBits += bits(segment);
        allMs += segment.declaredMs;
        longestMs = std::max(longestMs, segment.declaredMs);
    }
    playlist.averageKbps = allBits / allMs; // bits in a millisecond are kilobits in a second
    const double targetMs = playlist.targetDurationMs.value_or(longestMs);
    double peak = 0;
    for (qsizetype first = 0; first < segments.size(); ++first) {
        double runBits = 0, runMs = 0;
        for (qsizetype i = first; i < segments.size(); ++i) {
            runBits += bits(segments[i]);
            runMs += segments[i].declaredMs;
            if (runMs > 1.5 * targetMs)
                break;
            if (runMs >= 0.5 * targetMs)
                peak = std::max(peak, runBits / runMs);
        }
    }
    playlist.peakKbps = peak > 0 ? peak : *playlist.averageKbps;
}

} // namespace proofreel
