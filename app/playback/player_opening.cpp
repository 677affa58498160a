// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way from a source to its first frame.

#include "playback/player_private.h"

#include "media/playlist.h"
#include "playback/playlist_guard.h"
#include "playback/texts.h"

#include <chrono>

namespace proofreel {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto secondPatience = 10s; // then an error
} // namespace

void Player::Private::prepare(Way way)
{
    m_firstPending = true;
    m_secondEngine = false;
    m_begun = false;
    stats.restart();
    setBuffering(false);
    setState(State::Opening);
    const auto backend = Player::chooseBackend();
    if (!backend) {
        fail(backend.error());
        return;
    }
    if (!isPlayableUrl(source.url)) {
        deck.close();
        fail({ .kind = ErrorKind::Unsupported,
            .code = source.url.scheme(),
            .message = Playback::tr("Only http and https URLs are played."),
            .advice = Playback::tr("Choose another rendition.") });
        return;
    }
    const std::optional<MediaKind> named = kindByName(source.url);
    m_playlist = named == MediaKind::Playlist;
    m_soundOnly = source.audioOnly || named == MediaKind::Sound;
    if (!m_playlist) {
        // An address that announces nothing is asked first: the backend has to know beforehand that no picture comes.
        const bool announced = named || source.audioOnly || !source.key.isEmpty();
        if (announced)
            begin(way, source.url);
        else if (way == Way::InFront)
            deck.close();
        inspect(way);
        return;
    }
    if (way == Way::InFront)
        deck.close();
    m_guard = guardPlaylist(http, source.url, this, [this, way](Result<QUrl> checked) {
        if (checked)
            begin(way, *checked);
        else
            mendOrFail({ .trouble = checked.error(), .kind = MediaKind::Playlist }, false, {}, false);
    });
}

void Player::Private::begin(Way way, const QUrl& url)
{
    m_playing = url;
    m_begun = true;
    const EngineOpen what { .url = url,
        .startMs = m_startMs,
        .paused = wantPaused,
        .audioOnly = m_soundOnly,
        .playlist = m_playlist,
        .fps = source.declaredFps,
        .durationMs = source.declaredDurationMs };
    m_openTimer.start(m_secondEngine ? secondPatience : firstPatience);
    switch (way) {
    case Way::InFront:
        deck.open(what);
        break;
    case Way::Behind:
        deck.openBehind(what);
        break;
    case Way::Afresh:
        deck.openAfresh(what);
        break;
    }
}

// Mostly beside the engine: costs no time, gives the cause early, and notices a playlist in disguise.
void Player::Private::inspect(Way way)
{
    m_inspection.abort();
    m_inspection = diagnose(http, source.url, m_startMs, this, [this, way](const Diagnosis& found) {
        if (found.kind == MediaKind::Playlist && !found.trouble && !looksLikePlaylist(source.url)) {
            // Its addresses have to be checked like any playlist's.
            m_playlist = true;
            m_openTimer.stop();
            deck.close();
            m_guard = guardPlaylist(http, source.url, this, [this](Result<QUrl> checked) {
                if (checked)
                    begin(Way::InFront, *checked);
                else
                    fail(checked.error());
            });
        } else if (found.trouble && m_firstPending && found.trouble->kind != ErrorKind::Timeout) {
            mendOrFail(found, false, {}, false);
        } else if (!m_begun) {
            m_soundOnly = found.kind == MediaKind::Sound;
            begin(way, source.url);
        }
    });
}

void Player::Private::onOpened()
{
    m_openTimer.stop();
    m_everShown = true;
    if (state == State::Opening) {
        // What the user wanted in the meantime counts.
        if (wantPaused)
            deck.pause();
        else
            deck.play();
        setState(wantPaused ? State::Paused : State::Playing);
    }
    if (state == State::Playing)
        m_silence.start(bufferingAfter);
    Q_EMIT q->firstFrame();
}

} // namespace proofreel
