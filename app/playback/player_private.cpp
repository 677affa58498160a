// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playback/player_private.h"

#include "core/logging.h"

#include <chrono>

namespace proofreel {

using namespace std::chrono_literals;

Player::Private::Private(Player* player, Http& door)
    : q(player)
    , http(door)
{
    connect(&deck, &Deck::frame, this, &Private::onFrame);
    connect(&deck, &Deck::opened, this, [this] {
        if (std::exchange(m_firstPending, false))
            onOpened();
    });
    connect(&deck, &Deck::ended, this, &Private::onEnded);
    connect(&deck, &Deck::failed, this, &Private::onTrouble);
    connect(&deck, &Deck::positionChanged, this, [this](qint64 ms) {
        m_silence.start();
        progressed();
        setPosition(ms);
    });
    connect(&deck, &Deck::durationChanged, this, [this](qint64 ms) {
        const qint64 before = q->duration();
        durationMs = ms;
        if (q->duration() != before)
            Q_EMIT q->durationChanged(q->duration());
    });
    connect(&deck, &Deck::seekFinished, this, [this](qint64 ms) {
        setPosition(ms);
        if (!m_firstPending)
            Q_EMIT q->seekFinished(ms);
    });
    connect(&deck, &Deck::audioDeviceChanged, this, [this](bool any) { audioDevice = any; });

    m_openTimer.setSingleShot(true);
    connect(&m_openTimer, &QTimer::timeout, this, &Private::onOpenTimeout);
    m_silence.setInterval(bufferingAfter);
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, &Private::onSilence);
    m_positionTimer.setInterval(33ms);
    m_positionTimer.setSingleShot(true);
    connect(&m_positionTimer, &QTimer::timeout, this, [this] { Q_EMIT q->positionChanged(positionMs); });
}

Player::Private::~Private()
{
    stopAll();
}

void Player::Private::stopAll()
{
    m_openTimer.stop();
    m_silence.stop();
    for (CallHandle* call : { &m_guard, &m_inspection, &m_diagnosis, &m_renewal })
        call->abort();
    m_diagnosing = false;
}

void Player::Private::open(const PlaySource& what, qint64 startMs, bool paused)
{
    stopAll();
    source = what;
    durationMs = 0;
    error = {};
    wantPaused = paused;
    m_everShown = false;
    m_mends = m_renewals = 0;
    positionMs = m_startMs = std::max<qint64>(0, startMs);
    Q_EMIT q->sourceChanged();
    Q_EMIT q->durationChanged(q->duration());
    Q_EMIT q->positionChanged(positionMs);
    prepare(Way::InFront);
}

void Player::Private::switchTo(const PlaySource& what)
{
    if (state == State::Empty) {
        open(what, 0, wantPaused);
        return;
    }
    stopAll();
    const bool shown = m_everShown && state != State::Failed;
    if (state == State::Ended)
        wantPaused = true;
    source = what;
    error = {};
    m_mends = m_renewals = 0;
    m_startMs = positionMs;
    deck.pause();
    Q_EMIT q->sourceChanged();
    prepare(shown ? Way::Behind : Way::InFront);
}

void Player::Private::retry()
{
    if (state != State::Failed)
        return;
    error = {};
    m_mends = m_renewals = 0;
    reopen();
}

void Player::Private::close()
{
    stopAll();
    deck.close();
    source = {};
    error = {};
    positionMs = durationMs = 0;
    m_everShown = false;
    stats.restart();
    if (sink)
        sink->setVideoFrame({});
    Q_EMIT q->sourceChanged();
    setBuffering(false);
    setState(State::Empty);
}

void Player::Private::play()
{
    wantPaused = false;
    switch (state) {
    case State::Paused:
    case State::Ended:
        if (state == State::Ended) {
            setPosition(0);
            stats.seeked();
        }
        deck.play();
        m_silence.start(bufferingAfter);
        setState(State::Playing);
        break;
    case State::Opening:
        deck.play();
        break;
    default:
        break;
    }
}

void Player::Private::pause()
{
    wantPaused = true;
    if (state == State::Playing) {
        deck.pause();
        m_silence.stop();
        setBuffering(false);
        setState(State::Paused);
    } else if (state == State::Opening) {
        deck.pause();
    }
}

void Player::Private::seek(qint64 ms)
{
    if (state == State::Empty)
        return;
    const qint64 end = q->duration();
    ms = std::max<qint64>(0, end > 0 ? std::min(ms, end) : ms);
    m_startMs = ms;
    if (state == State::Failed) {
        setPosition(ms);
        return;
    }
    stats.seeked();
    leaveEnd();
    deck.seek(ms);
    if (state == State::Opening)
        setPosition(ms);
}

void Player::Private::step(int frames)
{
    if (state != State::Playing && state != State::Paused && state != State::Ended)
        return;
    pause();
    stats.seeked();
    leaveEnd();
    deck.step(frames);
}

// An engine that is sought out of its end opens anew: that is watched like every opening.
void Player::Private::leaveEnd()
{
    if (state != State::Ended)
        return;
    wantPaused = true;
    m_firstPending = true;
    m_secondEngine = false;
    m_openTimer.start(firstPatience);
    setState(State::Paused);
}

void Player::Private::onFrame(const QVideoFrame& frame, qint64 ms)
{
    if (state == State::Failed || state == State::Empty || (state == State::Opening && !m_begun))
        return; // the old rendition's, while the new one's playlist is still being read
    stats.add(frame, source.declaredFps);
    if (sink)
        sink->setVideoFrame(frame);
    setPosition(ms);
    const bool first = std::exchange(m_firstPending, false);
    if (first)
        onOpened();
    if (state == State::Playing) {
        setBuffering(false);
        m_silence.start(bufferingAfter);
        progressed();
    }
    Q_EMIT q->frameShown(frame);
}

void Player::Private::setState(State next)
{
    if (std::exchange(state, next) != next)
        Q_EMIT q->stateChanged(next);
}

void Player::Private::setBuffering(bool on)
{
    if (std::exchange(buffering, on) != on)
        Q_EMIT q->bufferingChanged(on);
}

void Player::Private::setPosition(qint64 ms)
{
    if (std::exchange(positionMs, ms) != ms && !m_positionTimer.isActive()) {
        m_positionTimer.start();
    }
}

qint64 Player::Private::expectedMs() const
{
    return durationMs > 0 && source.declaredDurationMs > 0 ? std::min(durationMs, source.declaredDurationMs)
                                                           : std::max(durationMs, source.declaredDurationMs);
}

} // namespace proofreel
