// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/report_html_text.h"

#include "quality/check_mark.h"

using namespace Qt::StringLiterals;

namespace proofreel {

QString HtmlText::safe(const QString& text)
{
    return ReportText::safe(text).toHtmlEscaped();
}

// Colour alone says nothing on paper, and a sign alone nothing to a screen reader.
QString HtmlText::sign(Severity severity)
{
    const auto marked = [severity](const char* cssClass) {
        const CheckMark mark = severity == Severity::Off ? CheckMark::Pass : markOf(severity);
        const QString name = severity == Severity::Off ? verdictClause(Verdict::Pass) : ReportText::severity(severity);
        // The selector asks for text: a phone would show an emoji, in colours of its own.
        return u"<b class=\"%1\" role=\"img\" aria-label=\"%2\">%3\uFE0E</b>"_s.arg(
            QLatin1StringView(cssClass), name.toHtmlEscaped(), markSign(mark));
    };
    switch (severity) {
    case Severity::Error:
        return marked("e");
    case Severity::Warning:
        return marked("w");
    case Severity::Info:
        return marked("i");
    case Severity::Off:
        break;
    }
    return marked("ok");
}

QString HtmlText::more(qint64 count)
{
    return count > 0
        ? u"<p class=\"dim\">%1</p>"_s.arg(ReportText::tr("and %n more", "rules or assets", int(count)).toHtmlEscaped())
        : QString();
}

} // namespace proofreel
