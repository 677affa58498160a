// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/policy_highlighter.h"

#include "ui/common/theme.h"

namespace proofreel {

PolicyHighlighter::PolicyHighlighter(QTextDocument* document)
    : QSyntaxHighlighter(document)
{
}

// Lines stand alone: a text of several lines within a policy has no use.
void PolicyHighlighter::highlightBlock(const QString& text)
{
    const auto tint = [this](qsizetype from, qsizetype to, Theme::Tone tone) {
        QTextCharFormat format;
        format.setForeground(Theme::color(tone));
        setFormat(int(from), int(to - from), format);
    };
    if (text.trimmed().startsWith(u'[') && !text.contains(u'=')) {
        QTextCharFormat head;
        head.setFontWeight(QFont::DemiBold);
        setFormat(0, int(text.size()), head);
    }
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        if (c == u'#') {
            tint(at, text.size(), Theme::Tone::Secondary);
            return;
        }
        if (c != u'"' && c != u'\'')
            continue;
        qsizetype end = at + 1;
        while (end < text.size() && text.at(end) != c)
            end += c == u'"' && text.at(end) == u'\\' ? 2 : 1;
        end = std::min(end + 1, text.size());
        tint(at, end, Theme::Tone::Accent);
        at = end - 1;
    }
}

} // namespace proofreel
