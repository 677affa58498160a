// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/scan/fault_log.h"

namespace proofreel {

namespace {

constexpr qsizetype MostFaults = 100, MostLines = 200;
constexpr qint64 FramesUnderWay = 32; // a decoder's threads, and pictures that wait for their turn

} // namespace

void FaultLog::line(const QString& text)
{
    const std::lock_guard lock(m_mutex);
    if (m_lines.size() < MostLines)
        m_lines.append({ m_atMs, m_frames, text });
}

void FaultLog::damaged(double atMs, const QString& text)
{
    const std::lock_guard lock(m_mutex);
    m_atMs = atMs;
    ++m_frames;
    count(atMs, m_lines.isEmpty() ? text : m_lines.constFirst().text);
    m_lines.clear();
}

void FaultLog::passed(double atMs)
{
    const std::lock_guard lock(m_mutex);
    m_atMs = atMs;
    ++m_frames;
    countLinesBefore(m_frames - FramesUnderWay);
}

void FaultLog::finish()
{
    const std::lock_guard lock(m_mutex);
    countLinesBefore(m_frames + 1);
}

void FaultLog::count(double atMs, const QString& text)
{
    ++m_count;
    if (m_faults.size() < MostFaults)
        m_faults.append({ atMs, text });
}

// Lines between two frames are about one damage.
void FaultLog::countLinesBefore(qint64 frame)
{
    qint64 counted = -1;
    while (!m_lines.isEmpty() && m_lines.constFirst().frame < frame) {
        const Line line = m_lines.takeFirst();
        if (line.frame != counted)
            count(line.atMs, line.text);
        counted = line.frame;
    }
}

} // namespace proofreel
