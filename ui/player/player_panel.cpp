// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/player_panel.h"

#include "ui/common/state_view.h"
#include "ui/player/audio_view.h"
#include "ui/player/picture_view.h"
#include "ui/player/player_actions.h"
#include "ui/player/player_preferences.h"
#include "ui/player/player_stage.h"
#include "ui/player/stats_overlay.h"
#include "ui/player/transport_bar.h"
#include "ui/player/video_view.h"

#include <QFileDialog>
#include <QStandardPaths>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

void pickFileWithDialog(QWidget* parent, const QString& suggested, PlayerPanel::PathCallback callback)
{
    auto* dialog = new QFileDialog(parent, PlayerPanel::tr("Save screenshot"),
        QStandardPaths::writableLocation(QStandardPaths::PicturesLocation), PlayerPanel::tr("PNG images (*.png)"));
    dialog->setObjectName(u"screenshotDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"png"_s);
    dialog->selectFile(suggested);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(callback));
    dialog->open();
}

} // namespace

PlayerPanel::PlayerPanel(PlayerGetter getter, QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_getter(std::move(getter))
    , m_settings(settings)
    , m_actions(new PlayerActions(this))
    , m_stage(new PlayerStage(*m_actions, this))
    , m_pickFile(pickFileWithDialog)
{
    setObjectName(u"playerPanel"_s);
    m_stage->addActions(m_actions->all());
    wireActions();
    m_stage->bar->setVolume(rememberedVolume(settings), rememberedMute(settings));
    m_actions->setMuted(rememberedMute(settings));
    setEmptyText({}, {});
    close();
}

PlayerPanel::~PlayerPanel()
{
    if (isFullScreenOn())
        delete m_stage; // a window of its own then, so nobody else does
}

void PlayerPanel::setEmptyText(const QString& title, const QString& text)
{
    const QString newTitle = title.isEmpty() ? tr("Nothing is playing") : title;
    const bool same = m_emptyTitle == newTitle;
    m_emptyTitle = newTitle;
    m_emptyText = title.isEmpty() ? tr("Double-click a stream, or select one and press Enter.") : text;
    if (same || m_stage->view() == PlayerStage::View::Picture)
        return;
    if (!m_player || m_player->state() == Player::State::Empty)
        m_stage->state->showEmpty(u"film"_s, m_emptyTitle, m_emptyText);
}

bool PlayerPanel::ensurePlayer(const PlaySource& source)
{
    if (m_player)
        return true;
    const auto player = m_getter();
    if (!player) {
        m_stage->setView(PlayerStage::View::State);
        m_stage->state->showError(tr("Playback is not possible"), player.error(), [this, source] { open(source); });
        return false;
    }
    m_player = *player;
    restorePreferences(*m_player, m_settings); // first: later changes are remembered
    wirePlayer();
    return true;
}

void PlayerPanel::open(const PlaySource& source, qint64 startMs, bool paused)
{
    if (!ensurePlayer(source))
        return;
    m_stage->strip->hide();
    m_stage->video->clear();
    m_stage->setNote({});
    m_stage->setView(PlayerStage::View::State);
    m_stage->state->showLoading(tr("Opening…"));
    m_player->open(source, startMs, paused);
    m_stage->setFocus();
    Q_EMIT opened(source.key);
}

void PlayerPanel::switchTo(const PlaySource& source)
{
    if (!m_player || m_player->state() == Player::State::Empty) {
        open(source);
        return;
    }
    // The picture of the old rendition stays until the new one has its first.
    m_stage->strip->hide();
    if (m_stage->view() == PlayerStage::View::State)
        m_stage->state->showLoading(tr("Opening…"));
    else
        m_stage->setNote(tr("Switching…"));
    m_player->switchTo(source);
    Q_EMIT opened(source.key);
}

void PlayerPanel::close()
{
    if (m_player)
        m_player->close();
    m_stage->setFullScreen(false);
    m_stage->strip->hide();
    m_stage->setNote({});
    m_stage->video->clear();
    m_stage->setView(PlayerStage::View::State);
    m_stage->state->showEmpty(u"film"_s, m_emptyTitle, m_emptyText);
    m_stage->bar->setAvailable(false);
    m_actions->setAvailable(false);
    Q_EMIT closed();
    Q_EMIT backendTextChanged();
}

void PlayerPanel::showImage(const QImage& image, const QSize& original)
{
    m_stage->picture->setPicture(image, original);
    m_stage->setView(PlayerStage::View::Picture);
}

void PlayerPanel::showImageLoading()
{
    m_stage->setView(PlayerStage::View::State);
    m_stage->state->showLoading(tr("Loading the picture…"));
}

void PlayerPanel::showImageError(const Error& error, std::function<void()> retry)
{
    m_stage->setView(PlayerStage::View::State);
    m_stage->state->showError(tr("The picture could not be shown"), error, std::move(retry));
}

void PlayerPanel::hideImage()
{
    m_stage->picture->setPicture({}, {});
    if (m_player && m_player->state() != Player::State::Empty)
        return; // something plays by now
    m_stage->setView(PlayerStage::View::State);
    m_stage->state->showEmpty(u"film"_s, m_emptyTitle, m_emptyText);
}

QSize PlayerPanel::minimumSizeHint() const
{
    return m_stage->minimumSizeHint();
}

bool PlayerPanel::isFullScreenOn() const
{
    return m_stage->isFullScreenStage();
}

void PlayerPanel::addStageAction(QAction* action)
{
    m_stage->addAction(action);
}

QString PlayerPanel::backendText() const
{
    if (!m_player || m_player->state() == Player::State::Empty)
        return {};
    const auto stats = m_player->stats();
    QStringList parts { stats.backend };
    if (!stats.frameSize.isEmpty())
        parts << u"%1×%2"_s.arg(stats.frameSize.width()).arg(stats.frameSize.height());
    if (!stats.hdr.isEmpty())
        parts << stats.hdr;
    if (!m_player->hasAudioDevice())
        parts << tr("no sound device");
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

void PlayerPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (!isFullScreenOn())
        m_stage->setGeometry(rect());
}

void PlayerPanel::wirePlayer()
{
    connect(m_player, &Player::stateChanged, this, &PlayerPanel::onState);
    connect(m_player, &Player::failed, this, &PlayerPanel::onFailed);
    connect(m_player, &Player::frameShown, m_stage->video, &VideoView::showFrame);
    connect(m_player, &Player::firstFrame, this, &PlayerPanel::showPicture);
    connect(m_player, &Player::positionChanged, m_stage->bar, &TransportBar::setPosition);
    connect(m_player, &Player::positionChanged, this, &PlayerPanel::positionChanged);
    connect(m_player, &Player::durationChanged, m_stage->bar, &TransportBar::setDuration);
    connect(m_player, &Player::seekFinished, m_stage->bar, &TransportBar::setPosition);
    connect(m_player, &Player::bufferingChanged, this,
        [this](bool buffering) { m_stage->setNote(buffering ? tr("Buffering…") : QString()); });
    connect(
        m_player, &Player::renewing, this, [this] { m_stage->setNote(tr("This link expired. Getting a new one…")); });
    connect(m_player, &Player::volumeChanged, this, [this](double volume, bool muted) {
        m_stage->bar->setVolume(volume, muted);
        m_actions->setMuted(muted);
        rememberPreferences(*m_player, m_settings);
    });
    connect(m_player, &Player::rateChanged, this, [this](double rate) {
        m_stage->bar->setRate(rate);
        rememberPreferences(*m_player, m_settings);
    });
    m_stage->stats->setPlayer(m_player);
    m_stage->bar->setVolume(m_player->volume(), m_player->isMuted());
    m_stage->bar->setRate(m_player->rate());
    m_actions->setMuted(m_player->isMuted());
}

void PlayerPanel::onState(Player::State state)
{
    const bool open = state != Player::State::Empty;
    m_actions->setPlaying(state == Player::State::Playing);
    m_actions->setAvailable(open);
    m_stage->bar->setAvailable(open);
    if (open) {
        m_stage->bar->setFrameRate(m_player->source().audioOnly ? 0 : m_player->source().declaredFps);
        m_stage->bar->setDuration(m_player->duration());
        m_stage->bar->setPosition(m_player->position());
    }
    if ((state == Player::State::Playing || state == Player::State::Paused) && m_player->source().audioOnly)
        showPicture();
    Q_EMIT backendTextChanged();
}

void PlayerPanel::showPicture()
{
    const bool sound = m_player->source().audioOnly;
    m_stage->audio->setTitle(m_player->source().title);
    m_stage->setView(sound ? PlayerStage::View::Audio : PlayerStage::View::Video);
    m_stage->strip->hide();
    m_stage->setNote({});
    Q_EMIT backendTextChanged();
}

void PlayerPanel::onFailed(const Error& error)
{
    m_stage->setNote({});
    const auto again = [this] {
        m_stage->strip->hide();
        if (m_stage->view() == PlayerStage::View::State)
            m_stage->state->showLoading(tr("Opening…"));
        m_player->retry();
    };
    if (m_stage->view() == PlayerStage::View::State)
        m_stage->state->showError(tr("This stream does not play"), error, again);
    else
        m_stage->strip->showError(error, again); // what was on screen stays
}

} // namespace proofreel
