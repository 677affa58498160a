// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "playback/deck.h"
#include "playback/diagnosis.h"
#include "playback/frame_stats.h"
#include "playback/player.h"

#include <QPointer>
#include <QTimer>
#include <QVideoSink>

#include <chrono>

namespace proofreel {

//! The player's state machine. What can go wrong is told apart by our own request, mended where it can be (a fresh
//! engine, a renewed URL, going on where it stopped), and told once where it cannot.
class Player::Private final : public QObject {
public:
    Private(Player* player, Http& http);
    ~Private() override;

    void open(const PlaySource& source, qint64 startMs, bool paused);
    void switchTo(const PlaySource& source);
    void retry();
    void close();
    void play();
    void pause();
    void seek(qint64 positionMs);
    void step(int frames);

    Player* const q;
    Http& http;
    Deck deck;
    FrameStats stats;
    PlaySource source;
    Renewer renewer;
    QPointer<QVideoSink> sink;
    Error error;
    State state = State::Empty;
    bool buffering = false;
    bool wantPaused = false; // what the user wants, whatever the state
    qint64 positionMs = 0;
    qint64 durationMs = 0; // the backend's
    double volume = 1;
    bool muted = false;
    double rate = 1;
    bool audioDevice = false;

private:
    static constexpr std::chrono::milliseconds bufferingAfter { 500 };
    static constexpr std::chrono::seconds firstPatience { 5 }; // with an opening; then a fresh engine
    enum class Way { InFront, Behind, Afresh };

    void prepare(Way way); // checks the playlist if it is one, then begin()
    void begin(Way way, const QUrl& url);
    void inspect(Way way);
    void leaveEnd();
    void onFrame(const QVideoFrame& frame, qint64 ms);
    void onOpened();
    void onEnded();
    void onTrouble(bool unsupported, const QString& text);
    void onOpenTimeout();
    void onSilence();
    void investigate(bool unsupported, const QString& text, bool silent = false);
    void mendOrFail(const Diagnosis& diagnosis, bool unsupported, const QString& text, bool silent);
    void renew(const Error& cause);
    void reopen();
    void fail(Error reason);
    void stopAll();
    void setState(State next);
    void setBuffering(bool on);
    void setPosition(qint64 ms);
    void progressed();
    [[nodiscard]] qint64 expectedMs() const;

    QTimer m_openTimer; // an open that shows nothing
    QTimer m_silence; // playing, and no frame
    QTimer m_positionTimer;
    CallHandle m_guard, m_inspection, m_diagnosis, m_renewal;
    bool m_firstPending = false; // the current open has shown nothing yet
    bool m_playlist = false; // HLS, by name or by content
    bool m_soundOnly = false; // the same
    bool m_begun = false; // the current open has reached an engine
    bool m_secondEngine = false;
    bool m_everShown = false; // of this source
    bool m_diagnosing = false;
    int m_mends = 0; // since there was progress
    int m_renewals = 0;
    qint64 m_mendedAtMs = 0;
    qint64 m_startMs = 0;
    QUrl m_playing; // what the engine was given
};

} // namespace proofreel
