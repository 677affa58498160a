// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/check_table.h"

#include <QSqlQuery>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace proofreel::checks {

Result<QList<KeptCheck>> read(LocalDb& db, const QString& account, const QString& mediaId)
{
    QList<KeptCheck> kept;
    const auto done =
        db.each(u"SELECT at_ms, packed FROM checks WHERE account = ? AND media_id = ? ORDER BY at_ms DESC LIMIT ?"_s,
            { account, mediaId, kMostOfOne }, [&kept](const QSqlQuery& row) {
                kept.append({ row.value(0).toLongLong(), row.value(1).toByteArray() });
            });
    return done ? Result<QList<KeptCheck>>(kept) : fail(done.error());
}

Result<void> put(LocalDb& db, const QString& account, const QString& mediaId, const KeptCheck& check)
{
    const auto before = read(db, account, mediaId);
    if (!before)
        return fail(before.error());
    Result<void> done;
    const auto older = std::find_if(
        before->cbegin(), before->cend(), [&check](const KeptCheck& one) { return one.atMs < check.atMs; });
    if (older != before->cbegin() && older != before->cend() && std::prev(older)->atMs > check.atMs
        && std::prev(older)->packed == check.packed && older->packed == check.packed)
        return {}; // one in the middle
    if (before->size() > 1 && older == before->cbegin() && before->at(0).packed == check.packed
        && before->at(1).packed == check.packed)
        done = db.run(u"DELETE FROM checks WHERE account = ? AND media_id = ? AND at_ms = ?"_s,
            { account, mediaId, before->at(0).atMs });
    if (done)
        done = db.run(u"INSERT OR REPLACE INTO checks (account, media_id, at_ms, packed) VALUES (?, ?, ?, ?)"_s,
            { account, mediaId, check.atMs, check.packed });
    if (done)
        done =
            db.run(u"DELETE FROM checks WHERE account = ? AND media_id = ? AND at_ms NOT IN (SELECT at_ms FROM checks "
                   "WHERE account = ? AND media_id = ? ORDER BY at_ms DESC LIMIT ?)"_s,
                { account, mediaId, account, mediaId, kMostOfOne });
    if (done)
        done = db.run(u"DELETE FROM checks WHERE rowid IN (SELECT rowid FROM checks WHERE account = ? ORDER BY at_ms "
                      "DESC LIMIT -1 OFFSET ?)"_s,
            { account, kMost });
    return done;
}

Result<bool> lacks(LocalDb& db, const QString& account, const QString& mediaId, qint64 atMs)
{
    const auto kept = read(db, account, mediaId);
    if (!kept)
        return fail(kept.error());
    const bool isThere =
        std::any_of(kept->cbegin(), kept->cend(), [atMs](const KeptCheck& one) { return one.atMs == atMs; });
    const bool isPushedOut = kept->size() >= kMostOfOne && kept->constLast().atMs > atMs;
    return !isThere && !isPushedOut;
}

Result<void> remove(LocalDb& db, const QString& account, const QString& mediaId)
{
    return db.run(u"DELETE FROM checks WHERE account = ? AND media_id = ?"_s, { account, mediaId });
}

Result<void> clear(LocalDb& db, const QString& account)
{
    return db.run(u"DELETE FROM checks WHERE account = ?"_s, { account });
}

} // namespace proofreel::checks
