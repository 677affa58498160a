// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/asset_list_model.h"
#include "streams/asset_session.h"
#include "ui/about.h"
#include "ui/accounts/account_button.h"
#include "ui/catalog/library_panel.h"
#include "ui/common/state_view.h"
#include "ui/first_run_page.h"
#include "ui/frame_link.h"
#include "ui/main_window.h"
#include "ui/opener.h"
#include "ui/playback_link.h"
#include "ui/player/player_panel.h"
#include "ui/search/library_search.h"
#include "ui/search/search_field.h"
#include "ui/status_line.h"
#include "ui/streams/details_panel.h"
#include "ui/streams/stream_panel.h"
#include "ui/top_bar.h"
#include "ui/window_layout.h"
#include "ui/window_menu.h"

#include <algorithm>

namespace proofreel {

using namespace Qt::StringLiterals;

void MainWindow::wireMenu()
{
    m_menu->addLayout(*m_layout);
    connect(m_menu, &WindowMenu::demoRequested, this, &MainWindow::openDemo);
    connect(m_menu, &WindowMenu::addAccountRequested, m_account, &AccountButton::addAccount);
    connect(m_menu, &WindowMenu::keysRequested, this, &MainWindow::showKeys);
    connect(m_menu, &WindowMenu::aboutRequested, this, [this] { showAbout(this); });
    connect(m_menu, &WindowMenu::quitRequested, this, &QWidget::close);
    connect(m_menu, &WindowMenu::languageChanged, this,
        [this] { m_strip->showNote(tr("The language changes the next time Proofreel starts.")); });
    connect(m_find, &LibrarySearch::openRequested, this, &MainWindow::openText);
    connect(m_firstRun, &FirstRunPage::demoRequested, this, &MainWindow::openDemo);
    connect(m_firstRun, &FirstRunPage::addAccountRequested, m_account, &AccountButton::addAccount);
    connect(m_firstRun, &FirstRunPage::openRequested, m_top, &TopBar::focusSearch);
}

void MainWindow::wireAccount()
{
    connect(&m_workspace, &Workspace::connected, this, [this](const Profile& profile) {
        m_library->setCoverFolder(profile.id == "demo"_L1 ? QString() : CoverCache::defaultFolder());
        m_find->setAccount(profile.id, m_workspace.accounts().isTransient(profile.id));
        showFirstRun(false);
        m_strip->hide();
        m_opener->connected();
    });
    connect(&m_workspace, &Workspace::connectFailed, this, [this](const Error& error) {
        m_opener->connectFailed();
        m_account->setConnectionFailed(error);
        if (error.kind == ErrorKind::Credentials && m_workspace.accounts().profiles().isEmpty()) {
            showFirstRun(true);
            m_strip->showError(
                error, [this] { m_account->addAccount(); }, tr("Add account…"));
        } else {
            m_library->showConnectError(error, [this] { connectNow(); });
        }
    });
    connect(&m_workspace, &Workspace::disconnected, this, [this] {
        m_frames->cancelAll();
        m_account->setConnection(AccountButton::Connection::None);
        if (m_workspace.accounts().profiles().isEmpty())
            showFirstRun(true);
    });
    connect(m_library, &LibraryPanel::addAccountRequested, m_account, &AccountButton::addAccount);
    connect(m_account, &AccountButton::accountChosen, this, &MainWindow::chooseAccount);
    connect(&m_workspace.accounts(), &Accounts::profilesChanged, this, &MainWindow::onProfiles);
    connect(&m_workspace.accounts(), &Accounts::keychainProblemChanged, this, &MainWindow::showKeychainProblem);
    showKeychainProblem(m_workspace.accounts().keychainProblem());

    connect(&m_workspace.client(), &Client::retrying, m_status, &StatusLine::showRetrying);
    connect(&m_workspace.client(), &Client::clockSkewDetected, this, [this](qint64 offsetMs) {
        const qint64 seconds = std::abs(offsetMs) / 1000;
        const QString by = seconds < 120 ? tr("%n seconds", nullptr, static_cast<int>(seconds))
                                         : tr("%n minutes", nullptr, static_cast<int>((seconds + 30) / 60));
        const QString text = offsetMs > 0
            ? tr("This PC's clock is %1 slow. Requests go on with the service's time; set the clock to be sure.")
            : tr("This PC's clock is %1 fast. Requests go on with the service's time; set the clock to be sure.");
        m_strip->showNote(text.arg(by));
    });
}

void MainWindow::wireAsset()
{
    connect(m_library, &LibraryPanel::assetActivated, this, &MainWindow::openAsset);
    connect(m_streams, &StreamPanel::selectionChanged, m_details, &DetailsPanel::setStream);
    connect(&m_workspace.session(), &AssetSession::stateChanged, this, &MainWindow::onSession);
    connect(&m_workspace.library(), &AssetListModel::stateChanged, this, &MainWindow::onLibrary);
    connect(
        m_player, &PlayerPanel::backendTextChanged, this, [this] { m_status->setMediaText(m_player->backendText()); });
}

void MainWindow::onLibrary()
{
    const AssetListModel& library = m_workspace.library();
    if (library.state() == AssetListModel::State::Failed) {
        m_status->showFailure(library.lastAction(), library.error());
        m_account->setConnectionFailed(library.error());
    } else if (library.state() == AssetListModel::State::Idle && library.lastReply().httpStatus != 0) {
        m_status->showReply(library.lastAction(), library.lastReply());
        m_account->setConnection(AccountButton::Connection::Connected); // only now the service has accepted it
    }
}

void MainWindow::onSession()
{
    AssetSession& session = m_workspace.session();
    const MediaBase& base = session.mediaBase();
    if (session.state() == AssetSession::State::Ready)
        m_status->showReply(u"GetPlayInfo"_s, session.streams().reply().info);
    else if (session.state() == AssetSession::State::Failed)
        m_status->showFailure(u"GetPlayInfo"_s, session.error());
    m_library->setOpenAsset(base.mediaId.isEmpty() ? session.query().mediaId : base.mediaId);
    if (session.state() != AssetSession::State::Empty) {
        const QString name = base.title.isEmpty() ? session.query().mediaId : base.title;
        setWindowTitle(name.isEmpty() ? u"Proofreel"_s : tr("%1 – Proofreel").arg(name));
    }
}

void MainWindow::connectNow()
{
    showFirstRun(false);
    m_account->setConnection(AccountButton::Connection::Connecting);
    m_library->showConnecting();
    m_workspace.connectAndBrowse();
}

void MainWindow::chooseAccount(const QString& profileId)
{
    m_frames->cancelAll();
    showFirstRun(false);
    m_account->setConnection(AccountButton::Connection::Connecting);
    m_library->showConnecting();
    m_workspace.chooseAccount(profileId);
}

// The account in use was deleted: nothing of it stays on screen.
void MainWindow::onProfiles()
{
    const QString used = m_workspace.connectedProfile().id;
    const QList<Profile> profiles = m_workspace.accounts().profiles();
    const bool isThere =
        std::any_of(profiles.begin(), profiles.end(), [&used](const Profile& one) { return one.id == used; });
    QStringList ids;
    for (const Profile& profile : profiles)
        ids += profile.id;
    m_find->keepOnly(ids);
    if (!used.isEmpty() && !isThere)
        m_workspace.disconnectAccount();
}

void MainWindow::openDemo()
{
    if (const auto started = m_workspace.startDemo(); !started) {
        m_strip->showError(started.error(), [this] { openDemo(); });
        return;
    }
    chooseAccount(m_workspace.accounts().current().id);
}

void MainWindow::showKeychainProblem(const QString& problem)
{
    if (problem.isEmpty())
        m_keychainStrip->hide();
    else
        m_keychainStrip->showNote(problem);
}

} // namespace proofreel
