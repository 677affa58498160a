// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/asset_marks.h"
#include "ui/catalog/library_panel.h"
#include "ui/catalog/queue_panel.h"
#include "ui/catalog/remembered_panel.h"
#include "ui/common/icons.h"
#include "ui/common/state_view.h"
#include "ui/common/widgets.h"
#include "ui/key_sheet.h"
#include "ui/left_zone.h"
#include "ui/main_window.h"
#include "ui/opener.h"
#include "ui/player/player_actions.h"
#include "ui/player/player_panel.h"
#include "ui/policy_link.h"
#include "ui/quality/check_panel.h"
#include "ui/search/search_field.h"
#include "ui/streams/asset_header.h"
#include "ui/streams/stream_panel.h"
#include "ui/top_bar.h"
#include "ui/window_layout.h"
#include "ui/window_menu.h"
#include "ui/zone_tabs.h"
#include "workspace/local_memory.h"

#include <QDragEnterEvent>
#include <QMimeData>

namespace proofreel {

using namespace Qt::StringLiterals;

void MainWindow::buildMemory()
{
    LocalMemory& memory = m_workspace.memory();
    m_left = new LeftZone(this);
    m_queue = new QueuePanel(memory.queue(), m_left);
    m_history = makeHistoryPanel(memory.history(), m_left);
    m_favourites = makeFavouritesPanel(memory.favourites(), m_left);
    m_left->addPage(m_library, u"library"_s, tr("Library"));
    m_left->addPage(m_queue, u"queue"_s, tr("Queue"));
    m_left->addPage(m_history, u"history"_s, tr("History"));
    m_left->addPage(m_favourites, u"favourites"_s, tr("Favourites"));
    QAction* history = m_left->pageActions().at(LeftZone::History);
    history->setShortcuts({ history->shortcut(), Qt::Key_H });

    m_paste = new QAction(icon(u"paste"_s), tr("Open what is on the clipboard"), this);
    m_paste->setObjectName(u"pasteTargets"_s);
    m_paste->setShortcut(QKeySequence::Paste);
    m_openList = new QAction(icon(u"folder"_s), tr("Open a list…"), this);
    m_openList->setObjectName(u"openList"_s);
    m_openList->setShortcut(QKeySequence::Open);
}

void MainWindow::wireMemory()
{
    // What cannot be remembered is said; all else goes on.
    connect(&m_workspace.memory().store(), &LocalStore::problemFound, this,
        [this](const Error& problem) { m_strip->showError(problem, {}); });
    // Covers are not kept by account: with one account all go, and come again where they are looked at.
    connect(&m_workspace.memory(), &LocalMemory::accountForgotten, m_library,
        [this] { m_library->clearCovers(CoverCache::defaultFolder()); });
    ReviewQueue& queue = m_workspace.memory().queue();
    const auto openQueued = [this, &queue](const QString& id) {
        if (!id.isEmpty())
            m_opener->openTarget(queue.target(id));
    };
    connect(&queue, &ReviewQueue::currentChanged, this, openQueued);
    connect(m_queue, &QueuePanel::openAgain, this, openQueued);
    const auto count = [this, &queue] { m_left->setCount(LeftZone::Queue, queue.counts().waiting); };
    connect(&queue, &ReviewQueue::countsChanged, this, count);
    count();
    connect(m_left, &LeftZone::wanted, this, [this] {
        if (!m_layout->libraryAction()->isChecked())
            m_layout->libraryAction()->trigger();
    });
    connect(m_queue, &QueuePanel::pasteRequested, m_opener, &Opener::openClipboard);
    connect(m_queue, &QueuePanel::fileRequested, m_openList, &QAction::trigger);
    for (const RememberedPanel* panel : { m_history, m_favourites }) {
        connect(panel, &RememberedPanel::openRequested, this, &MainWindow::openAsset);
        connect(panel, &RememberedPanel::queueRequested, this, &MainWindow::queueAssets);
    }
    connect(m_library, &LibraryPanel::queueRequested, this, [this](const QList<AssetRow>& assets) {
        QStringList ids;
        for (const AssetRow& asset : assets)
            ids.append(asset.mediaId);
        queueAssets(ids);
    });
    connect(m_library, &LibraryPanel::favouriteRequested, this, [this](const QList<AssetRow>& assets) {
        FavouritesModel& favourites = m_workspace.memory().favourites();
        for (const AssetRow& asset : assets)
            favourites.add(asset.mediaId, asset.title, asset.mediaType);
    });
    connect(m_paste, &QAction::triggered, m_opener, &Opener::openClipboard);
    connect(m_openList, &QAction::triggered, this, [this] { m_opener->chooseList(this); });
    connect(m_opener, &Opener::connectNeeded, this, &MainWindow::connectNow);
    connect(m_opener, &Opener::opening, this, [this] { showFirstRun(false); });
    connect(m_opener, &Opener::urlOpened, this,
        [this](const QString& title) { setWindowTitle(tr("%1 – Proofreel").arg(title)); });
    connect(m_opener, &Opener::queued, this, [this] { m_left->showPage(LeftZone::Queue); });
    connect(m_marks, &AssetMarks::copied, this, [this](const QString& link) { copyToClipboard(link, m_header); });

    auto* star = new IconButton(m_marks->starAction(), m_header);
    star->setObjectName(u"starButton"_s);
    m_header->addTool(star);
    star->setVisible(m_marks->starAction()->isEnabled());
    connect(m_marks->starAction(), &QAction::enabledChanged, star, &QWidget::setVisible);
    addActions(m_left->pageActions());
    addActions({ m_paste, m_openList, m_marks->starAction(), m_marks->linkAction(), m_marks->resumeAction(),
        m_queue->nextAction(), m_queue->previousAction(), m_queue->doneAction() });
    m_menu->addOpening({ m_openList, m_paste, m_marks->linkAction() });
    for (QAction* action : { m_queue->nextAction(), m_queue->previousAction(), m_queue->doneAction(),
             m_marks->starAction(), m_marks->linkAction() })
        m_player->addStageAction(action);
}

void MainWindow::openAsset(const QString& mediaId)
{
    m_opener->openTarget(PlayInfoQuery { .mediaId = mediaId, .inputUrl = {}, .authTimeout = {} });
}

void MainWindow::queueAssets(const QStringList& mediaIds)
{
    QList<OpenTarget> targets;
    for (const QString& id : mediaIds)
        targets.append(PlayInfoQuery { .mediaId = id, .inputUrl = {}, .authTimeout = {} });
    m_opener->addToQueue(targets);
}

void MainWindow::showKeys()
{
    const SearchField& field = m_top->searchField();
    QList<KeySheet::Group> groups;
    groups.append({ tr("Find and open"),
        QList<QAction*> { m_search, field.expertAction(), field.helpAction(), m_paste, m_openList }
            + m_left->pageActions() + QList<QAction*> { m_library->refreshAction() } });
    groups.append({ tr("Review"),
        { m_queue->nextAction(), m_queue->previousAction(), m_queue->doneAction(), m_marks->starAction(),
            m_marks->resumeAction(), m_marks->linkAction() } });
    groups.append({ tr("Window"),
        QList<QAction*> { m_layout->libraryAction(), m_layout->streamsAction(), m_layout->detailsAction() }
            + m_lowerTabs->pageActions() + m_detailsTabs->pageActions()
            + QList<QAction*> { m_menu->keysAction(), m_menu->quitAction() } });
    groups.append({ tr("Check"),
        QList<QAction*> {
            m_check->checkAction(), m_check->deepAction(), m_check->exportAction(), m_policy->editAction() }
            + m_findingSteps });
    groups.append({ tr("Streams"), m_streams->renditionActions() + QList<QAction*> { m_lastRendition } });
    groups.append({ tr("Player"), m_player->actions().all() });
    (new KeySheet(groups, this))->show();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (Opener::canOpen(*event->mimeData()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    m_opener->openMimeData(*event->mimeData());
    event->acceptProposedAction();
}

} // namespace proofreel
