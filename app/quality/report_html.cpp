// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/check_mark.h"
#include "quality/earlier_report.h"
#include "quality/report_curves.h"
#include "quality/report_format.h"
#include "quality/report_html_text.h"
#include "quality/report_overview.h"

#include <QCryptographicHash>
#include <QFile>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

QByteArray resource(const QString& name)
{
    QFile file(u":/quality/report/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class HtmlReport final : public ReportFormat {
public:
    explicit HtmlReport(CheckQuestion question)
        : m_question(std::move(question))
        , m_overview(m_question.failAt)
        , m_script(resource(u"report.js"_s))
    {
    }
    QByteArray head(const CheckSummary& summary) override;
    QByteArray asset(const AssetResult& result) override;
    QByteArray tail(const CheckSummary&) override { return "</main><script>" + m_script + "</script></body></html>\n"; }

private:
    [[nodiscard]] QString counts(const CheckSummary& summary) const;
    [[nodiscard]] QString filters() const;

    CheckQuestion m_question;
    ReportOverview m_overview; //!< of what asset() has written: head() is asked for last
    qint64 m_number = 0; //!< of assets
    QByteArray m_script;
};

QString HtmlReport::counts(const CheckSummary& summary) const
{
    const QLocale locale;
    const qint64 passed = summary.of(Verdict::Pass) + summary.of(Verdict::Warn);
    QString text = u"<p class=\"lead\">%1</p><ul class=\"counts\">"_s.arg(
        ReportText::tr("%1 of %2 assets passed.")
            .arg(locale.toString(passed), locale.toString(summary.assets))
            .toHtmlEscaped());
    const auto add = [&](const QString& what, qint64 count, const QString& kind) {
        text +=
            u"<li class=\"%1\"><b class=\"v\">%2</b>%3</li>"_s.arg(kind, locale.toString(count), what.toHtmlEscaped());
    };
    add(ReportText::tr("assets"), summary.assets, {});
    for (const Verdict verdict : { Verdict::Pass, Verdict::Warn, Verdict::Fail, Verdict::Error })
        add(verdictClause(verdict), summary.of(verdict), verdictName(verdict));
    text += u"</ul><dl>"_s;
    const auto row = [&text](const QString& name, const QString& value) {
        text += u"<dt>%1</dt><dd>%2</dd>"_s.arg(name.toHtmlEscaped(), HtmlText::safe(value));
    };
    row(ReportText::tr("Policy"),
        ReportText::tr("%1; fails at: %2").arg(m_question.policy, ReportText::severity(m_question.failAt)));
    row(ReportText::tr("Depth"),
        m_question.deep ? ReportText::tr("every rendition decoded") : ReportText::tr("headers and delivery"));
    if (!m_question.reference.isEmpty())
        row(ReportText::tr("Reference"), m_question.reference);
    row(ReportText::tr("Renditions"), locale.toString(summary.streams));
    row(ReportText::tr("Findings"),
        ReportText::tr("%1 errors, %2 warnings, %3 notes")
            .arg(locale.toString(summary.of(Severity::Error)), locale.toString(summary.of(Severity::Warning)),
                locale.toString(summary.of(Severity::Info))));
    const auto moment = [](const QDateTime& time) { return time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"); };
    if (m_question.since)
        row(ReportText::tr("Compared with"),
            ReportText::tr("the check of %1", "a time").arg(moment(m_question.since->at())));
    row(ReportText::tr("Began"), moment(m_question.startedAt));
    row(ReportText::tr("Ended"), moment(summary.finishedAt));
    row(ReportText::tr("Fetched"), locale.formattedDataSize(summary.bytesFetched));
    row(ReportText::tr("Made by"), m_question.tool);
    text += u"</dl>"_s;
    if (!summary.isComplete())
        text += u"<p class=\"w\"><b>%1</b></p>"_s.arg(
            ReportText::tr("Stopped early: %1 of %2 assets were checked.")
                .arg(locale.toString(summary.assets), locale.toString(summary.planned))
                .toHtmlEscaped());
    return text;
}

QString HtmlReport::filters() const
{
    QString severities;
    for (const Severity severity : { Severity::Error, Severity::Warning, Severity::Info })
        severities += u"<option value=\"%1\">%2</option>"_s.arg(
            severityName(severity), ReportText::severity(severity).toHtmlEscaped());
    // Shown by the script: without it a filter would be a promise that nothing keeps.
    return u"<form hidden role=\"search\" data-shown=\"%1\"><label><input type=\"checkbox\" name=\"failing\"> "
           u"%2</label>"
           "<label>%3 <select name=\"severity\"><option value=\"\">%5</option>%6</select></label>"
           "<label>%4 <select name=\"rule\"><option value=\"\">%5</option></select></label>"
           "<input type=\"search\" name=\"text\" placeholder=\"%7\" aria-label=\"%7\"><button type=\"button\" "
           "name=\"open\">%8</button><button "
           "type=\"button\" name=\"close\">%9</button><output></output></form>"_s.arg(
               ReportText::tr("%1 of %2 assets").toHtmlEscaped(), ReportText::tr("Only failures").toHtmlEscaped(),
               ReportText::tr("Severity").toHtmlEscaped(), ReportText::tr("Rule").toHtmlEscaped(),
               ReportText::tr("all").toHtmlEscaped(), severities, ReportText::tr("Find text").toHtmlEscaped(),
               ReportText::tr("Open all").toHtmlEscaped(), ReportText::tr("Close all").toHtmlEscaped());
}

QByteArray HtmlReport::head(const CheckSummary& summary)
{
    const QByteArray hash = QCryptographicHash::hash(m_script, QCryptographicHash::Sha256).toBase64();
    const QByteArray title = ReportText::tr("Rendition check").toHtmlEscaped().toUtf8();
    return "<!doctype html>\n<html lang=\"" + ReportText::tr("en", "language of the report, as HTML names it").toUtf8()
        + "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src "
          "'unsafe-inline'; script-src 'sha256-"
        + hash + "'\"><title>" + title + "</title><style>" + resource(u"report.css"_s)
        + "</style></head><body><header><h1>" + title + "</h1>" + counts(summary).toUtf8() + "</header>"
        + m_overview.html().toUtf8() + filters().toUtf8() + "<main>\n";
}

QString matrix(const AssetResult& result, const QList<JudgedCell>& cells)
{
    QStringList rules; // those that found something, in the order of the sheet
    QHash<QPair<QString, QString>, Severity> worst;
    QHash<QString, QStringList> severities;
    for (const JudgedCell& cell : cells) {
        Severity& here = worst[{ cell.rule, cell.stream }];
        here = Severity::Off;
        for (const Finding& finding : cell.findings) {
            here = std::max(here, finding.severity);
            if (!severities[cell.rule].contains(severityName(finding.severity)))
                severities[cell.rule] << severityName(finding.severity);
        }
        if (!cell.findings.isEmpty() && !rules.contains(cell.rule))
            rules << cell.rule;
    }
    QStringList streams;
    for (const StreamSheet& stream : result.sheet.streams)
        streams << stream.key;
    streams << QString();
    QString text = u"<div class=\"scroll\"><table><thead><tr><td></td>"_s;
    for (const QString& stream : std::as_const(streams))
        text += u"<th scope=\"col\">"_s + ReportText::streamLabel(result.sheet, stream).toHtmlEscaped() + u"</th>"_s;
    text += u"</tr></thead><tbody>"_s;
    for (const QString& rule : std::as_const(rules)) {
        const auto known = findRule(rule);
        text += u"<tr data-r=\"%1\" data-s=\"%2\"><th scope=\"row\" title=\"%1\">%3</th>"_s.arg(
            HtmlText::safe(rule), severities.value(rule).join(u' '), HtmlText::safe(known ? known->title : rule));
        for (const QString& stream : std::as_const(streams)) {
            const auto cell = worst.constFind({ rule, stream });
            text += u"<td>"_s + (cell == worst.cend() ? u"<span class=\"dim\">–</span>"_s : HtmlText::sign(*cell))
                + u"</td>"_s;
        }
        text += u"</tr>"_s;
    }
    return text + u"</tbody></table></div>"_s;
}

QString findingItem(const AssetResult& result, const Finding& finding)
{
    QString text = u"<li data-r=\"%1\" data-s=\"%2\">%3 <b>%4</b> <code>%1</code> %5 %6"_s.arg(
        HtmlText::safe(finding.rule), severityName(finding.severity), HtmlText::sign(finding.severity),
        ReportText::streamLabel(result.sheet, finding.stream).toHtmlEscaped(),
        finding.atMs ? u"<code>@ %1</code>"_s.arg(ReportText::time(*finding.atMs)) : QString(),
        HtmlText::safe(finding.message));
    if (const QString values = ReportText::values(finding); !values.isEmpty())
        text += u" <span class=\"dim\">(%1)</span>"_s.arg(values.toHtmlEscaped());
    const QByteArray picture = result.thumbnails.value(AssetResult::thumbnailKey(finding));
    if (finding.atMs && !picture.isEmpty())
        text += u"<img alt=\"%1\" src=\"data:image/jpeg;base64,%2\">"_s.arg(
            ReportText::tr("The picture at %1").arg(ReportText::time(*finding.atMs)).toHtmlEscaped(),
            QString::fromLatin1(picture.toBase64()));
    return text + u"</li>"_s;
}

QString changesList(const CheckChanges& changes)
{
    const QString note = changes.otherPolicy
        ? ReportText::tr("Findings are not compared: the earlier check was judged by another policy.")
        : QString();
    if (changes.isEmpty())
        return u"<p class=\"dim\">%1 %2</p>"_s.arg(
            ReportText::tr("No change since the earlier check.").toHtmlEscaped(), note.toHtmlEscaped());
    QString text = u"<p><b>%1</b> <span class=\"dim\">%2</span></p><ul class=\"changes\">"_s.arg(
        ReportText::tr("Changed since the earlier check").toHtmlEscaped(), note.toHtmlEscaped());
    for (const QString& change : changes.all())
        text += u"<li>%1</li>"_s.arg(HtmlText::safe(change));
    return text + u"</ul>"_s;
}

//! What is below an asset's heading; empty where there is nothing to say.
QString details(const AssetResult& result, const QList<JudgedCell>& cells)
{
    QString text;
    if (!result.judgement.findings.isEmpty()) {
        text += matrix(result, cells) + u"<ul class=\"findings\">"_s;
        for (const Finding& finding : result.judgement.findings)
            text += findingItem(result, finding);
        text += u"</ul>"_s;
    }
    if (const QString curves = curvesHtml(result.sheet); !curves.isEmpty())
        text += u"<details%1><summary>%2</summary><div class=\"curves\">%3</div></details>"_s.arg(
            result.judgement.verdict == Verdict::Pass ? QString() : u" open"_s,
            ReportText::tr("Curves").toHtmlEscaped(), curves);
    return text;
}

//! Beside the title: which asset, how much of it, and what was found.
QString facts(const AssetResult& result, const QList<JudgedCell>& cells)
{
    const AssetSheet& sheet = result.sheet;
    QStringList parts { u"<code>%1</code>"_s.arg(HtmlText::safe(sheet.mediaId)),
        ReportText::tr("%n rendition(s)", nullptr, int(sheet.streams.size())).toHtmlEscaped() };
    for (const Severity severity : { Severity::Error, Severity::Warning, Severity::Info }) {
        const QList<Finding>& findings = result.judgement.findings;
        if (const auto count = std::count_if(findings.cbegin(), findings.cend(),
                [severity](const Finding& finding) { return finding.severity == severity; });
            count > 0)
            parts << HtmlText::sign(severity) + u' ' + QLocale().toString(qint64(count));
    }
    const auto passed =
        std::count_if(cells.cbegin(), cells.cend(), [](const JudgedCell& cell) { return cell.findings.isEmpty(); });
    if (!sheet.error)
        parts << ReportText::tr("%n test(s) passed", nullptr, int(passed)).toHtmlEscaped();
    return u"<small>%1</small>"_s.arg(parts.join(u" · "_s));
}

QByteArray HtmlReport::asset(const AssetResult& result)
{
    const QList<JudgedCell> cells = judgedCells(result);
    const Verdict verdict = result.judgement.verdict;
    const QString number = QString::number(++m_number);
    m_overview.add(result, u'a' + number);
    QString heading = u"<h2 id=\"h%1\">%2</h2> <span class=\"v\">%3</span> %4"_s.arg(number,
        HtmlText::safe(ReportText::title(result.sheet)), verdictClause(verdict).toHtmlEscaped(), facts(result, cells));
    if (const auto error = result.trouble()) // seen also while the rest is folded
        heading += u"<span class=\"trouble\">%1 <span class=\"dim\">%2</span></span>"_s.arg(
            HtmlText::safe(error->message), HtmlText::safe(error->advice));
    const auto changes = changesSince(m_question, result);
    const QString below = (changes ? changesList(*changes) : QString()) + details(result, cells);
    QString text = u"<section id=\"a%1\" class=\"%2\" aria-labelledby=\"h%1\">"_s.arg(number, verdictName(verdict));
    // The script folds them where there are many; without it all can be read.
    text +=
        below.isEmpty() ? heading : u"<details open><summary>"_s + heading + u"</summary>"_s + below + u"</details>"_s;
    return (text + u"</section>\n"_s).toUtf8();
}

} // namespace

std::unique_ptr<ReportFormat> htmlReport(const CheckQuestion& question)
{
    return std::make_unique<HtmlReport>(question);
}

} // namespace proofreel
