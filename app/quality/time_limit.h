// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QtGlobal>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace proofreel {

//! How long the deep check of one rendition may take, with all that is fetched for it: whatever is longest.
struct DeepLimit {
    std::chrono::milliseconds least { 600'000 };
    double timesLength = 10; //!< times how long it plays
    // And what its bytes take at 1 Mbit/s. Never more than two days, whatever a file says of itself.

    //! Of one that plays that long (ms) and has so many bytes, as far as either is known.
    [[nodiscard]] std::chrono::milliseconds of(std::optional<double> durationMs, std::optional<qint64> bytes) const;
    //! While neither is known.
    [[nodiscard]] static std::chrono::milliseconds longest();
    //! Timeout: that \a limit was not enough.
    [[nodiscard]] static Error exceeded(std::chrono::milliseconds limit);
};

//! A stop token that is asked to stop as soon as another one is, or once a time is over. A thread of its own waits for
//! that from the first endAfter() on. Used in one thread; the token in any.
class TimeLimit {
public:
    explicit TimeLimit(const std::stop_token& outer);
    ~TimeLimit();
    TimeLimit(const TimeLimit&) = delete;
    TimeLimit& operator=(const TimeLimit&) = delete;

    void endAfter(std::chrono::milliseconds limit); //!< from the making of this object on; the last one counts
    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }
    //! The limit, if it is that which has ended it.
    [[nodiscard]] std::optional<std::chrono::milliseconds> ranOut() const;

private:
    void wait();

    const std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
    std::stop_source m_stop;
    const std::stop_callback<std::function<void()>> m_outer;
    mutable std::mutex m_mutex; // of those below
    std::condition_variable m_changed;
    std::chrono::milliseconds m_limit { 0 };
    bool m_isDone = false, m_ranOut = false;
    std::thread m_thread;
};

} // namespace proofreel
