// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/policy_editor.h"

#include "quality/policy_edit.h"
#include "ui/common/icons.h"
#include "ui/common/state_view.h"
#include "ui/common/widgets.h"
#include "ui/quality/policy_rules_view.h"
#include "ui/quality/policy_settings_form.h"
#include "ui/quality/policy_text_view.h"
#include "workspace/check_session.h"
#include "workspace/policy_draft.h"

#include <QAction>
#include <QHBoxLayout>
#include <QTabBar>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace proofreel {

PolicyEditor::PolicyEditor(PolicyDraft& draft, const CheckSession& session, QWidget* parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_session(session)
{
    setObjectName(u"policyEditor"_s);
    m_undo.setUndoLimit(200);
    buildActions();
    m_strip = new ErrorStrip(this);
    m_strip->setObjectName(u"policyStrip"_s);
    m_problemStrip = new ErrorStrip(this);
    m_problemStrip->setObjectName(u"policyProblemStrip"_s);
    auto* bar = buildBar();
    buildViews();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, Theme::kSpace / 2, 0, 0);
    column->setSpacing(Theme::kSpace / 2);
    column->addWidget(bar);
    column->addWidget(m_strip);
    column->addWidget(m_problemStrip);
    column->addWidget(m_views, 1);
    setFocusProxy(m_views);

    connect(&draft, &PolicyDraft::openChanged, this, &PolicyEditor::onOpen);
    connect(&draft, &PolicyDraft::textChanged, this, [this] { m_toml->setText(m_draft.text()); });
    connect(&draft, &PolicyDraft::settled, this, &PolicyEditor::onSettled);
    connect(&draft, &PolicyDraft::changedStateChanged, this, &PolicyEditor::showState);
    connect(&draft, &PolicyDraft::fileChanged, this, [this] {
        m_strip->showNote(
            tr("%1 was changed by another program. What you see is not what is in the file.").arg(m_draft.title()),
            [this] { reload(); }, tr("Load the file"));
    });
    connect(&session, &CheckSession::judged, this, &PolicyEditor::count);
    onOpen();
    if (draft.isChanged())
        m_strip->showNote(tr("These changes are from the last time and not saved yet."));
}

void PolicyEditor::buildActions()
{
    const auto add = [this](const QString& name, const QString& iconName, const QString& text, auto&& run,
                         const QKeySequence& keys = {}) {
        auto* action = new QAction(icon(iconName), text, this);
        action->setObjectName(name);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        return action;
    };
    m_undoAction = add(
        u"undoPolicy"_s, u"undo"_s, tr("Undo"), [this] { m_undo.undo(); }, QKeySequence::Undo);
    m_redoAction = add(
        u"redoPolicy"_s, u"redo"_s, tr("Redo"), [this] { m_undo.redo(); }, QKeySequence::Redo);
    m_save = add(
        u"savePolicy"_s, u"save"_s, tr("Save the policy"), [this] { save(); }, QKeySequence::Save);
    m_saveAs = add(
        u"savePolicyAs"_s, u"save-as"_s, tr("Save the policy as…"), [this] { saveAs(); },
        QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S));
    m_discard = add(u"discardPolicy"_s, u"delete"_s, tr("Discard the changes…"), [this] { discard(); });
    m_close = add(
        u"closePolicy"_s, u"close"_s, tr("Leave the editor"), [this] { leave(); }, QKeySequence::Close);
    connect(&m_undo, &QUndoStack::canUndoChanged, m_undoAction, &QAction::setEnabled);
    connect(&m_undo, &QUndoStack::canRedoChanged, m_redoAction, &QAction::setEnabled);
    m_undoAction->setEnabled(false);
    m_redoAction->setEnabled(false);
}

QWidget* PolicyEditor::buildBar()
{
    auto* bar = new QWidget(this);
    m_title = new CopyLabel(bar);
    m_title->setObjectName(u"policyTitle"_s);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(Theme::kSpace, 0, Theme::kSpace / 2, 0);
    row->setSpacing(0);
    row->addWidget(m_title, 1);
    for (QAction* action : { m_undoAction, m_redoAction, m_save, m_saveAs, m_discard, m_close })
        row->addWidget(new IconButton(action, bar));
    return bar;
}

void PolicyEditor::buildViews()
{
    m_views = new QTabWidget(this);
    m_views->setObjectName(u"policyViews"_s);
    m_views->setDocumentMode(true);
    m_rules = new PolicyRulesView(m_views);
    m_settings = new PolicySettingsForm(m_views);
    m_toml = new PolicyTextView(m_views);
    m_views->addTab(m_rules, tr("Rules"));
    m_views->addTab(m_settings, tr("Settings"));
    m_views->addTab(m_toml, u"TOML"_s);
    connect(m_views, &QTabWidget::currentChanged, this, &PolicyEditor::showState);
    connect(m_rules, &PolicyRulesView::settingAsked, this, [this](const QString& rule, const RuleSetting& setting) {
        change(
            policyTextWithRule(m_draft.text().toUtf8(), rule, setting), PolicyCommand::How::Chosen, u"rules."_s + rule);
    });
    connect(m_rules, &PolicyRulesView::overridesAsked, this, &PolicyEditor::showOverrides);
    connect(m_settings, &PolicySettingsForm::valueAsked, this,
        [this](const QString& table, const QString& key, const QString& literal) {
            change(policyTextWithValue(m_draft.text().toUtf8(), table, key, literal), PolicyCommand::How::Chosen,
                table + u'.' + key);
        });
    connect(m_settings, &PolicySettingsForm::overridesAsked, this, &PolicyEditor::showOverrides);
    connect(m_toml, &PolicyTextView::edited, this,
        [this](const QString& text) { change(text.toUtf8(), PolicyCommand::How::Typed, u"text"_s); });
}

void PolicyEditor::change(const Result<QByteArray>& text, PolicyCommand::How how, const QString& subject)
{
    if (!text) {
        if (m_views->currentWidget() == m_settings)
            m_settings->setProblem(text.error());
        else
            m_strip->showError(text.error(), {});
        return;
    }
    if (const QString now = QString::fromUtf8(*text); now != m_draft.text())
        m_undo.push(new PolicyCommand(m_draft, now, how, subject));
    else
        onSettled(); // the input shows what is written
}

void PolicyEditor::onOpen()
{
    m_undo.clear();
    m_strip->hide();
    if (!m_draft.isOpen())
        return;
    m_toml->setText(m_draft.text());
    onSettled();
    count();
}

void PolicyEditor::onSettled()
{
    m_toml->setProblem(m_draft.problem());
    m_rules->setPolicy(m_draft.policy());
    m_settings->show(m_draft.policy(), m_draft.policy().overrideCount());
    showState();
}

void PolicyEditor::count()
{
    QHash<QString, int> counts;
    for (const Finding& finding : m_session.judgement().findings)
        ++counts[finding.rule];
    m_rules->setFindings(counts);
}

void PolicyEditor::showState()
{
    const bool isChanged = m_draft.isChanged();
    m_title->setText(isChanged ? tr("%1 · not saved").arg(m_draft.title()) : m_draft.title(),
        m_draft.path().isEmpty() ? m_draft.title() : m_draft.path());
    m_save->setEnabled(isChanged);
    m_discard->setEnabled(isChanged);
    const bool isWrong = m_draft.problem().has_value();
    m_rules->setEnabled(!isWrong);
    m_settings->setEnabled(!isWrong);
    if (isWrong && m_views->currentWidget() != m_toml)
        m_problemStrip->showError(
            *m_draft.problem(),
            [this] {
                m_views->setCurrentWidget(m_toml);
                m_toml->goToProblem();
            },
            tr("Go there"));
    else
        m_problemStrip->hide();
}

void PolicyEditor::showRule(const QString& rule)
{
    m_views->setCurrentWidget(m_rules);
    if (rule.isEmpty())
        m_rules->setFocus(Qt::ShortcutFocusReason);
    else
        m_rules->showRule(rule);
}

void PolicyEditor::showOverrides()
{
    m_views->setCurrentWidget(m_toml);
    m_toml->goTo(u"[[override]]"_s);
}

} // namespace proofreel
