// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/check_mark.h"
#include "ui/quality/curve_plot.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <qcustomplot.h>

namespace proofreel {

namespace {

constexpr double kSmallestView = 200; // ms

} // namespace

double CurvePlot::timeAt(const QPoint& at) const
{
    if (m_rects.isEmpty())
        return 0;
    return std::clamp(m_rects.constFirst()->axis(QCPAxis::atBottom)->pixelToCoord(at.x()) * 1000, 0.0, m_length);
}

void CurvePlot::zoom(double factor, double centreMs)
{
    if (m_rects.isEmpty())
        return;
    const QCPRange now = m_rects.constFirst()->axis(QCPAxis::atBottom)->range();
    const double size = std::clamp(now.size() * 1000 * factor, std::min(kSmallestView, m_length), m_length);
    const double part = now.size() > 0 ? (centreMs / 1000 - now.lower) / now.size() : 0.5;
    const double from = std::clamp(centreMs - size * part, 0.0, m_length - size);
    for (QCPAxisRect* rect : std::as_const(m_rects))
        rect->axis(QCPAxis::atBottom)->setRange(from / 1000, (from + size) / 1000);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::pan(double part)
{
    if (m_rects.isEmpty())
        return;
    const QCPRange now = m_rects.constFirst()->axis(QCPAxis::atBottom)->range();
    const double from = std::clamp(now.lower + now.size() * part, 0.0, m_length / 1000 - now.size());
    for (QCPAxisRect* rect : std::as_const(m_rects))
        rect->axis(QCPAxis::atBottom)->setRange(from, from + now.size());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

bool CurvePlot::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        for (const int mine : { Qt::Key_Left, Qt::Key_Right, Qt::Key_Plus, Qt::Key_Minus, Qt::Key_Home, Qt::Key_End }) {
            if (key == mine) {
                event->accept();
                return true;
            }
        }
    }
    return QWidget::event(event);
}

// Left and Right go by a hundredth of what is in view, with Shift by a tenth; + and - zoom.
void CurvePlot::keyPressEvent(QKeyEvent* event)
{
    const double view = m_rects.isEmpty() ? 0 : m_rects.constFirst()->axis(QCPAxis::atBottom)->range().size() * 1000;
    const double step = view / (event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 100);
    const double at = std::max(m_position, 0.0);
    switch (event->key()) {
    case Qt::Key_Left:
        Q_EMIT momentAsked(std::max(at - step, 0.0));
        break;
    case Qt::Key_Right:
        Q_EMIT momentAsked(std::min(at + step, m_length));
        break;
    case Qt::Key_Home:
        Q_EMIT momentAsked(0);
        break;
    case Qt::Key_End:
        Q_EMIT momentAsked(m_length);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(0.5, at);
        break;
    case Qt::Key_Minus:
        zoom(2, at);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool CurvePlot::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        setFocus(Qt::MouseFocusReason);
        if (mouse->button() == Qt::LeftButton && !m_rects.isEmpty())
            Q_EMIT momentAsked(timeAt(mouse->position().toPoint()));
    } else if (event->type() == QEvent::Wheel) {
        const auto* wheel = static_cast<QWheelEvent*>(event);
        if (wheel->angleDelta().x() != 0 || wheel->modifiers().testFlag(Qt::ShiftModifier))
            pan((wheel->angleDelta().x() + wheel->angleDelta().y()) > 0 ? -0.1 : 0.1);
        else
            zoom(wheel->angleDelta().y() > 0 ? 0.8 : 1.25, timeAt(wheel->position().toPoint()));
        return true;
    } else if (event->type() == QEvent::MouseMove && !m_rects.isEmpty()) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        QToolTip::showText(mouse->globalPosition().toPoint(), momentText(timeAt(mouse->position().toPoint())), m_plot);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace proofreel
