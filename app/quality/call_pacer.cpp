// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/call_pacer.h"

#include <algorithm>
#include <cmath>

namespace proofreel {

namespace {

constexpr double kSlowest = 0.2; // calls per second: an outage is noticed to be over within seconds
constexpr double kGrowth = 0.02; // of the highest rate, for each call that went well
constexpr double kBurst = 4; // calls at once after a quiet time

} // namespace

CallPacer::CallPacer(double perSecond)
    : m_most(std::max(perSecond, kSlowest))
    , m_rate(m_most)
{
}

std::chrono::milliseconds CallPacer::take(Time now)
{
    if (m_last == Time())
        m_last = now;
    const double passed = std::chrono::duration<double>(now - m_last).count();
    m_tokens = std::min(m_tokens + std::max(passed, 0.0) * m_rate, kBurst);
    m_last = now;
    if (m_tokens >= 1) {
        m_tokens -= 1;
        return {};
    }
    return std::chrono::milliseconds(std::max<qint64>(qint64(std::ceil((1 - m_tokens) / m_rate * 1000)), 1));
}

void CallPacer::slowDown(Time now)
{
    // Calls that were under way at once are told at once: that is one reason to slow down, not many.
    if (m_slowed != Time() && now - m_slowed < std::chrono::seconds(1))
        return;
    m_slowed = now;
    m_rate = std::max(m_rate / 2, kSlowest);
    m_tokens = std::min(m_tokens, 0.0);
}

void CallPacer::answered()
{
    m_rate = std::min(m_rate + m_most * kGrowth, m_most);
}

} // namespace proofreel
