// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/audio_view.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"

#include <QPainter>

namespace proofreel {

using namespace Qt::StringLiterals;

AudioView::AudioView(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"audioView"_s);
}

void AudioView::setTitle(const QString& title)
{
    m_title = title;
    setAccessibleName(title);
    update();
}

void AudioView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(Theme::Tone::Sunken));
    const int side = std::clamp(std::min(width(), height()) / 3, 32, 160);
    QRect picture(0, 0, side, side);
    picture.moveCenter(rect().center() - QPoint(0, fontMetrics().height()));
    icon(u"music"_s, Theme::Tone::Secondary).paint(&painter, picture);

    QRect line(
        Theme::kSpace, picture.bottom() + Theme::kSpace, width() - 2 * Theme::kSpace, 2 * fontMetrics().height());
    painter.setFont(scaled(font(), kTitleSize, QFont::DemiBold));
    painter.setPen(Theme::color(Theme::Tone::Text));
    painter.drawText(
        line, Qt::AlignHCenter | Qt::AlignTop, painter.fontMetrics().elidedText(m_title, Qt::ElideRight, line.width()));
    line.translate(0, painter.fontMetrics().height() + Theme::kSpace / 2);
    painter.setFont(font());
    painter.setPen(Theme::color(Theme::Tone::Secondary));
    painter.drawText(line, Qt::AlignHCenter | Qt::AlignTop, tr("Sound only"));
}

} // namespace proofreel
