// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/catalog/row_delegate.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/plain_tip.h"

#include <QHelpEvent>
#include <QListView>
#include <QPainter>
#include <QToolTip>

#include <utility>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr int kHalf = Theme::kSpace / 2;

void drawLine(QPainter& painter, const QRect& box, const QFont& font, const QColor& color, const QString& text,
    Qt::Alignment alignment = Qt::AlignLeft, Qt::TextElideMode elide = Qt::ElideRight)
{
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(box, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(text, elide, box.width()));
}

} // namespace

RowDelegate::RowDelegate(Look look, QWidget* view)
    : QStyledItemDelegate(view)
    , m_look(std::move(look))
    , m_view(view)
{
}

int RowDelegate::headingHeight(const RowLook& look) const
{
    return look.heading.isEmpty() ? 0 : rowHeight(m_view) + kHalf;
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    if (m_font != m_view->font() || m_row == 0) { // asked for each of 10,000 rows
        m_font = m_view->font();
        m_row = rowHeight(m_view);
        m_second = QFontMetrics(scaled(m_font, kSecondarySize)).height() + kHalf / 2;
    }
    const RowLook look = m_look(index);
    return { 40, headingHeight(look) + m_row + (look.detail.isEmpty() ? 0 : m_second) };
}

bool RowDelegate::helpEvent(
    QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem&, const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return false;
    const RowLook look = m_look(index);
    QToolTip::showText(
        event->globalPos(), plainTip(look.detail.isEmpty() ? look.title : look.title + u'\n' + look.detail), view);
    return true;
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const RowLook look = m_look(index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const int above = headingHeight(look);
    if (above > 0) {
        const QRect box = option.rect.adjusted(Theme::kSpace, kHalf, -Theme::kSpace, 0);
        drawLine(*painter, { box.topLeft(), QSize(box.width(), above - kHalf) },
            scaled(m_view->font(), kSecondarySize, QFont::DemiBold), Theme::color(Theme::Tone::Secondary),
            look.heading);
    }
    paintRow(*painter, option.rect.adjusted(0, above, 0, 0), option, look);
    painter->restore();
}

void RowDelegate::paintRow(
    QPainter& painter, const QRect& box, const QStyleOptionViewItem& option, const RowLook& look) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    if (selected || focused || option.state.testFlag(QStyle::State_MouseOver)) {
        painter.setPen(focused ? QPen(Theme::color(Theme::Tone::Accent)) : QPen(Qt::NoPen));
        painter.setBrush(selected ? m_view->palette().color(QPalette::Highlight) : Theme::color(Theme::Tone::Hover));
        painter.drawRoundedRect(QRectF(box).adjusted(kHalf + 0.5, 0.5, -kHalf - 0.5, -0.5), kHalf, kHalf);
    }
    if (look.isCurrent) { // a bar beside the row, besides its icon and the weight of its title
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::color(Theme::Tone::Accent));
        painter.drawRect(QRect(box.left(), box.top() + 2, 3, box.height() - 4));
    }
    const int row = rowHeight(m_view);
    const int side = m_view->fontMetrics().height();
    const QRect mark(box.left() + Theme::kSpace, box.top() + (row - side) / 2, side, side);
    icon(look.icon, look.tone).paint(&painter, mark);

    QRect text(mark.right() + Theme::kSpace, box.top(), 0, row);
    text.setRight(box.right() - Theme::kSpace);
    const QFont small = scaled(m_view->font(), kSecondarySize);
    if (!look.aside.isEmpty()) {
        drawLine(painter, text, small, Theme::color(Theme::Tone::Secondary), look.aside, Qt::AlignRight);
        text.setRight(text.right() - QFontMetrics(small).horizontalAdvance(look.aside) - Theme::kSpace);
    }
    QFont font = look.isId ? monospace(m_view->font()) : m_view->font();
    if (look.isCurrent)
        font.setWeight(QFont::DemiBold);
    drawLine(painter, text, font, Theme::color(Theme::Tone::Text), look.title, Qt::AlignLeft,
        look.isId ? Qt::ElideMiddle : Qt::ElideRight);
    if (!look.detail.isEmpty()) {
        const QRect under(
            text.left(), box.top() + row - kHalf / 2, box.right() - Theme::kSpace - text.left(), box.height() - row);
        drawLine(painter, under, small, Theme::color(Theme::Tone::Secondary), look.detail);
    }
}

QListView* makeRowList(QAbstractItemModel& model, RowDelegate::Look look, QWidget* parent)
{
    auto* list = new QListView(parent);
    list->setModel(&model);
    list->setItemDelegate(new RowDelegate(std::move(look), list));
    list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setMouseTracking(true);
    list->setContextMenuPolicy(Qt::CustomContextMenu);
    return list;
}

} // namespace proofreel
