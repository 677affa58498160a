// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QtGlobal>

namespace proofreel::bench {

//! What this process holds.
struct Usage {
    qint64 rssKiB = 0;
    qint64 threads = 0;
    qint64 descriptors = 0;

    static Usage now();
};

//! Judges by many samples whether a process grows. One sample that catches something at work decides nothing: the
//! medians of the first and of the last third are compared.
class Growth {
public:
    void add(int cycle, const Usage& usage) { m_samples.append({ cycle, usage }); }
    [[nodiscard]] bool isJudged() const { return m_samples.size() >= 9; }
    //! False: memory, threads or descriptors grow with the cycles.
    [[nodiscard]] bool isFlat() const;
    //! From the first third to the last one.
    [[nodiscard]] Usage grown() const;
    [[nodiscard]] double kiBPerCycle() const;

private:
    struct Sample {
        int cycle = 0;
        Usage usage;
    };
    [[nodiscard]] qint64 cyclesBetween() const;

    QList<Sample> m_samples;
};

} // namespace proofreel::bench
