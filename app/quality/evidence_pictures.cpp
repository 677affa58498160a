// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/evidence_pictures.h"

#include "frames/evidence.h"
#include "quality/time_limit.h"

#include <QUrl>

#include <algorithm>

namespace proofreel {

void takeEvidence(Http& http, AssetResult& result, const std::stop_token& stop, const PrivateHosts& allowPrivateHosts)
{
    constexpr qsizetype kMost = 12;
    constexpr int kWidth = 240; // pixels: two beside each other on a phone
    constexpr std::chrono::minutes kLongest { 5 }; // they are for people; a batch goes on without them
    TimeLimit limit(stop);
    limit.endAfter(kLongest);
    QList<Finding> findings = result.judgement.findings;
    std::stable_sort(findings.begin(), findings.end(),
        [](const Finding& left, const Finding& right) { return left.severity > right.severity; });
    qsizetype tries = 0, bytes = 0;
    for (const Finding& finding : std::as_const(findings)) {
        if (limit.token().stop_requested() || tries == kMost)
            return;
        const QString key = AssetResult::thumbnailKey(finding);
        if (!finding.atMs || finding.stream.isEmpty() || result.thumbnails.contains(key))
            continue;
        const QList<StreamSheet>& streams = result.sheet.streams;
        const auto stream = std::find_if(streams.cbegin(), streams.cend(),
            [&finding](const StreamSheet& sheet) { return sheet.key == finding.stream; });
        if (stream == streams.cend() || !stream->declared.video)
            continue;
        ++tries;
        const auto picture =
            evidenceJpeg(http, QUrl(stream->info.playUrl), *finding.atMs, kWidth, limit.token(), allowPrivateHosts);
        if (!picture || bytes + picture->size() > AssetResult::kMostPictureBytes)
            continue;
        bytes += picture->size();
        result.thumbnails.insert(key, *picture);
    }
}

} // namespace proofreel
