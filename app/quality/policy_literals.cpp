// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/policy_literals.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace proofreel {

QString tomlText(const QString& text)
{
    QString out = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += u'\\';
        if (c.unicode() < 32 || c.unicode() == 127)
            out += u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out + u'"';
}

QString tomlNumber(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

QString tomlNames(const QStringList& names)
{
    QStringList items;
    for (const QString& name : names)
        items << tomlText(name);
    return u'[' + items.join(u", "_s) + u']';
}

QString stepText(const LadderStep& step)
{
    QStringList words { step.definition, step.format, step.hdr };
    words.removeAll(QString());
    return words.join(u' ');
}

} // namespace proofreel
