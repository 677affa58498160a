// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/local_db.h"
#include "catalog/open_target.h"

#include <QList>

namespace proofreel {

//! Something that is to be looked at.
struct QueueEntry {
    enum class State { Waiting = 0, Done = 1, Failed = 2 }; //!< the numbers are on disk

    QString id; //!< targetId()
    OpenTarget target;
    qint64 rank = 0; //!< rises along the queue
    QString title; //!< empty: not known yet
    State state = State::Waiting;
    QString reason; //!< why it failed; translated
};

struct QueueContents {
    QList<QueueEntry> entries;
    QString current; //!< id; empty: none
};

//! The tables of the review queue: for LocalStore::ask() and write().
namespace queue {
//! An address whose signature was not kept comes back as failed.
[[nodiscard]] Result<QueueContents> read(LocalDb& db, const QString& account);
Result<void> put(LocalDb& db, const QString& account, const QList<QueueEntry>& entries);
Result<void> setCurrent(LocalDb& db, const QString& account, const QString& id); //!< empty: none
Result<void> remove(LocalDb& db, const QString& account, const QString& id);
Result<void> clear(LocalDb& db, const QString& account);
} // namespace queue

} // namespace proofreel
