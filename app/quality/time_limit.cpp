// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/time_limit.h"

#include <QCoreApplication>

#include <algorithm>

using namespace std::chrono_literals;

namespace proofreel {

namespace {

struct LimitText {
    Q_DECLARE_TR_FUNCTIONS(TimeLimit)
};

constexpr double slowestBytesPerMs = 125; // 1 Mbit/s

} // namespace

std::chrono::milliseconds DeepLimit::longest()
{
    return 48h;
}

std::chrono::milliseconds DeepLimit::of(std::optional<double> durationMs, std::optional<qint64> bytes) const
{
    if (!durationMs && !bytes)
        return longest();
    const double ms = std::max({ static_cast<double>(least.count()), durationMs.value_or(0) * timesLength,
        static_cast<double>(bytes.value_or(0)) / slowestBytesPerMs });
    return std::chrono::milliseconds(static_cast<qint64>(std::min(ms, static_cast<double>(longest().count()))));
}

Error DeepLimit::exceeded(std::chrono::milliseconds limit)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(limit).count();
    return { .kind = ErrorKind::Timeout,
        .message = minutes > 0 ? LimitText::tr("The deep check was not done after %n minute(s) and was stopped.",
                       nullptr, static_cast<int>(minutes))
                               : LimitText::tr("The deep check was not done after %1 seconds and was stopped.")
                                     .arg(static_cast<double>(limit.count()) / 1000, 0, 'g', 3),
        .advice = LimitText::tr("See how fast the server sends it, or raise the limit in the policy ([deep]).") };
}

TimeLimit::TimeLimit(const std::stop_token& outer)
    : m_outer(outer, [this] { m_stop.request_stop(); })
{
}

TimeLimit::~TimeLimit()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isDone = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void TimeLimit::endAfter(std::chrono::milliseconds limit)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_limit = limit;
    }
    if (m_thread.joinable())
        m_changed.notify_all();
    else
        m_thread = std::thread([this] { wait(); });
}

void TimeLimit::wait()
{
    std::unique_lock lock(m_mutex);
    while (!m_isDone) {
        const auto limit = m_limit;
        if (std::chrono::steady_clock::now() >= m_begin + limit) {
            m_ranOut = m_stop.request_stop(); // not if the other one was first
            return;
        }
        m_changed.wait_until(lock, m_begin + limit);
    }
}

std::optional<std::chrono::milliseconds> TimeLimit::ranOut() const
{
    const std::scoped_lock lock(m_mutex);
    return m_ranOut ? std::optional(m_limit) : std::nullopt;
}

} // namespace proofreel
