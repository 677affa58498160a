// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/player.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace proofreel::cli {

//! Opens a source once or many times, plays for a while each time, and counts.
class PlayRun {
public:
    struct Plan {
        PlaySource source;
        qint64 startMs = 0;
        qint64 playMs = 3000; //!< from the first frame (audio: from playing) on
        int repeat = 1;
    };
    struct Outcome {
        std::vector<qint64> firstFrames; //!< ms, one per open that showed something
        qint64 frames = 0, droppedFrames = 0; //!< over all opens
        qint64 positionMs = 0, durationMs = 0;
        Player::Stats stats; //!< of the last open
        std::optional<Error> error; //!< the first failure ends the run

        [[nodiscard]] QJsonObject toJson() const; //!< keys of the contracts page
        [[nodiscard]] static QStringList keys();
    };

    explicit PlayRun(Player& player);
    Outcome run(const Plan& plan); //!< runs the event loop

private:
    bool playOnce(const Plan& plan, Outcome& outcome);

    Player& m_player;
};

} // namespace proofreel::cli
