// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/signal_facts.h"

#include <mutex>

namespace proofreel {

//! What goes wrong while one stream is decoded. libav says it in two ways that come at different times: lines of text
//! from any of its threads, and frames or packets that are marked bad. One damage is counted once: a bad frame takes
//! the lines that came shortly before it; lines that no frame takes are a fault of their own.
class FaultLog {
public:
    explicit FaultLog(double startMs)
        : m_atMs(startMs)
    {
    } //!< where the stream is said to begin

    void line(const QString& text); //!< thread-safe
    void damaged(double atMs, const QString& text); //!< \a text: where libav has said nothing
    void passed(double atMs); //!< a frame came out, and is not marked
    void finish(); //!< the last lines are counted

    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] const QList<DecodeFault>& faults() const { return m_faults; } //!< the first hundred, in order

private:
    struct Line {
        double atMs = 0;
        qint64 frame = 0;
        QString text;
    };
    void count(double atMs, const QString& text);
    void countLinesBefore(qint64 frame);

    std::mutex m_mutex;
    QList<Line> m_lines; // nobody's yet
    double m_atMs; // of the last frame
    qint64 m_frames = 0;
    qint64 m_count = 0;
    QList<DecodeFault> m_faults;
};

} // namespace proofreel
