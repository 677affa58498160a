// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/finding_delegate.h"

#include "quality/findings_model.h"
#include "ui/common/fonts.h"
#include "ui/quality/check_look.h"

#include <QAbstractItemView>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr int kWrap = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

struct Line {
    QString text;
    QFont font;
    Theme::Tone tone;
    int height = 0;
};

struct Card {
    QList<Line> lines;
    int height = 0; // px, with the space around
};

QString values(const QModelIndex& index)
{
    const QString declared = index.data(FindingsModel::DeclaredRole).toString();
    const QString measured = index.data(FindingsModel::MeasuredRole).toString();
    QStringList parts;
    if (!declared.isEmpty() && !measured.isEmpty())
        parts.append(declared + u" → "_s + measured);
    else if (!declared.isEmpty() || !measured.isEmpty())
        parts.append(declared + measured);
    if (const QString tolerance = index.data(FindingsModel::ToleranceRole).toString(); !tolerance.isEmpty())
        parts.append(tolerance);
    return parts.join(u" · "_s);
}

int gutter(const QFontMetrics& metrics)
{
    return metrics.height() + Theme::kSpace / 2;
}

Card layOut(const QModelIndex& index, const QFont& font, int width)
{
    const QFont small = scaled(font, kSecondarySize);
    Card card;
    const auto add = [&](const QString& text, const QFont& its, Theme::Tone tone) {
        if (text.isEmpty())
            return;
        const QFontMetrics metrics(its);
        const QString words = breakable(metrics, text, width);
        const int height = metrics.boundingRect(QRect(0, 0, width, 100'000), kWrap, words).height();
        card.lines.append({ words, its, tone, height });
        card.height += height + 2;
    };
    QString where = index.data(FindingsModel::StreamLabelRole).toString();
    if (const QString moment = index.data(FindingsModel::MomentRole).toString(); !moment.isEmpty())
        where += u" · "_s + moment;
    add(index.data(FindingsModel::TitleRole).toString(), scaled(font, 1.0, QFont::DemiBold), Theme::Tone::Text);
    add(where, small, Theme::Tone::Secondary);
    add(index.data(FindingsModel::NewRole).toString(), scaled(font, kSecondarySize, QFont::DemiBold),
        Theme::Tone::Accent);
    add(index.data(Qt::DisplayRole).toString(), font, Theme::Tone::Text);
    add(values(index), scaled(monospace(font), kSecondarySize), Theme::Tone::Secondary);
    add(index.data(FindingsModel::RuleRole).toString(), scaled(monospace(font), kSecondarySize),
        Theme::Tone::Secondary);
    card.height += 2 * Theme::kSpace;
    return card;
}

int textWidth(const QStyleOptionViewItem& option)
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int room = view ? view->viewport()->width() : option.rect.width();
    return std::max(room - 3 * Theme::kSpace - gutter(option.fontMetrics), 40);
}

} // namespace

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return { 0, layOut(index, option.font, textWidth(option)).height };
}

void FindingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto mark = static_cast<CheckMark>(index.data(FindingsModel::MarkRole).toInt());
    const int width = textWidth(option);
    painter->save();
    const QRect box = option.rect.adjusted(Theme::kSpace / 2, 2, -Theme::kSpace / 2, -2);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(box, option.palette.color(QPalette::Highlight));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(box, Theme::color(Theme::Tone::Hover));
    else if (const QColor fill = markFill(mark); fill.isValid())
        painter->fillRect(box, fill);
    painter->fillRect(QRect(box.left(), box.top(), 2, box.height()), Theme::color(markTone(mark)));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(Theme::color(Theme::Tone::Accent));
        painter->drawRect(box.adjusted(0, 0, -1, -1));
    }
    const int side = option.fontMetrics.height();
    int top = option.rect.top() + Theme::kSpace;
    painter->setFont(option.font);
    paintMark(*painter, QRect(box.left() + Theme::kSpace, top, side, side), mark);
    const int left = box.left() + Theme::kSpace + gutter(option.fontMetrics);
    for (const Line& line : layOut(index, option.font, width).lines) {
        painter->setFont(line.font);
        painter->setPen(Theme::color(line.tone));
        painter->drawText(QRect(left, top, width, line.height), kWrap, line.text);
        top += line.height + 2;
    }
    painter->restore();
}

} // namespace proofreel
