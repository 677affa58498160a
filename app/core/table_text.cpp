// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/table_text.h"

#include "core/one_line.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

// "-17.2 LUFS" is a value; "-cmd" would be run, and so would "-1+cmd|...".
bool isFormula(const QString& text)
{
    static const QRegularExpression value(u"^[+-]\\d[\\d.,]*( [^=+*|!()]*)?$"_s);
    return !text.isEmpty() && u"=+-@＝＋－＠"_s.contains(text.at(0)) && !value.match(text).hasMatch();
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

QStringList cellsOf(const QStringList& row, QString (*cellOf)(const QString& text))
{
    QStringList cells;
    for (const QString& text : row)
        cells.append(cellOf(text));
    return cells;
}

} // namespace

QString tsvCell(const QString& text, qsizetype longest)
{
    const QString line = oneLine(text, longest);
    return isFormula(line) ? u'\'' + line : line;
}

QString asTsv(const TextTable& table)
{
    QStringList lines;
    for (const QStringList& row : table)
        lines.append(cellsOf(row, [](const QString& text) { return tsvCell(text); }).join(u'\t'));
    return lines.join(u'\n');
}

QString asMarkdown(const TextTable& table)
{
    QStringList lines;
    for (const QStringList& row : table) {
        lines.append(u"| "_s + cellsOf(row, markdownCell).join(u" | "_s) + u" |"_s);
        if (lines.size() == 1)
            lines.append(u'|' + QString(u"---|"_s).repeated(row.size()));
    }
    return lines.join(u'\n');
}

} // namespace proofreel
