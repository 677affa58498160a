// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/curve_plot.h"

#include "ui/common/fonts.h"

#include <QVBoxLayout>

#include <qcustomplot.h>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

//! "0:12" under the axis.
class MomentTicker final : public QCPAxisTickerTime {
public:
    MomentTicker() { setTimeFormat(u"%m:%s"_s); }
};

} // namespace

CurvePlot::CurvePlot(QWidget* parent)
    : QWidget(parent)
    , m_plot(new QCustomPlot(this))
{
    setObjectName(u"curvePlot"_s);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Curves over time"));
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMouseTracking(true);
    m_plot->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
}

void CurvePlot::set(const DecodedFacts& decoded)
{
    m_decoded = decoded;
    rebuild();
}

void CurvePlot::retheme()
{
    rebuild();
}

QCPAxisRect* CurvePlot::addCurve(const QString& title, const QList<QPointF>& points, Theme::Tone tone)
{
    auto* rect = new QCPAxisRect(m_plot, true);
    m_plot->plotLayout()->addElement(int(m_rects.size()), 0, rect);
    rect->setMinimumMargins(QMargins(0, 2, Theme::kSpace, 0));
    m_rects.append(rect);
    const QFont small = scaled(font(), kSecondarySize);
    for (QCPAxis* axis : { rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft) }) {
        axis->setBasePen(Theme::color(Theme::Tone::Line));
        axis->setTickPen(Theme::color(Theme::Tone::Line));
        axis->setSubTicks(false);
        axis->setTickLabelColor(Theme::color(Theme::Tone::Secondary));
        axis->setLabelColor(Theme::color(Theme::Tone::Secondary));
        axis->setTickLabelFont(small);
        axis->setLabelFont(small);
        axis->grid()->setPen(QPen(Theme::color(Theme::Tone::Line), 1, Qt::DotLine));
        axis->grid()->setZeroLinePen(Qt::NoPen);
        axis->ticker()->setTickCount(axis->axisType() == QCPAxis::atLeft ? 3 : 8);
    }
    rect->axis(QCPAxis::atBottom)->setTicker(QSharedPointer<MomentTicker>::create());
    rect->axis(QCPAxis::atLeft)->setLabel(title);
    auto* graph = m_plot->addGraph(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
    graph->setPen(QPen(Theme::color(tone), 1.2));
    QVector<double> x, y;
    for (const QPointF& point : points) {
        x.append(point.x() / 1000);
        y.append(point.y());
    }
    graph->setData(x, y, true);
    rect->axis(QCPAxis::atLeft)->rescale();
    rect->axis(QCPAxis::atLeft)->scaleRange(1.15);
    return rect;
}

// A name stands in the span, so that it is not told by its colour alone.
void CurvePlot::addSpans(QCPAxisRect* rect, const QList<TimeSpan>& spans, const QString& name, Theme::Tone tone)
{
    QColor fill = Theme::color(tone);
    fill.setAlphaF(0.18F);
    for (const TimeSpan& span : spans) {
        auto* box = new QCPItemRect(m_plot);
        for (QCPItemPosition* corner : { box->topLeft, box->bottomRight }) {
            corner->setAxisRect(rect);
            corner->setAxes(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
            corner->setTypeX(QCPItemPosition::ptPlotCoords);
            corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
        }
        box->topLeft->setCoords(span.startMs / 1000, 0);
        box->bottomRight->setCoords((span.startMs + span.durationMs) / 1000, 1);
        box->setBrush(fill);
        box->setPen(Theme::color(tone));
        box->setClipAxisRect(rect);
        auto* text = new QCPItemText(m_plot);
        text->position->setAxisRect(rect);
        text->position->setAxes(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
        text->position->setTypeX(QCPItemPosition::ptPlotCoords);
        text->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
        text->position->setCoords(span.startMs / 1000, 0);
        text->setPositionAlignment(Qt::AlignTop | Qt::AlignLeft);
        text->setText(u' ' + name);
        text->setFont(scaled(font(), kSecondarySize));
        text->setColor(Theme::color(tone));
        text->setClipAxisRect(rect);
    }
}

void CurvePlot::rebuild()
{
    const SignalFacts& signal = m_decoded.signal;
    m_rects.clear();
    m_cursors.clear();
    m_plot->clearPlottables();
    m_plot->clearItems();
    m_plot->plotLayout()->clear();
    m_plot->setBackground(QBrush(palette().color(QPalette::Base)));
    m_plot->plotLayout()->setRowSpacing(0);
    m_length = m_decoded.facts.durationMs.value_or(0);
    for (const QList<QPointF>* points : { &signal.bitrateKbps, &signal.loudnessLufs, &signal.luminance }) {
        if (!points->isEmpty())
            m_length = std::max(m_length, points->constLast().x());
    }
    if (m_length <= 0) {
        m_plot->replot(QCustomPlot::rpQueuedReplot);
        return;
    }
    if (!signal.bitrateKbps.isEmpty()) {
        QCPAxisRect* rect = addCurve(tr("kbit/s"), signal.bitrateKbps, Theme::Tone::Accent);
        auto* keys = new QCPGraph(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
        keys->setLineStyle(QCPGraph::lsNone);
        keys->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssTriangle, Theme::color(Theme::Tone::Secondary),
            Theme::color(Theme::Tone::Secondary), 5));
        const double bottom = rect->axis(QCPAxis::atLeft)->range().lower;
        const double height = rect->axis(QCPAxis::atLeft)->range().size();
        QVector<double> x, y;
        for (const double at : m_decoded.facts.video ? m_decoded.facts.video->keyFramesMs : QList<double>()) {
            x.append(at / 1000);
            y.append(bottom + height * 0.05);
        }
        keys->setData(x, y, true);
    }
    if (!signal.loudnessLufs.isEmpty())
        addSpans(addCurve(tr("LUFS"), signal.loudnessLufs, Theme::Tone::Pass), signal.silence, tr("silence"),
            Theme::Tone::Warning);
    if (!signal.luminance.isEmpty()) {
        QCPAxisRect* rect = addCurve(tr("luminance"), signal.luminance, Theme::Tone::Text);
        rect->axis(QCPAxis::atLeft)->setRange(0, 1);
        addSpans(rect, signal.black, tr("black"), Theme::Tone::Failure);
        addSpans(rect, signal.freeze, tr("frozen"), Theme::Tone::Warning);
    }
    if (!signal.psnrCurve.isEmpty())
        addCurve(tr("PSNR, dB"), signal.psnrCurve, Theme::Tone::Accent);
    if (!signal.ssimCurve.isEmpty())
        addCurve(tr("SSIM"), signal.ssimCurve, Theme::Tone::Accent);
    auto* group = new QCPMarginGroup(m_plot);
    for (QCPAxisRect* rect : std::as_const(m_rects)) {
        rect->setMarginGroup(QCP::msLeft, group);
        rect->axis(QCPAxis::atBottom)->setRange(0, m_length / 1000);
        rect->axis(QCPAxis::atBottom)->setTickLabels(rect == m_rects.constLast());
        auto* cursor = new QCPItemStraightLine(m_plot);
        cursor->setPen(QPen(Theme::color(Theme::Tone::Failure), 1));
        cursor->setClipAxisRect(rect);
        for (QCPItemPosition* point : { cursor->point1, cursor->point2 })
            point->setAxes(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
        m_cursors.append(cursor);
    }
    setPosition(m_position);
}

void CurvePlot::setPosition(double ms)
{
    m_position = ms;
    for (QCPItemStraightLine* cursor : std::as_const(m_cursors)) {
        cursor->setVisible(ms >= 0);
        cursor->point1->setCoords(ms / 1000, 0);
        cursor->point2->setCoords(ms / 1000, 1);
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        rebuild();
}

} // namespace proofreel
