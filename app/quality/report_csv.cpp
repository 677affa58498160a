// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/report_format.h"
#include "quality/report_text.h"
#include "streams/stream_export.h"

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

//! The keys are a contract, and so not translated.
class CsvReport final : public ReportFormat {
public:
    QByteArray head(const CheckSummary&) override
    {
        return "mediaId,title,verdict,stream,label,rule,severity,field,declared,measured,atMs,message\r\n";
    }
    QByteArray asset(const AssetResult& result) override
    {
        QByteArray rows;
        for (const Finding& finding : result.judgement.findings)
            rows += row(result, finding.stream,
                { finding.rule, severityName(finding.severity), finding.field, finding.declared, finding.measured,
                    finding.atMs ? QString::number(*finding.atMs, 'f', 0) : QString(), finding.message });
        if (rows.isEmpty() || result.sheet.error)
            rows += row(
                result, {}, { {}, {}, {}, {}, {}, {}, result.sheet.error ? result.sheet.error->message : QString() });
        return rows;
    }
    QByteArray tail(const CheckSummary&) override { return {}; }

private:
    static QByteArray row(const AssetResult& result, const QString& stream, const QStringList& finding)
    {
        const AssetSheet& sheet = result.sheet;
        QStringList cells { sheet.mediaId, sheet.media.title, verdictName(result.judgement.verdict), stream,
            stream.isEmpty() ? QString() : ReportText::streamLabel(sheet, stream) };
        cells += finding;
        for (QString& cell : cells)
            cell = csvCell(ReportText::safe(cell));
        return cells.join(u',').toUtf8() + "\r\n";
    }
};

} // namespace

std::unique_ptr<ReportFormat> csvReport(const CheckQuestion&)
{
    return std::make_unique<CsvReport>();
}

} // namespace proofreel
