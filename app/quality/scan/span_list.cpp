// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/scan/span_list.h"

#include <algorithm>

namespace proofreel {

namespace {

constexpr qsizetype MostSpans = 2'000;

} // namespace

SpanList::SpanList(double leastMs, double joinMs)
    : m_least(leastMs)
    , m_join(joinMs)
{
}

void SpanList::begin(double ms)
{
    if (!m_begun)
        m_begun = ms;
}

void SpanList::end(double ms)
{
    if (m_begun)
        add(*m_begun, ms);
    m_begun.reset();
}

void SpanList::add(double startMs, double endMs)
{
    if (m_last && startMs - m_last->end <= m_join) {
        m_last->end = std::max(m_last->end, endMs);
        return;
    }
    keep();
    m_last = Span { startMs, endMs };
}

void SpanList::keep()
{
    constexpr double Rounding = 1e-6;
    if (m_last && m_last->end - m_last->start >= m_least - Rounding && m_spans.size() < MostSpans)
        m_spans.append({ m_last->start, m_last->end - m_last->start });
    m_last.reset();
}

QList<TimeSpan> SpanList::finish(double originMs)
{
    keep();
    for (TimeSpan& span : m_spans)
        span.startMs -= originMs;
    return m_spans;
}

} // namespace proofreel
