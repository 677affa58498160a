// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/signal_events.h"
#include "ui/common/theme.h"

#include <QWidget>

class QCPAxisRect;
class QCPItemStraightLine;
class QCustomPlot;

namespace proofreel {

//! Curves of a decoded rendition over time, one above the other with one axis of time: bitrate with its key frames,
//! loudness with silence and clipping, luminance with black and frozen spans. A click, a drag or the keys go to a
//! moment; the wheel and the keys zoom and pan; Up and Down step from event to event.
class CurvePlot final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CurvePlot)
public:
    explicit CurvePlot(QWidget* parent = nullptr);

    void set(const DecodedFacts& decoded);
    //! Of the player: a line across all curves, which the view follows while it is in view. Below 0: none.
    void setPosition(double ms);
    [[nodiscard]] QString textAt(double ms) const; //!< the moment and all values there, for people
    [[nodiscard]] QPair<double, double> view() const { return { m_from, m_from + m_span }; } //!< ms
    [[nodiscard]] QPoint pointAt(double ms) const; //!< in this widget, on the first curve
    void goToEvent(int by); //!< the next (1) or the one before (-1) of where the player is
    void retheme(); //!< colours and fonts of now

Q_SIGNALS:
    void momentAsked(double ms);
    void pointedAt(double ms); //!< where the pointer is; below 0: it has left

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QCPAxisRect* addCurve(const QString& title, const QList<QPointF>& points, Theme::Tone tone);
    void addSpans(QCPAxisRect* rect, SignalEvent::Kind kind, Theme::Tone tone);
    void rebuild();
    void addMarks(QCPAxisRect* rect);
    void addLines();
    void setView(double fromMs, double spanMs); //!< within what there is
    void reveal(double ms);
    void zoom(double factor, double centreMs);
    void pan(double part);
    void point(const QPoint& at); //!< of the mouse, in the plot
    void leave();
    void go(double ms);
    [[nodiscard]] double timeAt(const QPoint& at) const; // ms

    QCustomPlot* m_plot = nullptr;
    DecodedFacts m_decoded;
    QList<QCPAxisRect*> m_rects;
    QList<QCPItemStraightLine*> m_cursors; // where the player is
    QList<QCPItemStraightLine*> m_hovers; // where the pointer is
    QList<SignalEvent> m_events;
    double m_position = -1; // ms; below 0: none
    double m_length = 0; // ms
    double m_from = 0, m_span = 0; // ms that are in view
};

} // namespace proofreel
