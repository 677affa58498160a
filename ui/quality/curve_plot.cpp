// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/curve_plot.h"

#include "ui/common/fonts.h"

#include <QPainter>
#include <QVBoxLayout>

#include <qcustomplot.h>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr double kQuietest = -60; // LUFS at the foot of its curve: what is below is as good as silent

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
    column->setContentsMargins(1, 1, 1, 1); // where the focus shows
    column->addWidget(m_plot);
}

void CurvePlot::set(const DecodedFacts& decoded)
{
    m_decoded = decoded;
    m_events = signalEvents(decoded.signal);
    m_position = -1;
    m_span = 0;
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
void CurvePlot::addSpans(QCPAxisRect* rect, SignalEvent::Kind kind, Theme::Tone tone)
{
    QColor fill = Theme::color(tone);
    fill.setAlphaF(0.18F);
    // A picture that is black is often frozen as well: both names are to be read.
    const bool isSecond = kind == SignalEvent::Kind::Freeze || kind == SignalEvent::Kind::Clipping;
    for (const SignalEvent& event : std::as_const(m_events)) {
        if (event.kind != kind)
            continue;
        const TimeSpan& span = event.span;
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
        text->position->setCoords(span.startMs / 1000, isSecond ? 0.3 : 0);
        text->setPositionAlignment(Qt::AlignTop | Qt::AlignLeft);
        text->setText(u' ' + signalEventName(kind));
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
    m_hovers.clear();
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
        addMarks(rect);
    }
    if (!signal.loudnessLufs.isEmpty()) {
        QCPAxisRect* rect = addCurve(tr("LUFS"), signal.loudnessLufs, Theme::Tone::Pass);
        const QCPRange range = rect->axis(QCPAxis::atLeft)->range();
        rect->axis(QCPAxis::atLeft)->setRange(std::max(range.lower, kQuietest), std::max(range.upper, kQuietest + 10));
        addSpans(rect, SignalEvent::Kind::Silence, Theme::Tone::Warning);
        addSpans(rect, SignalEvent::Kind::Clipping, Theme::Tone::Failure);
    }
    if (!signal.luminance.isEmpty()) {
        QCPAxisRect* rect = addCurve(tr("luminance"), signal.luminance, Theme::Tone::Text);
        rect->axis(QCPAxis::atLeft)->setRange(0, 1);
        addSpans(rect, SignalEvent::Kind::Black, Theme::Tone::Failure);
        addSpans(rect, SignalEvent::Kind::Freeze, Theme::Tone::Warning);
    }
    if (!signal.psnrCurve.isEmpty())
        addCurve(tr("PSNR, dB"), signal.psnrCurve, Theme::Tone::Accent);
    if (!signal.ssimCurve.isEmpty())
        addCurve(tr("SSIM"), signal.ssimCurve, Theme::Tone::Accent);
    auto* group = new QCPMarginGroup(m_plot);
    for (QCPAxisRect* rect : std::as_const(m_rects)) {
        rect->setMarginGroup(QCP::msLeft, group);
        rect->axis(QCPAxis::atBottom)->setTickLabels(rect == m_rects.constLast());
    }
    addLines();
    setView(m_from, m_span > 0 ? m_span : m_length);
    setPosition(m_position);
}

// Key frames, and above them what the decoder complained of.
void CurvePlot::addMarks(QCPAxisRect* rect)
{
    const auto add = [&](const QList<double>& times, QCPScatterStyle::ScatterShape shape, Theme::Tone tone, double at) {
        auto* marks = new QCPGraph(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
        marks->setLineStyle(QCPGraph::lsNone);
        marks->setScatterStyle(QCPScatterStyle(shape, Theme::color(tone), Theme::color(tone), 5));
        const QCPRange range = rect->axis(QCPAxis::atLeft)->range();
        QVector<double> x, y;
        for (const double time : times) {
            x.append(time / 1000);
            y.append(range.lower + range.size() * at);
        }
        marks->setData(x, y, true);
    };
    QList<double> faults;
    for (const DecodeFault& fault : std::as_const(m_decoded.signal.faults))
        faults.append(fault.atMs);
    std::sort(faults.begin(), faults.end());
    add(m_decoded.facts.video ? m_decoded.facts.video->keyFramesMs : QList<double>(), QCPScatterStyle::ssTriangle,
        Theme::Tone::Secondary, 0.05);
    add(faults, QCPScatterStyle::ssCross, Theme::Tone::Failure, 0.15);
}

void CurvePlot::addLines()
{
    const auto add = [this](QCPAxisRect* rect, const QPen& pen) {
        auto* line = new QCPItemStraightLine(m_plot);
        line->setPen(pen);
        line->setVisible(false);
        line->setClipAxisRect(rect);
        for (QCPItemPosition* point : { line->point1, line->point2 })
            point->setAxes(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
        return line;
    };
    for (QCPAxisRect* rect : std::as_const(m_rects)) {
        m_hovers.append(add(rect, QPen(Theme::color(Theme::Tone::Secondary), 1, Qt::DashLine)));
        m_cursors.append(add(rect, QPen(Theme::color(Theme::Tone::Failure), 1)));
    }
}

void CurvePlot::paintEvent(QPaintEvent*)
{
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setPen(Theme::color(Theme::Tone::Accent));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void CurvePlot::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        rebuild();
}

} // namespace proofreel
