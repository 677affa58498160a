// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playback/deck.h"

namespace proofreel {

Deck::Deck(QObject* parent)
    : QObject(parent)
    , m_front(makeEngine())
{
}

template <typename... Args>
void Deck::relay(Engine* engine, void (Engine::*from)(Args...), void (Deck::*to)(Args...))
{
    connect(engine, from, this, [=, this](Args... args) {
        if (engine == &active())
            Q_EMIT(this->*to)(args...);
    });
}

std::unique_ptr<Engine> Deck::makeEngine()
{
    auto made = std::make_unique<Engine>();
    Engine* engine = made.get();
    // These two show that the standby is there: it comes to the front with them, before they go on.
    connect(engine, &Engine::frame, this, [=, this] { bringForward(engine); });
    connect(engine, &Engine::opened, this, [=, this] { bringForward(engine); });
    relay(engine, &Engine::frame, &Deck::frame);
    relay(engine, &Engine::opened, &Deck::opened);
    relay(engine, &Engine::positionChanged, &Deck::positionChanged);
    relay(engine, &Engine::durationChanged, &Deck::durationChanged);
    relay(engine, &Engine::seekFinished, &Deck::seekFinished);
    relay(engine, &Engine::ended, &Deck::ended);
    relay(engine, &Engine::failed, &Deck::failed);
    connect(engine, &Engine::audioDeviceChanged, this, &Deck::audioDeviceChanged);
    engine->setVolume(m_volume);
    engine->setMuted(m_muted);
    engine->setRate(m_rate);
    return made;
}

Engine& Deck::active()
{
    return m_standbyOpening ? *m_standby : *m_front;
}

void Deck::bringForward(const Engine* engine)
{
    if (!m_standbyOpening || engine != m_standby.get())
        return;
    m_standbyOpening = false;
    std::swap(m_front, m_standby);
    m_standby->close();
}

void Deck::open(const EngineOpen& what)
{
    if (std::exchange(m_standbyOpening, false))
        m_standby->close();
    // Letting go takes an engine a moment, with a hung server a second: the other one does not wait for that.
    if (!m_front->isIdle()) {
        m_front->close();
        if (!m_standby)
            m_standby = makeEngine();
        if (m_standby->isIdle())
            std::swap(m_front, m_standby);
    }
    m_front->open(what);
}

void Deck::openBehind(const EngineOpen& what)
{
    m_front->pause();
    if (!m_standby)
        m_standby = makeEngine();
    m_standbyOpening = true;
    m_standby->open(what);
}

void Deck::openAfresh(const EngineOpen& what)
{
    (m_standbyOpening ? m_standby : m_front) = makeEngine();
    active().open(what);
}

void Deck::close()
{
    m_standbyOpening = false;
    m_front->close();
    if (m_standby)
        m_standby->close();
}

void Deck::play()
{
    active().play();
}
void Deck::pause()
{
    active().pause();
}
void Deck::seek(qint64 positionMs)
{
    active().seek(positionMs);
}
void Deck::step(int frames)
{
    active().step(frames);
}

void Deck::setVolume(double volume)
{
    m_volume = volume;
    m_front->setVolume(volume);
    if (m_standby)
        m_standby->setVolume(volume);
}

void Deck::setMuted(bool muted)
{
    m_muted = muted;
    m_front->setMuted(muted);
    if (m_standby)
        m_standby->setMuted(muted);
}

void Deck::setRate(double rate)
{
    m_rate = rate;
    m_front->setRate(rate);
    if (m_standby)
        m_standby->setRate(rate);
}

} // namespace proofreel
