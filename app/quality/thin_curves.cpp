// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/thin_curves.h"

#include <algorithm>
#include <cmath>

namespace proofreel {

namespace {

double rounded(double value)
{
    if (value == 0 || !std::isfinite(value))
        return 0;
    const double scale = std::pow(10.0, 3 - std::floor(std::log10(std::abs(value))));
    return std::isfinite(scale) ? std::round(value * scale) / scale : 0;
}

} // namespace

QList<QPointF> thinned(const QList<QPointF>& points)
{
    QList<QPointF> kept;
    if (points.size() <= mostKeptPoints) {
        kept = points;
    } else {
        constexpr qsizetype stretches = mostKeptPoints / 2;
        for (qsizetype i = 0; i < stretches; ++i) {
            const auto begin = points.cbegin() + i * points.size() / stretches;
            const auto end = points.cbegin() + (i + 1) * points.size() / stretches;
            auto [least, greatest] = std::minmax_element(
                begin, end, [](const QPointF& one, const QPointF& two) { return one.y() < two.y(); });
            if (greatest < least)
                std::swap(least, greatest);
            kept << *least;
            if (greatest != least)
                kept << *greatest;
        }
    }
    for (QPointF& point : kept)
        point = { std::round(point.x()), rounded(point.y()) };
    return kept;
}

SignalFacts thinned(SignalFacts signal)
{
    for (QList<QPointF>* curve :
        { &signal.bitrateKbps, &signal.loudnessLufs, &signal.luminance, &signal.psnrCurve, &signal.ssimCurve })
        *curve = thinned(*curve);
    return signal;
}

} // namespace proofreel
