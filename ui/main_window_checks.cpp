// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "streams/asset_session.h"
#include "ui/check_link.h"
#include "ui/common/icons.h"
#include "ui/main_window.h"
#include "ui/playback_link.h"
#include "ui/player/player_panel.h"
#include "ui/policy_link.h"
#include "ui/quality/check_panel.h"
#include "ui/quality/curves_panel.h"
#include "ui/quality/findings_view.h"
#include "ui/quality/ledger_view.h"
#include "ui/streams/details_panel.h"
#include "ui/streams/stream_panel.h"
#include "ui/top_bar.h"
#include "ui/window_layout.h"
#include "ui/window_menu.h"
#include "ui/zone_tabs.h"
#include "workspace/check_room.h"
#include "workspace/workspace.h"

#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>

namespace proofreel {

using namespace Qt::StringLiterals;

void MainWindow::buildChecks()
{
    CheckSession& session = m_workspace.checks().session();
    m_lower = new QTabWidget(this);
    m_lower->setObjectName(u"lowerZone"_s);
    m_lower->tabBar()->setObjectName(u"lowerTabs"_s);
    m_lower->setDocumentMode(true);
    m_check = new CheckPanel(session, m_workspace.checks().comparison(), m_workspace.settings(), m_lower);
    m_lower->addTab(m_streams, tr("Streams"));
    m_lower->addTab(m_check, tr("Check"));
    m_curves = new CurvesPanel(session, m_lower);
    m_lower->addTab(m_curves, tr("Curves"));
    buildBatch();
    m_findings = new FindingsView(session, m_details);
    m_ledger = new LedgerView(session, m_details);
    m_details->insertTab(1, m_ledger, tr("Measured"));
    m_details->insertTab(2, m_findings, tr("Findings"));
    buildZones();

    // By the window's own keys: a page that is not shown takes none.
    const auto step = [this](const QString& name, const QString& text, const QKeySequence& key, int by) {
        auto* action = new QAction(text, this);
        action->setObjectName(name);
        action->setShortcut(key);
        connect(action, &QAction::triggered, m_findings, [this, by] { m_findings->step(by); });
        return action;
    };
    m_findingSteps = { step(u"nextFinding"_s, tr("Next finding"), Qt::Key_E, 1),
        step(u"previousFinding"_s, tr("Previous finding"), Qt::SHIFT | Qt::Key_E, -1) };
    addActions({ m_check->checkAction(), m_check->deepAction(), m_check->exportAction() });
    addActions(m_findingSteps);
    auto* button = new QPushButton(icon(u"check"_s, Theme::Tone::OnPrimary), m_check->checkAction()->text(), m_top);
    button->setObjectName(u"checkButton"_s);
    button->setProperty("primary", true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(tr("Check all renditions of this asset (V)"));
    connect(button, &QPushButton::clicked, m_check->checkAction(), &QAction::trigger);
    const auto enable = [this, button] { button->setEnabled(m_check->checkAction()->isEnabled()); };
    connect(m_check->checkAction(), &QAction::enabledChanged, button, enable);
    enable();
    m_top->addTool(button);
}

void MainWindow::buildZones()
{
    m_lowerTabs = new ZoneTabs(*m_lower, m_workspace.settings(), 1);
    m_detailsTabs = new ZoneTabs(*m_details, m_workspace.settings(), 1 + m_lower->count());
    connect(m_lowerTabs, &ZoneTabs::wanted, this, [this] { showLower(m_lower->currentWidget()); });
    connect(m_detailsTabs, &ZoneTabs::wanted, this, &MainWindow::showDetails);
    addActions(m_lowerTabs->pageActions());
    addActions(m_detailsTabs->pageActions());
}

void MainWindow::wireChecks()
{
    m_checkLink = new CheckLink(m_workspace, *m_check, *m_findings, *m_streams, *m_link, this);
    m_policy = new PolicyLink(m_workspace.checks(), *m_check, *m_findings, *m_details, this);
    addAction(m_policy->editAction());
    connect(m_policy, &PolicyLink::editorWanted, this, &MainWindow::showDetails);
    connect(m_checkLink, &CheckLink::checkWanted, this, [this] { showLower(m_check); });
    connect(m_checkLink, &CheckLink::findingWanted, this, [this] { m_details->setCurrentWidget(m_findings); });
    connect(m_streams, &StreamPanel::selectionChanged, m_ledger, [this](const StreamKey& key) {
        m_ledger->setStream(key.toString());
        m_curves->setStream(key.toString());
    });
    connect(m_curves, &CurvesPanel::deepCheckAsked, this, [this] {
        m_checkLink->start(true);
        showLower(m_curves);
    });
    connect(m_curves, &CurvesPanel::momentAsked, this,
        [this](const QString& stream, double ms) { m_link->seekTo(StreamKey::fromString(stream), qRound64(ms)); });
    const auto follow = [this] {
        if (m_curves->isVisible() && m_player->player())
            m_curves->setPosition(
                m_workspace.session().streams().current().toString(), double(m_player->player()->position()));
    };
    connect(m_player, &PlayerPanel::positionChanged, m_curves, follow);
    connect(m_lower, &QTabWidget::currentChanged, m_curves, follow);
    connect(m_ledger, &LedgerView::checkAsked, this, [this] { m_checkLink->start(false); });
    connect(m_ledger, &LedgerView::findingAsked, this, [this](const QString& rule, const QString& stream) {
        m_check->select(rule, stream);
        m_findings->select(rule, stream);
        m_details->setCurrentWidget(m_findings);
    });
    const CheckComparison& comparison = m_workspace.checks().comparison();
    connect(&comparison, &CheckComparison::changed, m_findings, [this, &comparison] {
        const CheckChanges* changes = comparison.changes();
        m_findings->setNew(changes ? changes->newFindings : QSet<std::pair<QString, QString>>(),
            changes ? comparison.reference()->at : QDateTime());
    });
    const auto count = [this](int total) {
        m_details->setTabText(m_details->indexOf(m_findings),
            total > 0 ? tr("Findings") + QChar(0x2009) + QLocale().toString(total) : tr("Findings"));
    };
    connect(m_findings, &FindingsView::totalChanged, this, count);
    for (QAction* action : QList<QAction*> { m_check->checkAction(), m_check->deepAction() } + m_findingSteps)
        m_player->addStageAction(action);
    wireBatch();
}

void MainWindow::showDetails()
{
    if (!m_layout->detailsAction()->isChecked())
        m_layout->detailsAction()->trigger();
}

void MainWindow::showLower(QWidget* page)
{
    if (!m_layout->streamsAction()->isChecked())
        m_layout->streamsAction()->trigger();
    m_lower->setCurrentWidget(page);
}

} // namespace proofreel
