// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/earlier_report.h"

#include "quality/report_text.h"
#include "quality/result_json.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qint64 kMostBytes = 512LL * 1024 * 1024;

Error notAReport(const QString& path)
{
    return { .kind = ErrorKind::InvalidRequest,
        .message = ReportText::tr("%1 is no JSON report of a check.").arg(QDir::toNativeSeparators(path)),
        .advice = ReportText::tr("Make one with: proofreel-cli check --report FILE.json") };
}

} // namespace

Result<EarlierReport> EarlierReport::load(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail({ .kind = ErrorKind::Io,
            .message =
                ReportText::tr("%1 cannot be read: %2").arg(QDir::toNativeSeparators(path), file.errorString()) });
    const QByteArray bytes = file.read(kMostBytes + 1);
    const QJsonObject json = bytes.size() <= kMostBytes ? QJsonDocument::fromJson(bytes).object() : QJsonObject();
    if (!json.value(u"assets"_s).isArray() || !json.value(u"summary"_s).isObject())
        return fail(notAReport(path));
    const QJsonObject summary = json.value(u"summary"_s).toObject();
    EarlierReport report;
    report.m_at = QDateTime::fromString(summary.value(u"finishedAt"_s).toString(), Qt::ISODateWithMs);
    report.m_policyMark = summary.value(u"policyMark"_s).toString();
    const QJsonArray assets = json.value(u"assets"_s).toArray();
    for (const QJsonValue& asset : assets) {
        const AssetResult result = resultFromJson(asset.toObject());
        if (!result.sheet.mediaId.isEmpty() && result.judgement.verdict != Verdict::Error)
            report.m_assets.insert(result.sheet.mediaId, packCheck(pastCheck(result, {}, report.m_policyMark)));
    }
    return report;
}

std::optional<CheckChanges> EarlierReport::changesSince(const AssetResult& result, const QString& policyMark) const
{
    const auto before = unpackCheck(m_assets.value(result.sheet.mediaId), {});
    if (!before || result.judgement.verdict == Verdict::Error)
        return std::nullopt;
    return proofreel::changesSince(*before, pastCheck(result, {}, policyMark));
}

std::optional<CheckChanges> changesSince(const CheckQuestion& question, const AssetResult& result)
{
    return question.since ? question.since->changesSince(result, question.policyMark) : std::nullopt;
}

} // namespace proofreel
