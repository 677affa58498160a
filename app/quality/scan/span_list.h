// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/signal_facts.h"

#include <optional>

namespace proofreel {

//! Gathers the stretches of time in which something holds. Bounded: the first two thousand are kept.
class SpanList {
public:
    //! Stretches shorter than \a leastMs are dropped, after those have been joined that are at most \a joinMs apart.
    explicit SpanList(double leastMs, double joinMs = 0);

    void begin(double ms); //!< nothing if it has begun already
    void end(double ms); //!< nothing if it has not begun
    void add(double startMs, double endMs); //!< in order

    //! With \a originMs as time 0. No more may be added.
    [[nodiscard]] QList<TimeSpan> finish(double originMs);

private:
    struct Span {
        double start = 0, end = 0;
    };
    void keep();

    double m_least, m_join;
    std::optional<double> m_begun;
    std::optional<Span> m_last; // may still grow
    QList<TimeSpan> m_spans;
};

} // namespace proofreel
