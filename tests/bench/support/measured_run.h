// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace proofreel::bench {

struct Measured {
    int exitCode = -1;
    double wallMs = 0;
    double cpuMs = 0; //!< user and system
    qint64 peakKiB = 0; //!< VmHWM, looked at every 5 ms
};

//! Runs a program with its output in a file and waits for it.
[[nodiscard]] Measured measuredRun(const QString& program, const QStringList& arguments, const QString& outputFile);

} // namespace proofreel::bench
