// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/check_table.h"

#include <QSqlQuery>

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
    if (before->size() > 1 && before->at(0).packed == check.packed && before->at(1).packed == check.packed)
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

Result<void> remove(LocalDb& db, const QString& account, const QString& mediaId)
{
    return db.run(u"DELETE FROM checks WHERE account = ? AND media_id = ?"_s, { account, mediaId });
}

Result<void> clear(LocalDb& db, const QString& account)
{
    return db.run(u"DELETE FROM checks WHERE account = ?"_s, { account });
}

} // namespace proofreel::checks
