// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "process_usage.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace proofreel::bench {

using namespace Qt::StringLiterals;

namespace {
// Heaps of many threads breathe by some MiB; what leaks goes on and passes any limit that grows more slowly than it.
constexpr qint64 breathKiB = 8 * 1024;
constexpr qint64 leakKiBPerCycle = 16;
constexpr qint64 breathThreads = 4;
constexpr qint64 breathDescriptors = 6;

template <typename Value>
qint64 medianOf(qsizetype count, Value value)
{
    QList<qint64> values;
    for (qsizetype i = 0; i < count; ++i)
        values << value(i);
    std::sort(values.begin(), values.end());
    return values.value(count / 2);
}
} // namespace

Usage Usage::now()
{
    Usage now;
    QFile status(u"/proc/self/status"_s);
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : status.readAll().split('\n')) {
            const QList<QByteArray> words = line.simplified().split(' ');
            if (line.startsWith("VmRSS:"))
                now.rssKiB = words.value(1).toLongLong();
            else if (line.startsWith("Threads:"))
                now.threads = words.value(1).toInt();
        }
    }
    now.descriptors = QDir(u"/proc/self/fd"_s).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
    return now;
}

Usage Growth::grown() const
{
    const qsizetype third = m_samples.size() / 3;
    const auto grown = [&](auto member) {
        const qint64 before = medianOf(third, [&](qsizetype i) { return m_samples[i].usage.*member; });
        const qint64 after =
            medianOf(third, [&](qsizetype i) { return m_samples[m_samples.size() - third + i].usage.*member; });
        return after - before;
    };
    return { grown(&Usage::rssKiB), grown(&Usage::threads), grown(&Usage::descriptors) };
}

qint64 Growth::cyclesBetween() const
{
    const qsizetype third = m_samples.size() / 3;
    return m_samples[m_samples.size() - third + third / 2].cycle - m_samples[third / 2].cycle;
}

double Growth::kiBPerCycle() const
{
    return isJudged() ? double(grown().rssKiB) / double(cyclesBetween()) : 0;
}

bool Growth::isFlat() const
{
    if (!isJudged())
        return true;
    const Usage more = grown();
    return more.rssKiB < std::max(breathKiB, leakKiBPerCycle * cyclesBetween()) && more.threads <= breathThreads
        && more.descriptors <= breathDescriptors;
}

} // namespace proofreel::bench
