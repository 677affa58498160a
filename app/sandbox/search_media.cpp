// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/match_scan.h"
#include "sandbox/media_objects.h"
#include "sandbox/paging.h"

#include <limits>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 lastPageNo = 200; //!< from there on the service wants a ScrollToken

std::optional<ApiError> parseMatch(const ActionContext& context, MatchExpression& expression)
{
    if (const auto why = expression.parse(context.text("Match")))
        return invalidParameter(u"Match"_s, *why);
    const QStringList types = expression.valuesOf(u"mediaType");
    if (types.contains("image"_L1) && (types.contains("audio"_L1) || types.contains("video"_L1))) {
        return invalidParameter(
            u"Match"_s, u"field \"mediaType\": images cannot be searched together with audio or video"_s);
    }
    return {};
}

std::optional<ApiError> parseOrder(const ActionContext& context, bool& ascending)
{
    const auto orders = context.text("SortBy").split(u',', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < orders.size(); ++i) {
        const QString field = orders[i].section(u':', 0, 0).trimmed(), order = orders[i].section(u':', 1).trimmed();
        if ((field != "utcCreate"_L1 && field != "utcModified"_L1) || (order != "Desc"_L1 && order != "Asc"_L1))
            return invalidParameter(u"SortBy"_s, u"it must be like utcCreate:Desc"_s);
        if (i == 0)
            ascending = order == "Asc"_L1;
    }
    return {};
}

//! 32 characters: a fingerprint of the query, and where the next page begins.
QByteArray scrollToken(const QByteArray& query, qint64 cursor)
{
    return md5Hex(query).left(20) + QByteArray::number(cursor, 16).rightJustified(12, '0');
}

QJsonObject entry(const ActionContext& context, const Asset& asset)
{
    constexpr qint64 validS = 3600;
    QJsonObject basic = mediaBasicInfo(context, asset, validS);
    basic.insert("CateName"_L1, basic.take("Category"_L1));
    basic.insert("Namespace"_L1, u"ims-search-default"_s);
    return {
        { u"MediaId"_s, asset.mediaId },
        { u"MediaBasicInfo"_s, basic },
        { u"FileInfoList"_s,
            QJsonArray { QJsonObject { { u"FileBasicInfo"_s, sourceBasicInfo(context, asset, validS) } } } },
    };
}

} // namespace

ActionResult searchMedia(const ActionContext& context)
{
    MatchExpression expression;
    Selection selection;
    std::optional<ApiError> error = parseMatch(context, expression);
    if (!error)
        error = parseOrder(context, selection.ascending);
    const qint64 pageNo = numberParameter(context, "PageNo", 1, std::numeric_limits<qint32>::max(), 1, error);
    const qint64 pageSize = numberParameter(context, "PageSize", 1, 50, 10, error);
    const bool scrolls = context.has("ScrollToken");
    if (!error && pageNo > lastPageNo && !scrolls) {
        error = invalidParameter(
            u"PageNo"_s, u"beyond page %1 the next pages are reached by ScrollToken only"_s.arg(lastPageNo));
    }
    if (error)
        return *error;

    const QByteArray match = valueOf(context.parameters, "Match");
    selection.hits = context.searches.get(
        "search\n" + match, [&] { return std::make_shared<const QList<quint32>>(scan(context.catalog, expression)); });
    const QByteArray query = match + '\n' + valueOf(context.parameters, "SortBy");
    qint64 cursor = Cursor::make((pageNo - 1) * pageSize, context.faults.unevenPages ? (pageNo - 1) % 3 : 0);
    if (scrolls) {
        const QByteArray token = valueOf(context.parameters, "ScrollToken");
        cursor = token.mid(20).toLongLong(nullptr, 16);
        if (cursor < 0 || token != scrollToken(query, cursor))
            return invalidParameter(u"ScrollToken"_s, u"it was not issued for this query"_s);
    }
    const PageCut cut = cutPage(context.faults, cursor, pageSize, selection.size());
    return QJsonObject {
        { u"Code"_s, u"200"_s },
        { u"Success"_s, u"True"_s },
        { u"Total"_s, toldTotal(context, selection.size()) },
        { u"MediaInfoList"_s,
            pageEntries(context, selection, cut, [&](const Asset& asset) { return entry(context, asset); }) },
        { u"ScrollToken"_s, QString::fromLatin1(scrollToken(query, cut.next)) },
    };
}

} // namespace proofreel::sandbox
