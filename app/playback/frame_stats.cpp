// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playback/frame_stats.h"

#include <QVideoFrameFormat>

#include <cmath>

namespace proofreel {

using namespace Qt::StringLiterals;

QString hdrOfFrame(const QVideoFrame& frame)
{
    switch (frame.surfaceFormat().colorTransfer()) {
    case QVideoFrameFormat::ColorTransfer_ST2084:
        return u"HDR10"_s;
    case QVideoFrameFormat::ColorTransfer_STD_B67:
        return u"HLG"_s;
    default:
        return {};
    }
}

void FrameStats::restart()
{
    *this = {};
    m_sinceOpen.start();
}

void FrameStats::seeked()
{
    m_lastStartUs = -1;
}

void FrameStats::add(const QVideoFrame& frame, double fps)
{
    const qint64 nowMs = m_sinceOpen.elapsed();
    if (m_stats.firstFrameMs < 0)
        m_stats.firstFrameMs = nowMs;
    ++m_stats.frames;
    m_stats.frameSize = frame.size();
    m_stats.pixelFormat = QVideoFrameFormat::pixelFormatToString(frame.pixelFormat()).remove(u"Format_"_s).toUpper();
    m_stats.hdr = hdrOfFrame(frame);

    m_arrivalsMs.push_back(nowMs);
    while (nowMs - m_arrivalsMs.front() > 1000)
        m_arrivalsMs.pop_front();
    const qint64 span = nowMs - m_arrivalsMs.front();
    m_stats.frameRate = span > 0 ? double(m_arrivalsMs.size() - 1) * 1000.0 / double(span) : 0;

    const qint64 startUs = frame.startTime();
    if (m_lastStartUs >= 0 && startUs > m_lastStartUs) {
        const double rate = fps > 0 ? fps : frame.surfaceFormat().frameRate();
        if (rate > 0)
            m_stats.droppedFrames +=
                std::max<qint64>(0, std::llround(double(startUs - m_lastStartUs) * rate / 1e6) - 1);
    }
    m_lastStartUs = startUs;
}

Player::Stats FrameStats::stats() const
{
    return m_stats;
}

} // namespace proofreel
