// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "heartbeat.h"

#include <QEvent>
#include <QMetaEnum>
#include <QThread>

#include <algorithm>
#include <ctime>

namespace proofreel::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr double kBeatMs = 1;

} // namespace

double threadTimeMs()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

Heartbeat::Heartbeat(int& argc, char** argv)
    : QApplication(argc, argv)
{
    m_clock.start();
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(int(kBeatMs));
    connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
}

void Heartbeat::begin()
{
    m_worst = {};
    m_lastNs = m_clock.nsecsElapsed();
    m_lastBusyMs = threadTimeMs();
    m_timer.start();
}

Heartbeat::Stall Heartbeat::end()
{
    beat();
    m_timer.stop();
    return m_worst;
}

void Heartbeat::beat()
{
    const qint64 now = m_clock.nsecsElapsed();
    const double busy = threadTimeMs();
    const double away = double(now - m_lastNs) / 1e6 - kBeatMs;
    m_worst.overdueMs.append(float(std::max(0.0, away)));
    m_worst.atWorkMs.append(float(busy - m_lastBusyMs));
    if (away > m_worst.wallMs) {
        m_worst.wallMs = away;
        m_worst.busyMs = busy - m_lastBusyMs;
    }
    m_lastNs = now;
    m_lastBusyMs = busy;
}

double Heartbeat::quantile(QList<float> values, double part)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : double(values[std::min(values.size() - 1, qsizetype(double(values.size()) * part))]);
}

bool Heartbeat::notify(QObject* receiver, QEvent* event)
{
    if (QThread::currentThread() != thread() || m_depth > 0) // every thread's events come by here
        return QApplication::notify(receiver, event);
    // Read first: the receiver may be gone afterwards.
    const auto type = event->type();
    const QString who =
        u"%1 %2"_s.arg(QString::fromLatin1(receiver->metaObject()->className()), receiver->objectName());
    const qint64 start = m_clock.nsecsElapsed();
    ++m_depth;
    const bool result = QApplication::notify(receiver, event);
    --m_depth;
    if (const double took = double(m_clock.nsecsElapsed() - start) / 1e6; took > m_worst.longestEventMs) {
        m_worst.longestEventMs = took;
        m_worst.longestEvent = u"%1 (%2)"_s.arg(
            who.trimmed(), QString::fromLatin1(QMetaEnum::fromType<QEvent::Type>().valueToKey(int(type))));
    }
    return result;
}

} // namespace proofreel::bench
