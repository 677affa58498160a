// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a seek gets to exactly one frame, whatever the backend makes of it.

#include "playback/engine_worker.h"

#include "core/logging.h"
#include "playback/backend.h"

#include <chrono>
#include <cstdlib>

namespace proofreel {

using namespace std::chrono_literals;

namespace {
constexpr int maxAsks = 3;
constexpr qint64 rollableUs = 3'000'000; // further than this nobody waits for
constexpr auto answerPatience = 1500ms;
constexpr auto rollPatience = 5s;
} // namespace

void EngineWorker::seek(qint64 positionMs)
{
    if (qint64* start = waitingStart()) {
        *start = positionMs;
        return;
    }
    if (isSoundOnly()) {
        if (m_ended) {
            reopenAt(positionMs);
            return;
        }
        const qint64 last = m_player->duration() > 0 ? m_player->duration() - 1 : positionMs;
        const qint64 ms = qBound<qint64>(0, positionMs, qMax<qint64>(0, last));
        m_player->setPosition(ms);
        Q_EMIT positionChanged(m_ticket, ms);
        Q_EMIT seekFinished(m_ticket, ms);
        return;
    }
    seekToFrame(m_aim.clampFrame(m_aim.frameAt(positionMs * 1000)));
}

void EngineWorker::step(int frames)
{
    if (isSoundOnly())
        return;
    if (qint64* start = waitingStart()) {
        pause();
        *start = m_aim.startOfFrameUs(m_aim.clampFrame(m_aim.frameAt(*start * 1000) + frames)) / 1000;
        return;
    }
    const qint64 base = m_nextFrame ? *m_nextFrame : m_seek ? m_seek->frame : m_aim.frameAt(m_shownUs);
    pause();
    seekToFrame(m_aim.clampFrame(base + frames));
}

void EngineWorker::seekToFrame(qint64 frame)
{
    if (m_seek) {
        m_nextFrame = frame; // the last of several quick ones wins
        if (m_seek->rolling)
            finishSeek();
        return;
    }
    if (m_ended) {
        reopenAt(m_aim.startOfFrameUs(frame) / 1000);
        return;
    }
    if (!m_player->isSeekable()) {
        Q_EMIT seekFinished(m_ticket, m_shownUs / 1000); // a server without ranges
        return;
    }
    m_seek = Seek { .frame = frame };
    ask(m_aim.askMs(frame));
}

// Where what is being opened, or has to wait for a close, is going to start. Null: it is open, and seeks.
qint64* EngineWorker::waitingStart()
{
    if (m_nextOpen)
        return &m_nextOpen->second.startMs;
    return isOpen() && m_startAtMs < 0 ? nullptr : &m_startAtMs;
}

// The way out of the end: GStreamer answers no seek there, FFmpeg not every one.
void EngineWorker::reopenAt(qint64 positionMs)
{
    EngineOpen again = m_open;
    again.startMs = positionMs;
    again.paused = !m_wantPlaying;
    again.fps = m_aim.knownFps();
    open(m_ticket, again);
}

void EngineWorker::ask(qint64 ms)
{
    m_hidden = {};
    m_holding = false;
    m_seek->askMs = m_aim.clampAskMs(ms);
    ++m_seek->asked;
    m_seekTimer->start(answerPatience);
    // A backend does nothing for a seek to where it stands, and then no frame would come.
    if (m_player->position() == m_seek->askMs)
        m_seek->askMs += m_seek->askMs > 0 ? -1 : 1;
    m_settled = false;
    m_player->setPosition(m_seek->askMs);
}

void EngineWorker::onSeekFrame(const QVideoFrame& frame)
{
    const qint64 miss = m_aim.missBy(m_seek->frame, frame.startTime());
    if (m_seek->rolling) {
        onRollFrame(frame, miss);
        return;
    }
    // GStreamer delivers nothing from before a seek; others may.
    if (!isGStreamer() && std::abs(miss) > 2) {
        m_hidden = frame;
        return;
    }
    if (miss == 0 || m_wantPlaying || m_nextFrame || m_seek->asked >= maxAsks) {
        land(frame);
        return;
    }
    m_hidden = frame;
    const qint64 missMs = miss * m_aim.frameUs() / 1000;
    if (std::abs(miss) == 1 && m_aim.askOffsetMs() == 0 && m_aim.learnFromMiss()) {
        later([this] {
            if (m_seek)
                ask(m_aim.askMs(m_seek->frame));
        });
    } else if (miss > 0 && m_seek->askMs > 0) {
        // HLS: the segment is chosen by the playlist's clock and cut by the stream's, so that the end of a segment
        // cannot be asked for. Go in earlier and roll.
        later([this, missMs] {
            if (m_seek)
                ask(m_seek->askMs - missMs - m_aim.askOffsetMs());
        });
    } else if (miss < 0 && -missMs * 1000 <= rollableUs) {
        m_seek->rolling = true;
        m_seekTimer->start(rollPatience);
        later([this] {
            if (m_seek && m_seek->rolling) {
                m_settled = false;
                m_player->play();
            }
        });
    } else {
        land(frame);
    }
}

void EngineWorker::onRollFrame(const QVideoFrame& frame, qint64 miss)
{
    if (miss < 0) {
        m_hidden = frame;
        return;
    }
    land(frame);
}

// This is the frame, or as near as it gets.
void EngineWorker::land(const QVideoFrame& frame)
{
    const qint64 miss = m_aim.missBy(m_seek->frame, frame.startTime());
    // GStreamer cuts a frame's start to the position that was asked for: the frame is known, so say its own start.
    show(frame, miss == 0 ? m_aim.startOfFrameUs(m_seek->frame) : m_aim.positionUs(frame.startTime()));
    finishSeek();
}

void EngineWorker::finishSeek()
{
    m_seekTimer->stop();
    m_holding = m_seek->rolling && !m_wantPlaying;
    const bool stop = m_holding && !m_ended;
    m_seek.reset();
    m_hidden = {};
    later([this, stop] {
        if (stop && !m_seek && !m_wantPlaying)
            m_player->pause();
        if (const auto next = std::exchange(m_nextFrame, std::nullopt))
            seekToFrame(*next);
        else
            Q_EMIT seekFinished(m_ticket, m_shownUs / 1000);
        if (m_seek)
            return;
        if (m_ended)
            finishPlaying();
        else if (m_wantPlaying)
            m_player->play();
    });
}

void EngineWorker::onSeekSilence()
{
    if (!m_seek)
        return;
    if (m_hidden.isValid()) {
        land(m_hidden);
    } else if (m_seek->asked < maxAsks && !m_nextFrame) {
        ask(m_aim.askMs(m_seek->frame));
    } else {
        qCDebug(lcPlayback, "A seek was not answered");
        finishSeek();
    }
}

} // namespace proofreel
