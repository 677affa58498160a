// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/sheet_json.h"

#include "ims/decode.h"
#include "quality/facts_json.h"
#include "quality/json_members.h"
#include "quality/sheet_members.h"
#include "quality/thin_curves.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

//! What the service sent, without what opens something.
QJsonObject bare(QJsonObject raw)
{
    for (auto item = raw.begin(); item != raw.end(); ++item) {
        if (item.value().isString())
            item.value() =
                item.key().endsWith("URL"_L1) ? bareUrl(item.value().toString()) : redact(item.value().toString());
    }
    return raw;
}

//! As the service would send it, for its own decoder.
PlayInfoReply decoded(const QJsonObject& mediaBase, const QJsonObject& playInfo)
{
    const QJsonObject reply { { u"RequestId"_s, u"-"_s }, { u"MediaBase"_s, mediaBase },
        { u"PlayInfoList"_s, QJsonArray { playInfo } } };
    return decodePlayInfo(QJsonDocument(reply).toJson(QJsonDocument::Compact)).value_or(PlayInfoReply());
}

Error errorFromJson(const QJsonObject& from)
{
    Error error;
    json::read(from, error);
    return error;
}

template <typename T>
QJsonValue resultToJson(const std::optional<Result<T>>& result, QJsonObject (*toJson)(const T&))
{
    if (!result)
        return {};
    return *result ? toJson(**result) : QJsonObject { { u"error"_s, json::object(result->error()) } };
}

template <typename T>
std::optional<Result<T>> resultFromJson(const QJsonValue& from, T (*fromJson)(const QJsonObject&))
{
    if (!from.isObject())
        return std::nullopt;
    const QJsonObject object = from.toObject();
    if (object.contains(u"error"_s))
        return Result<T>(fail(errorFromJson(object.value(u"error"_s).toObject())));
    return Result<T>(fromJson(object));
}

//! Curves are for looking at; whole, they would make a journal of many assets vast.
QJsonObject keptDecoded(const DecodedFacts& decoded)
{
    return decodedToJson({ .facts = decoded.facts, .signal = thinned(decoded.signal) });
}

} // namespace

QJsonObject decodedToJson(const DecodedFacts& decoded)
{
    QJsonObject out = factsToJson(decoded.facts);
    out.insert(u"signal"_s, json::object(decoded.signal));
    QJsonObject curves;
    curveMembers(decoded.signal,
        [&curves](const char* name, const auto& points) { curves.insert(QLatin1StringView(name), json::put(points)); });
    out.insert(u"curves"_s, curves);
    return out;
}

DecodedFacts decodedFromJson(const QJsonObject& from)
{
    DecodedFacts decoded { .facts = factsFromJson(from), .signal = {} };
    json::read(from.value(u"signal"_s).toObject(), decoded.signal);
    const QJsonObject curves = from.value(u"curves"_s).toObject();
    curveMembers(decoded.signal,
        [&curves](const char* name, auto& points) { json::take(curves.value(QLatin1StringView(name)), points); });
    return decoded;
}

QJsonObject streamSheetToJson(const StreamSheet& stream)
{
    return { { u"key"_s, stream.key }, { u"label"_s, redact(stream.label) }, { u"playInfo"_s, bare(stream.info.raw) },
        { u"declared"_s, factsToJson(stream.declared) }, { u"delivery"_s, json::put(stream.delivery) },
        { u"hls"_s, json::put(stream.hls) }, { u"container"_s, resultToJson(stream.container, factsToJson) },
        { u"decoded"_s, resultToJson(stream.decoded, keptDecoded) }, { u"transfer"_s, json::put(stream.transfer) },
        { u"elapsedMs"_s, stream.elapsedMs } };
}

StreamSheet streamSheetFromJson(const QJsonObject& from)
{
    StreamSheet stream;
    stream.key = from.value(u"key"_s).toString();
    stream.label = from.value(u"label"_s).toString();
    stream.info = decoded({}, from.value(u"playInfo"_s).toObject()).playInfoList.value(0);
    stream.declared = declaredFacts(stream.info);
    json::take(from.value(u"delivery"_s), stream.delivery);
    json::take(from.value(u"hls"_s), stream.hls);
    stream.container = resultFromJson(from.value(u"container"_s), factsFromJson);
    stream.decoded = resultFromJson(from.value(u"decoded"_s), decodedFromJson);
    json::take(from.value(u"transfer"_s), stream.transfer);
    stream.elapsedMs = from.value(u"elapsedMs"_s).toInteger();
    return stream;
}

QJsonObject sheetToJson(const AssetSheet& sheet)
{
    QJsonArray streams;
    for (const StreamSheet& stream : sheet.streams)
        streams.append(streamSheetToJson(stream));
    return { { u"mediaId"_s, sheet.mediaId }, { u"mediaBase"_s, bare(sheet.media.raw) },
        { u"requestedAt"_s, sheet.requestedAt.toUTC().toString(Qt::ISODateWithMs) },
        { u"authTimeout"_s, json::put(sheet.authTimeout) }, { u"streams"_s, streams },
        { u"error"_s, json::put(sheet.error) } };
}

AssetSheet sheetFromJson(const QJsonObject& from)
{
    AssetSheet sheet;
    sheet.mediaId = from.value(u"mediaId"_s).toString();
    sheet.media = decoded(from.value(u"mediaBase"_s).toObject(), {}).mediaBase;
    sheet.requestedAt = QDateTime::fromString(from.value(u"requestedAt"_s).toString(), Qt::ISODateWithMs);
    json::take(from.value(u"authTimeout"_s), sheet.authTimeout);
    const QJsonArray streams = from.value(u"streams"_s).toArray();
    for (qsizetype i = 0; i < std::min(streams.size(), qsizetype(10'000)); ++i)
        sheet.streams.append(streamSheetFromJson(streams.at(i).toObject()));
    if (from.value(u"error"_s).isObject())
        sheet.error = errorFromJson(from.value(u"error"_s).toObject());
    return sheet;
}

} // namespace proofreel
