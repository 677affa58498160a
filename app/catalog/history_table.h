// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/local_db.h"

#include <QList>

namespace proofreel {

//! An asset that was looked at.
struct HistoryEntry {
    QString mediaId, title, mediaType;
    qint64 openedMs = 0; //!< since the epoch, UTC
    qint64 positionMs = -1; //!< of the picture that was seen last; -1: not played
    QString streamKey; //!< StreamKey as text of the rendition played last; may be empty

    bool operator==(const HistoryEntry&) const = default;
};

//! The table of the history: for LocalStore::ask() and write().
namespace history {
constexpr int kMost = 500; //!< entries an account; the oldest go
[[nodiscard]] Result<QList<HistoryEntry>> read(LocalDb& db, const QString& account); //!< newest first
Result<void> put(LocalDb& db, const QString& account, const HistoryEntry& entry);
Result<void> remove(LocalDb& db, const QString& account, const QString& mediaId);
Result<void> clear(LocalDb& db, const QString& account);
} // namespace history

} // namespace proofreel
