// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace proofreel {

//! When the next call of the API may be made: a token bucket whose rate halves when the service throttles and then
//! grows back slowly, so that a long batch stays just below the limit that nobody knows. Pure; one thread.
class CallPacer {
public:
    using Time = std::chrono::steady_clock::time_point;

    //! \a perSecond: the highest rate, over 0.
    explicit CallPacer(double perSecond);

    //! Takes a token: zero, or how long to wait before asking again.
    [[nodiscard]] std::chrono::milliseconds take(Time now);
    void slowDown(Time now); //!< throttled, or nobody answers; counts at most once a second
    void answered(); //!< a call went well
    [[nodiscard]] double rate() const { return m_rate; } //!< calls per second

private:
    double m_most, m_rate;
    double m_tokens = 1;
    Time m_last {}, m_slowed {};
};

} // namespace proofreel
