// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/batch_row.h"

#include "core/one_line.h"
#include "quality/report_text.h"

using namespace Qt::StringLiterals;

namespace proofreel {

BatchRow batchRowOf(const AssetResult& result)
{
    BatchRow row;
    row.state = BatchRow::State::Checked;
    row.verdict = result.judgement.verdict;
    row.title = oneLine(result.sheet.media.title, BatchRow::kLongest - 1);
    row.renditions = int(result.sheet.streams.size());
    for (const StreamSheet& stream : result.sheet.streams)
        row.elapsedMs += stream.elapsedMs;
    const Finding* worst = nullptr;
    for (const Finding& finding : result.judgement.findings) {
        row.failures += finding.severity == Severity::Error ? 1 : 0;
        row.warnings += finding.severity == Severity::Warning ? 1 : 0;
        if (!worst || finding.severity > worst->severity)
            worst = &finding;
    }
    if (const auto trouble = result.trouble(); trouble && !(worst && worst->severity == Severity::Error))
        row.worst = oneLine(trouble->message, BatchRow::kLongest - 1);
    else if (worst)
        row.worst = oneLine(
            ReportText::streamLabel(result.sheet, worst->stream) + u": "_s + worst->message, BatchRow::kLongest - 1);
    return row;
}

} // namespace proofreel
