// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/judge.h"

#include "quality/docket.h"

#include <algorithm>

namespace proofreel {

Judgement judge(const AssetSheet& sheet, const Policy& policy, const QDateTime& now)
{
    Judgement judgement;
    if (sheet.error) {
        judgement.verdict = Verdict::Error;
        return judgement;
    }
    const PolicySettings settings = policy.settingsFor(sheet.media);
    Docket docket(settings, now, judgement);
    for (const StreamSheet& stream : sheet.streams) {
        judgeDeclared(stream, sheet, docket);
        judgeContainer(stream, docket);
        judgePicture(stream, docket);
        judgeDecoded(stream, docket);
        judgeHls(stream, docket);
        judgeDelivery(stream, docket);
        judgeSignal(stream, docket);
    }
    judgeShape(sheet, docket);
    judgeOrder(sheet, docket);
    judgeSteps(sheet, docket);
    judgeKeyFrames(sheet, docket);
    judgeSound(sheet, docket);
    judgement.verdict = docket.verdict(policy.failAt());

    QHash<QString, qsizetype> rows;
    for (const StreamSheet& stream : sheet.streams)
        rows.insert(stream.key, rows.size());
    const auto row = [&](const Finding& finding) { return rows.value(finding.stream, rows.size()); };
    std::stable_sort(judgement.findings.begin(), judgement.findings.end(), [&](const Finding& a, const Finding& b) {
        return row(a) != row(b) ? row(a) < row(b) : a.severity > b.severity;
    });
    return judgement;
}

} // namespace proofreel
