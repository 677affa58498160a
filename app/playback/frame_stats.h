// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "playback/player.h"

#include <QElapsedTimer>

#include <deque>

namespace proofreel {

//! Counts what was really shown, from the frames themselves.
class FrameStats {
public:
    void restart(); //!< with every open
    void seeked(); //!< the next gap in start times is no drop
    void add(const QVideoFrame& frame, double fps);
    [[nodiscard]] Player::Stats stats() const; //!< all but the backend

private:
    Player::Stats m_stats;
    QElapsedTimer m_sinceOpen;
    std::deque<qint64> m_arrivalsMs; // of the last second
    qint64 m_lastStartUs = -1;
};

//! "HDR10" (PQ) or "HLG" from the frame's colour transfer, else empty.
[[nodiscard]] QString hdrOfFrame(const QVideoFrame& frame);

} // namespace proofreel
