// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/fonts.h"

#include "ui/common/theme.h"

#include <QFontDatabase>
#include <QFontMetrics>
#include <QWidget>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr double kBodyPoints = 13.0 * 72.0 / 96.0;

// What fontconfig answers when no desktop has chosen a font.
bool isGeneric(const QString& family)
{
    static const QStringList names { u"Sans"_s, u"Sans Serif"_s, u"sans-serif"_s, u"DejaVu Sans"_s, QString() };
    return names.contains(family, Qt::CaseInsensitive);
}

} // namespace

QFont applicationFont(const QFont& platform)
{
    QFont font = platform;
    if (isGeneric(font.family()))
        font.setFamilies({ u"Inter"_s, u"Noto Sans"_s, u"Cantarell"_s, u"Sans Serif"_s });
    if (font.pointSizeF() < kBodyPoints)
        font.setPointSizeF(kBodyPoints);
    return font;
}

QFont monospace(const QFont& base)
{
    // Where "monospace" is all that the desktop says, a Chinese locale makes it a narrow CJK font: Latin ones first.
    static const QStringList families = [] {
        const QString chosen = QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
        QStringList all { u"JetBrains Mono"_s };
        if (!chosen.isEmpty() && chosen.compare("monospace"_L1, Qt::CaseInsensitive) != 0)
            all << chosen;
        return all << u"DejaVu Sans Mono"_s << u"Noto Sans Mono"_s << u"Liberation Mono"_s << u"monospace"_s;
    }();
    QFont font = base;
    font.setFamilies(families);
    font.setStyleHint(QFont::Monospace, QFont::PreferQuality);
    font.setFixedPitch(true);
    return font;
}

QFont figureFont(const QFont& base)
{
    const QFontMetricsF metrics(base);
    for (const QChar figure : u"123456789"_s) {
        if (qAbs(metrics.horizontalAdvance(figure) - metrics.horizontalAdvance(u'0')) > 0.01)
            return monospace(base);
    }
    return base;
}

QFont scaled(const QFont& base, double factor, QFont::Weight weight)
{
    QFont font = base;
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(base.pixelSize() * factor));
    font.setWeight(weight);
    return font;
}

int controlHeight(const QWidget* widget)
{
    return std::max(Theme::kControlHeight, widget->fontMetrics().height() + Theme::kSpace + Theme::kSpace / 2);
}

int rowHeight(const QWidget* widget)
{
    return std::max(Theme::kRowHeight, widget->fontMetrics().height() + Theme::kSpace);
}

int cellPadding(const QWidget* widget)
{
    return widget->fontMetrics().height() * 6 / 10;
}

int letterWidth(const QFontMetrics& metrics)
{
    static const QString alphabet = u"abcdefghijklmnopqrstuvwxyz"_s;
    return metrics.horizontalAdvance(alphabet) / int(alphabet.size());
}

} // namespace proofreel
