// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/saved_play_infos.h"

#include "catalog/local_store.h"
#include "core/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qsizetype kMostBytes = 256 * 1024; // of one reply
constexpr int kMostReplies = 500; // an account
constexpr int kDeepest = 64; // levels of JSON

QJsonValue cleaned(const QJsonValue& value, int depth)
{
    if (depth > kDeepest)
        return QJsonValue::Null;
    if (value.isString())
        return bareUrl(value.toString());
    if (value.isArray()) {
        QJsonArray clean;
        const QJsonArray array = value.toArray();
        for (const QJsonValue& item : array)
            clean.append(cleaned(item, depth + 1));
        return clean;
    }
    if (value.isObject()) {
        QJsonObject clean;
        const QJsonObject object = value.toObject();
        for (auto item = object.begin(); item != object.end(); ++item)
            clean.insert(item.key(), cleaned(item.value(), depth + 1));
        return clean;
    }
    return value;
}

Result<void> put(
    LocalDb& db, const QString& account, const QString& mediaId, const QString& inputUrl, const SavedPlayInfo& saved)
{
    const QByteArray body = withoutSecrets(saved.body);
    if (body.isEmpty() || body.size() > kMostBytes)
        return {};
    auto done = db.run(
        u"INSERT INTO play_infos (account, media_id, input_url, at_ms, packed) VALUES (?, ?, ?, ?, ?) ON CONFLICT "
        "(account, media_id) DO UPDATE SET at_ms = excluded.at_ms, packed = excluded.packed, input_url = "
        "CASE excluded.input_url WHEN '' THEN input_url ELSE excluded.input_url END"_s,
        { account, mediaId, inputUrl + u""_s, saved.at.toMSecsSinceEpoch(), qCompress(body) });
    if (done)
        done = db.run(u"DELETE FROM play_infos WHERE account = ? AND media_id IN (SELECT media_id FROM play_infos "
                      "WHERE account = ? ORDER BY at_ms DESC LIMIT -1 OFFSET ?)"_s,
            { account, account, kMostReplies });
    return done;
}

Result<std::optional<SavedPlayInfo>> read(
    LocalDb& db, const QString& account, const QString& mediaId, const QString& inputUrl)
{
    std::optional<SavedPlayInfo> saved;
    const bool byId = !mediaId.isEmpty();
    const auto done = db.each(u"SELECT at_ms, packed FROM play_infos WHERE account = ? AND %1 = ? ORDER BY at_ms DESC "
                              "LIMIT 1"_s.arg(byId ? u"media_id"_s : u"input_url"_s),
        { account, byId ? mediaId : inputUrl }, [&saved](const QSqlQuery& row) {
            saved = SavedPlayInfo { qUncompress(row.value(1).toByteArray()),
                QDateTime::fromMSecsSinceEpoch(row.value(0).toLongLong(), Qt::UTC) };
        });
    if (!done)
        return fail(done.error());
    return saved;
}

} // namespace

QByteArray withoutSecrets(const QByteArray& body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return {};
    return QJsonDocument(cleaned(document.object(), 0).toObject()).toJson(QJsonDocument::Compact);
}

void savePlayInfo(LocalStore& store, const QString& account, const PlayInfoQuery& query, const QString& mediaId,
    const QByteArray& body, const QDateTime& now)
{
    if (account.isEmpty() || mediaId.isEmpty())
        return;
    // What is far too large is not even taken apart; URLs are the better part of a reply.
    if (body.size() > 8 * kMostBytes)
        return;
    store.write(account,
        [account, mediaId, inputUrl = bareUrl(query.inputUrl), saved = SavedPlayInfo { body, now }](
            LocalDb& db) { return put(db, account, mediaId, inputUrl, saved); });
}

CallHandle loadPlayInfo(LocalStore& store, const QString& account, const PlayInfoQuery& query, QObject* context,
    std::function<void(Result<std::optional<SavedPlayInfo>>)> callback)
{
    return store.ask<std::optional<SavedPlayInfo>>(
        account,
        [account, mediaId = query.mediaId, inputUrl = bareUrl(query.inputUrl)](
            LocalDb& db) { return read(db, account, mediaId, inputUrl); },
        context, std::move(callback));
}

} // namespace proofreel
