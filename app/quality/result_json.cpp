// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/result_json.h"

#include "core/redaction.h"
#include "quality/sheet_json.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

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
    QJsonObject json = sheetToJson(sheet);
    QJsonArray findings;
    for (const Finding& finding : result.judgement.findings)
        findings << findingToJson(finding);
    QJsonObject judged;
    for (auto item = result.judgement.judged.cbegin(); item != result.judgement.judged.cend(); ++item)
        judged.insert(item.key(), QJsonArray::fromStringList(item.value()));
    json.insert(u"title"_s, redact(sheet.media.title));
    json.insert(u"mediaType"_s, sheet.media.mediaType);
    json.insert(u"status"_s, sheet.media.status);
    json.insert(u"findings"_s, findings);
    json.insert(u"judged"_s, judged);
    json.insert(u"verdict"_s, verdictName(result.judgement.verdict));
    return json;
}

AssetResult resultFromJson(const QJsonObject& json)
{
    AssetResult result;
    result.sheet = sheetFromJson(json);
    MediaBase& media = result.sheet.media;
    if (media.mediaId.isEmpty()) { // nothing of the service's own is kept
        media.mediaId = result.sheet.mediaId;
        media.title = json.value(u"title"_s).toString();
        media.mediaType = json.value(u"mediaType"_s).toString();
        media.status = json.value(u"status"_s).toString();
    }
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
