// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/stats_overlay.h"

#include "ui/common/fonts.h"
#include "ui/common/theme.h"

#include <QPainter>

namespace proofreel {

using namespace Qt::StringLiterals;

StatsOverlay::StatsOverlay(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"statsOverlay"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_timer.setInterval(250);
    connect(&m_timer, &QTimer::timeout, this, &StatsOverlay::refresh);
    hide();
}

void StatsOverlay::setPlayer(const Player* player)
{
    m_player = player;
    refresh();
}

void StatsOverlay::refresh()
{
    QStringList lines;
    if (m_player) {
        const Player::Stats stats = m_player->stats();
        if (!stats.frameSize.isEmpty()) {
            lines << u"%1×%2 · %3"_s.arg(stats.frameSize.width()).arg(stats.frameSize.height()).arg(stats.pixelFormat);
            lines << (stats.hdr.isEmpty() ? tr("SDR") : tr("%1, not tone-mapped").arg(stats.hdr));
            lines << tr("%1 fps · %2 shown · %3 dropped")
                         .arg(stats.frameRate, 0, 'f', 2)
                         .arg(stats.frames)
                         .arg(stats.droppedFrames);
        }
        if (stats.firstFrameMs >= 0)
            lines << tr("first frame after %1 ms").arg(stats.firstFrameMs);
        lines << tr("%1 · speed %2×")
                     .arg(stats.backend.isEmpty() ? tr("no backend") : stats.backend)
                     .arg(m_player->rate());
    }
    const QString text = lines.join(u'\n');
    if (text == m_text)
        return;
    m_text = text;
    const QFontMetrics metrics(monospace(font()));
    resize(metrics.size(0, m_text) + QSize(3 * Theme::kSpace, 2 * Theme::kSpace));
    update();
}

void StatsOverlay::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
    m_timer.start();
}

void StatsOverlay::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_timer.stop();
}

void StatsOverlay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 190)); // above a picture, in both themes
    painter.drawRoundedRect(rect(), 5, 5);
    painter.setPen(QColor(0xe7, 0xe8, 0xea));
    painter.setFont(monospace(font()));
    painter.drawText(rect().adjusted(Theme::kSpace + 4, Theme::kSpace, -Theme::kSpace, -Theme::kSpace), 0, m_text);
}

} // namespace proofreel
