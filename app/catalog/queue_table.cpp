// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/queue_table.h"

#include <QCoreApplication>
#include <QSqlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel::queue {

namespace {

enum Kind { MediaId = 0, InputUrl = 1, PlayUrl = 2, Link = 3 }; // on disk

int kindOf(const OpenTarget& target)
{
    if (std::holds_alternative<QUrl>(target))
        return PlayUrl;
    if (std::holds_alternative<AssetLink>(target))
        return Link;
    return std::get<PlayInfoQuery>(target).mediaId.isEmpty() ? InputUrl : MediaId;
}

OpenTarget targetOf(int kind, const QString& id, const QString& stream, double seconds)
{
    switch (kind) {
    case PlayUrl:
        return QUrl(id.section(u'#', 0, 0));
    case InputUrl:
        return PlayInfoQuery { .mediaId = {}, .inputUrl = id.section(u'#', 0, 0), .authTimeout = {} };
    case Link:
        return AssetLink { id, stream, seconds < 0 ? std::nullopt : std::optional(seconds) };
    default:
        return PlayInfoQuery { .mediaId = id, .inputUrl = {}, .authTimeout = {} };
    }
}

QueueEntry entryOf(const QSqlQuery& row)
{
    QueueEntry entry;
    entry.id = row.value(0).toString();
    entry.rank = row.value(1).toLongLong();
    entry.target = targetOf(row.value(2).toInt(), entry.id, row.value(3).toString(), row.value(4).toDouble());
    entry.title = row.value(5).toString();
    entry.state = static_cast<QueueEntry::State>(std::clamp(row.value(6).toInt(), 0, 2));
    entry.reason = row.value(7).toString();
    if (entry.id.contains(u'#') && entry.state == QueueEntry::State::Waiting) {
        entry.state = QueueEntry::State::Failed;
        entry.reason = QCoreApplication::translate(
            "ReviewQueue", "The signed part of this address is not kept on disk. Paste the address again.");
    }
    return entry;
}

} // namespace

Result<QueueContents> read(LocalDb& db, const QString& account)
{
    QueueContents contents;
    auto done = db.each(u"SELECT id, rank, kind, stream, seconds, title, state, reason FROM queue WHERE account = ? "
                        "ORDER BY rank, id"_s,
        { account }, [&contents](const QSqlQuery& row) { contents.entries.append(entryOf(row)); });
    if (done)
        done = db.each(u"SELECT id FROM queue_current WHERE account = ?"_s, { account },
            [&contents](const QSqlQuery& row) { contents.current = row.value(0).toString(); });
    return done ? Result<QueueContents>(contents) : fail(done.error());
}

Result<void> put(LocalDb& db, const QString& account, const QList<QueueEntry>& entries)
{
    for (const QueueEntry& entry : entries) {
        const auto* link = std::get_if<AssetLink>(&entry.target);
        const auto done =
            db.run(u"INSERT OR REPLACE INTO queue (account, id, rank, kind, stream, seconds, title, state, "
                   "reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                { account, entry.id, entry.rank, kindOf(entry.target), link ? link->streamKey + u""_s : u""_s,
                    link ? link->seconds.value_or(-1) : -1, entry.title + u""_s, static_cast<int>(entry.state),
                    entry.reason + u""_s });
        if (!done)
            return done;
    }
    return {};
}

Result<void> setCurrent(LocalDb& db, const QString& account, const QString& id)
{
    return db.run(u"INSERT OR REPLACE INTO queue_current (account, id) VALUES (?, ?)"_s, { account, id + u""_s });
}

Result<void> remove(LocalDb& db, const QString& account, const QString& id)
{
    return db.run(u"DELETE FROM queue WHERE account = ? AND id = ?"_s, { account, id });
}

Result<void> clear(LocalDb& db, const QString& account)
{
    const auto done = db.run(u"DELETE FROM queue WHERE account = ?"_s, { account });
    return done ? db.run(u"DELETE FROM queue_current WHERE account = ?"_s, { account }) : done;
}

} // namespace proofreel::queue
