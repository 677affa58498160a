// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/check_mark.h"
#include "ui/common/widgets.h"
#include "ui/quality/curve_plot.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <qcustomplot.h>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr double kSmallestView = 200; // ms
constexpr double kHere = 1; // ms; an event so near to where the player is is the one that it is at

void moveTo(const QList<QCPItemStraightLine*>& lines, double ms)
{
    for (QCPItemStraightLine* line : lines) {
        line->setVisible(ms >= 0);
        line->point1->setCoords(ms / 1000, 0);
        line->point2->setCoords(ms / 1000, 1);
    }
}

} // namespace

double CurvePlot::timeAt(const QPoint& at) const
{
    if (m_rects.isEmpty())
        return 0;
    return std::clamp(m_rects.constFirst()->axis(QCPAxis::atBottom)->pixelToCoord(at.x()) * 1000, 0.0, m_length);
}

QPoint CurvePlot::pointAt(double ms) const
{
    if (m_rects.isEmpty())
        return {};
    const QCPAxisRect* rect = m_rects.constFirst();
    const QPoint inPlot(qRound(rect->axis(QCPAxis::atBottom)->coordToPixel(ms / 1000)), rect->center().y());
    return m_plot->mapTo(this, inPlot);
}

QString CurvePlot::textAt(double ms) const
{
    return (QStringList { momentText(ms) } + signalAt(m_decoded.signal, ms)).join(u" · "_s);
}

void CurvePlot::setView(double fromMs, double spanMs)
{
    m_span = std::clamp(spanMs, std::min(kSmallestView, m_length), m_length);
    m_from = std::clamp(fromMs, 0.0, m_length - m_span);
    for (QCPAxisRect* rect : std::as_const(m_rects))
        rect->axis(QCPAxis::atBottom)->setRange(m_from / 1000, (m_from + m_span) / 1000);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::reveal(double ms)
{
    if (ms < m_from || ms > m_from + m_span)
        setView(ms - m_span / 10, m_span);
}

void CurvePlot::zoom(double factor, double centreMs)
{
    const double span = std::clamp(m_span * factor, std::min(kSmallestView, m_length), m_length);
    const double part = m_span > 0 ? (centreMs - m_from) / m_span : 0.5;
    setView(centreMs - span * part, span);
}

void CurvePlot::pan(double part)
{
    setView(m_from + m_span * part, m_span);
}

// Whoever has gone elsewhere to look at something is left there.
void CurvePlot::setPosition(double ms)
{
    const bool wasInView = m_position >= m_from && m_position <= m_from + m_span;
    m_position = ms;
    moveTo(m_cursors, ms);
    if (wasInView && ms >= 0)
        reveal(ms);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::go(double ms)
{
    const double at = std::clamp(ms, 0.0, m_length);
    reveal(at);
    Q_EMIT momentAsked(at);
}

void CurvePlot::goToEvent(int by)
{
    const double at = std::max(m_position, by > 0 ? -2 * kHere : 0.0);
    const SignalEvent* found = nullptr;
    for (const SignalEvent& event : std::as_const(m_events)) {
        if (by > 0 && event.span.startMs > at + kHere && !found)
            found = &event;
        else if (by < 0 && event.span.startMs < at - kHere)
            found = &event;
    }
    if (!found)
        return;
    go(found->span.startMs);
    setAccessibleDescription(signalEventText(*found));
}

bool CurvePlot::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* pressed = static_cast<QKeyEvent*>(event);
        for (const int mine : { Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown,
                 Qt::Key_Plus, Qt::Key_Equal, Qt::Key_Minus, Qt::Key_Home, Qt::Key_End }) {
            if (pressed->key() == mine) {
                event->accept();
                return true;
            }
        }
        if (pressed->matches(QKeySequence::Copy) || pressed->keyCombination() == (Qt::CTRL | Qt::Key_0)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

// Left and Right go by a hundredth of what is in view, with Shift by a tenth, with Ctrl they move the view.
void CurvePlot::keyPressEvent(QKeyEvent* event)
{
    const bool moves = event->modifiers().testFlag(Qt::ControlModifier);
    const double step = m_span / (event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 100);
    const double at = std::max(m_position, 0.0);
    if (event->matches(QKeySequence::Copy)) {
        copyToClipboard(textAt(at), this);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        moves ? pan(-0.1) : go(at - step);
        break;
    case Qt::Key_Right:
        moves ? pan(0.1) : go(at + step);
        break;
    case Qt::Key_Up:
    case Qt::Key_PageUp:
        goToEvent(-1);
        break;
    case Qt::Key_Down:
    case Qt::Key_PageDown:
        goToEvent(1);
        break;
    case Qt::Key_Home:
        go(0);
        break;
    case Qt::Key_End:
        go(m_length);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(0.5, at);
        break;
    case Qt::Key_Minus:
        zoom(2, at);
        break;
    case Qt::Key_0:
        if (moves)
            setView(0, m_length);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void CurvePlot::point(const QPoint& at)
{
    if (m_rects.isEmpty())
        return;
    const double ms = timeAt(at);
    moveTo(m_hovers, ms);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    Q_EMIT pointedAt(ms);
}

void CurvePlot::leave()
{
    moveTo(m_hovers, -1);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    Q_EMIT pointedAt(-1);
}

bool CurvePlot::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove: {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (event->type() == QEvent::MouseButtonPress)
            setFocus(Qt::MouseFocusReason);
        point(mouse->position().toPoint());
        if (mouse->buttons().testFlag(Qt::LeftButton) && !m_rects.isEmpty())
            Q_EMIT momentAsked(timeAt(mouse->position().toPoint()));
        break;
    }
    case QEvent::Leave:
        leave();
        break;
    case QEvent::ContextMenu: { // the plot lets none through
        const auto* asked = static_cast<QContextMenuEvent*>(event);
        QContextMenuEvent here(
            asked->reason(), m_plot->mapTo(this, asked->pos()), asked->globalPos(), asked->modifiers());
        contextMenuEvent(&here);
        return true;
    }
    case QEvent::Wheel: {
        const auto* wheel = static_cast<QWheelEvent*>(event);
        if (wheel->angleDelta().x() != 0 || wheel->modifiers().testFlag(Qt::ShiftModifier))
            pan((wheel->angleDelta().x() + wheel->angleDelta().y()) > 0 ? -0.1 : 0.1);
        else
            zoom(wheel->angleDelta().y() > 0 ? 0.8 : 1.25, timeAt(wheel->position().toPoint()));
        return true;
    }
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void CurvePlot::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const double at = byKey ? std::max(m_position, 0.0) : timeAt(m_plot->mapFrom(this, event->pos()));
    auto* menu = new QMenu(this);
    menu->setObjectName(u"curveMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu](const QString& text, const QKeySequence& key, auto run) {
        QAction* action = menu->addAction(text, menu, run);
        action->setShortcut(key);
        return action;
    };
    menu->addAction(tr("Go to %1").arg(momentText(at)), this, [this, at] { go(at); });
    add(tr("Next event"), Qt::Key_Down, [this] { goToEvent(1); })->setEnabled(!m_events.isEmpty());
    add(tr("Previous event"), Qt::Key_Up, [this] { goToEvent(-1); })->setEnabled(!m_events.isEmpty());
    menu->addSeparator();
    add(tr("Zoom in"), Qt::Key_Plus, [this, at] { zoom(0.5, at); });
    add(tr("Zoom out"), Qt::Key_Minus, [this, at] { zoom(2, at); });
    add(tr("Whole length"), Qt::CTRL | Qt::Key_0, [this] { setView(0, m_length); });
    menu->addSeparator();
    add(tr("Copy the values here"), QKeySequence::Copy, [this, at] { copyToClipboard(textAt(at), this); });
    menu->popup(byKey ? mapToGlobal(rect().center()) : event->globalPos());
}

} // namespace proofreel
