// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/state_view.h"
#include "ui/common/widgets.h"
#include "ui/player/player_actions.h"
#include "ui/player/player_panel.h"
#include "ui/player/player_stage.h"
#include "ui/player/screenshot.h"
#include "ui/player/stats_overlay.h"
#include "ui/player/transport_bar.h"
#include "ui/player/video_view.h"

#include <QMenu>

#include <algorithm>
#include <iterator>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNoteMs = 1200;
constexpr double kVolumeStep = 0.05;

} // namespace

// What keys, buttons and the mouse do to the player.
void PlayerPanel::wireActions()
{
    const auto on = [this](QAction* action, auto&& run) {
        connect(action, &QAction::triggered, this, [this, run] {
            if (m_player)
                run();
        });
    };
    on(m_actions->playPause, [this] { m_player->togglePlay(); });
    on(m_actions->back5, [this] { seekBy(-5000); });
    on(m_actions->forward5, [this] { seekBy(5000); });
    on(m_actions->back1, [this] { seekBy(-1000); });
    on(m_actions->forward1, [this] { seekBy(1000); });
    on(m_actions->stepBack, [this] { m_player->step(-1); });
    on(m_actions->stepForward, [this] { m_player->step(1); });
    on(m_actions->toStart, [this] { m_player->seek(0); });
    on(m_actions->toEnd, [this] { m_player->seek(m_player->duration()); });
    on(m_actions->slower, [this] { changeRate(-1); });
    on(m_actions->faster, [this] { changeRate(1); });
    on(m_actions->normalSpeed, [this] { m_player->setRate(1.0); });
    on(m_actions->volumeDown, [this] { changeVolume(-kVolumeStep); });
    on(m_actions->volumeUp, [this] { changeVolume(kVolumeStep); });
    on(m_actions->mute, [this] { m_player->setMuted(!m_player->isMuted()); });
    on(m_actions->screenshot, [this] { saveShot(); });
    on(m_actions->copyTimecode, [this] { copyToClipboard(m_stage->bar->timecodeText(), m_stage->bar); });
    connect(m_actions->fullScreen, &QAction::triggered, this, [this] { m_stage->setFullScreen(!isFullScreenOn()); });
    connect(m_actions->leaveFullScreen, &QAction::triggered, this, [this] { m_stage->setFullScreen(false); });
    connect(m_actions->stats, &QAction::toggled, m_stage->stats, &QWidget::setVisible);

    connect(m_stage, &PlayerStage::fullScreenChanged, this, [this](bool full) {
        m_actions->setFullScreen(full);
        m_stage->setGeometry(full ? m_stage->geometry() : rect());
    });
    connect(m_stage, &PlayerStage::doubleClicked, m_actions->fullScreen, &QAction::trigger);
    connect(m_stage, &PlayerStage::menuRequested, this, &PlayerPanel::popUpMenu);
    connect(m_stage, &PlayerStage::wheelTurned, this, [this](int steps) {
        if (m_player)
            changeVolume(steps * kVolumeStep);
    });
    connect(m_stage->bar, &TransportBar::seekRequested, this, [this](qint64 ms) {
        if (m_player)
            m_player->seek(ms);
    });
    connect(m_stage->bar, &TransportBar::volumeRequested, this, [this](double volume) {
        if (m_player)
            m_player->setVolume(volume);
    });
    connect(m_stage->bar, &TransportBar::rateRequested, this, [this](double rate) {
        if (m_player)
            m_player->setRate(rate);
    });
}

bool PlayerPanel::goTo(std::optional<qint64> ms, bool play)
{
    using State = Player::State;
    if (!m_player || m_player->state() == State::Empty || m_player->state() == State::Failed)
        return false;
    if (ms)
        m_player->seek(*ms);
    if (play)
        m_player->play();
    return true;
}

void PlayerPanel::seekBy(qint64 ms)
{
    m_player->seek(std::max<qint64>(m_player->position() + ms, 0));
}

void PlayerPanel::changeVolume(double by)
{
    const double volume = std::clamp(m_player->volume() + by, 0.0, 1.0);
    if (by > 0 && m_player->isMuted())
        m_player->setMuted(false);
    m_player->setVolume(volume);
    m_stage->setNote(tr("Volume %1 %").arg(qRound(volume * 100)), kNoteMs);
}

void PlayerPanel::changeRate(int by)
{
    const auto* begin = std::begin(TransportBar::kRates);
    const auto* end = std::end(TransportBar::kRates);
    const double now = m_player->rate();
    double next = now;
    if (by > 0) {
        const auto* above = std::upper_bound(begin, end, now + 0.001);
        next = above == end ? now : *above;
    } else {
        const auto* from = std::lower_bound(begin, end, now - 0.001);
        next = from == begin ? now : *std::prev(from);
    }
    m_player->setRate(next);
    m_stage->setNote(tr("Speed %1×").arg(next), kNoteMs);
}

void PlayerPanel::saveShot()
{
    const QVideoFrame frame = m_stage->video->frame(); // this one, whatever plays on while the dialog is open
    if (!frame.isValid())
        return;
    const auto save = [this, frame](const QString& path) {
        saveScreenshot(frame, path, this, [this](const Result<QString>& saved) {
            if (saved)
                m_stage->setNote(tr("Screenshot saved"), kNoteMs);
            else
                m_stage->strip->showError(saved.error(), [this] { saveShot(); });
        });
    };
    m_pickFile(m_stage, screenshotName(m_player->source().title, m_stage->bar->timecodeText()), save);
}

void PlayerPanel::popUpMenu(const QPoint& at)
{
    auto* menu = new QMenu(m_stage);
    menu->setObjectName(u"playerMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_actions->playPause);
    menu->addActions({ m_actions->stepBack, m_actions->stepForward });
    menu->addMenu(m_stage->bar->speedMenu());
    menu->addAction(m_actions->mute);
    menu->addSeparator();
    menu->addActions({ m_actions->copyTimecode, m_actions->screenshot });
    menu->addSeparator();
    menu->addActions({ m_actions->stats, m_actions->fullScreen });
    menu->popup(at);
}

} // namespace proofreel
