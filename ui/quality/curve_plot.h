// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/signal_facts.h"
#include "ui/common/theme.h"

#include <QWidget>

class QCPAxisRect;
class QCPItemStraightLine;
class QCustomPlot;

namespace proofreel {

//! Curves of a decoded rendition over time, one above the other with one axis of time: bitrate with its key frames,
//! loudness with silence, luminance with black and frozen spans. A click or the keys go to a moment.
class CurvePlot final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CurvePlot)
public:
    explicit CurvePlot(QWidget* parent = nullptr);

    void set(const DecodedFacts& decoded);
    void setPosition(double ms); //!< of the player: a line across all curves
    void retheme(); //!< colours and fonts of now

Q_SIGNALS:
    void momentAsked(double ms);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QCPAxisRect* addCurve(const QString& title, const QList<QPointF>& points, Theme::Tone tone);
    void addSpans(QCPAxisRect* rect, const QList<TimeSpan>& spans, const QString& name, Theme::Tone tone);
    void rebuild();
    void zoom(double factor, double centreMs);
    void pan(double part);
    [[nodiscard]] double timeAt(const QPoint& at) const; // ms

    QCustomPlot* m_plot = nullptr;
    DecodedFacts m_decoded;
    QList<QCPAxisRect*> m_rects;
    QList<QCPItemStraightLine*> m_cursors;
    double m_position = -1; // ms; below 0: none
    double m_length = 0; // ms
};

} // namespace proofreel
