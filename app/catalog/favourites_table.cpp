// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/favourites_table.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace proofreel::favourites {

Result<QList<Favourite>> read(LocalDb& db, const QString& account)
{
    QList<Favourite> all;
    const auto done = db.each(u"SELECT media_id, title, media_type, added_ms FROM favourites WHERE account = ? "
                              "ORDER BY added_ms DESC, media_id"_s,
        { account }, [&all](const QSqlQuery& row) {
            all.append({ row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                row.value(3).toLongLong() });
        });
    return done ? Result<QList<Favourite>>(all) : fail(done.error());
}

Result<void> put(LocalDb& db, const QString& account, const Favourite& favourite)
{
    return db.run(u"INSERT OR REPLACE INTO favourites (account, media_id, title, media_type, added_ms) "
                  "VALUES (?, ?, ?, ?, ?)"_s,
        { account, favourite.mediaId, favourite.title, favourite.mediaType, favourite.addedMs });
}

Result<void> remove(LocalDb& db, const QString& account, const QString& mediaId)
{
    return db.run(u"DELETE FROM favourites WHERE account = ? AND media_id = ?"_s, { account, mediaId });
}

Result<void> clear(LocalDb& db, const QString& account)
{
    return db.run(u"DELETE FROM favourites WHERE account = ?"_s, { account });
}

} // namespace proofreel::favourites
