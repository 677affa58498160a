// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/result_json.h"

#include "core/redaction.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

QJsonObject errorToJson(const Error& error)
{
    return { { u"kind"_s, Error::kindName(error.kind) }, { u"code"_s, error.code },
        { u"message"_s, redact(error.message) }, { u"advice"_s, redact(error.advice) },
        { u"requestId"_s, error.requestId }, { u"httpStatus"_s, error.httpStatus } };
}

Error errorFromJson(const QJsonObject& json)
{
    Error error;
    const QString name = json.value(u"kind"_s).toString();
    for (int kind = 0; kind <= int(ErrorKind::Io); ++kind) {
        if (Error::kindName(ErrorKind(kind)) == name)
            error.kind = ErrorKind(kind);
    }
    error.code = json.value(u"code"_s).toString();
    error.message = json.value(u"message"_s).toString();
    error.advice = json.value(u"advice"_s).toString();
    error.requestId = json.value(u"requestId"_s).toString();
    error.httpStatus = json.value(u"httpStatus"_s).toInt();
    return error;
}

QJsonObject streamToJson(const StreamSheet& stream)
{
    return { { u"key"_s, stream.key }, { u"label"_s, stream.label },
        { u"bytesFetched"_s, stream.transfer.bytesFetched }, { u"requests"_s, stream.transfer.requests },
        { u"elapsedMs"_s, stream.elapsedMs } };
}

StreamSheet streamFromJson(const QJsonObject& json)
{
    StreamSheet stream;
    stream.key = json.value(u"key"_s).toString();
    stream.label = json.value(u"label"_s).toString();
    stream.transfer.bytesFetched = json.value(u"bytesFetched"_s).toInteger();
    stream.transfer.requests = json.value(u"requests"_s).toInt();
    stream.elapsedMs = json.value(u"elapsedMs"_s).toInteger();
    return stream;
}

std::optional<Finding> findingFromJson(const QJsonObject& json)
{
    const auto severity = severityFromName(json.value(u"severity"_s).toString());
    Finding finding { .rule = json.value(u"rule"_s).toString(),
        .stream = json.value(u"stream"_s).toString(),
        .field = json.value(u"field"_s).toString(),
        .declared = json.value(u"declared"_s).toString(),
        .measured = json.value(u"measured"_s).toString(),
        .message = json.value(u"message"_s).toString() };
    if (!severity || finding.rule.isEmpty())
        return std::nullopt;
    finding.severity = *severity;
    if (json.value(u"atMs"_s).isDouble())
        finding.atMs = json.value(u"atMs"_s).toDouble();
    return finding;
}

} // namespace

QJsonObject findingToJson(const Finding& finding)
{
    return { { u"rule"_s, finding.rule }, { u"severity"_s, severityName(finding.severity) },
        { u"stream"_s, finding.stream }, { u"field"_s, finding.field }, { u"declared"_s, redact(finding.declared) },
        { u"measured"_s, redact(finding.measured) },
        { u"atMs"_s, finding.atMs ? QJsonValue(*finding.atMs) : QJsonValue() },
        { u"message"_s, redact(finding.message) } };
}

std::optional<Verdict> verdictFromName(const QString& name)
{
    for (const Verdict verdict : { Verdict::Pass, Verdict::Warn, Verdict::Fail, Verdict::Error }) {
        if (verdictName(verdict) == name)
            return verdict;
    }
    return std::nullopt;
}

QJsonObject resultToJson(const AssetResult& result)
{
    const AssetSheet& sheet = result.sheet;
    QJsonArray streams;
    for (const StreamSheet& stream : sheet.streams)
        streams << streamToJson(stream);
    QJsonArray findings;
    for (const Finding& finding : result.judgement.findings)
        findings << findingToJson(finding);
    QJsonObject judged;
    for (auto item = result.judgement.judged.cbegin(); item != result.judgement.judged.cend(); ++item)
        judged.insert(item.key(), QJsonArray::fromStringList(item.value()));
    return { { u"mediaId"_s, sheet.mediaId }, { u"title"_s, redact(sheet.media.title) },
        { u"mediaType"_s, sheet.media.mediaType }, { u"status"_s, sheet.media.status },
        { u"tags"_s, QJsonArray::fromStringList(sheet.media.mediaTags) },
        { u"requestedAt"_s, sheet.requestedAt.isValid() ? sheet.requestedAt.toString(Qt::ISODateWithMs) : QString() },
        { u"error"_s, sheet.error ? QJsonValue(errorToJson(*sheet.error)) : QJsonValue() }, { u"streams"_s, streams },
        { u"findings"_s, findings }, { u"judged"_s, judged }, { u"verdict"_s, verdictName(result.judgement.verdict) } };
}

AssetResult resultFromJson(const QJsonObject& json)
{
    AssetResult result;
    AssetSheet& sheet = result.sheet;
    sheet.mediaId = json.value(u"mediaId"_s).toString();
    sheet.media.mediaId = sheet.mediaId;
    sheet.media.title = json.value(u"title"_s).toString();
    sheet.media.mediaType = json.value(u"mediaType"_s).toString();
    sheet.media.status = json.value(u"status"_s).toString();
    sheet.media.mediaTags = json.value(u"tags"_s).toVariant().toStringList();
    sheet.requestedAt = QDateTime::fromString(json.value(u"requestedAt"_s).toString(), Qt::ISODateWithMs);
    if (json.value(u"error"_s).isObject())
        sheet.error = errorFromJson(json.value(u"error"_s).toObject());
    const QJsonArray streams = json.value(u"streams"_s).toArray();
    for (const QJsonValue& stream : streams)
        sheet.streams << streamFromJson(stream.toObject());
    const QJsonArray findings = json.value(u"findings"_s).toArray();
    for (const QJsonValue& item : findings) {
        if (auto finding = findingFromJson(item.toObject()))
            result.judgement.findings << *std::move(finding);
    }
    const QJsonObject judged = json.value(u"judged"_s).toObject();
    for (auto item = judged.constBegin(); item != judged.constEnd(); ++item)
        result.judgement.judged.insert(item.key(), item.value().toVariant().toStringList());
    result.judgement.verdict = verdictFromName(json.value(u"verdict"_s).toString()).value_or(Verdict::Error);
    return result;
}

} // namespace proofreel
