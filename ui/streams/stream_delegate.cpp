// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/streams/stream_delegate.h"

#include "streams/stream_model.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/table_columns.h"
#include "ui/common/theme.h"
#include "ui/quality/check_look.h"
#include "ui/streams/stream_table.h"

#include <QApplication>
#include <QPainter>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

QIcon mark(bool current, Playability playability)
{
    if (current)
        return icon(u"play"_s, Theme::Tone::Accent);
    switch (playability) {
    case Playability::Playable:
        return {};
    case Playability::AliyunVodEncrypted:
        return icon(u"lock"_s, Theme::Tone::Warning);
    case Playability::Invisible:
        return icon(u"eye-off"_s, Theme::Tone::Neutral);
    case Playability::NoUrl:
    case Playability::BadScheme:
    case Playability::Saved:
        break;
    }
    return icon(u"warning"_s, Theme::Tone::Warning);
}

} // namespace

int StreamDelegate::gutter(const QWidget* widget)
{
    return widget->fontMetrics().height() + Theme::kSpace / 2;
}

void StreamDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* table = qobject_cast<const StreamTable*>(option.widget);
    if (!table)
        return;
    QRect cell = option.rect;
    cell.setTop(cell.bottom() + 1 - rowHeight(table));
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool current = index.data(StreamModel::CurrentRole).toBool();
    const auto playability = static_cast<Playability>(index.data(StreamModel::PlayabilityRole).toInt());

    painter->save();
    painter->setClipRect(option.rect);
    if (selected)
        painter->fillRect(cell, option.palette.color(QPalette::Highlight));
    else if (table->hoveredRow() == index.row())
        painter->fillRect(cell, Theme::color(Theme::Tone::Hover));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(Theme::color(Theme::Tone::Accent));
        painter->drawRect(cell.adjusted(0, 0, -1, -1));
    }

    QRect text = cell.adjusted(cellPadding(table), 0, -cellPadding(table), 0);
    if (table->columns().isFirst(index.column())) {
        const QIcon sign = mark(current, playability);
        const int side = table->fontMetrics().height();
        if (!sign.isNull())
            sign.paint(painter, QRect(text.left(), cell.center().y() - side / 2, side, side));
        text.setLeft(text.left() + gutter(table));
    }
    if (index.column() == StreamModel::Check) {
        painter->setFont(option.font);
        if (!index.data(Qt::DisplayRole).toString().isEmpty())
            paintMark(*painter, text, static_cast<CheckMark>(index.data(StreamModel::MarkRole).toInt()));
        painter->restore();
        return;
    }
    const QString value = index.data(Qt::DisplayRole).toString();
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    const bool figures = alignment.testFlag(Qt::AlignRight);
    painter->setFont(figures ? table->figureFont() : option.font);
    Theme::Tone tone = current && table->columns().isFirst(index.column()) ? Theme::Tone::Accent : Theme::Tone::Text;
    if (value == u"–"_s || (playability != Playability::Playable && !current))
        tone = selected ? Theme::Tone::Text : Theme::Tone::Secondary;
    painter->setPen(Theme::color(tone));
    const QFontMetrics metrics(painter->font());
    const auto mode = index.column() >= StreamModel::PlayUrl || index.column() == StreamModel::JobId ? Qt::ElideMiddle
                                                                                                     : Qt::ElideRight;
    painter->drawText(text, static_cast<int>(alignment), metrics.elidedText(value, mode, text.width()));
    painter->restore();
}

} // namespace proofreel
