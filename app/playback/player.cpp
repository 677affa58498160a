// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playback/player.h"

#include "playback/backend.h"
#include "playback/player_private.h"

#include <algorithm>

namespace proofreel {

Player::Player(Http& http, QObject* parent)
    : QObject(parent)
{
    // Never started without a working backend: creating a media object would end the process.
    d = std::make_unique<Private>(this, http);
}

Player::~Player() = default;

Result<QString> Player::chooseBackend()
{
    return chooseMediaBackend();
}

void Player::setRenewer(Renewer renewer)
{
    d->renewer = std::move(renewer);
}

void Player::setVideoSink(QVideoSink* sink)
{
    d->sink = sink;
}

void Player::open(const PlaySource& source, qint64 startMs, bool paused)
{
    d->open(source, startMs, paused);
}
void Player::switchTo(const PlaySource& source)
{
    d->switchTo(source);
}
void Player::retry()
{
    d->retry();
}
void Player::close()
{
    d->close();
}
void Player::play()
{
    d->play();
}
void Player::pause()
{
    d->pause();
}
void Player::seek(qint64 positionMs)
{
    d->seek(positionMs);
}
void Player::step(int frames)
{
    d->step(frames);
}

void Player::togglePlay()
{
    const bool playing = d->state == State::Playing || (d->state == State::Opening && !d->wantPaused);
    playing ? pause() : play();
}

void Player::setVolume(double volume)
{
    d->volume = std::clamp(volume, 0.0, 1.0);
    d->deck.setVolume(d->volume);
    Q_EMIT volumeChanged(d->volume, d->muted);
}

void Player::setMuted(bool muted)
{
    d->muted = muted;
    d->deck.setMuted(muted);
    Q_EMIT volumeChanged(d->volume, d->muted);
}

void Player::setRate(double rate)
{
    d->rate = std::clamp(rate, 0.25, 4.0);
    d->deck.setRate(d->rate);
    Q_EMIT rateChanged(d->rate);
}

Player::State Player::state() const
{
    return d->state;
}
bool Player::isBuffering() const
{
    return d->buffering;
}
qint64 Player::position() const
{
    return d->positionMs;
}
qint64 Player::duration() const
{
    return d->durationMs > 0 ? d->durationMs : d->source.declaredDurationMs;
}
double Player::volume() const
{
    return d->volume;
}
bool Player::isMuted() const
{
    return d->muted;
}
double Player::rate() const
{
    return d->rate;
}
bool Player::hasAudioDevice() const
{
    return d->audioDevice;
}
const PlaySource& Player::source() const
{
    return d->source;
}
const Error& Player::error() const
{
    return d->error;
}

Player::Stats Player::stats() const
{
    Stats stats = d->stats.stats();
    stats.backend = chooseBackend().value_or(QString());
    return stats;
}

} // namespace proofreel
