// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "playback/engine.h"

#include <QObject>

#include <memory>

namespace proofreel {

//! Two engines: the one whose picture is shown, and a standby that opens the next rendition behind it. The standby
//! comes to the front with its first frame, so that a switch shows no gap. Signals are those of the engine that
//! counts: the one that is opening, else the one in front. GUI thread.
class Deck final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Deck)
public:
    explicit Deck(QObject* parent = nullptr);

    void open(const EngineOpen& what); //!< in front, at once
    void openBehind(const EngineOpen& what); //!< the picture in front stays, paused, until this one has a frame
    //! The engine that is opening gave no sign: puts a fresh one in its place and opens there.
    void openAfresh(const EngineOpen& what);
    void close();

    void play();
    void pause();
    void seek(qint64 positionMs);
    void step(int frames);
    void setVolume(double volume);
    void setMuted(bool muted);
    void setRate(double rate);

Q_SIGNALS:
    void frame(const QVideoFrame& frame, qint64 positionMs);
    void opened();
    void positionChanged(qint64 positionMs);
    void durationChanged(qint64 durationMs);
    void seekFinished(qint64 positionMs);
    void ended();
    void failed(bool unsupported, const QString& text);
    void audioDeviceChanged(bool any);

private:
    std::unique_ptr<Engine> makeEngine();
    template <typename... Args>
    void relay(Engine* engine, void (Engine::*from)(Args...), void (Deck::*to)(Args...));
    Engine& active();
    void bringForward(const Engine* engine);

    // Before the engines: a new one is given these.
    double m_volume = 1;
    bool m_muted = false;
    double m_rate = 1;
    std::unique_ptr<Engine> m_front;
    std::unique_ptr<Engine> m_standby; // made when first needed, then kept: players are re-used
    bool m_standbyOpening = false;
};

} // namespace proofreel
