// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <deque>
#include <utility>

namespace proofreel {

//! The most bytes that fall into one second, wherever that begins: a peak that headers and packets, and the same media
//! in another packaging, agree on. Times are rounded to milliseconds, so that memory is bounded.
class BusiestSecond {
public:
    //! In the order of their times; a time that goes back begins anew.
    void add(double ms, qint64 bytes)
    {
        const qint64 at = std::llround(std::clamp(ms, -1e15, 1e15));
        if (!m_within.empty() && at < m_within.back().first) {
            m_within.clear();
            m_sum = 0;
        }
        if (m_within.empty() || at != m_within.back().first)
            m_within.emplace_back(at, 0);
        m_within.back().second += bytes;
        m_sum += bytes;
        for (; at - m_within.front().first >= 1000; m_within.pop_front())
            m_sum -= m_within.front().second;
        m_most = std::max(m_most, m_sum);
    }
    [[nodiscard]] double kbps() const { return static_cast<double>(m_most) * 8 / 1000; } //!< 0: nothing came

private:
    std::deque<std::pair<qint64, qint64>> m_within; // ms, bytes
    qint64 m_sum = 0, m_most = 0;
};

} // namespace proofreel
