// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/scan/packet_rates.h"

#include "frames/av_types.h"

#include <algorithm>

namespace proofreel {

void PacketRates::add(const AVPacket* packet, std::optional<double> ms, bool video)
{
    (video ? m_videoBytes : m_soundBytes) += packet->size;
    if (!ms)
        return;
    m_firstMs = m_firstMs.value_or(*ms);
    const double since = std::max(0.0, *ms - *m_firstMs); // of two streams the second may start earlier
    m_lastMs = std::max(m_lastMs, since);
    m_curve.add(since, packet->size * 8 / 1000.0);
    if (video)
        m_busiest.add(*ms, packet->size);
}

QList<QPointF> PacketRates::curveKbps() const
{
    return m_curve.rates();
}

} // namespace proofreel
