// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/asset_query.h"

#include "ims/match_builder.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct AssetQueryText {
    Q_DECLARE_TR_FUNCTIONS(AssetQuery)
};

const QStringList& statusNames() // in the order of their numbers in a search
{
    static const QStringList names { u"Init"_s, u"Preparing"_s, u"PrepareFail"_s, u"Normal"_s };
    return names;
}

Result<QString> expression(const AssetQuery& query, const QStringList& types)
{
    MatchBuilder builder;
    for (const QString& word : query.words) {
        MatchBuilder title, description, tag;
        QList<MatchBuilder> places { title.titleContains(word), description.descriptionContains(word) };
        if (tag.tagIn({ word }).build()) // tags are compared whole, which not every text can be
            places.append(tag);
        builder.anyOf(places);
    }
    for (const QString& tag : query.tags)
        builder.tagIn({ tag });
    if (query.cateId)
        builder.cateIdIs(*query.cateId);
    builder.mediaIdIs(query.mediaId);
    if (const auto number = statusNames().indexOf(query.status); number >= 0)
        builder.statusIn({ static_cast<int>(number) });
    // from is inclusive, until exclusive; the service counts in milliseconds.
    const auto ms = [](const QDateTime& time, qint64 shift) {
        return time.isValid() ? std::optional<qint64>(time.toMSecsSinceEpoch() + shift) : std::nullopt;
    };
    builder.createdBetween(ms(query.from, 0), ms(query.until, -1));
    builder.mediaTypeIn(types);
    return builder.build().map([](const MatchText& match) { return match.text; });
}

//! Which types are asked for, one question after the other, so that video and audio come first. A list takes one type
//! at a time; a search takes several, but the service refuses images beside video or audio.
QList<QStringList> typesOf(const AssetQuery& query)
{
    if (!query.mediaType.isEmpty())
        return { { query.mediaType } };
    if (query.needsSearch())
        return { { u"video"_s, u"audio"_s }, { u"image"_s }, { u"text"_s } };
    return { { u"video"_s }, { u"audio"_s }, { u"image"_s }, { u"text"_s } };
}

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
    if (needsSearch()) {
        if (!source.isEmpty() && match.isEmpty())
            return fail({ .kind = ErrorKind::InvalidRequest,
                .message = AssetQueryText::tr("The service cannot search by source."),
                .advice = AssetQueryText::tr("Leave out the source, or words, tags and category.") });
        SearchQuery search;
        search.sortBy = oldestFirst ? u"utcCreate:Asc"_s : u"utcCreate:Desc"_s;
        if (!match.isEmpty()) {
            search.match = halfWidthMatch(match);
            list.append(search);
            return list;
        }
        for (const QStringList& types : typesOf(*this)) {
            auto text = expression(*this, types);
            if (!text)
                return fail(text.error());
            search.match = *text;
            list.append(search);
        }
        return list;
    }
    MediaListQuery query;
    query.status = status;
    query.source = source;
    query.sortBy = oldestFirst ? u"asc"_s : QString();
    // StartTime is exclusive, EndTime inclusive, both in whole seconds.
    query.startTime = from.isValid() ? from.addSecs(-1) : QDateTime();
    query.endTime = until.isValid() ? until.addSecs(-1) : QDateTime();
    for (const QStringList& types : typesOf(*this)) {
        query.mediaType = types.constFirst();
        list.append(query);
    }
    return list;
}

QString AssetQuery::matchText() const
{
    const auto list = questions();
    if (!list)
        return {};
    const auto* search = std::get_if<SearchQuery>(&list->constFirst());
    return search ? search->match : QString();
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
