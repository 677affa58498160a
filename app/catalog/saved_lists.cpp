// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/saved_lists.h"

#include "catalog/local_store.h"
#include "core/redaction.h"

#include <QDataStream>
#include <QIODevice>
#include <QSqlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr int kMostLists = 20; // an account
constexpr quint32 kFormat = 1; // of the packed rows
constexpr qsizetype kMostUnpacked = 64 * 1024 * 1024;

QByteArray pack(const QList<AssetRow>& rows)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    const qsizetype count = std::min<qsizetype>(rows.size(), kMostSavedRows);
    out << kFormat << static_cast<quint32>(count);
    for (qsizetype i = 0; i < count; ++i) {
        AssetRow row = rows.at(i);
        row.coverUrl = bareUrl(row.coverUrl);
        row.inputUrl = bareUrl(row.inputUrl);
        out << row;
    }
    return qCompress(bytes, 1);
}

//! Empty where the bytes are not what pack() makes.
QList<AssetRow> unpack(const QByteArray& packed)
{
    // The first four bytes say how much memory qUncompress would take.
    quint32 size = 0;
    QDataStream(packed) >> size;
    if (size > kMostUnpacked)
        return {};
    const QByteArray bytes = qUncompress(packed);
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    quint32 format = 0;
    quint32 count = 0;
    in >> format >> count;
    if (format != kFormat || count > kMostSavedRows)
        return {};
    QList<AssetRow> rows(count);
    for (AssetRow& row : rows)
        in >> row;
    return in.status() == QDataStream::Ok ? rows : QList<AssetRow>();
}

Result<void> put(LocalDb& db, const QString& account, const QString& key, const SavedList& list)
{
    auto done =
        db.run(u"INSERT OR REPLACE INTO lists (account, query_key, at_ms, total, packed) VALUES (?, ?, ?, ?, ?)"_s,
            { account, key, list.at.toMSecsSinceEpoch(), list.total, pack(list.rows) });
    if (done)
        done = db.run(u"DELETE FROM lists WHERE account = ? AND query_key IN (SELECT query_key FROM lists WHERE "
                      "account = ? ORDER BY at_ms DESC LIMIT -1 OFFSET ?)"_s,
            { account, account, kMostLists });
    return done;
}

Result<std::optional<SavedList>> read(LocalDb& db, const QString& account, const QString& key)
{
    std::optional<SavedList> list;
    const auto done = db.each(u"SELECT at_ms, total, packed FROM lists WHERE account = ? AND query_key = ?"_s,
        { account, key }, [&list](const QSqlQuery& row) {
            list = SavedList { unpack(row.value(2).toByteArray()), row.value(1).toLongLong(),
                QDateTime::fromMSecsSinceEpoch(row.value(0).toLongLong(), Qt::UTC) };
        });
    if (!done)
        return fail(done.error());
    return list;
}

} // namespace

void saveList(LocalStore& store, const QString& account, const QString& queryKey, const QList<AssetRow>& rows,
    qint64 total, const QDateTime& now)
{
    store.write(account,
        [account, queryKey,
            list = SavedList { rows.first(std::min<qsizetype>(rows.size(), kMostSavedRows)), total, now }](
            LocalDb& db) { return put(db, account, queryKey, list); });
}

CallHandle loadList(LocalStore& store, const QString& account, const QString& queryKey, QObject* context,
    std::function<void(Result<std::optional<SavedList>>)> callback)
{
    return store.ask<std::optional<SavedList>>(
        account, [account, queryKey](LocalDb& db) { return read(db, account, queryKey); }, context,
        std::move(callback));
}

} // namespace proofreel
