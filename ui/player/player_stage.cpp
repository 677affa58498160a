// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/player_stage.h"

#include "ui/common/fonts.h"
#include "ui/common/state_view.h"
#include "ui/common/theme.h"
#include "ui/player/audio_view.h"
#include "ui/player/picture_view.h"
#include "ui/player/player_actions.h"
#include "ui/player/stats_overlay.h"
#include "ui/player/transport_bar.h"
#include "ui/player/video_view.h"

#include <QApplication>
#include <QCloseEvent>
#include <QContextMenuEvent>
#include <QLabel>
#include <QScreen>
#include <QStackedWidget>
#include <QWheelEvent>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSleepAfterMs = 2500;
constexpr int kWheelStep = 120;

} // namespace

PlayerStage::PlayerStage(PlayerActions& actions, QWidget* parent)
    : QWidget(parent)
    , video(new VideoView(this))
    , audio(new AudioView(this))
    , picture(new PictureView(this))
    , state(new StateView(this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(u"playerStage"_s);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    video->setMouseTracking(true);
    audio->setMouseTracking(true);
    m_stack->setMouseTracking(true);
    m_stack->addWidget(state);
    m_stack->addWidget(video);
    m_stack->addWidget(audio);
    m_stack->addWidget(picture);
    state->setObjectName(u"playerState"_s);

    strip = new ErrorStrip(this);
    strip->setObjectName(u"playerStrip"_s);
    strip->installEventFilter(this);
    stats = new StatsOverlay(this);
    stats->installEventFilter(this);
    m_note = new QLabel(this);
    m_note->setObjectName(u"playerNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setAttribute(Qt::WA_TransparentForMouseEvents);
    // On the picture, so the same in both themes.
    m_note->setStyleSheet(u"background: rgba(0,0,0,190); color: #e7e8ea; border-radius: 5px; padding: 0.3em 0.7em;"_s);
    m_note->hide();
    bar = new TransportBar(actions, this);
    bar->setMouseTracking(true);

    m_noteTimer.setSingleShot(true);
    connect(&m_noteTimer, &QTimer::timeout, m_note, &QWidget::hide);
    m_sleepTimer.setSingleShot(true);
    m_sleepTimer.setInterval(kSleepAfterMs);
    connect(&m_sleepTimer, &QTimer::timeout, this, &PlayerStage::fallAsleep);
}

void PlayerStage::setView(View view)
{
    m_stack->setCurrentIndex(static_cast<int>(view));
}

PlayerStage::View PlayerStage::view() const
{
    return static_cast<View>(m_stack->currentIndex());
}

QSize PlayerStage::minimumSizeHint() const
{
    return { std::max(320, bar->minimumSizeHint().width()), 180 + bar->sizeHint().height() };
}

bool PlayerStage::areControlsHidden() const
{
    return bar->isHidden();
}

void PlayerStage::setNote(const QString& text, int forMs)
{
    m_noteTimer.stop();
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
    if (forMs > 0)
        m_noteTimer.start(forMs);
    place();
}

void PlayerStage::setFullScreen(bool on)
{
    if (on == isFullScreenStage())
        return;
    if (on) {
        m_home = parentWidget();
        const QScreen* where = screen();
        setParent(nullptr, Qt::Window);
        setWindowTitle(m_home->window()->windowTitle());
        setGeometry(where->geometry());
        showFullScreen();
        activateWindow();
    } else {
        QWidget* home = m_home;
        m_home = nullptr;
        setParent(home);
        setGeometry(home->rect());
        show();
        home->window()->activateWindow();
    }
    setFocus();
    wake();
    place();
    Q_EMIT fullScreenChanged(on);
}

void PlayerStage::place()
{
    const int barHeight = bar->sizeHint().height();
    const QRect barRect(0, height() - barHeight, width(), barHeight);
    bar->setGeometry(barRect);
    const QRect shown(0, 0, width(), isFullScreenStage() ? height() : barRect.top());
    m_stack->setGeometry(shown);
    const QRect inner = shown.adjusted(Theme::kSpace, Theme::kSpace, -Theme::kSpace, -Theme::kSpace);
    int top = inner.top();
    if (!strip->isHidden()) {
        const int stripHeight =
            strip->hasHeightForWidth() ? strip->heightForWidth(inner.width()) : strip->sizeHint().height();
        strip->setGeometry(inner.left(), top, inner.width(), stripHeight);
        top += stripHeight + Theme::kSpace;
    }
    stats->move(inner.left(), top);
    m_note->adjustSize();
    m_note->move(inner.left() + std::max(0, (inner.width() - m_note->width()) / 2), top);
}

void PlayerStage::wake()
{
    bar->show();
    unsetCursor();
    if (isFullScreenStage())
        m_sleepTimer.start();
    else
        m_sleepTimer.stop();
}

void PlayerStage::fallAsleep()
{
    const bool inUse = bar->underMouse() || QApplication::activePopupWidget() != nullptr
        || bar->isAncestorOf(QApplication::focusWidget());
    if (inUse || view() == View::State) {
        m_sleepTimer.start();
        return;
    }
    bar->hide();
    setCursor(Qt::BlankCursor);
}

bool PlayerStage::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange)
        place();
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::Shortcut)
        wake();
    return QWidget::event(event);
}

bool PlayerStage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        place();
    return QWidget::eventFilter(watched, event);
}

void PlayerStage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void PlayerStage::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && view() != View::State)
        Q_EMIT doubleClicked();
}

void PlayerStage::mouseMoveEvent(QMouseEvent*)
{
    wake();
}

void PlayerStage::wheelEvent(QWheelEvent* event)
{
    m_wheel += event->angleDelta().y(); // touch pads send small parts of a step
    if (const int steps = m_wheel / kWheelStep; steps != 0) {
        m_wheel -= steps * kWheelStep;
        Q_EMIT wheelTurned(steps);
    }
    event->accept();
}

void PlayerStage::contextMenuEvent(QContextMenuEvent* event)
{
    Q_EMIT menuRequested(event->globalPos());
}

void PlayerStage::closeEvent(QCloseEvent* event)
{
    if (!isFullScreenStage())
        return;
    event->ignore(); // closing the full-screen window means leaving full screen
    setFullScreen(false);
}

} // namespace proofreel
