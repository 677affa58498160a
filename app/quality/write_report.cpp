// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/write_report.h"

namespace proofreel {

Result<void> writeReport(const QString& path, const CheckQuestion& question, qint64 planned, const ResultSource& source,
    const std::stop_token& stop, const std::function<void(qint64)>& progress)
{
    const auto writer = ReportWriter::begin(path, question);
    if (!writer)
        return fail(writer.error());
    CheckSummary summary;
    summary.planned = planned;
    const auto read = source([&](const AssetResult& result) -> Result<void> {
        if (stop.stop_requested())
            return fail({ .kind = ErrorKind::Cancelled });
        if (const auto added = (*writer)->add(result); !added)
            return added;
        summary.add(result);
        if (progress)
            progress(summary.assets);
        return {};
    });
    if (!read)
        return read;
    summary.finishedAt = QDateTime::currentDateTimeUtc();
    return (*writer)->finish(summary);
}

} // namespace proofreel
