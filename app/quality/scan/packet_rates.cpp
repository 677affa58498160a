// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/scan/packet_rates.h"

#include "frames/av_types.h"

#include <algorithm>
#include <cmath>

namespace proofreel {

void PacketRates::add(const AVPacket* packet, std::optional<double> ms, bool video)
{
    (video ? m_videoBytes : m_otherBytes) += packet->size;
    if (!ms)
        return;
    m_firstMs = m_firstMs.value_or(*ms);
    const double since = std::max(0.0, *ms - *m_firstMs); // of two streams the second may start earlier
    m_lastMs = std::max(m_lastMs, since);
    m_curve.add(since, packet->size * 8 / 1000.0);
    if (!video)
        return;
    const auto second = static_cast<qint64>(since / 1000);
    if (second != m_second)
        m_secondBytes = 0;
    m_second = second;
    m_secondBytes += packet->size;
    m_busiestBytes = std::max(m_busiestBytes, m_secondBytes);
}

std::optional<double> PacketRates::peakVideoKbps() const
{
    return m_busiestBytes > 0 ? std::optional(static_cast<double>(m_busiestBytes) * 8 / 1000) : std::nullopt;
}

QList<QPointF> PacketRates::curveKbps() const
{
    return m_curve.rates();
}

} // namespace proofreel
