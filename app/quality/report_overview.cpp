// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/report_overview.h"

#include "quality/check_mark.h"
#include "quality/report_html_text.h"

#include <QLocale>
#include <QSet>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qsizetype kMostShown = 10; // of either: more would be the report again
constexpr qsizetype kMostRules = 1000; // in memory; a journal may name any

} // namespace

ReportOverview::ReportOverview(Severity failAt)
    : m_failAt(failAt)
{
}

void ReportOverview::add(const AssetResult& result, const QString& anchor)
{
    const Verdict verdict = result.judgement.verdict;
    Asset asset { .anchor = anchor, .title = ReportText::title(result.sheet), .verdict = verdict };
    QSet<QString> seen;
    for (const Finding& finding : result.judgement.findings) {
        asset.failing += finding.severity >= m_failAt ? 1 : 0;
        if (finding.severity < Severity::Warning || (m_rules.size() >= kMostRules && !m_rules.contains(finding.rule)))
            continue;
        RuleCount& count = m_rules[finding.rule];
        count.rule = finding.rule;
        count.worst = std::max(count.worst, finding.severity);
        ++count.findings;
        count.assets += seen.contains(finding.rule) ? 0 : 1;
        seen.insert(finding.rule);
    }
    if (verdict == Verdict::Fail || verdict == Verdict::Error) {
        ++m_needWork;
        keep(std::move(asset));
    }
}

// What fails for certain comes before what nobody could check.
void ReportOverview::keep(Asset asset)
{
    const auto rank = [](const Asset& one) { return std::tuple(one.verdict != Verdict::Fail, -one.failing); };
    const auto place = std::upper_bound(m_first.begin(), m_first.end(), asset,
        [rank](const Asset& left, const Asset& right) { return rank(left) < rank(right); });
    m_first.insert(place, std::move(asset));
    if (m_first.size() > kMostShown)
        m_first.removeLast();
}

QString ReportOverview::rulesTable() const
{
    QList<RuleCount> rules = m_rules.values();
    std::sort(rules.begin(), rules.end(), [](const RuleCount& left, const RuleCount& right) {
        return std::tuple(right.worst, right.assets, right.findings, left.rule)
            < std::tuple(left.worst, left.assets, left.findings, right.rule);
    });
    const QLocale locale;
    QString rows;
    for (const RuleCount& count : rules.first(std::min(rules.size(), kMostShown))) {
        const auto known = findRule(count.rule);
        rows += u"<tr><th scope=\"row\">%1 %2 <code data-rule=\"%3\">%3</code></th><td>%4</td><td>%5</td></tr>"_s.arg(
            HtmlText::sign(count.worst), HtmlText::safe(known ? known->title : QString()), HtmlText::safe(count.rule),
            locale.toString(count.assets), locale.toString(count.findings));
    }
    if (rows.isEmpty())
        return {};
    return u"<div><h2 id=\"rules\">%1</h2><table class=\"top\" aria-labelledby=\"rules\"><thead><tr><th "
           u"scope=\"col\">%2"
           "</th><th scope=\"col\">%3</th><th scope=\"col\">%4</th></tr></thead><tbody>%5</tbody></table>%6</div>"_s
               .arg(ReportText::tr("What fails most").toHtmlEscaped(), ReportText::tr("Rule").toHtmlEscaped(),
                   ReportText::tr("Assets").toHtmlEscaped(), ReportText::tr("Findings").toHtmlEscaped(), rows,
                   HtmlText::more(rules.size() - kMostShown));
}

QString ReportOverview::assetsList() const
{
    QString items;
    for (const Asset& asset : m_first)
        items += u"<li><a href=\"#%1\">%2</a> <span class=\"%3\"><span class=\"v\">%4</span></span></li>"_s.arg(
            asset.anchor, HtmlText::safe(asset.title), verdictName(asset.verdict),
            (asset.verdict == Verdict::Fail ? ReportText::tr("%n finding(s)", nullptr, int(asset.failing))
                                            : verdictClause(asset.verdict))
                .toHtmlEscaped());
    if (items.isEmpty())
        return {};
    return u"<nav aria-labelledby=\"first\"><h2 id=\"first\">%1</h2><ol>%2</ol>%3</nav>"_s.arg(
        ReportText::tr("Assets to look at first").toHtmlEscaped(), items, HtmlText::more(m_needWork - m_first.size()));
}

QString ReportOverview::html() const
{
    const QString parts = rulesTable() + assetsList();
    return parts.isEmpty() ? parts : u"<div class=\"overview\">%1</div>"_s.arg(parts);
}

} // namespace proofreel
