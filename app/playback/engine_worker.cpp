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
constexpr auto seekPatience = 1500ms;
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
    m_seekTimer->setInterval(seekPatience);

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
    stopMedia();
    m_ticket = ticket;
    m_open = what;
    m_aim.reset(what.fps, what.durationMs);
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
    m_lastWhileSeeking = {};
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
    if (m_startAtMs >= 0 && !m_ready)
        return;
    m_ended = false;
    if (!m_seek)
        m_player->play();
}

void EngineWorker::pause()
{
    m_wantPlaying = false;
    m_player->pause();
}

void EngineWorker::seek(qint64 positionMs)
{
    if (!m_ready) {
        m_startAtMs = positionMs;
        m_player->pause();
        return;
    }
    if (isSoundOnly()) {
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
    if (!m_ready || isSoundOnly())
        return;
    pause();
    const qint64 base = m_nextFrame ? *m_nextFrame : m_seek ? m_seek->frame : m_aim.frameAt(m_shownUs);
    seekToFrame(m_aim.clampFrame(base + frames));
}

void EngineWorker::seekToFrame(qint64 frame)
{
    if (m_seek) {
        m_nextFrame = frame; // the last of several quick ones wins
        return;
    }
    if (m_ended) {
        // Out of the stopped state, in which no frame is delivered.
        m_ended = false;
        m_player->pause();
    }
    askFor({ .frame = frame });
}

void EngineWorker::askFor(const Seek& seek)
{
    m_seek = seek;
    m_seekTimer->start();
    qint64 ms = m_aim.askMs(seek.frame);
    // A backend does nothing for a seek to where it stands, and then no frame would come.
    if (m_player->position() == ms)
        ms = ms > 0 ? ms - 1 : 1;
    m_player->setPosition(ms);
}

bool EngineWorker::answersSeek(qint64 startUs) const
{
    return std::abs(m_aim.missBy(m_seek->frame, startUs)) <= 2;
}

void EngineWorker::onFrame(const QVideoFrame& frame)
{
    if (!frame.isValid() || m_ticket == 0 || m_failed)
        return;
    const qint64 startUs = frame.startTime();
    if (!m_ready) {
        m_aim.calibrate(startUs);
        const double fps = m_player->metaData().value(QMediaMetaData::VideoFrameRate).toDouble();
        m_aim.setFrameRate(fps > 0 ? fps : frame.surfaceFormat().frameRate());
        m_ready = true;
        onReady();
        if (m_seek)
            return; // the frame at the start is not the one that was asked for
    }
    if (!m_seek) {
        show(frame, m_aim.positionUs(startUs));
        return;
    }
    if (!answersSeek(startUs)) {
        m_lastWhileSeeking = frame; // from before the seek, or all that this backend can do
        return;
    }
    const qint64 miss = m_aim.missBy(m_seek->frame, startUs);
    if (miss != 0 && !m_wantPlaying && !m_seek->corrected && m_aim.learnFromMiss()) {
        askFor({ .frame = m_seek->frame, .corrected = true, .askedAgain = m_seek->askedAgain });
        return;
    }
    // GStreamer cuts the frame's start to the position that was asked for: the frame is known, so say its own start.
    const qint64 exactUs = miss == 0 ? m_aim.startOfFrameUs(m_seek->frame) : m_aim.positionUs(startUs);
    show(frame, exactUs);
    finishSeek();
}

void EngineWorker::show(const QVideoFrame& frame, qint64 positionUs)
{
    m_shownUs = positionUs;
    if (m_box->put({ m_ticket, frame, positionUs / 1000 }))
        Q_EMIT frameWaiting();
}

void EngineWorker::finishSeek()
{
    m_seekTimer->stop();
    m_seek.reset();
    m_lastWhileSeeking = {};
    Q_EMIT seekFinished(m_ticket, m_shownUs / 1000);
    if (const auto next = std::exchange(m_nextFrame, std::nullopt))
        seekToFrame(*next);
    else if (m_wantPlaying)
        m_player->play();
}

void EngineWorker::onSeekSilence()
{
    if (!m_seek)
        return;
    if (m_nextFrame) {
        const qint64 next = *std::exchange(m_nextFrame, std::nullopt);
        askFor({ .frame = next });
        return;
    }
    if (m_lastWhileSeeking.isValid()) {
        show(m_lastWhileSeeking, m_aim.positionUs(m_lastWhileSeeking.startTime()));
        finishSeek();
    } else if (m_seek->askedAgain == 0) {
        askFor({ .frame = m_seek->frame, .corrected = m_seek->corrected, .askedAgain = 1 });
    } else {
        qCDebug(lcPlayback, "A seek was not answered");
        finishSeek();
    }
}

// The media is there: what had to wait for it.
void EngineWorker::onReady()
{
    if (m_rate != 1)
        m_player->setPlaybackRate(m_rate);
    const qint64 startAt = std::exchange(m_startAtMs, -1);
    if (startAt >= 0)
        seek(startAt);
    if (m_wantPlaying && !m_seek && m_player->playbackState() != QMediaPlayer::PlayingState)
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
            onReady();
            Q_EMIT opened(m_ticket);
        }
        break;
    case QMediaPlayer::EndOfMedia:
        m_ended = true;
        Q_EMIT ended(m_ticket);
        break;
    default:
        break;
    }
}

void EngineWorker::onError(QMediaPlayer::Error error, const QString& text)
{
    if (m_ticket == 0 || m_failed || error == QMediaPlayer::NoError)
        return;
    if (isGStreamer() && !m_ready && !m_player->hasVideo() && !m_audio->isAttached() && !m_open.audioOnly) {
        // Sound alone that nobody announced: it needs an audio output.
        m_open.audioOnly = true;
        QMetaObject::invokeMethod(
            this,
            [this, ticket = m_ticket] {
                if (ticket == m_ticket)
                    open(ticket, EngineOpen(m_open));
            },
            Qt::QueuedConnection);
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
