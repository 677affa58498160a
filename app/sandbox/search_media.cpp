// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/match_expression.h"
#include "sandbox/media_objects.h"
#include "sandbox/search_cache.h"

#include <QJsonArray>

#include <algorithm>
#include <limits>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

qint64 statusNumber(const QString& status)
{
    static const QStringList names { u"Init"_s, u"Preparing"_s, u"PrepareFail"_s, u"Normal"_s };
    return names.indexOf(status);
}

SearchDocument document(const Catalog& catalog, qint64 index)
{
    const AssetFacts facts = catalog.facts(index);
    const Asset& model = *facts.model;
    QStringList tags = model.tags.split(u',', Qt::SkipEmptyParts);
    if (facts.synthetic)
        tags.append(u"archive"_s);
    return { catalog.mediaId(index), catalog.title(index), model.description, model.mediaType, u"proofreel-demo-in"_s,
        tags, model.cateId, statusNumber(model.status), facts.createdMs, facts.createdMs + 90'000 };
}

SearchCache::Hits search(const ActionContext& context, const MatchExpression& expression, bool ascending)
{
    const QByteArray key = valueOf(context.parameters, "Match") + (ascending ? "\na" : "\nd");
    if (auto known = context.searches.find(key))
        return known;
    QList<quint32> hits;
    const bool onlyVideo = !expression.mentions(u"mediaType");
    for (qint64 i = 0; i < context.catalog.size(); ++i) {
        if (onlyVideo && context.catalog.facts(i).model->mediaType != "video"_L1)
            continue;
        if (expression.matches(document(context.catalog, i)))
            hits.append(quint32(i));
    }
    if (ascending)
        std::reverse(hits.begin(), hits.end());
    auto shared = std::make_shared<const QList<quint32>>(std::move(hits));
    context.searches.store(key, shared);
    return shared;
}

//! 32 characters: a fingerprint of the query, and where the next page begins.
QByteArray scrollToken(const QByteArray& query, qint64 position)
{
    return md5Hex(query).left(20) + QByteArray::number(position, 16).rightJustified(12, '0');
}

} // namespace

ActionResult searchMedia(const ActionContext& context)
{
    MatchExpression expression;
    if (const auto why = expression.parse(context.text("Match")))
        return invalidParameter(u"Match"_s, *why);
    bool ascending = false;
    const auto orders = context.text("SortBy").split(u',', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < orders.size(); ++i) {
        const QString field = orders[i].section(u':', 0, 0).trimmed(), order = orders[i].section(u':', 1).trimmed();
        if ((field != "utcCreate"_L1 && field != "utcModified"_L1) || (order != "Desc"_L1 && order != "Asc"_L1))
            return invalidParameter(u"SortBy"_s, u"it must be like utcCreate:Desc"_s);
        if (i == 0)
            ascending = order == "Asc"_L1;
    }
    std::optional<ApiError> error;
    const qint64 pageNo = numberParameter(context, "PageNo", 1, std::numeric_limits<qint32>::max(), 1, error);
    const qint64 pageSize = numberParameter(context, "PageSize", 1, 50, 10, error);
    if (error)
        return *error;

    const QByteArray query = valueOf(context.parameters, "Match") + '\n' + valueOf(context.parameters, "SortBy");
    qint64 position = (pageNo - 1) * pageSize;
    const SearchCache::Hits hits = search(context, expression, ascending);
    if (context.has("ScrollToken")) {
        const QByteArray token = valueOf(context.parameters, "ScrollToken");
        position = token.mid(20).toLongLong(nullptr, 16);
        if (token != scrollToken(query, position))
            return invalidParameter(u"ScrollToken"_s, u"it was not issued for this query"_s);
    }
    QJsonArray list;
    for (qint64 i = position; i < qMin<qint64>(position + pageSize, hits->size()); ++i) {
        const Asset asset = context.catalog.asset(hits->at(i));
        QJsonObject basic = mediaBasicInfo(context, asset, 3600);
        basic.insert("CateName"_L1, basic.take("Category"_L1));
        basic.insert("Namespace"_L1, u"ims-search-default"_s);
        list.append(QJsonObject {
            { u"MediaId"_s, asset.mediaId },
            { u"MediaBasicInfo"_s, basic },
            { u"FileInfoList"_s,
                QJsonArray { QJsonObject { { u"FileBasicInfo"_s, fileBasicInfo(context, asset, 3600) } } } },
        });
    }
    return QJsonObject {
        { u"Code"_s, u"200"_s },
        { u"Success"_s, u"True"_s },
        { u"Total"_s, qint64(hits->size()) },
        { u"MediaInfoList"_s, list },
        { u"ScrollToken"_s, QString::fromLatin1(scrollToken(query, qMin<qint64>(position + pageSize, hits->size()))) },
    };
}

} // namespace proofreel::sandbox
