// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/policy_rules_view.h"

#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/quality/rule_form.h"
#include "ui/quality/rule_tree.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace proofreel {

PolicyRulesView::PolicyRulesView(QWidget* parent)
    : QWidget(parent)
    , m_tree(new RuleTree(this))
    , m_form(new RuleForm(this))
{
    setObjectName(u"policyRulesView"_s);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* split = new QSplitter(Qt::Vertical, this);
    split->addWidget(m_tree);
    split->addWidget(scroll);
    split->setChildrenCollapsible(false);
    split->setStretchFactor(0, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::kSpace / 2);
    column->addWidget(buildBar());
    column->addWidget(split, 1);
    setFocusProxy(m_tree);

    connect(m_tree, &RuleTree::currentRuleChanged, this, &PolicyRulesView::showForm);
    connect(m_tree, &RuleTree::toleranceAsked, m_form, &RuleForm::focusTolerance);
    connect(&m_tree->rules(), &PolicyModel::settingAsked, this, &PolicyRulesView::settingAsked);
    connect(m_form, &RuleForm::settingAsked, this, &PolicyRulesView::settingAsked);
    connect(m_form, &RuleForm::overridesAsked, this, &PolicyRulesView::overridesAsked);
    showForm();
}

QWidget* PolicyRulesView::buildBar()
{
    auto* bar = new QWidget(this);
    m_text = new QLineEdit(bar);
    m_text->setObjectName(u"filterRules"_s);
    m_text->setPlaceholderText(tr("Filter rules"));
    m_text->setAccessibleName(m_text->placeholderText());
    m_text->setClearButtonEnabled(true);
    m_text->installEventFilter(this);
    m_onlyChanged = new Chip(tr("Changed"), bar);
    m_onlyChanged->setObjectName(u"onlyChangedRules"_s);
    m_onlyChanged->setToolTip(tr("Only rules that are not set as they are by themselves"));
    connect(m_text, &QLineEdit::textChanged, this, &PolicyRulesView::filter);
    connect(m_onlyChanged, &QAbstractButton::toggled, this, &PolicyRulesView::filter);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(Theme::kSpace, 0, Theme::kSpace, 0);
    row->setSpacing(Theme::kSpace / 2);
    row->addWidget(m_text, 1);
    row->addWidget(m_onlyChanged);
    return bar;
}

void PolicyRulesView::setPolicy(const Policy& policy)
{
    m_policy = policy;
    m_tree->rules().setPolicy(policy);
    showForm();
}

void PolicyRulesView::setFindings(const QHash<QString, int>& counts)
{
    m_tree->rules().setFindings(counts);
    showForm();
}

void PolicyRulesView::showForm()
{
    const QString rule = m_tree->currentRule();
    m_form->setVisible(!rule.isEmpty());
    if (!rule.isEmpty())
        m_form->show(rule, m_policy, m_tree->rules().indexOf(rule).data(PolicyModel::FindingsRole).toInt());
}

void PolicyRulesView::showRule(const QString& rule)
{
    if (!m_tree->shows(rule)) {
        m_text->clear();
        m_onlyChanged->setChecked(false);
    }
    m_tree->select(rule);
    m_form->focusSeverity();
}

void PolicyRulesView::filter()
{
    m_tree->filter(m_text->text(), m_onlyChanged->isChecked());
    showForm();
}

bool PolicyRulesView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) { // from the filter to what it found
            m_tree->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace proofreel
