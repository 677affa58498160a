// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/volume_slider.h"

#include "ui/common/fonts.h"
#include "ui/common/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 6;
constexpr int kThickness = 4;

} // namespace

VolumeSlider::VolumeSlider(QWidget* parent)
    : QSlider(Qt::Horizontal, parent)
{
    setObjectName(u"volumeSlider"_s);
    setAccessibleName(tr("Volume"));
    setToolTip(tr("Volume (9 and 0)"));
    setRange(0, 100);
    setSingleStep(5);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize VolumeSlider::sizeHint() const
{
    return { 76, controlHeight(this) - Theme::kSpace };
}

bool VolumeSlider::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Home || key == Qt::Key_End) {
            event->accept(); // else they would seek
            return true;
        }
    }
    return QSlider::event(event);
}

void VolumeSlider::take(const QMouseEvent* event)
{
    const double room = std::max(width() - 2.0 * kMargin, 1.0);
    setValue(qRound(std::clamp((event->position().x() - kMargin) / room, 0.0, 1.0) * maximum()));
}

void VolumeSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        take(event);
}

void VolumeSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        take(event);
}

void VolumeSlider::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF line(kMargin, (height() - kThickness) / 2.0, width() - 2.0 * kMargin, kThickness);
    painter.setBrush(Theme::color(Theme::Tone::Hover));
    painter.drawRoundedRect(line, 2, 2);
    const double at = line.left() + line.width() * value() / std::max(maximum(), 1);
    const QColor tone = Theme::color(isEnabled() ? Theme::Tone::Text : Theme::Tone::Neutral);
    painter.setBrush(tone);
    painter.drawRoundedRect(QRectF(line.topLeft(), QPointF(at, line.bottom())), 2, 2);
    if (hasFocus())
        painter.setBrush(Theme::color(Theme::Tone::Accent));
    painter.drawEllipse(QPointF(at, line.center().y()), hasFocus() ? 6 : 4.5, hasFocus() ? 6 : 4.5);
}

} // namespace proofreel
