// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/local_db.h"

#include <QByteArray>
#include <QList>

namespace proofreel {

//! A check of an asset as it is remembered. What is in \c packed is quality's business (quality/history.h).
struct KeptCheck {
    qint64 atMs = 0; //!< UTC, since the epoch
    QByteArray packed;

    bool operator==(const KeptCheck&) const = default;
};

//! Rows of the local memory (LocalStore): the last checks of each asset. For LocalStore's thread.
namespace checks {

inline constexpr int kMostOfOne = 10; //!< checks of one asset
inline constexpr int kMost = 50'000; //!< checks of an account; the oldest go first

[[nodiscard]] Result<QList<KeptCheck>> read(
    LocalDb& db, const QString& account, const QString& mediaId); //!< newest first
//! Of several in a row that are equal only the first and the last stay, or checking again would push out what differs.
//! One that is older than others takes its place among them, unless there is none for it.
Result<void> put(LocalDb& db, const QString& account, const QString& mediaId, const KeptCheck& check);
//! Whether put() may have something to do for a check of that time.
[[nodiscard]] Result<bool> lacks(LocalDb& db, const QString& account, const QString& mediaId, qint64 atMs);
Result<void> remove(LocalDb& db, const QString& account, const QString& mediaId); //!< all of that asset
Result<void> clear(LocalDb& db, const QString& account);

} // namespace checks

} // namespace proofreel
