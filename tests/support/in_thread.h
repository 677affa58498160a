// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTest>
#include <QThread>

#include <memory>

namespace proofreel::test {

//! Runs \a work in a thread of its own, and waits for its end without holding up this thread's events. What the work
//! refers to must live until then, so a test that gives up waits on.
template <typename Work>
void inThread(Work work)
{
    const std::unique_ptr<QThread> thread(QThread::create(std::move(work)));
    thread->start();
    const bool ended = QTest::qWaitFor([&] { return thread->isFinished(); }, 120'000);
    thread->wait();
    QVERIFY2(ended, "took more than 120 s");
}

} // namespace proofreel::test
