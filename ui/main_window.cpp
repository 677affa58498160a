// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/main_window.h"

#include "catalog/asset_list_model.h"
#include "catalog/open_target.h"
#include "streams/asset_session.h"
#include "ui/accounts/account_button.h"
#include "ui/asset_marks.h"
#include "ui/catalog/library_panel.h"
#include "ui/common/state_view.h"
#include "ui/common/theme.h"
#include "ui/first_run_page.h"
#include "ui/frame_link.h"
#include "ui/key_guard.h"
#include "ui/left_zone.h"
#include "ui/opener.h"
#include "ui/picture_link.h"
#include "ui/playback_link.h"
#include "ui/player/player_actions.h"
#include "ui/player/player_panel.h"
#include "ui/search/library_search.h"
#include "ui/search/search_field.h"
#include "ui/status_line.h"
#include "ui/streams/asset_header.h"
#include "ui/streams/details_panel.h"
#include "ui/streams/stream_panel.h"
#include "ui/top_bar.h"
#include "ui/window_layout.h"
#include "ui/window_menu.h"
#include "ui/zone_tabs.h"

#include <QApplication>
#include <QCloseEvent>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

#include <optional>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kPageKey = "window/leftPage"_L1;

} // namespace

MainWindow::MainWindow(Workspace& workspace, Theme& theme)
    : m_workspace(workspace)
    , m_menu(new WindowMenu(theme, workspace.settings(), this))
    , m_status(new StatusLine(this))
    , m_layout(new WindowLayout(*this, workspace.settings()))
    , m_guard(new KeyGuard(this))
{
    std::optional<Theme::Undressed> undressed(theme);
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Proofreel"_s);
    setWindowIcon(QIcon(u":/icons/app/proofreel.svg"_s));
    setMinimumSize(1024, 640);
    setAcceptDrops(true);
    setContextMenuPolicy(Qt::NoContextMenu); // not QMainWindow's list of docks on every bit of empty space
    qApp->installEventFilter(m_guard);

    m_account = new AccountButton(workspace.accounts(), workspace.http(), workspace.clock(), this);
    m_top = new TopBar(m_account, m_menu, this);
    setMenuWidget(m_top);
    buildCentre();
    buildPanels();
    buildActions();
    auto* bar = new QStatusBar(this);
    bar->setSizeGripEnabled(false);
    bar->addWidget(m_status, 1);
    setStatusBar(bar);

    m_link = new PlaybackLink(workspace.session(), *m_streams, *m_player, this);
    m_frames = new FrameLink(workspace.client(), workspace.http(), *m_library, this);
    new PictureLink(workspace.session(), workspace.details(), workspace.http(), *m_player, this); // after the player's
    m_opener = new Opener(workspace, *m_link, *m_strip, this);
    m_marks = new AssetMarks(workspace, *m_link, *m_resumeStrip, this);
    wireMenu();
    wireAccount();
    wireAsset();
    wireMemory();
    wireChecks();
    undressed.reset();
    m_layout->restore(); // by the sizes of the dressed widgets
    m_left->showPage(static_cast<LeftZone::Page>(workspace.settings().value(kPageKey).toInt()));
    m_lowerTabs->restore();
    m_detailsTabs->restore();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildCentre()
{
    m_work = new QWidget(this);
    m_keychainStrip = new ErrorStrip(m_work);
    m_keychainStrip->setObjectName(u"keychainStrip"_s);
    m_strip = new ErrorStrip(m_work);
    m_strip->setObjectName(u"noticeStrip"_s);
    m_resumeStrip = new ErrorStrip(m_work);
    m_resumeStrip->setObjectName(u"resumeStrip"_s);
    m_header = new AssetHeader(m_workspace.session(), m_work);
    m_header->setObjectName(u"assetHeader"_s);
    m_player = new PlayerPanel([this] { return m_workspace.player(); }, m_workspace.settings(), m_work);
    m_firstRun = new FirstRunPage(m_work);
    m_firstRun->hide();

    auto* column = new QVBoxLayout(m_work);
    column->setContentsMargins(Theme::kSpace, Theme::kSpace, Theme::kSpace, 0);
    column->setSpacing(Theme::kSpace);
    column->addWidget(m_keychainStrip);
    column->addWidget(m_strip);
    column->addWidget(m_header);
    column->addWidget(m_resumeStrip);
    column->addWidget(m_player, 1);
    column->addWidget(m_firstRun, 1);
    setCentralWidget(m_work);
}

void MainWindow::buildPanels()
{
    m_library = new LibraryPanel(
        m_workspace.library(), m_workspace.categories(), m_workspace.http(), m_workspace.settings(), this);
    m_library->setObjectName(u"libraryPanel"_s);
    m_find = new LibrarySearch(m_top->searchField(), *m_library, m_workspace.library(), m_workspace.categories(),
        m_workspace.settings(), this);
    m_streams = new StreamPanel(m_workspace.session(), m_workspace.settings(), this);
    m_streams->setObjectName(u"streamPanel"_s);
    m_details = new DetailsPanel(m_workspace.session(), m_workspace.details(), this);
    m_details->setObjectName(u"detailsPanel"_s);
    buildMemory();
    buildChecks();
    m_layout->addPanels(m_left, m_lower, m_details);
}

void MainWindow::buildActions()
{
    m_search = new QAction(tr("Search, or open MediaIds and URLs"), this);
    m_search->setShortcuts({ Qt::Key_Slash, QKeySequence(Qt::CTRL | Qt::Key_L) });
    connect(m_search, &QAction::triggered, m_top, &TopBar::focusSearch);
    addActions({ m_search, m_menu->keysAction(), m_menu->quitAction() });

    // Only while the picture has the focus: elsewhere Tab goes to the next control.
    m_lastRendition = new QAction(tr("Previous rendition"), this);
    m_lastRendition->setShortcut(Qt::Key_Tab);
    m_lastRendition->setShortcutContext(Qt::WidgetShortcut);
    connect(m_lastRendition, &QAction::triggered, this, [this] { m_link->playPrevious(); });
    m_player->addStageAction(m_lastRendition);
    for (QAction* rendition : m_streams->renditionActions())
        m_player->addStageAction(rendition);
}

void MainWindow::begin(const CommandLine& commandLine)
{
    if (!commandLine.playUrl.isEmpty()) {
        const auto url = parsePlayUrl(commandLine.playUrl);
        if (url)
            m_opener->openTarget(*url);
        else
            m_strip->showError(url.error(), {});
    }
    const bool hasAccount = commandLine.workspace.demo || !commandLine.workspace.profile.isEmpty()
        || !qEnvironmentVariableIsEmpty("ALIBABA_CLOUD_ACCESS_KEY_ID") || !m_workspace.accounts().profiles().isEmpty();
    if (!commandLine.mediaId.isEmpty() || !commandLine.inputUrl.isEmpty())
        m_opener->openTarget(PlayInfoQuery { commandLine.mediaId, commandLine.inputUrl, {} });
    else if (!commandLine.targets.isEmpty())
        m_opener->openWords(commandLine.targets);

    if (hasAccount && !m_opener->isWaiting()) // else it is under way
        connectNow();
    else if (!hasAccount && !m_link->isUrlOpen())
        showFirstRun(true);
}

void MainWindow::openText(const QString& text)
{
    m_opener->openWords({ text });
}

void MainWindow::showFirstRun(bool on)
{
    if (on == m_firstRun->isVisibleTo(m_work))
        return;
    m_firstRun->setVisible(on);
    m_player->setVisible(!on);
    m_header->setVisible(!on);
    m_layout->setPanelsShown(!on);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_layout->save();
    m_workspace.settings().setValue(kPageKey, int(m_left->page()));
    m_lowerTabs->save();
    m_detailsTabs->save();
    QMainWindow::closeEvent(event);
}

} // namespace proofreel
