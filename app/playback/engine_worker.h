// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "playback/audio_route.h"
#include "playback/seek_aim.h"

#include <QMediaPlayer>
#include <QMutex>
#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QVideoFrame>
#include <QVideoSink>

#include <memory>
#include <optional>

namespace proofreel {

//! What an engine is asked to open.
struct EngineOpen {
    QUrl url;
    qint64 startMs = 0;
    bool paused = false;
    bool audioOnly = false;
    bool playlist = false; //!< HLS
    double fps = 0; //!< declared; 0: unknown
    qint64 durationMs = 0; //!< declared; 0: unknown
};

//! The newest frame on its way to the GUI thread. A slow GUI gets fewer frames, never a growing queue of them.
class FrameBox {
public:
    struct Item {
        int ticket = 0;
        QVideoFrame frame;
        qint64 positionMs = 0;
    };
    //! True if the reader has to be told; false if it was told already and has not come yet.
    bool put(Item item)
    {
        const QMutexLocker lock(&m_mutex);
        return !std::exchange(m_item, std::move(item)).has_value();
    }
    std::optional<Item> take()
    {
        const QMutexLocker lock(&m_mutex);
        return std::exchange(m_item, std::nullopt);
    }

private:
    QMutex m_mutex;
    std::optional<Item> m_item;
};

//! One QMediaPlayer with its sink and audio, in the engine's thread; all slots are called there. Every signal carries
//! the ticket of the open that it belongs to. Reacts to states, never to sequences: they differ per backend.
class EngineWorker final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineWorker)
public:
    explicit EngineWorker(std::shared_ptr<FrameBox> box);
    ~EngineWorker() override;

    void start();
    void open(int ticket, const EngineOpen& what);
    void close();
    void play();
    void pause();
    void seek(qint64 positionMs);
    void step(int frames);
    void setVolume(double volume);
    void setMuted(bool muted);
    void setRate(double rate);

Q_SIGNALS:
    void frameWaiting();
    void opened(int ticket); //!< sound alone: ready, no frame will come
    void positionChanged(int ticket, qint64 positionMs); //!< sound alone
    void durationChanged(int ticket, qint64 durationMs);
    void seekFinished(int ticket, qint64 positionMs);
    void ended(int ticket);
    void failed(int ticket, bool unsupported, const QString& text);
    void audioDeviceChanged(bool any);
    void closed(int ticket); //!< of the last open: the backend has let go of it

private:
    //! A seek to one exact frame. Backends land near it; what came decides what is asked next.
    struct Seek {
        qint64 frame = 0;
        qint64 askMs = 0;
        int asked = 0;
        bool rolling = false; //!< landed before the frame: plays on, hidden, until it comes
    };

    void onFrame(const QVideoFrame& frame);
    void onStatus(QMediaPlayer::MediaStatus status);
    void onError(QMediaPlayer::Error error, const QString& text);
    void onReady();
    void onEnded();
    void finishPlaying();
    void begin(int ticket, const EngineOpen& what);
    void beginClose();
    void finishClose();
    void show(const QVideoFrame& frame, qint64 positionUs);
    [[nodiscard]] bool isOpen() const { return m_ready && m_loaded; }
    [[nodiscard]] bool isSoundOnly() const;
    template <typename Function>
    void later(Function function);

    // engine_seek.cpp
    qint64* waitingStart();
    void reopenAt(qint64 positionMs);
    void seekToFrame(qint64 frame);
    void ask(qint64 ms);
    void onSeekFrame(const QVideoFrame& frame);
    void onRollFrame(const QVideoFrame& frame, qint64 miss);
    void land(const QVideoFrame& frame);
    void onSeekSilence();
    void finishSeek();

    std::shared_ptr<FrameBox> m_box;
    std::unique_ptr<QMediaPlayer> m_player;
    std::unique_ptr<QVideoSink> m_sink;
    std::unique_ptr<AudioRoute> m_audio;
    std::unique_ptr<QTimer> m_seekTimer;
    std::unique_ptr<QTimer> m_closeTimer;
    int m_ticket = 0; // 0: closed
    int m_closes = 0;
    int m_closingTicket = 0; // 0: not closing
    std::optional<std::pair<int, EngineOpen>> m_nextOpen; // when closed
    bool m_settled = false; // paused, and its frame has come
    EngineOpen m_open;
    SeekAim m_aim;
    bool m_ready = false; // a frame (or, for sound, the loaded media) is there
    bool m_loaded = false; // the backend says so: only now does it obey
    bool m_failed = false;
    bool m_ended = false;
    bool m_wantPlaying = false;
    bool m_holding = false; // paused behind a seek that rolled: the frame after it is not shown
    double m_rate = 1;
    qint64 m_startAtMs = -1; // a seek that waits for the media
    std::optional<Seek> m_seek; // under way
    std::optional<qint64> m_nextFrame; // wanted after that
    qint64 m_shownUs = 0; // position of the frame on screen
    QVideoFrame m_hidden; // the latest that came during a seek and was not the one
};

//! Does it in the worker's thread once the call that is under way has returned, unless the media has changed by then.
//! A backend must not be sought or stopped from within its own delivery of a frame: its thread waits for that.
template <typename Function>
void EngineWorker::later(Function function)
{
    QMetaObject::invokeMethod(
        this,
        [this, ticket = m_ticket, function = std::move(function)] {
            if (ticket == m_ticket && !m_failed)
                function();
        },
        Qt::QueuedConnection);
}

} // namespace proofreel
