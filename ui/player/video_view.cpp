// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/video_view.h"

#include "ui/player/frame_image.h"

#include <QPaintEvent>
#include <QPainter>

namespace proofreel {

using namespace Qt::StringLiterals;

VideoView::VideoView(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"videoView"_s);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(160, 90);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&m_scaler, &FrameScaler::ready, this, [this](const QImage& image) {
        const bool first = m_image.isNull();
        m_image = image;
        update();
        if (first)
            Q_EMIT pictureShown();
    });
}

void VideoView::showFrame(const QVideoFrame& frame)
{
    m_frame = frame;
    if (isVisible())
        scale();
}

void VideoView::clear()
{
    m_scaler.cancel();
    m_frame = {};
    m_image = {};
    update();
}

QRect VideoView::pictureRect() const
{
    QRect target({}, pictureSize(m_frame).scaled(size(), Qt::KeepAspectRatio));
    target.moveCenter(rect().center());
    return target;
}

void VideoView::scale()
{
    if (m_frame.isValid())
        m_scaler.request(m_frame, pictureRect().size() * devicePixelRatioF());
}

void VideoView::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), Qt::black);
    if (!m_image.isNull())
        painter.drawImage(pictureRect(), m_image); // one to one, except while the window is being resized
}

void VideoView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    scale();
}

} // namespace proofreel
