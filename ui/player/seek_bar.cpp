// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/seek_bar.h"

#include "ui/common/fonts.h"
#include "ui/common/theme.h"
#include "ui/player/timecode.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <limits>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 7; // room for half of the knob
constexpr int kThickness = 4;

} // namespace

SeekBar::SeekBar(QWidget* parent)
    : QSlider(Qt::Horizontal, parent)
{
    setObjectName(u"seekBar"_s);
    setAccessibleName(tr("Position"));
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setDuration(0);
}

void SeekBar::setDuration(qint64 ms)
{
    setRange(0, static_cast<int>(std::clamp<qint64>(ms, 0, std::numeric_limits<int>::max())));
    setEnabled(maximum() > 0);
}

void SeekBar::setPosition(qint64 ms)
{
    if (!isSliderDown())
        setValue(static_cast<int>(std::clamp<qint64>(ms, 0, maximum())));
}

void SeekBar::setFrameRate(double fps)
{
    m_fps = fps;
}

QSize SeekBar::sizeHint() const
{
    return { 240, controlHeight(this) - Theme::kSpace };
}
QSize SeekBar::minimumSizeHint() const
{
    return { 60, sizeHint().height() };
}

QRectF SeekBar::groove() const
{
    return { kMargin, (height() - kThickness) / 2.0, width() - 2.0 * kMargin, kThickness };
}

qint64 SeekBar::timeAt(int x) const
{
    const QRectF line = groove();
    return qRound64(std::clamp((x - line.left()) / std::max(line.width(), 1.0), 0.0, 1.0) * maximum());
}

void SeekBar::seekTo(int x)
{
    setValue(static_cast<int>(timeAt(x)));
    Q_EMIT seekRequested(value());
}

void SeekBar::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setSliderDown(true);
    seekTo(event->position().toPoint().x());
}

void SeekBar::mouseMoveEvent(QMouseEvent* event)
{
    m_hover = event->position().toPoint().x();
    if (isSliderDown())
        seekTo(m_hover);
    if (isEnabled())
        QToolTip::showText(mapToGlobal(QPoint(m_hover, -2 * height())), timecode(timeAt(m_hover), m_fps), this);
    update();
}

void SeekBar::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        setSliderDown(false);
}

void SeekBar::wheelEvent(QWheelEvent* event)
{
    event->ignore();
} // the panel's: volume

void SeekBar::leaveEvent(QEvent* event)
{
    QSlider::leaveEvent(event);
    m_hover = -1;
    update();
}

bool SeekBar::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) // the time under the pointer is shown already
        return true;
    return QSlider::event(event);
}

void SeekBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF line = groove();
    painter.setBrush(Theme::color(Theme::Tone::Hover));
    painter.drawRoundedRect(line, kThickness / 2.0, kThickness / 2.0);
    if (maximum() <= 0)
        return;

    const double at = line.left() + line.width() * value() / maximum();
    const QColor accent = Theme::color(Theme::Tone::Accent);
    if (m_hover >= 0) {
        QColor faint = accent;
        faint.setAlphaF(0.35F);
        painter.setBrush(faint);
        painter.drawRoundedRect(
            QRectF(line.topLeft(), QPointF(std::clamp<double>(m_hover, line.left(), line.right()), line.bottom())),
            kThickness / 2.0, kThickness / 2.0);
    }
    painter.setBrush(accent);
    painter.drawRoundedRect(QRectF(line.topLeft(), QPointF(at, line.bottom())), kThickness / 2.0, kThickness / 2.0);
    const double radius = m_hover >= 0 || isSliderDown() || hasFocus() ? 6.5 : 5.0;
    painter.drawEllipse(QPointF(at, line.center().y()), radius, radius);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Theme::color(Theme::Tone::Text), 1.5));
        painter.drawEllipse(QPointF(at, line.center().y()), radius, radius);
    }
}

} // namespace proofreel
