// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/local_store.h"
#include "core/clock.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>

namespace proofreel::test {

//! A time that a test moves.
class SetClock final : public Clock {
public:
    [[nodiscard]] QDateTime nowUtc() const override { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC); }
    std::atomic<qint64> ms = 1'790'000'000'000;
};

//! Waits until everything that was asked of the store before is done; false: that failed.
inline bool settle(LocalStore& store, const QString& account)
{
    std::optional<Result<void>> done;
    store.write(
        account, [](LocalDb&) { return Result<void> {}; }, &store,
        [&done](Result<void> result) { done = std::move(result); });
    return QTest::qWaitFor([&done] { return done.has_value(); }, 20'000) && done->has_value();
}

//! A file of its own, removed afterwards.
struct StoreFile {
    QTemporaryDir folder;
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("data/library.sqlite")); }
};

} // namespace proofreel::test
