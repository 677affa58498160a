// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/call.h"
#include "core/result.h"

#include <QObject>
#include <QSize>
#include <QUrl>
#include <QVideoFrame>

#include <functional>
#include <memory>

class QVideoSink;

namespace proofreel {

class Http;

//! What to play. Identity is the key, not the URL: the URL may be renewed.
struct PlaySource {
    QUrl url; //!< http or https only; anything else is refused without being handed on
    QString key; //!< StreamKey as text; may be empty (a bare URL)
    QString title; //!< for people; holds no URL
    bool audioOnly = false; //!< StreamType audio or Format mp3
    qint64 declaredDurationMs = 0; //!< 0: unknown; used where the backend knows none
    double declaredFps = 0; //!< 0: unknown; used to aim at the middle of a frame
};

//! The player that the window and the command line use. Its media engine lives in a thread of its own; nothing here
//! waits. Errors are diagnosed by our own HTTP request, so that one failed open gives one message. GUI thread.
class Player final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Player)
public:
    enum class State { Empty, Opening, Playing, Paused, Ended, Failed };
    Q_ENUM(State)

    //! Gives a fresh URL for a rendition whose URL has expired (GetPlayInfo again).
    using Renewer = std::function<CallHandle(const QString& key, QObject* context, std::function<void(Result<QUrl>)>)>;

    explicit Player(Http& http, QObject* parent = nullptr);
    ~Player() override; //!< never waits for a hung server

    //! Before the first Player: chooses and checks the backend (QT_MEDIA_BACKEND), so that a missing GStreamer plugin
    //! is an Error that names the package instead of a crash. Gives the backend's name ("GStreamer", "FFmpeg").
    static Result<QString> chooseBackend();

    void setRenewer(Renewer renewer);
    //! Where decoded frames go; may be null. Frames are set in the GUI thread.
    void setVideoSink(QVideoSink* sink);

    //! Opens at \a startMs, playing or paused. Replaces what was open; volume, mute and speed stay.
    void open(const PlaySource& source, qint64 startMs = 0, bool paused = false);
    //! Another rendition of the same asset: goes on from where it was, playing or paused as it was.
    void switchTo(const PlaySource& source);
    void retry(); //!< after Failed: the same again, from where it was
    void close();

    void play(); //!< from Ended: from the start
    void pause();
    void togglePlay();
    void seek(qint64 positionMs); //!< clamped; the last of several quick calls wins
    void step(int frames); //!< pauses; +1 next, -1 previous
    void setVolume(double volume); //!< 0..1, perceptual
    void setMuted(bool muted);
    void setRate(double rate); //!< 0.25..4

    [[nodiscard]] State state() const;
    [[nodiscard]] bool isBuffering() const; //!< playing, but no frame for a while
    [[nodiscard]] qint64 position() const; //!< ms, of the frame on screen; 0-based whatever the container's clock
    [[nodiscard]] qint64 duration() const; //!< ms; declared where the backend knows none; 0 unknown
    [[nodiscard]] double volume() const;
    [[nodiscard]] bool isMuted() const;
    [[nodiscard]] double rate() const;
    [[nodiscard]] bool hasAudioDevice() const;
    [[nodiscard]] const PlaySource& source() const;
    [[nodiscard]] const Error& error() const; //!< valid in Failed

    //! What the decoder really gave; for the overlay, the status bar and the command line.
    struct Stats {
        QString backend; //!< "GStreamer", "FFmpeg"
        QSize frameSize; //!< pixels
        QString pixelFormat; //!< e.g. "YUV420P10"
        QString hdr; //!< from the frame's colour transfer: "HDR10" (PQ), "HLG" or empty
        double frameRate = 0; //!< measured over the last second
        qint64 frames = 0; //!< shown since open
        qint64 droppedFrames = 0; //!< gaps in start times since open
        qint64 firstFrameMs = -1; //!< from open() to the first frame; -1: none yet
    };
    [[nodiscard]] Stats stats() const;

Q_SIGNALS:
    void stateChanged(proofreel::Player::State state);
    void bufferingChanged(bool buffering);
    void positionChanged(qint64 positionMs); //!< at most 30 times a second
    void durationChanged(qint64 durationMs);
    void seekFinished(qint64 positionMs); //!< the frame for the last seek is on screen
    void volumeChanged(double volume, bool muted);
    void rateChanged(double rate);
    void firstFrame(); //!< of every open
    void frameShown(const QVideoFrame& frame); //!< each frame handed to the sink
    void sourceChanged();
    void renewing(); //!< the URL has expired and a new one is being asked for
    void failed(const proofreel::Error& error); //!< once per failed open or play

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace proofreel
