// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can go wrong while playing, and what is done about it.

#include "playback/player_private.h"

#include "core/logging.h"
#include "playback/texts.h"

#include <chrono>

namespace proofreel {

using namespace std::chrono_literals;

namespace {
constexpr auto silencePatience = 12s;
constexpr int maxMends = 2; // without progress in between
constexpr int maxRenewals = 2;
constexpr qint64 progressMs = 2000;
constexpr qint64 shortByMs = 1500; // an end this much before the declared one is none

} // namespace

void Player::Private::onOpenTimeout()
{
    if (m_secondEngine) {
        investigate(false, {}, true);
        return;
    }
    qCDebug(lcPlayback, "Nothing shown in time: a fresh engine");
    m_secondEngine = true;
    begin(Way::Afresh, m_playing);
}

// Playing, and no frame for a while.
void Player::Private::onSilence()
{
    if (state != State::Playing)
        return;
    if (!buffering) {
        setBuffering(true);
        m_silence.start(silencePatience);
        return;
    }
    investigate(false, {}, true);
}

void Player::Private::onEnded()
{
    if (state != State::Playing && state != State::Paused)
        return;
    m_silence.stop();
    setBuffering(false);
    // Backends report a broken connection as the end (the position jumps to the duration): only frames are believed.
    const qint64 expected = expectedMs();
    if (expected > 0 && positionMs + std::max(shortByMs, expected / 50) < expected) {
        investigate(false, Playback::tr("The stream ended too early."));
        return;
    }
    wantPaused = true;
    setState(State::Ended);
}

void Player::Private::onTrouble(bool unsupported, const QString& what)
{
    qCDebug(lcPlayback) << "The backend says:" << what;
    investigate(unsupported, what);
}

void Player::Private::investigate(bool unsupported, const QString& what, bool silent)
{
    if (state == State::Failed || state == State::Empty || m_diagnosing)
        return;
    m_openTimer.stop();
    m_silence.stop();
    m_inspection.abort();
    m_diagnosing = true;
    m_diagnosis = diagnose(http, source.url, positionMs, this, [=, this](const Diagnosis& found) {
        m_diagnosing = false;
        mendOrFail(found, unsupported, what, silent);
    });
}

void Player::Private::mendOrFail(const Diagnosis& found, bool unsupported, const QString& what, bool silent)
{
    if (state == State::Failed || state == State::Empty)
        return;
    m_inspection.abort();
    if (found.trouble) {
        const bool refused = found.trouble->httpStatus == 403 || found.trouble->kind == ErrorKind::Expired;
        if (refused && renewer && !source.key.isEmpty() && m_renewals < maxRenewals)
            renew(*found.trouble);
        else if (m_everShown && m_mends < maxMends && found.trouble->kind == ErrorKind::Network)
            reopen();
        else
            fail(*found.trouble);
        return;
    }
    // The server answers well.
    if (m_everShown && !unsupported && m_mends < maxMends) {
        reopen();
        return;
    }
    Error reason { .kind = ErrorKind::Media, .code = what, .host = source.url.host() };
    if (unsupported) {
        reason.kind = ErrorKind::Unsupported;
        reason.message = Playback::tr("This computer has no decoder for this stream.");
        reason.advice = Playback::tr("Install the missing codec, or choose a rendition in another format.");
    } else if (silent) {
        reason.kind = ErrorKind::Timeout;
        reason.message = Playback::tr("The stream does not deliver any picture.");
        reason.advice = Playback::tr("Check the connection and try again, or choose a smaller rendition.");
    } else if (m_everShown) {
        reason.kind = ErrorKind::Network;
        reason.message = Playback::tr("The stream broke off, and could not be taken up again.");
        reason.advice = Playback::tr("Try again, or choose another rendition.");
    } else {
        reason.message =
            Playback::tr("The stream cannot be decoded; it is damaged or in a format that is not known here.");
        reason.advice = Playback::tr("Choose another rendition.");
    }
    fail(std::move(reason));
}

void Player::Private::renew(const Error& cause)
{
    ++m_renewals;
    m_openTimer.stop();
    m_silence.stop();
    setState(State::Opening);
    Q_EMIT q->renewing();
    m_renewal = renewer(source.key, this, [this, cause](Result<QUrl> fresh) {
        if (!fresh) {
            fail(fresh.error());
            return;
        }
        if (*fresh == source.url) {
            fail(cause); // the service gave the same refused link again
            return;
        }
        source.url = *fresh;
        Q_EMIT q->sourceChanged();
        reopen();
    });
}

// The same again, from where it was; the picture stays.
void Player::Private::reopen()
{
    ++m_mends;
    m_mendedAtMs = positionMs;
    m_startMs = positionMs;
    prepare(Way::InFront);
}

void Player::Private::progressed()
{
    if (m_mends + m_renewals > 0 && positionMs > m_mendedAtMs + progressMs)
        m_mends = m_renewals = 0;
}

void Player::Private::fail(Error reason)
{
    stopAll();
    deck.close();
    m_startMs = positionMs;
    m_firstPending = false;
    error = std::move(reason);
    setBuffering(false);
    setState(State::Failed);
    Q_EMIT q->failed(error);
}

} // namespace proofreel
