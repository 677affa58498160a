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

tl::unexpected<Error> bad(const QString& message, const QString& advice)
{
    return fail({ .kind = ErrorKind::InvalidRequest, .message = message, .advice = advice });
}

tl::unexpected<Error> badAuthTimeout(const QString& given)
{
    return bad(QueryText::tr("AuthTimeout %1 is too short: a play URL is valid for at least 3600 s.").arg(given),
        QueryText::tr("Give 3600 seconds or more, or leave it out."));
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
    const QString mediaId = query.mediaId.trimmed();
    const QString inputUrl = query.inputUrl.trimmed();
    if (mediaId.isEmpty() && inputUrl.isEmpty())
        return bad(QueryText::tr("Neither a MediaId nor an InputURL was given."),
            QueryText::tr("Give the asset's MediaId, or the URL with which it was registered."));
    if (!mediaId.isEmpty() && !inputUrl.isEmpty())
        return bad(QueryText::tr("Both a MediaId and an InputURL were given; the service takes one."),
            QueryText::tr("Leave one of them out."));
    if (mediaId.size() > maxText || inputUrl.size() > maxText)
        return bad(QueryText::tr("The MediaId or InputURL is far too long."), QueryText::tr("Check what was pasted."));
    if (query.authTimeout && *query.authTimeout < minAuthTimeout)
        return badAuthTimeout(QString::number(*query.authTimeout));

    ApiRequest request { .action = u"GetPlayInfo"_s };
    if (!mediaId.isEmpty())
        request.query.emplaceBack(u"MediaId"_s, mediaId);
    else
        request.query.emplaceBack(u"InputURL"_s, inputUrl);
    if (query.authTimeout)
        request.query.emplaceBack(u"AuthTimeout"_s, QString::number(*query.authTimeout));
    return request;
}

Result<ApiRequest> makeRequest(const MediaListQuery& query)
{
    if (query.maxResults < 1 || query.maxResults > 100)
        return bad(QueryText::tr("A page of the list holds 1 to 100 assets, not %1.").arg(query.maxResults),
            QueryText::tr("Ask for 100 or fewer at a time."));
    if (query.startTime.isValid() && query.endTime.isValid() && query.startTime >= query.endTime)
        return bad(QueryText::tr("The time range ends before it begins."), QueryText::tr("Exchange the two times."));

    ApiRequest request { .action = u"ListMediaBasicInfos"_s };
    const auto add = [&request](const QString& name, const QString& value) {
        if (!value.isEmpty())
            request.query.emplaceBack(name, value);
    };
    const auto time = [](const QDateTime& at) {
        return at.isValid() ? at.toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s) : QString();
    };
    add(u"MaxResults"_s, QString::number(query.maxResults));
    add(u"NextToken"_s, query.nextToken);
    add(u"MediaType"_s, query.mediaType);
    add(u"Status"_s, query.status);
    add(u"Source"_s, query.source);
    add(u"BusinessType"_s, query.businessType);
    add(u"SortBy"_s, query.sortBy);
    add(u"StartTime"_s, time(query.startTime));
    add(u"EndTime"_s, time(query.endTime));
    add(u"IncludeFileBasicInfo"_s, query.includeFileBasicInfo ? u"true"_s : QString());
    return request;
}

} // namespace proofreel
