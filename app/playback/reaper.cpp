// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playback/reaper.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QMutex>
#include <QThread>

#include <chrono>
#include <vector>

namespace proofreel {

namespace {
using namespace std::chrono_literals;

QMutex mutex;
std::vector<QThread*> ending;

void joinAll()
{
    const QDeadlineTimer deadline(3s);
    std::vector<QThread*> left;
    {
        const QMutexLocker lock(&mutex);
        left.swap(ending);
    }
    for (QThread* thread : left) {
        // A thread that still hangs in the media stack is leaked on purpose: destroying a running QThread ends the
        // process with a fatal error, and waiting on would make closing the window depend on a dead server.
        if (thread->wait(deadline))
            delete thread;
    }
}
} // namespace

void reap(QThread* thread, QObject* worker)
{
    {
        const QMutexLocker lock(&mutex);
        static bool registered = false;
        if (!std::exchange(registered, true))
            qAddPostRoutine(joinAll);
        // Those that have ended by now are done with.
        std::erase_if(ending, [](QThread* other) {
            if (!other->isFinished())
                return false;
            other->wait();
            delete other;
            return true;
        });
        ending.push_back(thread);
    }
    QObject::connect(worker, &QObject::destroyed, thread, &QThread::quit, Qt::DirectConnection);
    worker->deleteLater(); // last: from here on it may be gone at any time
}

} // namespace proofreel
