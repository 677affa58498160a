// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/transport_bar.h"

#include "ui/common/fonts.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/player/seek_bar.h"
#include "ui/player/timecode.h"
#include "ui/player/volume_slider.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>

namespace proofreel {

using namespace Qt::StringLiterals;

TransportBar::TransportBar(PlayerActions& actions, QWidget* parent)
    : QWidget(parent)
    , m_seek(new SeekBar(this))
    , m_volume(new VolumeSlider(this))
    , m_position(new QLabel(this))
    , m_duration(new QLabel(this))
    , m_speed(new QToolButton(this))
    , m_speedMenu(new QMenu(this))
{
    setObjectName(u"transportBar"_s);
    m_position->setObjectName(u"positionLabel"_s);
    m_duration->setObjectName(u"durationLabel"_s);
    m_position->setAccessibleName(tr("Position"));
    m_duration->setAccessibleName(tr("Duration"));
    makeSpeedMenu();
    connect(m_seek, &SeekBar::seekRequested, this, &TransportBar::seekRequested);
    connect(m_volume, &QSlider::valueChanged, this, [this](int percent) { Q_EMIT volumeRequested(percent / 100.0); });

    const auto button = [this](QAction* action) {
        auto* made = new IconButton(action, this);
        made->setObjectName(action->objectName() + u"Button"_s);
        return made;
    };
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::kSpace / 2, Theme::kSpace / 2, Theme::kSpace / 2, Theme::kSpace / 2);
    row->setSpacing(2);
    row->addWidget(button(actions.stepBack));
    row->addWidget(button(actions.playPause));
    row->addWidget(button(actions.stepForward));
    row->addSpacing(Theme::kSpace);
    row->addWidget(m_position);
    row->addSpacing(Theme::kSpace);
    row->addWidget(m_seek, 1);
    row->addSpacing(Theme::kSpace);
    row->addWidget(m_duration);
    row->addSpacing(Theme::kSpace);
    row->addWidget(button(actions.mute));
    row->addWidget(m_volume);
    row->addWidget(m_speed);
    row->addWidget(button(actions.fullScreen));
    applyFonts();
    setDuration(0);
    setPosition(0);
    setRate(1.0);
}

void TransportBar::makeSpeedMenu()
{
    m_speed->setObjectName(u"speedButton"_s);
    m_speed->setAutoRaise(true);
    m_speed->setFocusPolicy(Qt::TabFocus);
    m_speed->setPopupMode(QToolButton::InstantPopup);
    m_speed->setToolTip(tr("Speed ([ and ])"));
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setMenu(m_speedMenu);
    m_speedMenu->setTitle(tr("Speed"));
    auto* group = new QActionGroup(this);
    for (const double rate : kRates) {
        auto* action = m_speedMenu->addAction(u"%1×"_s.arg(rate));
        action->setCheckable(true);
        action->setData(rate);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, rate] { Q_EMIT rateRequested(rate); });
    }
}

void TransportBar::setPosition(qint64 ms)
{
    m_positionMs = ms;
    m_seek->setPosition(ms);
    m_position->setText(timecodeText());
}

QString TransportBar::timecodeText() const
{
    return timecode(m_positionMs, m_fps);
}

void TransportBar::setDuration(qint64 ms)
{
    m_durationMs = ms;
    m_seek->setDuration(ms);
    m_duration->setText(ms > 0 ? timecode(ms, m_fps) : u"–"_s);
}

void TransportBar::setFrameRate(double fps)
{
    m_fps = fps;
    m_seek->setFrameRate(fps);
    applyFonts();
    setPosition(m_positionMs);
    setDuration(m_durationMs);
}

void TransportBar::setVolume(double volume, bool muted)
{
    const QSignalBlocker quiet(m_volume);
    m_volume->setValue(qRound(volume * 100));
    m_volume->setEnabled(!muted);
}

void TransportBar::setRate(double rate)
{
    m_speed->setText(u"%1×"_s.arg(rate));
    for (QAction* action : m_speedMenu->actions())
        action->setChecked(qFuzzyCompare(action->data().toDouble(), rate));
}

void TransportBar::setAvailable(bool on)
{
    m_speed->setEnabled(on);
    if (!on) {
        setPosition(0);
        setDuration(0);
    }
}

void TransportBar::applyFonts()
{
    const QFont mono = monospace(font());
    for (QLabel* label : { m_position, m_duration }) {
        label->setFont(mono);
        label->setAlignment(Qt::AlignCenter);
        // Fixed, so that the bar does not jump when figures change.
        label->setMinimumWidth(QFontMetrics(mono).horizontalAdvance(timecode(0, m_fps)) + 2);
    }
    m_speed->setMinimumWidth(fontMetrics().horizontalAdvance(u"0.25×"_s) + 2 * Theme::kSpace);
}

void TransportBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyFonts();
}

void TransportBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    dropWhatDoesNotFit();
}

// With large text or in a narrow window keys do what the hidden controls would.
void TransportBar::dropWhatDoesNotFit()
{
    int spare = width() - layout()->contentsMargins().left() - layout()->contentsMargins().right();
    for (int i = 0; i < layout()->count(); ++i) {
        const QLayoutItem* item = layout()->itemAt(i);
        spare -= item->widget() ? 2 : item->sizeHint().width() + 2;
        if (const QWidget* part = item->widget())
            spare -= part == m_seek ? part->minimumSizeHint().width()
                                    : std::max(part->sizeHint().width(), part->minimumWidth());
    }
    for (QWidget* optional : std::initializer_list<QWidget*> { m_volume, m_duration, m_speed }) {
        optional->setVisible(spare >= 0);
        if (spare < 0)
            spare += std::max(optional->sizeHint().width(), optional->minimumWidth());
    }
}

QSize TransportBar::minimumSizeHint() const
{
    int width = QWidget::minimumSizeHint().width();
    for (const QWidget* optional : std::initializer_list<const QWidget*> { m_volume, m_duration, m_speed }) {
        if (!optional->isHidden())
            width -= std::max(optional->sizeHint().width(), optional->minimumWidth());
    }
    return { width, QWidget::minimumSizeHint().height() };
}

void TransportBar::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), palette().color(QPalette::Window)); // above the picture in full screen
}

} // namespace proofreel
