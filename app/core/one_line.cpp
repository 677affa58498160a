// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/one_line.h"

namespace proofreel {

namespace {

constexpr int kMostMarks = 4; // on one letter; what comes after would paint over neighbours

bool turnsDirection(ushort c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f || c == 0x061c;
}

bool isMark(QChar c)
{
    return c.category() == QChar::Mark_NonSpacing || c.category() == QChar::Mark_Enclosing;
}

} // namespace

QString oneLine(const QString& text, qsizetype longest)
{
    QString line;
    int marks = 0;
    const QStringView seen = QStringView(text).left(longest);
    for (qsizetype i = 0; i < seen.size(); ++i) {
        const QChar c = seen.at(i);
        marks = isMark(c) ? marks + 1 : 0;
        if (c.isHighSurrogate() && i + 1 < seen.size() && seen.at(i + 1).isLowSurrogate()) {
            line += c;
            line += seen.at(++i);
        } else if (c.isSurrogate()) {
            line += QChar(QChar::ReplacementCharacter);
        } else if (c.category() == QChar::Other_Control || turnsDirection(c.unicode()) || c.unicode() == 0x2028
            || c.unicode() == 0x2029) {
            line += u' ';
        } else if (marks <= kMostMarks) {
            line += c;
        }
    }
    return text.size() > longest ? line + u'…' : line;
}

} // namespace proofreel
