// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playback/seek_aim.h"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace proofreel {

namespace {
constexpr double assumedFps = 25;
constexpr double sanestFps = 1000;
constexpr qint64 largestOffsetUs = 15'000'000; // a first frame later than this is no clock offset but a late frame

enum class Place { Middle, Start };
// A property of the backend, and there is one backend per process.
std::atomic<Place> place { Place::Middle };
std::atomic<bool> placeChanged { false };
} // namespace

void SeekAim::reset(double fps, qint64 durationMs, bool streamClock)
{
    *this = {};
    m_streamClock = streamClock;
    if (fps > 0 && fps <= sanestFps) {
        m_fps = fps;
        m_declaredFps = true;
    }
    setDuration(durationMs);
}

void SeekAim::setDuration(qint64 durationMs)
{
    m_durationMs = std::max<qint64>(0, durationMs);
}

void SeekAim::setFrameRate(double fps)
{
    if (!m_declaredFps && fps > 0 && fps <= sanestFps)
        m_fps = fps;
}

void SeekAim::calibrate(qint64 startTimeUs)
{
    if (std::exchange(m_calibrated, true))
        return;
    if (startTimeUs > 0 && startTimeUs < largestOffsetUs)
        m_offsetUs = startTimeUs;
}

double SeekAim::fps() const
{
    return m_fps > 0 ? m_fps : assumedFps;
}

qint64 SeekAim::frameUs() const
{
    return std::max<qint64>(1, std::llround(1e6 / fps()));
}

qint64 SeekAim::startOfFrameUs(qint64 frame) const
{
    return std::llround(double(frame) * 1e6 / fps());
}

qint64 SeekAim::frameCount() const
{
    if (m_durationMs <= 0)
        return -1;
    return std::max<qint64>(1, std::llround(double(m_durationMs) * fps() / 1000));
}

qint64 SeekAim::frameAt(qint64 positionUs) const
{
    // Positions come as whole milliseconds, cut off: 33 ms is frame 1 at 30 fps, which starts at 33.33 ms.
    return std::max<qint64>(0, qint64(std::floor((double(positionUs) + 999.5) * fps() / 1e6)));
}

qint64 SeekAim::clampFrame(qint64 frame) const
{
    const qint64 count = frameCount();
    return std::clamp<qint64>(frame, 0, count < 0 ? std::max<qint64>(0, frame) : count - 1);
}

qint64 SeekAim::askMs(qint64 frame) const
{
    const double inFrame = place == Place::Middle ? 0.5 : 0.0;
    return clampAskMs(std::llround((double(frame) + inFrame) * 1000 / fps()) + askOffsetMs());
}

qint64 SeekAim::clampAskMs(qint64 ms) const
{
    if (m_durationMs > 0)
        ms = std::min(ms, m_durationMs - frameUs() / 1000);
    return std::max<qint64>(0, ms);
}

qint64 SeekAim::missBy(qint64 frame, qint64 startTimeUs) const
{
    return frameAt(positionUs(startTimeUs)) - frame;
}

bool SeekAim::learnFromMiss()
{
    if (placeChanged.exchange(true))
        return false;
    place = Place::Start;
    return true;
}

qint64 SeekAim::positionUs(qint64 startTimeUs) const
{
    return std::max<qint64>(0, startTimeUs - m_offsetUs);
}

} // namespace proofreel
