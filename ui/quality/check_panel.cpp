// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/check_panel.h"

#include "quality/check_mark.h"
#include "quality/check_matrix_model.h"
#include "ui/common/icons.h"
#include "ui/common/state_view.h"
#include "ui/common/widgets.h"
#include "ui/quality/changes_line.h"
#include "ui/quality/check_bar.h"
#include "ui/quality/check_progress.h"
#include "ui/quality/matrix_view.h"
#include "ui/quality/policy_button.h"
#include "ui/quality/reference_menu.h"
#include "workspace/check_comparison.h"
#include "workspace/check_session.h"

#include <QSettings>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr auto kOnlyFailuresKey = "check/onlyFailures"_L1;
using State = CheckSession::State;

} // namespace

CheckPanel::CheckPanel(CheckSession& session, CheckComparison& comparison, QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_comparison(comparison)
    , m_settings(settings)
    , m_model(new CheckMatrixModel(this))
{
    setObjectName(u"checkPanel"_s);
    buildActions();
    m_strip = new ErrorStrip(this);
    m_strip->setObjectName(u"checkStrip"_s);
    m_matrix = new MatrixView(*m_model, this);
    m_state = new StateView(this);
    m_state->setObjectName(u"checkState"_s);
    auto* area = new QWidget(this);
    m_stack = new QStackedLayout(area);
    m_stack->addWidget(m_matrix);
    m_stack->addWidget(m_state);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, Theme::kSpace / 2, 0, 0);
    column->setSpacing(Theme::kSpace / 2);
    column->addWidget(buildBar());
    auto* changes = new ChangesLine(comparison, this);
    column->addWidget(changes);
    column->addWidget(new CheckProgress(session, this));
    column->addWidget(m_strip);
    column->addWidget(area, 1);
    setFocusProxy(m_matrix);

    connect(m_matrix, &MatrixView::evidenceAsked, this, &CheckPanel::evidenceAsked);
    connect(m_matrix, &MatrixView::cellChanged, this, &CheckPanel::cellChanged);
    connect(m_matrix, &MatrixView::checkAsked, this, &CheckPanel::checkAsked);
    connect(m_matrix, &MatrixView::ruleEditAsked, this, &CheckPanel::ruleEditAsked);
    connect(m_matrix, &MatrixView::onlyFailuresAsked, m_onlyFailures, &QAction::trigger);
    connect(&session, &CheckSession::judged, this, &CheckPanel::showMatrix);
    connect(&session, &CheckSession::changed, this, &CheckPanel::refresh);
    connect(&comparison, &CheckComparison::changed, this, [this] {
        if (m_session.state() == State::NotChecked)
            refresh();
    });
    connect(changes, &ChangesLine::forgotten, this, [this] {
        m_strip->showNote(
            tr("The checks of this asset are forgotten."), [this] { m_comparison.restore(); }, tr("Undo"));
    });
    connect(&session.choice(), &PolicyChoice::readingEnded, this, [this] {
        if (m_session.choice().problem()) // the file of the last time
            m_strip->showError(*m_session.choice().problem(), {});
    });
    showMatrix();
    refresh();
}

void CheckPanel::buildActions()
{
    const auto add = [this](const QString& name, const QString& iconName, const QString& text) {
        auto* action = new QAction(icon(iconName), text, this);
        action->setObjectName(name);
        action->setAutoRepeat(false);
        return action;
    };
    m_check = add(u"check"_s, u"check"_s, tr("Check"));
    m_check->setShortcut(Qt::Key_V);
    m_deep = add(u"deepCheck"_s, u"speed"_s, tr("Deep check: decode everything"));
    m_deep->setShortcut(Qt::SHIFT | Qt::Key_V);
    m_export = add(u"exportReport"_s, u"external"_s, tr("Save a report…"));
    m_export->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    m_onlyFailures = add(u"onlyFailures"_s, u"filter"_s, tr("Only failures"));
    m_onlyFailures->setCheckable(true);
    m_onlyFailures->setChecked(m_settings.value(kOnlyFailuresKey).toBool());
    m_model->setOnlyFailures(m_onlyFailures->isChecked());
    connect(m_onlyFailures, &QAction::toggled, this, [this](bool on) {
        m_settings.setValue(kOnlyFailuresKey, on);
        m_model->setOnlyFailures(on);
        refresh();
    });
}

QWidget* CheckPanel::buildBar()
{
    m_bar = new CheckBar(m_session, this);
    m_policy = new PolicyButton(m_session.choice(), m_bar);
    connect(m_policy, &PolicyButton::fileRefused, this, [this](const Error& error) { m_strip->showError(error, {}); });
    auto* only = new Chip(m_onlyFailures->text(), m_bar);
    only->setObjectName(u"onlyFailuresChip"_s);
    only->setToolTip(tr("Only rules and renditions with a warning or a failure (F)"));
    only->setChecked(m_onlyFailures->isChecked());
    connect(only, &QAbstractButton::toggled, m_onlyFailures, &QAction::setChecked);
    connect(m_onlyFailures, &QAction::toggled, only, &QAbstractButton::setChecked);

    auto* reference = new QToolButton(m_bar);
    reference->setObjectName(u"referenceButton"_s);
    reference->setIcon(icon(u"film"_s));
    reference->setAutoRaise(true);
    reference->setFocusPolicy(Qt::TabFocus);
    reference->setPopupMode(QToolButton::InstantPopup);
    reference->setToolTip(tr("What a deep check compares pictures with (PSNR and SSIM)"));
    reference->setAccessibleName(reference->toolTip());
    m_references = new ReferenceMenu(m_settings, reference);
    connect(m_references, &ReferenceMenu::referenceChanged, this, &CheckPanel::useReference);
    useReference();
    reference->setMenu(m_references);
    for (QWidget* tool : std::initializer_list<QWidget*> {
             only, m_policy, reference, new IconButton(m_deep, m_bar), new IconButton(m_export, m_bar) })
        m_bar->addTool(tool);
    return m_bar;
}

void CheckPanel::useReference()
{
    const Reference& reference = m_references->reference();
    m_session.setReference(reference);
    m_deep->setText(reference.kind == Reference::Kind::None
            ? tr("Deep check: decode everything")
            : tr("Deep check: decode everything, compare with: %1").arg(reference.title()));
}

void CheckPanel::showMatrix()
{
    m_model->set(m_session.sheet(), m_session.judgement());
    refresh();
}

void CheckPanel::refresh()
{
    const State state = m_session.state();
    const bool can = !m_session.mediaId().isEmpty() && state != State::Empty;
    for (QAction* action : { m_check, m_deep })
        action->setEnabled(can);
    m_export->setEnabled(state == State::Checked || state == State::Failed);
    m_bar->refresh(!m_model->isEmpty() || state == State::Failed);
    if (m_model->rowCount() > 0) {
        m_stack->setCurrentWidget(m_matrix);
    } else {
        showNothing();
        m_stack->setCurrentWidget(m_state);
    }
}

void CheckPanel::showNothing()
{
    const auto check = [this] { m_check->trigger(); };
    switch (m_session.state()) {
    case State::Empty:
        m_state->showEmpty(u"check"_s, tr("No asset open"), tr("Open an asset to check its renditions."));
        return;
    case State::NotChecked:
        if (const PastCheck* last = m_comparison.reference())
            m_state->showEmpty(u"check"_s,
                tr("Last checked %1: %2").arg(checkTimeText(last->at), verdictClause(last->verdict)),
                tr("A new check shows what has changed since."), tr("Check (V)"), check);
        else
            m_state->showEmpty(u"check"_s, tr("Not checked yet"),
                tr("A check asks for all renditions, reads their headers and judges them by the policy."),
                tr("Check (V)"), check);
        return;
    case State::Running:
        m_state->showLoading(tr("Checking…"));
        return;
    case State::Failed:
        if (m_session.sheet().error)
            m_state->showError(tr("The asset could not be checked"), *m_session.sheet().error, check);
        return;
    case State::Checked:
        break;
    }
    if (m_onlyFailures->isChecked() && !m_model->isEmpty())
        m_state->showEmpty(u"check"_s, tr("Nothing fails"), tr("All rules that were judged hold."),
            tr("Show all rules"), [this] { m_onlyFailures->setChecked(false); });
    else
        m_state->showEmpty(u"check"_s, tr("Nothing to judge"), tr("The policy asks nothing of this asset."));
}

void CheckPanel::select(const QString& rule, const QString& stream)
{
    m_matrix->select(rule, stream);
}

} // namespace proofreel
