// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/history_table.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace proofreel::history {

Result<QList<HistoryEntry>> read(LocalDb& db, const QString& account)
{
    QList<HistoryEntry> entries;
    const auto done = db.each(u"SELECT media_id, title, media_type, opened_ms, position_ms, stream FROM history WHERE "
                              "account = ? ORDER BY opened_ms DESC, media_id LIMIT ?"_s,
        { account, kMost }, [&entries](const QSqlQuery& row) {
            entries.append({ row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                row.value(3).toLongLong(), row.value(4).toLongLong(), row.value(5).toString() });
        });
    return done ? Result<QList<HistoryEntry>>(entries) : fail(done.error());
}

Result<void> put(LocalDb& db, const QString& account, const HistoryEntry& entry)
{
    auto done = db.run(u"INSERT OR REPLACE INTO history (account, media_id, title, media_type, opened_ms, position_ms, "
                       "stream) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        { account, entry.mediaId, entry.title + u""_s, entry.mediaType + u""_s, entry.openedMs, entry.positionMs,
            entry.streamKey + u""_s });
    if (done)
        done = db.run(u"DELETE FROM history WHERE account = ? AND media_id IN (SELECT media_id FROM history WHERE "
                      "account = ? ORDER BY opened_ms DESC, media_id LIMIT -1 OFFSET ?)"_s,
            { account, account, kMost });
    return done;
}

Result<void> remove(LocalDb& db, const QString& account, const QString& mediaId)
{
    return db.run(u"DELETE FROM history WHERE account = ? AND media_id = ?"_s, { account, mediaId });
}

Result<void> clear(LocalDb& db, const QString& account)
{
    return db.run(u"DELETE FROM history WHERE account = ?"_s, { account });
}

} // namespace proofreel::history
