// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/queries.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct QueryText {
    Q_DECLARE_TR_FUNCTIONS(Query)
};

constexpr qint64 minAuthTimeout = 3600; // page "GetPlayInfo": "defaults to 3600, which is also the minimum"
constexpr qsizetype maxText = 8192;
constexpr qsizetype maxBatch = 100; // the API states no limit; a bound of ours, as for the pages of lists

tl::unexpected<Error> bad(const QString& message, const QString& advice)
{
    return fail({ .kind = ErrorKind::InvalidRequest, .message = message, .advice = advice });
}

tl::unexpected<Error> badAuthTimeout(const QString& given)
{
    return bad(QueryText::tr("AuthTimeout %1 is too short: a PlayURL is valid for at least 3600 s.").arg(given),
        QueryText::tr("Give 3600 seconds or more, or leave it out."));
}

void add(ApiRequest& request, const QString& name, const QString& value)
{
    if (!value.isEmpty())
        request.query.emplaceBack(name, value);
}

//! Of the calls that are about one asset, by its id or by its URL.
Result<ApiRequest> assetRequest(
    const QString& action, const QString& mediaId, const QString& inputUrl, std::optional<qint64> authTimeout)
{
    if (mediaId.isEmpty() && inputUrl.isEmpty())
        return bad(QueryText::tr("Neither a MediaId nor an InputURL was given."),
            QueryText::tr("Give the asset's MediaId, or the URL with which it was registered."));
    if (!mediaId.isEmpty() && !inputUrl.isEmpty())
        return bad(QueryText::tr("Both a MediaId and an InputURL were given; the service takes one."),
            QueryText::tr("Leave one of them out."));
    if (mediaId.size() > maxText || inputUrl.size() > maxText)
        return bad(QueryText::tr("The MediaId or InputURL is far too long."), QueryText::tr("Check what was pasted."));
    ApiRequest request { .action = action };
    add(request, u"MediaId"_s, mediaId);
    add(request, u"InputURL"_s, inputUrl);
    if (authTimeout)
        add(request, u"AuthTimeout"_s, QString::number(*authTimeout));
    return request;
}

std::optional<Error> pageError(int pageNo, int pageSize, int least, int most)
{
    if (pageNo < 1)
        return bad(QueryText::tr("There is no page %1: pages count from 1.").arg(pageNo),
            QueryText::tr("Ask for page 1 or later."))
            .value();
    if (pageSize < least || pageSize > most)
        return bad(
            QueryText::tr("A page of this list holds %1 to %2 entries, not %3.").arg(least).arg(most).arg(pageSize),
            QueryText::tr("Ask for %1 or fewer at a time.").arg(most))
            .value();
    return std::nullopt;
}

} // namespace

Result<std::optional<qint64>> parseAuthTimeout(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return std::optional<qint64>();
    bool ok = false;
    const qint64 seconds = trimmed.toLongLong(&ok);
    if (!ok)
        return bad(QueryText::tr("AuthTimeout “%1” is not a whole number of seconds.").arg(trimmed.left(40)),
            QueryText::tr("Give 3600 seconds or more, or leave it out."));
    if (seconds < minAuthTimeout)
        return badAuthTimeout(QString::number(seconds));
    return std::optional<qint64>(seconds);
}

Result<ApiRequest> makeRequest(const PlayInfoQuery& query)
{
    if (query.authTimeout && *query.authTimeout < minAuthTimeout)
        return badAuthTimeout(QString::number(*query.authTimeout));
    return assetRequest(u"GetPlayInfo"_s, query.mediaId.trimmed(), query.inputUrl.trimmed(), query.authTimeout);
}

Result<ApiRequest> makeRequest(const MediaListQuery& query)
{
    if (query.maxResults < 1 || query.maxResults > 100)
        return bad(QueryText::tr("A page of the list holds 1 to 100 assets, not %1.").arg(query.maxResults),
            QueryText::tr("Ask for 100 or fewer at a time."));
    if (query.startTime.isValid() && query.endTime.isValid() && query.startTime >= query.endTime)
        return bad(QueryText::tr("The time range ends before it begins."), QueryText::tr("Exchange the two times."));

    ApiRequest request { .action = u"ListMediaBasicInfos"_s };
    const auto time = [](const QDateTime& at) {
        return at.isValid() ? at.toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s) : QString();
    };
    add(request, u"MaxResults"_s, QString::number(query.maxResults));
    add(request, u"NextToken"_s, query.nextToken);
    add(request, u"MediaType"_s, query.mediaType);
    add(request, u"Status"_s, query.status);
    add(request, u"Source"_s, query.source);
    add(request, u"BusinessType"_s, query.businessType);
    add(request, u"SortBy"_s, query.sortBy);
    add(request, u"StartTime"_s, time(query.startTime));
    add(request, u"EndTime"_s, time(query.endTime));
    add(request, u"IncludeFileBasicInfo"_s, query.includeFileBasicInfo ? u"true"_s : QString());
    return request;
}

Result<ApiRequest> makeRequest(const SearchQuery& query)
{
    if (const auto error = pageError(query.pageNo, query.pageSize, 1, 50))
        return fail(*error);
    if (query.match.size() > maxText)
        return bad(QueryText::tr("The search expression is far too long."), QueryText::tr("Use fewer conditions."));
    ApiRequest request { .action = u"SearchMedia"_s };
    add(request, u"Match"_s, query.match);
    add(request, u"SortBy"_s, query.sortBy);
    add(request, u"PageNo"_s, QString::number(query.pageNo));
    add(request, u"PageSize"_s, QString::number(query.pageSize));
    add(request, u"ScrollToken"_s, query.scrollToken);
    return request;
}

Result<ApiRequest> makeRequest(const CategoryQuery& query)
{
    if (const auto error = pageError(query.pageNo, query.pageSize, 10, 100))
        return fail(*error);
    ApiRequest request { .action = u"GetCategories"_s };
    if (query.cateId)
        add(request, u"CateId"_s, QString::number(*query.cateId));
    add(request, u"PageNo"_s, QString::number(query.pageNo));
    add(request, u"PageSize"_s, QString::number(query.pageSize));
    add(request, u"Type"_s, query.type);
    return request;
}

Result<ApiRequest> makeRequest(const MediaInfoQuery& query)
{
    if (query.authTimeout && *query.authTimeout < 1)
        return bad(QueryText::tr("AuthTimeout %1 is too short.").arg(*query.authTimeout),
            QueryText::tr("Give 1 second or more, or leave it out."));
    return assetRequest(u"GetMediaInfo"_s, query.mediaId.trimmed(), query.inputUrl.trimmed(), query.authTimeout);
}

Result<ApiRequest> makeRequest(const MediaBatchQuery& query)
{
    if (query.mediaIds.isEmpty() || query.mediaIds.size() > maxBatch)
        return bad(QueryText::tr("Details come for 1 to %1 assets at a time, not %2.")
                       .arg(maxBatch)
                       .arg(query.mediaIds.size()),
            QueryText::tr("Ask for %1 or fewer at a time.").arg(maxBatch));
    QStringList ids;
    for (const QString& id : query.mediaIds) {
        ids << id.trimmed();
        // The ids travel in one text with commas between them.
        if (ids.last().isEmpty() || ids.last().contains(u',') || ids.last().size() > maxText)
            return bad(
                QueryText::tr("“%1” is not a MediaId.").arg(id.left(40)), QueryText::tr("Check what was pasted."));
    }
    ApiRequest request { .action = u"BatchGetMediaInfos"_s };
    add(request, u"MediaIds"_s, ids.join(u','));
    add(request, u"AdditionType"_s, query.withFiles ? u"FileInfo"_s : QString());
    return request;
}

} // namespace proofreel
