// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/gate.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <deque>
#include <functional>
#include <memory>

namespace proofreel {

//! Runs jobs that block in threads: so many at once, and so many for one host. They start in the order in which they
//! came, except that a job whose host is busy lets others pass. Used from the thread it lives in.
class HostPool final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostPool)
public:
    //! Both at least 1. One Http has six connections for each host: more jobs than that wait for each other.
    explicit HostPool(int jobs, int perHost = 6, QObject* parent = nullptr);
    ~HostPool() override; //!< drops what has not begun and waits for the rest: whoever posted it must have stopped it

    enum class Turn {
        Last,
        Next, //!< before all that wait
    };
    //! Empty host: none in particular; such jobs go first.
    void run(const QString& host, std::function<void()> job, Turn turn = Turn::Last);
    [[nodiscard]] int jobs() const { return m_threads.maxThreadCount(); }

private:
    struct Job {
        QString host;
        std::function<void()> work;
    };
    void startSome();
    void ended(const QString& host);

    const int m_perHost;
    int m_running = 0;
    QHash<QString, int> m_busy;
    std::deque<Job> m_waiting;
    std::shared_ptr<Gate<HostPool>> m_gate;
    QThreadPool m_threads;
};

} // namespace proofreel
