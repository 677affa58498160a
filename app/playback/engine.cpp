// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playback/engine.h"

#include "playback/reaper.h"

#include <QThread>

namespace proofreel {

template <typename... Args>
void Engine::relay(void (EngineWorker::*from)(int, Args...), void (Engine::*to)(Args...))
{
    connect(m_worker, from, this, [=, this](int ticket, Args... args) {
        takeFrame(); // the frame of a seek, or of the end, comes first
        // Signals of an earlier open may still be on their way.
        if (ticket != 0 && ticket == m_ticket)
            Q_EMIT(this->*to)(args...);
    });
}

Engine::Engine(QObject* parent)
    : QObject(parent)
    , m_thread(new QThread)
    , m_box(std::make_shared<FrameBox>())
{
    m_worker = new EngineWorker(m_box);
    m_worker->moveToThread(m_thread);
    m_thread->setObjectName(QStringLiteral("engine"));

    connect(m_worker, &EngineWorker::frameWaiting, this, &Engine::takeFrame);
    connect(m_worker, &EngineWorker::audioDeviceChanged, this, &Engine::audioDeviceChanged);
    connect(m_worker, &EngineWorker::closed, this,
        [this](int ticket) { m_idle = ticket == m_lastTicket && m_ticket == 0; });
    relay(&EngineWorker::opened, &Engine::opened);
    relay(&EngineWorker::positionChanged, &Engine::positionChanged);
    relay(&EngineWorker::durationChanged, &Engine::durationChanged);
    relay(&EngineWorker::seekFinished, &Engine::seekFinished);
    relay(&EngineWorker::ended, &Engine::ended);
    relay(&EngineWorker::failed, &Engine::failed);
    m_thread->start();
    post([](EngineWorker& worker) { worker.start(); });
}

Engine::~Engine()
{
    m_worker->disconnect(this);
    reap(m_thread, m_worker);
}

template <typename Function>
void Engine::post(Function function)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, function = std::move(function)] { function(*worker); }, Qt::QueuedConnection);
}

void Engine::takeFrame()
{
    const auto item = m_box->take();
    if (item && item->ticket == m_ticket && m_ticket != 0)
        Q_EMIT frame(item->frame, item->positionMs);
}

void Engine::open(const EngineOpen& what)
{
    m_ticket = ++m_lastTicket;
    m_idle = false;
    post([ticket = m_ticket, what](EngineWorker& worker) { worker.open(ticket, what); });
}

void Engine::close()
{
    if (m_ticket == 0)
        return;
    m_ticket = 0;
    post([](EngineWorker& worker) { worker.close(); });
}

void Engine::play()
{
    post([](EngineWorker& worker) { worker.play(); });
}
void Engine::pause()
{
    post([](EngineWorker& worker) { worker.pause(); });
}
void Engine::seek(qint64 positionMs)
{
    post([=](EngineWorker& worker) { worker.seek(positionMs); });
}
void Engine::step(int frames)
{
    post([=](EngineWorker& worker) { worker.step(frames); });
}
void Engine::setVolume(double volume)
{
    post([=](EngineWorker& worker) { worker.setVolume(volume); });
}
void Engine::setMuted(bool muted)
{
    post([=](EngineWorker& worker) { worker.setMuted(muted); });
}
void Engine::setRate(double rate)
{
    post([=](EngineWorker& worker) { worker.setRate(rate); });
}

} // namespace proofreel
