// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/check_mark.h"
#include "quality/report_format.h"
#include "quality/report_text.h"

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

//! For an attribute or an element of XML 1.0, which knows no way to write most control characters.
QString xml(const QString& text)
{
    QString kept;
    kept.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (pair) {
            kept += c;
            kept += text.at(++i);
        } else if (c == u'\n' || c == u'\t' || (c.unicode() >= 0x20 && !c.isSurrogate() && c.unicode() < 0xfffe)) {
            kept += c;
        }
    }
    return kept.toHtmlEscaped().replace(u'\n', u"&#10;"_s);
}

QString seconds(qint64 ms)
{
    return QString::number(double(ms) / 1000, 'f', 3);
}

class JunitReport final : public ReportFormat {
public:
    explicit JunitReport(CheckQuestion question)
        : m_question(std::move(question))
    {
    }

    QByteArray head(const CheckSummary&) override
    {
        return u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"%1\" tests=\"%2\" failures=\"%3\" "
               "errors=\"%4\">\n"_s
                   .arg(xml(m_question.tool), QString::number(m_tests), QString::number(m_failures),
                       QString::number(m_errors))
                   .toUtf8();
    }

    QByteArray asset(const AssetResult& result) override
    {
        const AssetSheet& sheet = result.sheet;
        QString cases;
        qint64 tests = 0, failures = 0, errors = 0, ms = 0;
        for (const StreamSheet& stream : sheet.streams)
            ms += stream.elapsedMs;
        for (const JudgedCell& cell : judgedCells(result)) {
            const QString body = findings(cell);
            ++tests;
            failures += body.startsWith("<failure"_L1) ? 1 : 0;
            cases += testCase(sheet.mediaId + u'.' + ReportText::streamLabel(sheet, cell.stream), cell.rule, body);
        }
        if (const auto error = result.trouble()) {
            ++tests;
            ++errors;
            const QString what = error->message.isEmpty() ? verdictClause(Verdict::Error) : error->message;
            cases += testCase(sheet.mediaId, u"check"_s,
                u"<error message=\"%1\" type=\"%2\">%3</error>"_s.arg(
                    xml(ReportText::safe(what)), Error::kindName(error->kind), xml(ReportText::safe(error->advice))));
        }
        m_tests += tests;
        m_failures += failures;
        m_errors += errors;
        const QString title = ReportText::safe(sheet.media.title);
        return u"<testsuite name=\"%1\" tests=\"%2\" failures=\"%3\" errors=\"%4\" skipped=\"0\" time=\"%5\">\n%6</testsuite>\n"_s
            .arg(xml(title.isEmpty() ? sheet.mediaId : title + u" ("_s + sheet.mediaId + u')'), QString::number(tests),
                QString::number(failures), QString::number(errors), seconds(ms), cases)
            .toUtf8();
    }

    QByteArray tail(const CheckSummary&) override { return "</testsuites>\n"; }

private:
    static QString testCase(const QString& className, const QString& name, const QString& body)
    {
        const QString start = u"<testcase classname=\"%1\" name=\"%2\""_s.arg(xml(className), xml(name));
        return body.isEmpty() ? start + u"/>\n"_s : start + u'>' + body + u"</testcase>\n"_s;
    }

    //! One <failure> however many there are: readers take no second one. Milder findings are output of the case.
    [[nodiscard]] QString findings(const JudgedCell& cell) const
    {
        QStringList failing, others;
        Severity worst = Severity::Off;
        for (const Finding& finding : cell.findings) {
            QString line = ReportText::safe(finding.message);
            if (const QString values = ReportText::values(finding); !values.isEmpty())
                line += u" ("_s + values + u')';
            if (finding.atMs)
                line += u" @ "_s + ReportText::time(*finding.atMs);
            (finding.severity >= m_question.failAt ? failing : others)
                << severityName(finding.severity) + u": "_s + line;
            worst = std::max(worst, finding.severity);
        }
        QString text;
        if (!failing.isEmpty())
            text = u"<failure message=\"%1\" type=\"%2\">%3</failure>"_s.arg(
                xml(failing.constFirst()), severityName(worst), xml(failing.join(u'\n')));
        if (!others.isEmpty())
            text += u"<system-out>%1</system-out>"_s.arg(xml(others.join(u'\n')));
        return text;
    }

    CheckQuestion m_question;
    qint64 m_tests = 0, m_failures = 0, m_errors = 0; // of what asset() has written: head() is asked for last
};

} // namespace

std::unique_ptr<ReportFormat> junitReport(const CheckQuestion& question)
{
    return std::make_unique<JunitReport>(question);
}

} // namespace proofreel
