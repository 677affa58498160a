// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/quantity.h"

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace proofreel {

QString numberText(double value, int decimals)
{
    static const QLocale english(QLocale::English, QLocale::UnitedStates);
    QString text = english.toString(value, 'f', decimals);
    if (text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    return text == "-0"_L1 ? u"0"_s : text;
}

QString kbpsText(double kbps)
{
    return numberText(kbps, kbps < 1000 ? 1 : 0) + u" kbit/s"_s;
}

QString secondsText(double ms)
{
    return numberText(ms / 1000, 3) + u" s"_s;
}

QString msText(double ms)
{
    if (std::abs(ms) >= 1000)
        return secondsText(ms);
    return numberText(ms, std::abs(ms) < 10 ? 1 : 0) + u" ms"_s;
}

QString bytesText(double bytes)
{
    return numberText(bytes) + u" bytes"_s;
}

QString sizeText(double width, double height)
{
    return u"%1 × %2"_s.arg(width, 0, 'f', 0).arg(height, 0, 'f', 0);
}

QString fpsText(double fps)
{
    return numberText(fps, 3) + u" fps"_s;
}

QString percentText(double percent)
{
    return numberText(percent, percent < 10 ? 2 : 1) + u" %"_s;
}

QString differenceText(double value, double reference)
{
    if (reference == 0)
        return {};
    const double percent = (value - reference) / std::abs(reference) * 100;
    const QString number = numberText(std::abs(percent), std::abs(percent) < 10 ? 2 : std::abs(percent) < 100 ? 1 : 0);
    return (percent < 0 ? u"−"_s : u"+"_s) + number + u" %"_s;
}

QString bitsText(double bits)
{
    return numberText(bits) + u" bit"_s;
}

double percentOff(double value, double reference)
{
    return reference == 0 ? 0 : std::abs(value - reference) / std::abs(reference) * 100;
}

} // namespace proofreel
