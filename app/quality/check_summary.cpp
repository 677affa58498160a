// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/check_summary.h"

#include "quality/earlier_report.h"

using namespace Qt::StringLiterals;

namespace proofreel {

void CheckSummary::add(const AssetResult& result)
{
    ++assets;
    streams += result.sheet.streams.size();
    ++verdicts.at(size_t(result.judgement.verdict));
    for (const Finding& finding : result.judgement.findings)
        ++findings.at(size_t(finding.severity));
    for (const StreamSheet& stream : result.sheet.streams) {
        bytesFetched += stream.transfer.bytesFetched;
        requests += stream.transfer.requests;
    }
}

QJsonObject CheckSummary::toJson(const CheckQuestion& question) const
{
    QJsonObject json {
        { u"tool"_s, question.tool },
        { u"policy"_s, question.policy },
        { u"policyMark"_s, question.policyMark },
        { u"failAt"_s, severityName(question.failAt) },
        { u"deep"_s, question.deep },
        { u"startedAt"_s, question.startedAt.toString(Qt::ISODateWithMs) },
        { u"finishedAt"_s, finishedAt.toString(Qt::ISODateWithMs) },
        { u"complete"_s, isComplete() },
        { u"planned"_s, planned },
        { u"assets"_s, assets },
        { u"streams"_s, streams },
        { u"bytesFetched"_s, bytesFetched },
        { u"requests"_s, requests },
    };
    if (!question.reference.isEmpty())
        json.insert(u"reference"_s, question.reference);
    if (question.since)
        json.insert(u"since"_s, question.since->at().toString(Qt::ISODateWithMs));
    for (const Verdict verdict : { Verdict::Pass, Verdict::Warn, Verdict::Fail, Verdict::Error })
        json.insert(verdictName(verdict), of(verdict));
    json.insert(u"findings"_s,
        QJsonObject { { severityName(Severity::Info), of(Severity::Info) },
            { severityName(Severity::Warning), of(Severity::Warning) },
            { severityName(Severity::Error), of(Severity::Error) } });
    return json;
}

} // namespace proofreel
