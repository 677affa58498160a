// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playback/engine_worker.h"

#include "core/logging.h"
#include "playback/backend.h"

#include <QMediaMetaData>
#include <QVideoFrameFormat>

namespace proofreel {

EngineWorker::EngineWorker(std::shared_ptr<FrameBox> box)
    : m_box(std::move(box))
{
}

EngineWorker::~EngineWorker()
{
    if (!m_player)
        return;
    m_player->disconnect(this);
    m_sink->disconnect(this);
    m_player->setSource({});
    m_audio.reset();
    m_player.reset(); // before the sink: its pipeline still holds the sink's element
    m_sink.reset();
}

void EngineWorker::start()
{
    m_player = std::make_unique<QMediaPlayer>();
    m_sink = std::make_unique<QVideoSink>();
    m_player->setVideoSink(m_sink.get());
    m_audio = std::make_unique<AudioRoute>(*m_player);
    m_seekTimer = std::make_unique<QTimer>();
    m_seekTimer->setSingleShot(true);
    m_closeTimer = std::make_unique<QTimer>();
    m_closeTimer->setSingleShot(true);
    connect(m_closeTimer.get(), &QTimer::timeout, this, &EngineWorker::finishClose);

    connect(m_sink.get(), &QVideoSink::videoFrameChanged, this, &EngineWorker::onFrame);
    connect(m_player.get(), &QMediaPlayer::mediaStatusChanged, this, &EngineWorker::onStatus);
    connect(m_player.get(), &QMediaPlayer::errorOccurred, this, &EngineWorker::onError);
    connect(m_player.get(), &QMediaPlayer::durationChanged, this, [this](qint64 ms) {
        if (ms <= 0 || m_ticket == 0)
            return;
        m_aim.setDuration(ms);
        Q_EMIT durationChanged(m_ticket, ms);
    });
    connect(m_player.get(), &QMediaPlayer::positionChanged, this, [this](qint64 ms) {
        if (m_ready && isSoundOnly())
            Q_EMIT positionChanged(m_ticket, ms);
    });
    connect(m_seekTimer.get(), &QTimer::timeout, this, &EngineWorker::onSeekSilence);
    connect(m_audio.get(), &AudioRoute::deviceChanged, this, &EngineWorker::audioDeviceChanged);
    Q_EMIT audioDeviceChanged(m_audio->hasDevice());
}

void EngineWorker::open(int ticket, const EngineOpen& what)
{
    if (m_player->source().isEmpty()) {
        begin(ticket, what);
        return;
    }
    m_nextOpen.emplace(ticket, what);
    beginClose();
}

void EngineWorker::begin(int ticket, const EngineOpen& what)
{
    m_ticket = ticket;
    m_open = what;
    m_aim.reset(what.fps, what.durationMs, what.playlist);
    m_ready = m_loaded = m_failed = m_ended = m_settled = false;
    m_wantPlaying = !what.paused;
    m_startAtMs = what.startMs > 0 ? what.startMs : -1;
    m_shownUs = 0;
    m_audio->prepare(what.audioOnly);
    m_player->setSource(what.url);
    // Always paused at first, whatever is wanted: a seek is lost while the media loads (Qt 6.4), and a pipeline that
    // was told to play, then anything else while it still gets there, never comes to rest.
    m_player->pause();
}

void EngineWorker::play()
{
    m_wantPlaying = true;
    m_holding = false;
    if (m_nextOpen)
        m_nextOpen->second.paused = false;
    if (!isOpen() || m_seek || m_startAtMs >= 0)
        return; // when that is done
    m_ended = m_settled = false;
    m_player->play();
}

void EngineWorker::pause()
{
    m_wantPlaying = false;
    if (m_nextOpen)
        m_nextOpen->second.paused = true;
    if (isOpen() && !m_ended && (!m_seek || !m_seek->rolling))
        m_player->pause();
}

void EngineWorker::onFrame(const QVideoFrame& frame)
{
    if (!frame.isValid())
        return;
    m_settled = m_player->playbackState() == QMediaPlayer::PausedState;
    if (m_closingTicket != 0) {
        QMetaObject::invokeMethod(this, &EngineWorker::finishClose, Qt::QueuedConnection);
        return;
    }
    if (m_ticket == 0 || m_failed)
        return;
    if (!m_ready) {
        m_aim.calibrate(frame.startTime());
        const double fps = m_player->metaData().value(QMediaMetaData::VideoFrameRate).toDouble();
        m_aim.setFrameRate(fps > 0 ? fps : frame.surfaceFormat().frameRate());
        m_ready = true;
        if (m_loaded)
            later([this] { onReady(); });
    }
    if (m_startAtMs >= 0) {
        m_hidden = frame; // the frame at the start is not the one that was asked for
        return;
    }
    if (m_seek)
        onSeekFrame(frame);
    else if (!m_holding)
        show(frame, m_aim.positionUs(frame.startTime()));
}

void EngineWorker::show(const QVideoFrame& frame, qint64 positionUs)
{
    m_shownUs = positionUs;
    if (m_box->put({ m_ticket, frame, positionUs / 1000 }))
        Q_EMIT frameWaiting();
}

// The media is there: what had to wait for it.
void EngineWorker::onReady()
{
    if (!isOpen())
        return;
    if (m_rate != 1)
        m_player->setPlaybackRate(m_rate);
    const qint64 startAt = std::exchange(m_startAtMs, -1);
    if (startAt >= 0 && !isSoundOnly() && !m_player->isSeekable()) {
        // A server without ranges: begin at the beginning.
        if (m_hidden.isValid())
            show(std::exchange(m_hidden, {}), 0);
    } else if (startAt >= 0) {
        seek(startAt);
    }
    if (isSoundOnly())
        Q_EMIT opened(m_ticket);
    if (m_wantPlaying && !m_seek) {
        m_settled = false;
        m_player->play();
    }
}

void EngineWorker::onStatus(QMediaPlayer::MediaStatus status)
{
    if (m_ticket == 0 || m_failed)
        return;
    switch (status) {
    case QMediaPlayer::LoadedMedia:
        if (std::exchange(m_loaded, true))
            break;
        m_ready = m_ready || isSoundOnly();
        later([this] { onReady(); });
        break;
    case QMediaPlayer::EndOfMedia:
        later([this] { onEnded(); });
        break;
    default:
        break;
    }
}

void EngineWorker::onEnded()
{
    m_ended = true;
    if (!m_seek)
        finishPlaying();
    else if (m_hidden.isValid())
        land(m_hidden); // the last frame there is
    else
        finishSeek();
}

void EngineWorker::finishPlaying()
{
    m_wantPlaying = false;
    Q_EMIT ended(m_ticket);
}

void EngineWorker::onError(QMediaPlayer::Error error, const QString& text)
{
    if (m_ticket == 0 || m_failed || error == QMediaPlayer::NoError)
        return;
    if (isPassingComplaint(error, text, !m_ready)) {
        qCDebug(lcPlayback) << "While opening:" << text;
        return;
    }
    if (isGStreamer() && !m_ready && !m_player->hasVideo() && !m_audio->isAttached() && !m_open.audioOnly) {
        // Perhaps sound alone that nobody announced: that needs an audio output.
        m_open.audioOnly = true;
        later([this] { open(m_ticket, EngineOpen(m_open)); });
        return;
    }
    m_failed = true; // GStreamer sends several for one failure
    Q_EMIT failed(m_ticket, error == QMediaPlayer::FormatError, text);
}

bool EngineWorker::isSoundOnly() const
{
    return m_open.audioOnly || (m_player->hasAudio() && !m_player->hasVideo());
}

void EngineWorker::setVolume(double volume)
{
    m_audio->setVolume(volume);
}
void EngineWorker::setMuted(bool muted)
{
    m_audio->setMuted(muted);
}

void EngineWorker::setRate(double rate)
{
    m_rate = rate;
    if (m_ready)
        m_player->setPlaybackRate(rate);
}

} // namespace proofreel
