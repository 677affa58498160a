// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/check_output.h"

#include "cli/command.h"
#include "quality/check_mark.h"
#include "quality/report_text.h"

#include <QTextStream>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace proofreel::cli {

namespace {

constexpr int kLineEveryMs = 100; // on a terminal
constexpr int kPlainEveryMs = 10'000;

QString timeText(qint64 seconds)
{
    if (seconds < 90)
        return Cli::tr("%1 s").arg(seconds);
    if (seconds < 90 * 60)
        return Cli::tr("%1 min").arg((seconds + 30) / 60);
    return Cli::tr("%1 h").arg(double(seconds) / 3600, 0, 'f', 1);
}

} // namespace

CheckOutput::CheckOutput(const std::string& format, const CheckQuestion& question)
    : m_isTerminal(isTerminal(STDERR_FILENO))
    , m_question(question)
{
    m_sinceShown.start();
    if (format == "json")
        m_document = jsonReport(question);
    else if (format == "csv")
        m_document = csvReport(question);
}

void CheckOutput::begin()
{
    if (m_document)
        print(m_document->head({}));
    else if (!isTerminal(STDOUT_FILENO))
        m_rows = std::make_unique<RowWriter>(RowWriter::Format::Table,
            QList<RowWriter::Column> { { u"MediaId"_s, 32 }, { u"verdict"_s, 7 }, { u"severity"_s, 8 },
                { u"rule"_s, 29 }, { u"stream"_s, 18 }, { u"message"_s, 100 } });
}

Result<void> CheckOutput::beginReports(const std::vector<std::string>& paths)
{
    for (const std::string& path : paths) {
        auto report = ReportWriter::begin(QString::fromLocal8Bit(path), m_question);
        if (!report)
            return fail(report.error());
        m_reports.push_back(*std::move(report));
    }
    return {};
}

void CheckOutput::print(const QByteArray& piece)
{
    if (m_isDeaf || piece.isEmpty())
        return;
    errno = 0;
    if (std::fwrite(piece.constData(), 1, size_t(piece.size()), stdout) == size_t(piece.size())
        && std::fflush(stdout) == 0)
        return;
    const int why = errno;
    m_isDeaf = true;
    clearLine();
    m_failure = why == EPIPE
        ? int(ReaderGone)
        : report({ .kind = ErrorKind::Io,
            .message = Cli::tr("The output cannot be written: %1").arg(QString::fromLocal8Bit(std::strerror(why))) });
}

void CheckOutput::printRows(const AssetResult& result)
{
    const QString verdict = verdictName(result.judgement.verdict);
    const auto row = [&](const QString& severity, const QString& rule, const QString& stream, const QString& message) {
        m_rows->write({ { u"MediaId"_s, result.sheet.mediaId }, { u"verdict"_s, verdict }, { u"severity"_s, severity },
            { u"rule"_s, rule }, { u"stream"_s, stream }, { u"message"_s, message } });
    };
    if (result.sheet.error)
        row({}, {}, {}, result.sheet.error->message);
    for (const Finding& finding : result.judgement.findings)
        row(severityName(finding.severity), finding.rule, ReportText::streamLabel(result.sheet, finding.stream),
            finding.message);
    if (!result.sheet.error && result.judgement.findings.isEmpty())
        row({}, {}, {}, result.sheet.media.title);
}

// Lines that a terminal breaks where it likes: a table of findings is twice as wide as most of them.
void CheckOutput::printBlock(const AssetResult& result)
{
    const AssetSheet& sheet = result.sheet;
    QString text = sheet.mediaId + u"  "_s + verdictClause(result.judgement.verdict);
    if (!sheet.media.title.isEmpty())
        text += u"  "_s + ReportText::safe(sheet.media.title);
    text += u'\n';
    if (sheet.error)
        text += u"    "_s + ReportText::safe(sheet.error->message) + u'\n';
    for (const Finding& finding : result.judgement.findings)
        text += u"    %1  %2  %3: %4\n"_s.arg(ReportText::severity(finding.severity), finding.rule,
            ReportText::streamLabel(sheet, finding.stream), ReportText::safe(finding.message));
    print(text.toUtf8());
}

void CheckOutput::add(const AssetResult& result)
{
    clearLine();
    if (m_document) {
        print(m_document->asset(result));
    } else if (!m_rows) {
        printBlock(result);
    } else if (!m_isDeaf) {
        printRows(result);
        m_isDeaf = !m_rows->flush();
        if (m_isDeaf)
            m_failure = m_rows->failure();
    }
    // Also where the output has failed: what is counted is in the reports that there will be.
    for (auto& writer : m_reports) {
        if (!writer)
            continue;
        if (const auto added = writer->add(result); !added) {
            m_failure = report(added.error());
            writer.reset();
        }
    }
    if (const auto error = result.trouble()) {
        const int code = exitCodeFor(error->kind);
        // Several reasons are none that a script could act upon.
        m_errorCode = m_errorCode == 0 || m_errorCode == code ? code : int(ServiceFailed);
    }
}

void CheckOutput::showProgress(const BatchProgress& progress, const CheckSummary& summary)
{
    if (m_sinceShown.elapsed() < (m_isTerminal ? kLineEveryMs : kPlainEveryMs))
        return;
    m_sinceShown.restart();
    QStringList parts { Cli::tr("%1 of %2 assets").arg(progress.done).arg(progress.planned),
        Cli::tr("%1 failed").arg(summary.of(Verdict::Fail) + summary.of(Verdict::Error)) };
    if (progress.assetsPerSecond > 0)
        parts << Cli::tr("%1 a second").arg(progress.assetsPerSecond, 0, 'f', 1);
    if (progress.secondsLeft && progress.done < progress.planned)
        parts << Cli::tr("%1 left").arg(timeText(*progress.secondsLeft));
    clearLine();
    QTextStream(stderr) << parts.join(u" · "_s) << (m_isTerminal ? "" : "\n") << Qt::flush;
    m_hasLine = m_isTerminal;
}

void CheckOutput::clearLine()
{
    if (std::exchange(m_hasLine, false))
        QTextStream(stderr) << "\r\x1b[K" << Qt::flush;
}

int CheckOutput::finish(const CheckSummary& summary)
{
    clearLine();
    if (m_document)
        print(m_document->tail(summary));
    m_rows.reset();
    for (const auto& writer : m_reports) {
        if (!writer)
            continue; // it was told when it failed
        if (const auto done = writer->finish(summary); !done)
            m_failure = report(done.error());
    }
    QTextStream(stderr) << Cli::tr(
        "%n asset(s) checked: %1 passed, %2 passed with warnings, %3 failed, %4 could not be checked.", nullptr,
        int(summary.assets))
                               .arg(summary.of(Verdict::Pass))
                               .arg(summary.of(Verdict::Warn))
                               .arg(summary.of(Verdict::Fail))
                               .arg(summary.of(Verdict::Error))
                        << Qt::endl;
    return m_failure.value_or(Done);
}

} // namespace proofreel::cli
