// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/media_objects.h"
#include "sandbox/paging.h"

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

    //! Whether only time and MediaId decide.
    [[nodiscard]] bool isPlain() const
    {
        return mediaType.isEmpty() && status.isEmpty() && source.isEmpty() && businessType.isEmpty();
    }
    //! A token of one query is refused by another.
    [[nodiscard]] QByteArray fingerprint() const
    {
        return sha256Hex(key() + '\n' + mediaId.toUtf8() + (ascending ? "\na" : "\nd")).left(40);
    }
    //! Of the hits.
    [[nodiscard]] QByteArray key() const
    {
        return QStringList { mediaType, status, source, businessType, QString::number(after), QString::number(until) }
            .join(u'\n')
            .toUtf8();
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
        && takeOneOf(context, "Status", statusNames(), filter.status, error)
        && takeOneOf(context, "Source", sourceNames(), filter.source, error)
        && takeOneOf(context, "BusinessType",
            { u"subtitles"_s, u"watermark"_s, u"opening"_s, u"ending"_s, u"general"_s }, filter.businessType, error)
        && takeOneOf(context, "SortBy", { u"desc"_s, u"asc"_s }, order, error)
        && takeTime(context, "StartTime", filter.after, error) && takeTime(context, "EndTime", filter.until, error);
    filter.mediaId = context.text("MediaId");
    filter.ascending = order == "asc"_L1;
    return good ? std::nullopt : error;
}

//! In base64 it begins with "+/", as the service's tokens may.
QByteArray tokenHead(const Filter& filter)
{
    return "\xfb\xff" + QByteArray::fromHex(filter.fingerprint()) + ':';
}

QByteArray makeToken(qint64 cursor, const Filter& filter)
{
    return (tokenHead(filter) + QByteArray::number(cursor)).toBase64();
}

qint64 readToken(const QByteArray& token, const Filter& filter)
{
    const QByteArray plain = QByteArray::fromBase64(token);
    const QByteArray head = tokenHead(filter);
    bool ok = false;
    const qint64 cursor = plain.startsWith(head) ? plain.mid(head.size()).toLongLong(&ok) : -1;
    return ok ? cursor : -1;
}

SearchCache::Hits find(const Catalog& catalog, const Filter& filter, qint64 first, qint64 end)
{
    const auto status = statusNames().indexOf(filter.status), source = sourceNames().indexOf(filter.source);
    QList<bool> models; // whether the model of an asset passes
    for (qint64 i = 0; i < catalog.demoSize(); ++i) {
        const Asset& model = *catalog.facts(i).model;
        models.append((filter.mediaType.isEmpty() || model.mediaType == filter.mediaType)
            && (filter.businessType.isEmpty() || model.businessType == filter.businessType));
    }
    QList<quint32> hits;
    for (qint64 i = first; i < end; ++i) {
        const AssetFacts facts = catalog.facts(i);
        if (models.at(facts.modelIndex) && (status < 0 || facts.status == status)
            && (source < 0 || facts.source == source))
            hits.append(quint32(i));
    }
    hits.squeeze();
    return std::make_shared<const QList<quint32>>(std::move(hits));
}

//! A time range is a stretch of the catalogue; other filters look through it once, and their hits are kept.
Selection select(const ActionContext& context, const Filter& filter)
{
    const Catalog& catalog = context.catalog;
    Selection selection { catalog.newestUntil(filter.until), catalog.newestUntil(filter.after), {}, filter.ascending };
    if (!filter.mediaId.isEmpty()) {
        const qint64 only = catalog.indexOf(filter.mediaId);
        selection.end = only >= selection.first && only < selection.end ? only + 1 : 0;
        selection.first = selection.end > 0 ? only : 0;
    }
    selection.end = qMax(selection.first, selection.end);
    if (filter.isPlain())
        return selection;
    if (!filter.mediaId.isEmpty()) {
        selection.hits = find(catalog, filter, selection.first, selection.end);
        return selection;
    }
    selection.hits = context.searches.get(
        "list\n" + filter.key(), [&] { return find(catalog, filter, selection.first, selection.end); });
    return selection;
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
    const Selection selection = select(context, filter);
    qint64 cursor = 0;
    if (context.has("NextToken")) {
        cursor = readToken(valueOf(context.parameters, "NextToken"), filter);
        if (cursor < 0 || Cursor::position(cursor) > selection.size())
            return invalidParameter(u"NextToken"_s, u"it was not issued for this query"_s);
    }
    const PageCut cut = cutPage(context.faults, cursor, pageSize, selection.size());
    QJsonObject reply {
        { u"MediaInfos"_s,
            pageEntries(context, selection, cut,
                [&](const Asset& asset) {
                    QJsonObject entry {
                        { u"MediaId"_s, asset.mediaId },
                        { u"MediaBasicInfo"_s, mediaBasicInfo(context, asset, validS) },
                    };
                    if (withFile == "true"_L1) {
                        entry.insert("FileInfoList"_L1,
                            QJsonArray {
                                QJsonObject { { u"FileBasicInfo"_s, sourceBasicInfo(context, asset, validS) } } });
                    }
                    return entry;
                }) },
        { u"MaxResults"_s, pageSize },
        { u"TotalCount"_s, toldTotal(context, selection.size()) },
    };
    if (cut.hasMore)
        reply.insert("NextToken"_L1, QString::fromLatin1(makeToken(cut.next, filter)));
    return reply;
}

} // namespace proofreel::sandbox
