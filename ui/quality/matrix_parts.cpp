// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/matrix_parts.h"

#include "quality/check_matrix_model.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/plain_tip.h"
#include "ui/quality/check_look.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace proofreel {

MatrixRowHeader::MatrixRowHeader(QWidget* parent)
    : QHeaderView(Qt::Vertical, parent)
{
    setObjectName(u"matrixRules"_s);
    setSectionResizeMode(Fixed);
    setSectionsClickable(true);
    setHighlightSections(false);
}

int MatrixRowHeader::gutter() const
{
    return fontMetrics().height() + Theme::kSpace / 2;
}

QSize MatrixRowHeader::sizeHint() const
{
    const QFontMetrics metrics(scaled(font(), 1.0, QFont::DemiBold));
    int text = 0;
    for (int row = 0; model() && row < model()->rowCount(); ++row)
        text = std::max(
            text, metrics.horizontalAdvance(model()->headerData(row, Qt::Vertical, Qt::DisplayRole).toString()));
    const int wanted = gutter() + text + 2 * cellPadding(this);
    const int room = parentWidget() ? parentWidget()->width() * 2 / 5 : wanted;
    return { std::min(wanted, std::max(room, 100)), 0 };
}

void MatrixRowHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const auto value = [this, section](int role) { return model()->headerData(section, Qt::Vertical, role); };
    const bool isFamily = value(CheckMatrixModel::IsFamilyRole).toBool();
    painter->save();
    painter->fillRect(rect, palette().color(isFamily ? QPalette::AlternateBase : QPalette::Base));
    painter->setFont(isFamily ? scaled(font(), 1.0, QFont::DemiBold) : font());
    painter->setPen(Theme::color(Theme::Tone::Text));
    QRect text = rect.adjusted(cellPadding(this), 0, -cellPadding(this), 0);
    if (isFamily) {
        const int side = fontMetrics().height();
        const QString name = value(CheckMatrixModel::IsOpenRole).toBool() ? u"chevron-down"_s : u"chevron-right"_s;
        icon(name, Theme::Tone::Secondary).paint(painter, QRect(text.left(), rect.center().y() - side / 2, side, side));
    }
    text.setLeft(text.left() + gutter());
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
        painter->fontMetrics().elidedText(value(Qt::DisplayRole).toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

bool MatrixRowHeader::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QHeaderView::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int section = logicalIndexAt(help->pos());
    if (section >= 0)
        QToolTip::showText(
            help->globalPos(), plainTip(model()->headerData(section, Qt::Vertical, Qt::ToolTipRole).toString()), this);
    return true;
}

MatrixColumnHeader::MatrixColumnHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setObjectName(u"matrixRenditions"_s);
    setSectionResizeMode(Fixed);
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(1);
}

int MatrixColumnHeader::widthFor(const QString& label) const
{
    const QFontMetrics metrics(scaled(font(), kSecondarySize));
    int widest = metrics.horizontalAdvance(label) * 6 / 10;
    for (const QString& word : label.split(u' '))
        widest = std::max(widest, metrics.horizontalAdvance(word));
    return std::clamp(widest + Theme::kSpace, rowHeight(this) * 3 / 2, 14 * letterWidth(metrics));
}

QSize MatrixColumnHeader::sizeHint() const
{
    const QFontMetrics metrics(scaled(font(), kSecondarySize));
    return { 0, 2 * metrics.lineSpacing() + Theme::kSpace };
}

void MatrixColumnHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    painter->save();
    painter->fillRect(rect, palette().color(QPalette::Base));
    painter->setFont(scaled(font(), kSecondarySize));
    painter->setPen(Theme::color(Theme::Tone::Secondary));
    painter->setClipRect(rect);
    painter->drawText(rect.adjusted(2, 0, -2, -2), Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap,
        model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString());
    painter->setPen(Theme::color(Theme::Tone::Line));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->restore();
}

void MatrixDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const auto mark = static_cast<CheckMark>(index.data(CheckMatrixModel::MarkRole).toInt());
    const bool isFamily = index.data(CheckMatrixModel::IsFamilyRole).toBool();
    if (isFamily)
        painter->fillRect(option.rect, option.palette.color(QPalette::AlternateBase));
    if (const QColor fill = markFill(mark); fill.isValid() && !isFamily)
        painter->fillRect(option.rect.adjusted(1, 1, -1, -1), fill);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(Theme::color(Theme::Tone::Accent));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->setFont(option.font);
    paintMark(*painter, option.rect, mark, isFamily ? 0 : index.data(CheckMatrixModel::CountRole).toInt());
    painter->restore();
}

} // namespace proofreel
