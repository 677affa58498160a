// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/check_look.h"

#include "ui/common/icons.h"

#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace proofreel {

Theme::Tone markTone(CheckMark mark)
{
    switch (mark) {
    case CheckMark::Pass:
        return Theme::Tone::Pass;
    case CheckMark::Info:
        return Theme::Tone::Accent;
    case CheckMark::Warning:
        return Theme::Tone::Warning;
    case CheckMark::Fail:
        return Theme::Tone::Failure;
    case CheckMark::None:
    case CheckMark::NotMeasured:
        break;
    }
    return Theme::Tone::Neutral;
}

QIcon markIcon(CheckMark mark)
{
    switch (mark) {
    case CheckMark::Pass:
        return icon(u"check"_s, markTone(mark));
    case CheckMark::Info:
        return icon(u"info"_s, markTone(mark));
    case CheckMark::Warning:
        return icon(u"warning"_s, markTone(mark));
    case CheckMark::Fail:
        return icon(u"close"_s, markTone(mark));
    case CheckMark::None:
    case CheckMark::NotMeasured:
        break;
    }
    return {};
}

void paintMark(QPainter& painter, const QRect& rect, CheckMark mark, int count)
{
    painter.setPen(Theme::color(markTone(mark)));
    const QIcon sign = markIcon(mark);
    if (sign.isNull()) {
        painter.drawText(rect, Qt::AlignCenter, markSign(mark));
        return;
    }
    const int side = painter.fontMetrics().height();
    const QString number = count > 1 ? QLocale().toString(count) : QString();
    const int width = side + (number.isEmpty() ? 0 : 2 + painter.fontMetrics().horizontalAdvance(number));
    QRect box(rect.center().x() - width / 2, rect.center().y() - side / 2, side, side);
    sign.paint(&painter, box);
    if (!number.isEmpty())
        painter.drawText(QRect(box.right() + 3, rect.top(), width, rect.height()), Qt::AlignVCenter, number);
}

QColor markFill(CheckMark mark)
{
    if (mark != CheckMark::Warning && mark != CheckMark::Fail)
        return {};
    QColor color = Theme::color(markTone(mark));
    color.setAlphaF(0.13F);
    return color;
}

QString breakable(const QFontMetrics& metrics, const QString& text, int width)
{
    QStringList words = text.split(u' ');
    for (QString& word : words) {
        if (metrics.horizontalAdvance(word) <= width)
            continue;
        for (qsizetype at = word.size() - 1; at > 0; --at)
            word.insert(at, QChar(0x200b)); // a place to break that has no width
    }
    return words.join(u' ');
}

} // namespace proofreel
