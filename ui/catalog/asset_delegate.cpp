// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/catalog/asset_delegate.h"

#include "catalog/asset_list_model.h"
#include "catalog/cover_loader.h"
#include "ui/catalog/asset_text.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr int kGap = 2; // px between neighbours
constexpr int kPadding = 5; // px from the edge of an item to its contents
constexpr int kRadius = 4;
constexpr double kMostEnlarged = 1.5;

int secondLineHeight(const QFont& font)
{
    return QFontMetrics(scaled(font, kSecondarySize)).height();
}

int textHeight(const QFont& font)
{
    return QFontMetrics(font).height() + secondLineHeight(font);
}

//! Scaled once for the pixels of the screen. Pictures of 16:9 fill the box to the last pixel; others keep their bars,
//! since the whole picture counts here. What is much smaller than the box is not blown up.
QPixmap fittedCover(const QImage& image, const QSize& box, qreal ratio)
{
    const QSize room = (QSizeF(box) * ratio).toSize();
    const QString key = u"cover-%1-%2x%3"_s.arg(image.cacheKey()).arg(room.width()).arg(room.height());
    QPixmap fitted;
    if (QPixmapCache::find(key, &fitted))
        return fitted;
    QSize size = image.size().scaled(room, Qt::KeepAspectRatio);
    if (room.width() - size.width() <= 2 * ratio && room.height() - size.height() <= 2 * ratio)
        size = room;
    if (size.width() > image.width() * kMostEnlarged)
        size = image.size();
    fitted = QPixmap::fromImage(image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    fitted.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, fitted);
    return fitted;
}

} // namespace

AssetDelegate::AssetDelegate(const CoverLoader& covers, const AssetNotes& notes, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_covers(covers)
    , m_notes(notes)
{
}

int AssetDelegate::heightFor(int width, const QWidget* view) const
{
    const int frame = 2 * (kGap + kPadding);
    return (width - frame) * 9 / 16 + kPadding + textHeight(view->font()) + frame;
}

int AssetDelegate::minimumTileWidth(const QWidget* view)
{
    return std::max(128, letterWidth(view->fontMetrics()) * 17);
}

QSize AssetDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int width = std::max(option.rect.width(), option.widget ? minimumTileWidth(option.widget) : 0);
    return { width, option.widget ? heightFor(width, option.widget) : 0 };
}

void AssetDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect item = option.rect.adjusted(kGap, kGap, -kGap, -kGap);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? option.palette.color(QPalette::Highlight) : Theme::color(Theme::Tone::Hover));
        painter->drawRoundedRect(item, kRadius + 2, kRadius + 2);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(Theme::color(Theme::Tone::Accent));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(item).adjusted(0.5, 0.5, -0.5, -0.5), kRadius + 2, kRadius + 2);
    }

    const QRect inside = item.adjusted(kPadding, kPadding, -kPadding, -kPadding);
    QRect cover = inside;
    QRect text = inside;
    cover.setHeight(inside.width() * 9 / 16);
    text.setTop(cover.bottom() + 1 + kPadding);
    if (!index.data(AssetListModel::IsLoadedRole).toBool()) {
        paintSkeleton(*painter, cover, text);
        painter->restore();
        return;
    }
    paintCover(*painter, cover, index);
    if (const QVariant seconds = index.data(AssetListModel::DurationRole); seconds.isValid())
        paintBadge(*painter, cover, option, durationText(seconds.toDouble()));
    paintText(*painter, text, option, index);
    painter->restore();
}

// What is still to come: its outlines, so that scrolling never stops at the end of a page.
void AssetDelegate::paintSkeleton(QPainter& painter, const QRect& cover, const QRect& text) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::color(Theme::Tone::Raised));
    painter.drawRoundedRect(cover, kRadius, kRadius);
    const int line = std::min(10, text.height() / 4);
    painter.drawRoundedRect(text.left(), text.top() + line / 2, text.width() * 3 / 4, line, 2, 2);
    painter.drawRoundedRect(text.left(), text.top() + line * 5 / 2, text.width() / 2, line, 2, 2);
}

void AssetDelegate::paintCover(QPainter& painter, const QRect& box, const QModelIndex& index) const
{
    painter.save();
    QPainterPath outline;
    outline.addRoundedRect(box, kRadius, kRadius);
    painter.setClipPath(outline);
    const QImage image = m_covers.image(
        { index.data(AssetListModel::MediaIdRole).toString(), index.data(AssetListModel::CoverUrlRole).toString() });
    painter.fillRect(box, image.isNull() ? Theme::color(Theme::Tone::Raised) : QColor(Qt::black));
    if (image.isNull()) {
        const int side = std::min({ 28, box.width() / 2, box.height() / 2 });
        QRect middle(0, 0, side, side);
        middle.moveCenter(box.center());
        icon(mediaTypeIcon(index.data(AssetListModel::MediaTypeRole).toString()), Theme::Tone::Neutral)
            .paint(&painter, middle);
    } else {
        const QPixmap fitted = fittedCover(image, box.size(), painter.device()->devicePixelRatio());
        const QSizeF size = fitted.deviceIndependentSize();
        painter.drawPixmap(
            QPointF(box.x() + (box.width() - size.width()) / 2, box.y() + (box.height() - size.height()) / 2), fitted);
    }
    painter.restore();
}

void AssetDelegate::paintBadge(
    QPainter& painter, const QRect& box, const QStyleOptionViewItem& option, const QString& text) const
{
    if (text.isEmpty())
        return;
    const QFont font = scaled(option.font, kSecondarySize);
    const QFontMetrics metrics(font);
    QRect badge(0, 0, metrics.horizontalAdvance(text) + 10, metrics.height() + 2);
    badge.moveBottomRight(box.bottomRight() - QPoint(4, 4));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 190));
    painter.drawRoundedRect(badge, 3, 3);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(badge, Qt::AlignCenter, text);
}

void AssetDelegate::paintText(
    QPainter& painter, const QRect& box, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    // Not at the top: a font that stands in for another may be higher.
    const auto align = QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
    const QFontMetrics metrics(option.font);
    QRect line(box.left(), box.top(), box.width(), metrics.height());
    painter.setFont(option.font);
    painter.setPen(option.palette.color(QPalette::Text));
    painter.drawText(line, align, metrics.elidedText(assetTitle(index), Qt::ElideRight, line.width()));

    const auto note = m_notes.constFind(index.data(AssetListModel::MediaIdRole).toString());
    const AssetFacts facts = note == m_notes.constEnd() ? assetFacts(index) : *note;
    const QFont font = scaled(option.font, kSecondarySize);
    const QFontMetrics small(font);
    line.setTop(line.bottom() + 1);
    line.setHeight(small.height());
    if (!facts.iconName.isEmpty()) {
        const int side = small.ascent();
        icon(facts.iconName, facts.tone).paint(&painter, line.left(), line.top() + small.descent() / 2, side, side);
        line.setLeft(line.left() + side + 4);
    }
    painter.setFont(font);
    painter.setPen(Theme::color(facts.tone));
    painter.drawText(line, align, small.elidedText(facts.text, Qt::ElideRight, line.width()));
}

} // namespace proofreel
