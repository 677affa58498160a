// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tour.h"

#include "catalog/asset_list_model.h"
#include "streams/asset_session.h"
#include "ui/main_window.h"
#include "ui/player/player_panel.h"
#include "ui/player/screenshot.h"
#include "ui/streams/stream_panel.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr int kLimitMs = 90'000;
constexpr int kFramesWanted = 50;

} // namespace

Tour::Tour(Workspace& workspace, MainWindow& window, const QString& screenshotPath)
    : QObject(&window)
    , m_workspace(workspace)
    , m_window(window)
    , m_screenshotPath(screenshotPath)
    , m_out(stdout)
{
    window.resize(1440, 900);
    connect(&workspace.library(), &AssetListModel::stateChanged, this, &Tour::onLibrary);
    connect(&workspace.session(), &AssetSession::stateChanged, this, &Tour::onSession);
    connect(&workspace, &Workspace::connectFailed, this, [this](const Error& error) { finish(error.message); });
    connect(&m_limit, &QTimer::timeout, this, [this] { finish(tr("It took too long.")); });
    connect(&m_watch, &QTimer::timeout, this, &Tour::onPlaying);
    m_limit.start(kLimitMs);
    m_watch.setInterval(100);
}

void Tour::onLibrary()
{
    AssetListModel& library = m_workspace.library();
    if (library.state() == AssetListModel::State::Failed)
        return finish(library.error().message);
    if (m_listed || library.state() != AssetListModel::State::Idle || library.rowCount() == 0)
        return;
    m_listed = true;
    const Profile profile = m_workspace.connectedProfile();
    m_out << tr("Account: %1, %2 (%3)").arg(profile.name, profile.region, profile.endpoint) << Qt::endl;
    m_out << tr("Assets: %1").arg(library.rowCount()) << Qt::endl;
    for (int row = 0; row < library.rowCount(); ++row)
        m_out << "  " << library.at(row).mediaId << "  " << library.at(row).title << Qt::endl;
    m_window.openText(library.at(0).mediaId);
}

void Tour::onSession()
{
    const AssetSession& session = m_workspace.session();
    if (session.state() == AssetSession::State::Failed)
        return finish(session.error().message);
    if (m_ready || session.state() != AssetSession::State::Ready)
        return;
    m_ready = true;
    const StreamModel& streams = m_workspace.session().streams();
    m_out << tr("Streams of “%1”:").arg(session.mediaBase().title) << Qt::endl;
    for (int row = 0; row < streams.rowCount(); ++row) {
        m_out << "  ";
        for (const int column : { StreamModel::Definition, StreamModel::Format, StreamModel::HdrType, StreamModel::Size,
                 StreamModel::Bitrate, StreamModel::Width, StreamModel::Height, StreamModel::Fps,
                 StreamModel::EncryptType })
            m_out << streams.index(row, column).data().toString().leftJustified(10);
        m_out << Qt::endl;
        // One of HD as mp4, then the same as HLS.
        const PlayInfo& info = streams.at(row);
        if (info.definition == "HD"_L1 && m_renditions.size() < 2
            && info.format == (m_renditions.isEmpty() ? "mp4"_L1 : "m3u8"_L1)
            && streams.playability(row) == Playability::Playable)
            m_renditions.append(streams.key(row));
    }
    if (m_renditions.isEmpty())
        return finish(tr("There is nothing to play."));
    play(m_renditions.first());
    m_watch.start();
}

void Tour::play(const StreamKey& key)
{
    auto* panel = m_window.findChild<StreamPanel*>();
    panel->select(key);
    Q_EMIT panel->playRequested(key); // as a double click does
}

void Tour::onPlaying()
{
    const Player* player = m_window.playerPanel().player();
    if (!player)
        return;
    if (player->state() == Player::State::Failed)
        return finish(player->error().message);
    const Player::Stats stats = player->stats();
    if (player->source().key != m_renditions.at(m_played).toString() || stats.frames < kFramesWanted)
        return;
    m_out << tr("Played %1 frames, %2×%3, at %4 ms, first frame after %5 ms, %6")
                 .arg(QString::number(stats.frames), QString::number(stats.frameSize.width()),
                     QString::number(stats.frameSize.height()), QString::number(player->position()),
                     QString::number(stats.firstFrameMs), stats.backend)
          << Qt::endl;
    if (m_switchedAt >= 0 && player->position() < m_switchedAt)
        return finish(tr("The other rendition did not go on from where the first was."));
    if (++m_played < m_renditions.size()) {
        m_switchedAt = player->position();
        return play(m_renditions.at(m_played));
    }
    finish(saveScreenshot() ? QString() : tr("The screenshot could not be written."));
}

bool Tour::saveScreenshot()
{
    if (!writePng(m_window.grab().toImage(), m_screenshotPath))
        return false;
    m_out << tr("Screenshot: %1").arg(QDir::toNativeSeparators(QFileInfo(m_screenshotPath).absoluteFilePath()))
          << Qt::endl;
    return true;
}

void Tour::finish(const QString& problem)
{
    m_limit.stop();
    m_watch.stop();
    if (!problem.isEmpty())
        m_out << tr("Stopped: %1").arg(problem) << Qt::endl;
    QApplication::exit(problem.isEmpty() ? 0 : 1);
}

} // namespace proofreel
