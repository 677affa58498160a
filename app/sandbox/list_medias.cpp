// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/media_objects.h"

#include <QDateTime>
#include <QJsonArray>

#include <limits>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

struct Filter {
    QString mediaType, status, source, businessType, mediaId;
    qint64 after = std::numeric_limits<qint64>::min(), until = std::numeric_limits<qint64>::max();
    bool ascending = false;

    [[nodiscard]] bool accepts(const AssetFacts& facts) const
    {
        const Asset& model = *facts.model;
        return facts.createdMs > after && facts.createdMs <= until
            && (mediaType.isEmpty() || model.mediaType == mediaType) && (status.isEmpty() || model.status == status)
            && (source.isEmpty() || model.source == source)
            && (businessType.isEmpty() || model.businessType == businessType);
    }
    [[nodiscard]] bool isEmpty() const
    {
        return mediaType.isEmpty() && status.isEmpty() && source.isEmpty() && businessType.isEmpty()
            && mediaId.isEmpty() && after == std::numeric_limits<qint64>::min()
            && until == std::numeric_limits<qint64>::max();
    }
    //! A token of one query is refused by another.
    [[nodiscard]] QByteArray fingerprint() const
    {
        return sha256Hex((mediaType + u'\n' + status + u'\n' + source + u'\n' + businessType + u'\n' + mediaId + u'\n'
                             + QString::number(after) + u'\n' + QString::number(until) + (ascending ? u"a"_s : u"d"_s))
                             .toUtf8())
            .left(40);
    }
};

bool takeOneOf(const ActionContext& context, const char* name, const QStringList& allowed, QString& value,
    std::optional<ApiError>& error)
{
    value = context.text(name);
    if (value.isEmpty() || allowed.contains(value))
        return true;
    error = invalidParameter(QString::fromLatin1(name), u"it must be one of "_s + allowed.join(u", "_s));
    return false;
}

bool takeTime(const ActionContext& context, const char* name, qint64& ms, std::optional<ApiError>& error)
{
    if (!context.has(name))
        return true;
    const QString text = context.text(name);
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (text.size() == 20 && text.endsWith(u'Z') && time.isValid()) {
        ms = time.toMSecsSinceEpoch();
        return true;
    }
    error = invalidParameter(QString::fromLatin1(name), u"it must have the form YYYY-MM-DDThh:mm:ssZ"_s);
    return false;
}

std::optional<ApiError> parseFilter(const ActionContext& context, Filter& filter)
{
    std::optional<ApiError> error;
    QString order;
    const bool good =
        takeOneOf(context, "MediaType", { u"image"_s, u"video"_s, u"audio"_s, u"text"_s }, filter.mediaType, error)
        && takeOneOf(
            context, "Status", { u"Init"_s, u"Preparing"_s, u"PrepareFail"_s, u"Normal"_s }, filter.status, error)
        && takeOneOf(context, "Source", { u"oss"_s, u"vod"_s, u"live"_s, u"general"_s }, filter.source, error)
        && takeOneOf(context, "BusinessType",
            { u"subtitles"_s, u"watermark"_s, u"opening"_s, u"ending"_s, u"general"_s }, filter.businessType, error)
        && takeOneOf(context, "SortBy", { u"desc"_s, u"asc"_s }, order, error)
        && takeTime(context, "StartTime", filter.after, error) && takeTime(context, "EndTime", filter.until, error);
    filter.mediaId = context.text("MediaId");
    filter.ascending = order == "asc"_L1;
    return good ? std::nullopt : error;
}

//! Base64 text with "+", "/" and "=", as the service's tokens are.
QByteArray makeToken(qint64 position, const Filter& filter)
{
    return ("+/" + QByteArray::fromHex(filter.fingerprint()) + ':' + QByteArray::number(position)).toBase64();
}

qint64 readToken(const QByteArray& token, const Filter& filter)
{
    const QByteArray plain = QByteArray::fromBase64(token);
    const QByteArray head = "+/" + QByteArray::fromHex(filter.fingerprint()) + ':';
    bool ok = false;
    const qint64 position = plain.startsWith(head) ? plain.mid(head.size()).toLongLong(&ok) : -1;
    return ok ? position : -1;
}

} // namespace

ActionResult listMediaBasicInfos(const ActionContext& context)
{
    Filter filter;
    std::optional<ApiError> error = parseFilter(context, filter);
    if (error)
        return *error;
    const qint64 pageSize = numberParameter(context, "MaxResults", 1, 100, 10, error);
    const qint64 validS = numberParameter(context, "AuthTimeout", 1, 86'400, 3600, error);
    if (error)
        return *error;
    const QString withFile = context.text("IncludeFileBasicInfo").toLower();
    if (!withFile.isEmpty() && withFile != "true"_L1 && withFile != "false"_L1)
        return invalidParameter(u"IncludeFileBasicInfo"_s, u"it must be true or false"_s);
    const Catalog& catalog = context.catalog;
    qint64 position = 0;
    if (context.has("NextToken")) {
        position = readToken(valueOf(context.parameters, "NextToken"), filter);
        if (position < 0 || position >= catalog.size())
            return invalidParameter(u"NextToken"_s, u"it was not issued for this query"_s);
    }

    QJsonArray list;
    qint64 total = filter.isEmpty() ? catalog.size() : 0;
    QByteArray next;
    const qint64 only = filter.mediaId.isEmpty() ? -1 : catalog.indexOf(filter.mediaId);
    // Without a filter a page costs a page; with one, the whole catalogue is counted, which is cheap per asset.
    for (qint64 i = filter.isEmpty() ? position : 0; i < catalog.size(); ++i) {
        const qint64 index = filter.ascending ? catalog.size() - 1 - i : i;
        if (!filter.mediaId.isEmpty() && index != only)
            continue;
        if (!filter.isEmpty()) {
            if (!filter.accepts(catalog.facts(index)))
                continue;
            ++total;
        }
        if (i < position)
            continue;
        if (list.size() == pageSize) {
            if (next.isEmpty())
                next = makeToken(i, filter);
            if (filter.isEmpty())
                break;
            continue;
        }
        const Asset asset = catalog.asset(index);
        QJsonObject entry {
            { u"MediaId"_s, asset.mediaId },
            { u"MediaBasicInfo"_s, mediaBasicInfo(context, asset, validS) },
        };
        if (withFile == "true"_L1) {
            entry.insert("FileInfoList"_L1,
                QJsonArray { QJsonObject { { u"FileBasicInfo"_s, fileBasicInfo(context, asset, validS) } } });
        }
        list.append(entry);
    }
    QJsonObject reply {
        { u"MediaInfos"_s, list },
        { u"MaxResults"_s, pageSize },
        { u"TotalCount"_s, total },
    };
    if (!next.isEmpty())
        reply.insert("NextToken"_L1, QString::fromLatin1(next));
    return reply;
}

} // namespace proofreel::sandbox
