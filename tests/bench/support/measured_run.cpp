// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "measured_run.h"

#include <QElapsedTimer>
#include <QFile>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <vector>

namespace proofreel::bench {

namespace {

//! ru_maxrss would do, but it also counts what this process was when it made the child.
qint64 peakOf(pid_t pid)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:");
    return at < 0 ? 0 : text.mid(at + 6, text.indexOf(" kB", at) - at - 6).trimmed().toLongLong();
}

double milliseconds(const timeval& time)
{
    return double(time.tv_sec) * 1000 + double(time.tv_usec) / 1000;
}

} // namespace

Measured measuredRun(const QString& program, const QStringList& arguments, const QString& outputFile)
{
    QList<QByteArray> texts { program.toLocal8Bit() };
    for (const QString& argument : arguments)
        texts << argument.toLocal8Bit();
    std::vector<char*> argv;
    for (QByteArray& text : texts)
        argv.push_back(text.data());
    argv.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(
        &actions, STDOUT_FILENO, outputFile.toLocal8Bit().constData(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    Measured out;
    QElapsedTimer elapsed;
    elapsed.start();
    pid_t pid = 0;
    const int problem = posix_spawnp(&pid, argv.front(), &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (problem != 0)
        return out;
    int status = 0;
    rusage usage {};
    while (::wait4(pid, &status, WNOHANG, &usage) == 0) {
        out.peakKiB = std::max(out.peakKiB, peakOf(pid));
        ::usleep(5000);
    }
    out.wallMs = double(elapsed.nsecsElapsed()) / 1e6;
    out.cpuMs = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
    out.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return out;
}

} // namespace proofreel::bench
