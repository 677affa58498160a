// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/local_db.h"

#include <QList>

namespace proofreel {

//! An asset with a star.
struct Favourite {
    QString mediaId, title, mediaType;
    qint64 addedMs = 0; //!< since the epoch, UTC

    bool operator==(const Favourite&) const = default;
};

//! The table of the favourites: for LocalStore::ask() and write().
namespace favourites {
[[nodiscard]] Result<QList<Favourite>> read(LocalDb& db, const QString& account); //!< newest first
Result<void> put(LocalDb& db, const QString& account, const Favourite& favourite);
Result<void> remove(LocalDb& db, const QString& account, const QString& mediaId);
Result<void> clear(LocalDb& db, const QString& account);
} // namespace favourites

} // namespace proofreel
