// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/asset_query.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct AssetQueryText {
    Q_DECLARE_TR_FUNCTIONS(AssetQuery)
};

} // namespace

bool AssetQuery::needsSearch() const
{
    return !match.isEmpty() || !words.isEmpty() || !tags.isEmpty() || cateId || !mediaId.isEmpty();
}

bool AssetQuery::isNarrowing() const
{
    AssetQuery order;
    order.oldestFirst = oldestFirst;
    return *this != order;
}

Result<QList<AssetQuestion>> AssetQuery::questions() const
{
    QList<AssetQuestion> list;
    MediaListQuery query;
    query.mediaType = mediaType;
    query.status = status;
    query.source = source;
    query.sortBy = oldestFirst ? u"asc"_s : QString();
    // StartTime is exclusive, EndTime inclusive, both in whole seconds.
    query.startTime = from.isValid() ? from.addSecs(-1) : QDateTime();
    query.endTime = until.isValid() ? until.addSecs(-1) : QDateTime();
    list.append(query);
    return list;
}

QString AssetQuery::matchText() const
{
    return match;
}

QString AssetQuery::key() const
{
    const QStringList parts { words.join(QChar(1)), tags.join(QChar(1)), cateId ? QString::number(*cateId) : QString(),
        mediaId, mediaType, status, source, from.toUTC().toString(Qt::ISODate), until.toUTC().toString(Qt::ISODate),
        match, oldestFirst ? u"asc"_s : QString() };
    return QString::fromLatin1(
        QCryptographicHash::hash(parts.join(QChar(2)).toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
}

} // namespace proofreel
