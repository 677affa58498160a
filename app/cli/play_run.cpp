// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/play_run.h"

#include <QEventLoop>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel::cli {

PlayRun::PlayRun(Player& player)
    : m_player(player)
{
}

QStringList PlayRun::Outcome::keys()
{
    return { u"firstFrameColdMs"_s, u"firstFrameMs"_s, u"frames"_s, u"droppedFrames"_s, u"positionMs"_s,
        u"durationMs"_s, u"width"_s, u"height"_s, u"hdr"_s, u"backend"_s, u"error"_s };
}

QJsonObject PlayRun::Outcome::toJson() const
{
    QJsonValue cold, warm;
    if (!firstFrames.empty())
        cold = firstFrames.front();
    if (firstFrames.size() > 1) {
        std::vector<qint64> later(firstFrames.begin() + 1, firstFrames.end());
        std::nth_element(later.begin(), later.begin() + std::ptrdiff_t(later.size() / 2), later.end());
        warm = later[later.size() / 2];
    }
    QJsonValue failure;
    if (error)
        failure = QJsonObject { { u"kind"_s, Error::kindName(error->kind) }, { u"code"_s, error->code },
            { u"message"_s, error->message }, { u"advice"_s, error->advice }, { u"httpStatus"_s, error->httpStatus } };
    return { { u"firstFrameColdMs"_s, cold }, { u"firstFrameMs"_s, warm }, { u"frames"_s, frames },
        { u"droppedFrames"_s, droppedFrames }, { u"positionMs"_s, positionMs }, { u"durationMs"_s, durationMs },
        { u"width"_s, std::max(0, stats.frameSize.width()) }, { u"height"_s, std::max(0, stats.frameSize.height()) },
        { u"hdr"_s, stats.hdr }, { u"backend"_s, stats.backend }, { u"error"_s, failure } };
}

PlayRun::Outcome PlayRun::run(const Plan& plan)
{
    Outcome outcome;
    for (int i = 0; i < plan.repeat && playOnce(plan, outcome); ++i) {}
    m_player.close();
    return outcome;
}

bool PlayRun::playOnce(const Plan& plan, Outcome& outcome)
{
    enum class End { None, Played, Failed };
    End end = End::None;
    QEventLoop loop;
    // open() may fail before the loop runs, and a loop that does not run yet cannot be told to quit.
    const auto finish = [&](End how) {
        end = how;
        loop.quit();
    };
    QTimer enough;
    enough.setSingleShot(true);
    QObject::connect(&enough, &QTimer::timeout, &loop, [&finish] { finish(End::Played); });
    const auto began = [&] {
        if (!enough.isActive())
            enough.start(int(plan.playMs));
    };
    QObject::connect(&m_player, &Player::firstFrame, &loop, began);
    QObject::connect(&m_player, &Player::positionChanged, &loop, [&](qint64 position) {
        if (plan.source.audioOnly && position > plan.startMs)
            began();
    });
    QObject::connect(&m_player, &Player::failed, &loop, [&](const Error& error) {
        outcome.error = error;
        finish(End::Failed);
    });
    QObject::connect(&m_player, &Player::stateChanged, &loop, [&](Player::State state) {
        if (state == Player::State::Ended)
            finish(End::Played);
    });
    m_player.open(plan.source, plan.startMs, false);
    if (end == End::None)
        loop.exec(); // also ends, with None, when the program is told to quit
    outcome.stats = m_player.stats();
    outcome.frames += outcome.stats.frames;
    outcome.droppedFrames += outcome.stats.droppedFrames;
    outcome.positionMs = m_player.position();
    outcome.durationMs = m_player.duration();
    if (outcome.stats.firstFrameMs >= 0)
        outcome.firstFrames.push_back(outcome.stats.firstFrameMs);
    return end == End::Played;
}

} // namespace proofreel::cli
