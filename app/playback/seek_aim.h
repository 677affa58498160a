// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace proofreel {

//! Turns a wish ("this position") into what a backend must be asked for, and what it delivered into a position.
//! Positions are microseconds from the first frame, whatever the container's clock says. Backends round differently,
//! so a seek aims at the middle of a frame's interval; a backend that answers one frame off is asked again for the
//! frame's start, and that is remembered for all later seeks of the process. A plain value; any thread.
class SeekAim {
public:
    //! \a fps 0: not known yet; \a durationMs 0: unknown. \a streamClock: seeks are on the clock of the frames' start
    //! times (HLS); else they count from the first frame, whatever its start time.
    void reset(double fps, qint64 durationMs, bool streamClock = false);
    void setDuration(qint64 durationMs);
    void setFrameRate(double fps); //!< from the stream itself; a declared rate that was given before stays
    //! The first frame's start time: MPEG-TS clocks do not start at 0. Only the first call counts.
    void calibrate(qint64 startTimeUs);

    [[nodiscard]] bool isCalibrated() const { return m_calibrated; }
    [[nodiscard]] double knownFps() const { return m_fps; } //!< 0: unknown
    //! What seeks are later by than positions.
    [[nodiscard]] qint64 askOffsetMs() const { return m_streamClock ? m_offsetUs / 1000 : 0; }
    [[nodiscard]] qint64 frameUs() const;
    [[nodiscard]] qint64 frameCount() const; //!< -1: unknown
    //! The frame that is on screen at \a positionUs. Positions truncated to milliseconds are understood.
    [[nodiscard]] qint64 frameAt(qint64 positionUs) const;
    [[nodiscard]] qint64 clampFrame(qint64 frame) const;

    //! What to give QMediaPlayer::setPosition for this frame.
    [[nodiscard]] qint64 askMs(qint64 frame) const;
    //! Where this frame starts.
    [[nodiscard]] qint64 startOfFrameUs(qint64 frame) const;
    //! Inside [0, duration - one frame]: beyond it backends misbehave.
    [[nodiscard]] qint64 clampAskMs(qint64 ms) const;
    //! Frames between what was asked for and what came; 0: exact.
    [[nodiscard]] qint64 missBy(qint64 frame, qint64 startTimeUs) const;
    //! A miss of one frame: aim at the other place from now on. False if that was tried already.
    bool learnFromMiss();

    [[nodiscard]] qint64 positionUs(qint64 startTimeUs) const;

private:
    [[nodiscard]] double fps() const;

    double m_fps = 0;
    bool m_declaredFps = false;
    qint64 m_durationMs = 0;
    qint64 m_offsetUs = 0;
    bool m_streamClock = false;
    bool m_calibrated = false;
};

} // namespace proofreel
