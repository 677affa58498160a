// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/table_text.h"

#include "core/one_line.h"

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

// "-17.2 LUFS" is a value; "-cmd" would be run.
bool isFormula(const QString& text)
{
    if (text.isEmpty())
        return false;
    const QChar first = text.at(0);
    if (first == u'-' || first == u'+')
        return text.size() < 2 || !text.at(1).isDigit();
    return first == u'=' || first == u'@';
}

QString tsvCell(const QString& text)
{
    const QString line = oneLine(text);
    return isFormula(line) ? u'\'' + line : line;
}

QString markdownCell(const QString& text)
{
    QString cell;
    for (const QChar c : oneLine(text)) {
        if (u"\\|`*_[]<>"_s.contains(c))
            cell += u'\\';
        cell += c;
    }
    return cell;
}

} // namespace

QString asTsv(const TextTable& table)
{
    QStringList lines;
    for (const QStringList& row : table) {
        QStringList cells;
        for (const QString& text : row)
            cells.append(tsvCell(text));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

QString asMarkdown(const TextTable& table)
{
    QStringList lines;
    for (const QStringList& row : table) {
        QStringList cells;
        for (const QString& text : row)
            cells.append(markdownCell(text));
        lines.append(u"| "_s + cells.join(u" | "_s) + u" |"_s);
        if (lines.size() == 1)
            lines.append(u'|' + QString(u"---|"_s).repeated(row.size()));
    }
    return lines.join(u'\n');
}

} // namespace proofreel
