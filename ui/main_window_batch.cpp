// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/batch_link.h"
#include "ui/catalog/library_panel.h"
#include "ui/catalog/queue_panel.h"
#include "ui/catalog/remembered_panel.h"
#include "ui/main_window.h"
#include "ui/quality/batch_panel.h"
#include "ui/quality/check_panel.h"
#include "workspace/check_room.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QTabWidget>

namespace proofreel {

void MainWindow::buildBatch()
{
    m_batch = new BatchPanel(m_workspace.checks().batch(), m_workspace.settings(), m_lower);
    m_lower->addTab(m_batch, tr("Batch"));
}

// What is selected in a list, or all of it, becomes a batch; a row of the batch leads back to the open asset.
void MainWindow::wireBatch()
{
    m_batchLink = new BatchLink(m_workspace, *m_batch, *m_strip, this);
    connect(m_batchLink, &BatchLink::batchWanted, this, [this] { showLower(m_batch); });
    connect(m_batchLink, &BatchLink::checkWanted, this, [this] { showLower(m_check); });
    connect(m_batchLink, &BatchLink::openAsked, this, &MainWindow::openAsset);
    connect(m_batchLink, &BatchLink::titleChanged, this,
        [this](const QString& title) { m_lower->setTabText(m_lower->indexOf(m_batch), title); });
    connect(m_library, &LibraryPanel::checkRequested, m_batchLink, &BatchLink::start);
    connect(m_queue, &QueuePanel::checkRequested, m_batchLink, &BatchLink::start);
    connect(m_history, &RememberedPanel::checkRequested, m_batchLink, &BatchLink::start);
    connect(m_favourites, &RememberedPanel::checkRequested, m_batchLink, &BatchLink::start);
    connect(m_batch, &BatchPanel::queueAsked, this, &MainWindow::queueAssets);
    const auto checkAll = [this] { m_batchLink->checkAll(m_library->query()); };
    connect(m_library->checkAllAction(), &QAction::triggered, this, checkAll);
    connect(m_batch, &BatchPanel::libraryAsked, this, checkAll);
}

} // namespace proofreel
