// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playback/engine_worker.h"

#include "core/logging.h"
#include "playback/backend.h"

#include <QMediaMetaData>
#include <QVideoFrameFormat>

#include <chrono>

namespace proofreel {

using namespace std::chrono_literals;

namespace {
constexpr auto seekablePatience = 1500ms;
}

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
    stopMedia();
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
    connect(m_player.get(), &QMediaPlayer::seekableChanged, this, [this](bool seekable) {
        if (seekable && m_ready && m_startAtMs >= 0)
            later([this] { onReady(); });
    });
    connect(m_seekTimer.get(), &QTimer::timeout, this, &EngineWorker::onSeekSilence);
    connect(m_audio.get(), &AudioRoute::deviceChanged, this, &EngineWorker::audioDeviceChanged);
    Q_EMIT audioDeviceChanged(m_audio->hasDevice());
}

void EngineWorker::open(int ticket, const EngineOpen& what)
{
    stopMedia();
    m_ticket = ticket;
    m_open = what;
    m_aim.reset(what.fps, what.durationMs, what.playlist);
    m_ready = m_failed = m_ended = false;
    m_wantPlaying = !what.paused;
    m_startAtMs = what.startMs > 0 ? what.startMs : -1;
    m_shownUs = 0;
    m_audio->prepare(what.audioOnly);
    m_player->setSource(what.url);
    // A seek is lost while the media loads (Qt 6.4): open paused, seek when the first frame is there, then play.
    if (m_wantPlaying && m_startAtMs < 0)
        m_player->play();
    else
        m_player->pause();
}

void EngineWorker::close()
{
    m_ticket = 0;
    stopMedia();
}

// Down to nothing before anything else: an open on top of a running pipeline races with its streaming threads.
void EngineWorker::stopMedia()
{
    m_seekTimer->stop();
    m_seek.reset();
    m_nextFrame.reset();
    m_hidden = {};
    m_holding = false;
    m_box->take();
    if (m_player->source().isEmpty())
        return;
    m_ready = false;
    m_player->stop();
    m_player->setSource({});
}

void EngineWorker::play()
{
    m_wantPlaying = true;
    m_holding = false;
    if (m_seek || (m_startAtMs >= 0 && !m_ended))
        return; // when that is done
    m_ended = false;
    m_player->play();
}

void EngineWorker::pause()
{
    m_wantPlaying = false;
    if (!m_seek || !m_seek->rolling)
        m_player->pause();
}

void EngineWorker::onFrame(const QVideoFrame& frame)
{
    if (!frame.isValid() || m_ticket == 0 || m_failed)
        return;
    if (!m_ready) {
        m_aim.calibrate(frame.startTime());
        const double fps = m_player->metaData().value(QMediaMetaData::VideoFrameRate).toDouble();
        m_aim.setFrameRate(fps > 0 ? fps : frame.surfaceFormat().frameRate());
        m_ready = true;
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
    if (m_rate != 1)
        m_player->setPlaybackRate(m_rate);
    if (m_startAtMs >= 0) {
        if (!isSoundOnly() && !m_player->isSeekable()) {
            m_seekTimer->start(seekablePatience); // known a moment after the first frame
            return;
        }
        m_seekTimer->stop();
        seek(std::exchange(m_startAtMs, -1));
    }
    if (m_wantPlaying && !m_seek)
        m_player->play();
}

void EngineWorker::onStatus(QMediaPlayer::MediaStatus status)
{
    if (m_ticket == 0 || m_failed)
        return;
    switch (status) {
    case QMediaPlayer::LoadedMedia:
    case QMediaPlayer::BufferedMedia:
        if (!m_ready && isSoundOnly()) {
            m_ready = true;
            later([this] {
                onReady();
                Q_EMIT opened(m_ticket);
            });
        }
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
    if (!m_seek) {
        Q_EMIT ended(m_ticket);
    } else if (m_hidden.isValid()) {
        land(m_hidden); // the last frame there is
    } else {
        finishSeek();
    }
}

void EngineWorker::onError(QMediaPlayer::Error error, const QString& text)
{
    if (m_ticket == 0 || m_failed || error == QMediaPlayer::NoError)
        return;
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
