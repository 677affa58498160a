// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/curves_panel.h"

#include "ui/common/elided_label.h"
#include "ui/common/fonts.h"
#include "ui/common/state_view.h"
#include "ui/quality/check_progress.h"
#include "ui/quality/curve_plot.h"
#include "workspace/check_session.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace proofreel {

CurvesPanel::CurvesPanel(CheckSession& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    setObjectName(u"curvesPanel"_s);
    auto* page = new QWidget(this);
    m_title = new ElidedLabel(page); // the readout may leave no room for all of it
    m_title->setObjectName(u"curvesTitle"_s);
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_readout = new ElidedLabel(page);
    m_readout->setObjectName(u"curvesReadout"_s);
    m_readout->setFont(figureFont(font()));
    m_plot = new CurvePlot(page);
    auto* top = new QHBoxLayout;
    top->setSpacing(Theme::kSpace);
    top->addWidget(m_title, 1);
    top->addWidget(m_readout);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(Theme::kSpace, 0, Theme::kSpace, 0);
    column->setSpacing(Theme::kSpace / 2);
    column->addLayout(top);
    column->addWidget(m_plot, 1);
    m_state = new StateView(this);
    m_state->setObjectName(u"curvesState"_s);
    auto* area = new QWidget(this);
    m_stack = new QStackedLayout(area);
    m_stack->addWidget(page);
    m_stack->addWidget(m_state);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, Theme::kSpace / 2, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(new CheckProgress(session, this));
    whole->addWidget(area, 1);
    setFocusProxy(m_plot);
    connect(m_plot, &CurvePlot::momentAsked, this, [this](double ms) { Q_EMIT momentAsked(m_key, ms); });
    connect(m_plot, &CurvePlot::pointedAt, this, [this](double ms) {
        m_pointed = ms;
        read();
    });
    connect(&session, &CheckSession::changed, this, &CurvesPanel::refresh);
    connect(&session, &CheckSession::judged, this, &CurvesPanel::refresh);
    refresh();
}

void CurvesPanel::setStream(const QString& key)
{
    if (key != m_key)
        m_position = -1;
    m_key = key;
    refresh();
}

void CurvesPanel::setPosition(const QString& key, double ms)
{
    m_position = key == m_key ? ms : -1;
    m_plot->setPosition(m_position);
    read();
}

void CurvesPanel::read()
{
    const double at = m_pointed >= 0 ? m_pointed : m_position;
    m_readout->setText(at >= 0 ? m_plot->textAt(at) : QString());
}

void CurvesPanel::refresh()
{
    const StreamSheet* stream = m_session.streamSheet(m_key);
    if (stream && stream->decoded && *stream->decoded) {
        const SignalFacts& signal = (*stream->decoded)->signal;
        QStringList parts { stream->label };
        const auto figure = [&parts](const QString& text, std::optional<double> value) {
            if (value)
                parts.append(text.arg(QLocale().toString(*value, 'f', 1)));
        };
        figure(tr("%1 LUFS"), signal.integratedLufs);
        figure(tr("true peak %1 dBTP"), signal.truePeakDbtp);
        figure(tr("range %1 LU"), signal.loudnessRangeLu);
        figure(tr("PSNR %1 dB"), signal.psnrDb);
        if (signal.ssim)
            parts.append(tr("SSIM %1").arg(QLocale().toString(*signal.ssim, 'f', 4)));
        if (signal.psnrDb && !signal.reference.isEmpty())
            parts.append(tr("compared with: %1").arg(signal.reference));
        if (!signal.referenceTrouble.isEmpty())
            parts.append(signal.referenceTrouble);
        if (signal.decodeErrors > 0)
            parts.append(tr("%n decode errors", nullptr, int(signal.decodeErrors)));
        m_title->setText(parts.join(u" · "_s));
        m_stack->setCurrentIndex(0);
        const QString shown = m_key + u'@' + QString::number(signal.bitrateKbps.size() + signal.psnrCurve.size()) + u'@'
            + QString::number(stream->elapsedMs);
        if (std::exchange(m_shown, shown) != shown)
            m_plot->set(**stream->decoded);
        m_plot->setPosition(m_position);
        read();
        return;
    }
    m_shown.clear();
    m_stack->setCurrentIndex(1);
    if (stream && stream->decoded && !*stream->decoded)
        m_state->showError(
            tr("The rendition could not be decoded"), stream->decoded->error(), [this] { Q_EMIT deepCheckAsked(); });
    else if (m_session.state() == CheckSession::State::Running && m_session.isDeep())
        m_state->showLoading(tr("Decoding…"));
    else if (m_session.state() == CheckSession::State::Empty)
        m_state->showEmpty(u"speed"_s, tr("No asset open"), tr("Open an asset to see its curves."));
    else
        m_state->showEmpty(u"speed"_s, tr("Not decoded yet"),
            tr("A deep check decodes each rendition once and draws bitrate, loudness and luminance over time."),
            tr("Deep check (Shift+V)"), [this] { Q_EMIT deepCheckAsked(); });
}

} // namespace proofreel
