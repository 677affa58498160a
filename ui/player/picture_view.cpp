// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/picture_view.h"

#include <QPainter>

namespace proofreel {

using namespace Qt::StringLiterals;

PictureView::PictureView(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"pictureView"_s);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void PictureView::setPicture(const QImage& image, const QSize& original)
{
    m_image = image;
    m_original = original;
    m_fitted = {};
    setAccessibleName(tr("Picture, %1×%2").arg(original.width()).arg(original.height()));
    update();
}

void PictureView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    if (m_image.isNull())
        return;
    const qreal ratio = devicePixelRatio();
    const QSize room = (QSizeF(size()) * ratio).toSize();
    QSize wanted = m_image.size();
    if (wanted.width() > room.width() || wanted.height() > room.height())
        wanted = wanted.scaled(room, Qt::KeepAspectRatio).expandedTo({ 1, 1 });
    if (m_fitted.size() != wanted) {
        m_fitted = QPixmap::fromImage(m_image.scaled(wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        m_fitted.setDevicePixelRatio(ratio);
    }
    const QSizeF shown = QSizeF(wanted) / ratio;
    painter.drawPixmap(QPointF((width() - shown.width()) / 2, (height() - shown.height()) / 2), m_fitted);
    const QString text = u"%1×%2"_s.arg(m_original.width()).arg(m_original.height());
    QRect badge(QPoint(), fontMetrics().size(Qt::TextSingleLine, text) + QSize(12, 6));
    badge.moveBottomRight(rect().bottomRight() - QPoint(8, 8));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 190));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawRoundedRect(badge, 4, 4);
    painter.setPen(Qt::white);
    painter.drawText(badge, Qt::AlignCenter, text);
}

} // namespace proofreel
