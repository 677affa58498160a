// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QFile>
#include <QList>

#include <sys/types.h>
#include <unistd.h>

namespace proofreel::test {

inline QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! Of /proc/…/stat, from the state on; empty: there is no such process or thread.
inline QList<QByteArray> statOf(const QString& folder)
{
    const QByteArray line = contents(folder + QStringLiteral("/stat"));
    return line.isEmpty() ? QList<QByteArray>() : line.mid(line.lastIndexOf(')') + 2).split(' ');
}

inline QList<QByteArray> statOf(pid_t pid)
{
    return statOf(QStringLiteral("/proc/%1").arg(pid));
}

//! Ended; nobody may have asked how.
inline bool isGone(pid_t pid)
{
    const auto stat = statOf(pid);
    return stat.isEmpty() || stat.first() == "Z";
}

//! Processes that \a parent has started and not yet waited for.
inline QList<pid_t> childrenOf(pid_t parent)
{
    QList<pid_t> children;
    for (const QString& name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        const pid_t pid = name.toInt();
        if (pid > 0 && statOf(pid).value(1).toInt() == parent)
            children.append(pid);
    }
    return children;
}

//! Hundredths of a second that a process has worked for; 0: there is none.
inline int ticksOf(pid_t pid)
{
    const auto stat = statOf(pid);
    return pid > 0 ? stat.value(11).toInt() + stat.value(12).toInt() : 0;
}

//! Threads of this process that work, but for the one that asks.
inline int workingThreads()
{
    int working = 0;
    const QString tasks = QStringLiteral("/proc/self/task");
    for (const QString& name : QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        working += name.toInt() != gettid() && statOf(tasks + u'/' + name).value(0) == "R";
    return working;
}

} // namespace proofreel::test
