// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/search/field_popup.h"

#include "ui/common/theme.h"

#include <QEvent>
#include <QLayout>
#include <QPainter>

#include <algorithm>

namespace proofreel {

FieldPopup::FieldPopup(QWidget* anchor)
    : QFrame(anchor->window())
    , m_anchor(anchor)
{
    m_anchor->installEventFilter(this);
    hide();
}

void FieldPopup::popUp()
{
    QWidget* window = m_anchor->window();
    if (parentWidget() != window)
        setParent(window);
    window->installEventFilter(this); // once, however often
    place();
    show();
    raise();
}

void FieldPopup::place()
{
    const QWidget* window = parentWidget();
    const QPoint under = m_anchor->mapTo(window, QPoint(0, m_anchor->height() + Theme::kSpace / 2));
    const int room = window->height() - under.y() - Theme::kSpace;
    const int width = m_anchor->width();
    const int wanted =
        layout() && layout()->hasHeightForWidth() ? layout()->heightForWidth(width) : sizeHint().height();
    setGeometry(under.x(), under.y(), width, std::clamp(wanted, 1, std::max(1, room)));
}

bool FieldPopup::eventFilter(QObject* watched, QEvent* event)
{
    const bool moved = event->type() == QEvent::Resize || event->type() == QEvent::Move;
    if (moved && isVisible() && (watched == m_anchor || watched == parentWidget()))
        place();
    return QFrame::eventFilter(watched, event);
}

void FieldPopup::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window)); // it covers what is below, also at its corners
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::color(Theme::Tone::Line));
    painter.setBrush(Theme::color(Theme::Tone::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

} // namespace proofreel
