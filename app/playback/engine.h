// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "playback/engine_worker.h"

#include <QObject>

#include <memory>

class QThread;

namespace proofreel {

//! The GUI thread's handle on an EngineWorker in a thread of its own. Nothing here waits, the destructor neither.
class Engine final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Engine)
public:
    explicit Engine(QObject* parent = nullptr);
    ~Engine() override;

    //! Nothing is open, and the backend has let go of what was.
    [[nodiscard]] bool isIdle() const { return m_idle; }

    void open(const EngineOpen& what);
    void close();
    void play();
    void pause();
    void seek(qint64 positionMs);
    void step(int frames);
    void setVolume(double volume);
    void setMuted(bool muted);
    void setRate(double rate);

Q_SIGNALS:
    // Of the latest open only; nothing after close().
    void frame(const QVideoFrame& frame, qint64 positionMs);
    void opened();
    void positionChanged(qint64 positionMs);
    void durationChanged(qint64 durationMs);
    void seekFinished(qint64 positionMs);
    void ended();
    void failed(bool unsupported, const QString& text);
    void audioDeviceChanged(bool any);

private:
    template <typename Function>
    void post(Function function);
    template <typename... Args>
    void relay(void (EngineWorker::*from)(int, Args...), void (Engine::*to)(Args...));
    void takeFrame();

    QThread* m_thread; // handed to the reaper together with the worker
    EngineWorker* m_worker;
    std::shared_ptr<FrameBox> m_box;
    int m_ticket = 0; // of the open that is current; 0: closed
    int m_lastTicket = 0;
    bool m_idle = true;
};

} // namespace proofreel
