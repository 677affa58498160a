// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTest>

#include <future>

namespace proofreel::test {

//! Runs \a work in another thread while this one goes on with its events (servers of a test live in it).
template <typename Work>
auto inWorker(Work work, int timeoutMs = 60'000)
{
    auto result = std::async(std::launch::async, std::move(work));
    if (!QTest::qWaitFor(
            [&] { return result.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }, timeoutMs))
        qFatal("the work does not end");
    return result.get();
}

} // namespace proofreel::test
