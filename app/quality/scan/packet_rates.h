// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "frames/busiest_second.h"
#include "quality/scan/curve.h"

#include <optional>

struct AVPacket;

namespace proofreel {

//! Bitrates as the packets come: of the whole as a curve, of the picture alone with its busiest second.
class PacketRates {
public:
    void add(const AVPacket* packet, std::optional<double> ms, bool video); //!< \a ms: when it is decoded

    [[nodiscard]] qint64 videoBytes() const { return m_videoBytes; }
    [[nodiscard]] qint64 soundBytes() const { return m_soundBytes; }
    [[nodiscard]] double peakVideoKbps() const { return m_busiest.kbps(); } //!< of the busiest second
    [[nodiscard]] QList<QPointF> curveKbps() const; //!< x from the first packet on
    [[nodiscard]] double lastMs() const { return m_lastMs; } //!< from the first packet on

private:
    std::optional<double> m_firstMs;
    double m_lastMs = 0;
    qint64 m_videoBytes = 0, m_soundBytes = 0;
    BusiestSecond m_busiest;
    Curve m_curve; // kilobits
};

} // namespace proofreel
