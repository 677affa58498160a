// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/rule_form.h"

#include "quality/policy_fields.h"
#include "quality/policy_model.h"
#include "ui/common/flow_layout.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/plain_tip.h"
#include "ui/common/widgets.h"
#include "ui/quality/check_look.h"
#include "ui/quality/policy_undo.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

QLabel* note(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(scaled(parent->font(), kSecondarySize));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QToolButton* textButton(const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

} // namespace

RuleForm::RuleForm(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"ruleForm"_s);
    m_title = new QLabel(this);
    m_title->setObjectName(u"ruleTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setFont(scaled(font(), 1.0, QFont::DemiBold));
    m_id = new CopyLabel(this);
    m_id->setMonospace(true);
    m_explanation = note(u"ruleExplanation"_s, this);
    m_own = note(u"ruleOwn"_s, this);
    m_reset = textButton(u"resetRule"_s, this);
    m_reset->setIcon(icon(u"undo"_s, Theme::Tone::Secondary));
    m_reset->setText(tr("As by itself"));
    m_reset->setToolTip(tr("Set this rule to its own severity and tolerance (Delete in the list)"));
    m_overrides = textButton(u"ruleOverrides"_s, this);
    m_overrides->setIcon(icon(u"info"_s, Theme::Tone::Secondary));
    connect(m_reset, &QAbstractButton::clicked, this, [this] {
        if (m_rule)
            Q_EMIT settingAsked(m_rule->id, { m_rule->severity, m_rule->tolerance });
    });
    connect(m_overrides, &QAbstractButton::clicked, this, &RuleForm::overridesAsked);

    auto* buttons = new FlowLayout; // in a narrow zone they stand below each other
    buttons->setSpacing(Theme::kSpace / 2);
    buttons->addWidget(m_reset);
    buttons->addWidget(m_overrides);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::kSpace, Theme::kSpace / 2, Theme::kSpace, Theme::kSpace / 2);
    column->setSpacing(Theme::kSpace / 2);
    column->addWidget(m_title);
    column->addWidget(m_id);
    column->addWidget(buildInputs());
    column->addWidget(m_own);
    column->addLayout(buttons);
    column->addWidget(m_explanation);
    column->addStretch();
}

QWidget* RuleForm::buildInputs()
{
    auto* inputs = new QWidget(this);
    m_severity = new QComboBox(inputs);
    m_severity->setObjectName(u"ruleSeverity"_s);
    m_severity->setToolTip(tr("Severity (in the list: 0 off, 1 info, 2 warning, 3 error)"));
    for (const Severity severity : { Severity::Off, Severity::Info, Severity::Warning, Severity::Error })
        m_severity->addItem(markIcon(markOf(severity)), severityText(severity), int(severity));
    m_tolerance = new QDoubleSpinBox(inputs);
    m_tolerance->setObjectName(u"ruleTolerance"_s);
    m_tolerance->setKeyboardTracking(false); // not with every figure
    m_tolerance->setDecimals(3);
    leaveUndoToEditor(m_tolerance);
    // Room for the longest value of all rules would be wider than the zone, and its label out of view then.
    for (QWidget* input : std::initializer_list<QWidget*> { m_severity, m_tolerance })
        input->setMinimumWidth(letterWidth(fontMetrics()) * 8);
    auto* severityName = new QLabel(tr("Se&verity"), inputs);
    severityName->setBuddy(m_severity);
    m_toleranceName = new QLabel(tr("&Tolerance"), inputs);
    m_toleranceName->setBuddy(m_tolerance);
    auto* grid = new QGridLayout(inputs);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(Theme::kSpace / 2);
    grid->addWidget(severityName, 0, 0);
    grid->addWidget(m_severity, 0, 1);
    grid->addWidget(m_toleranceName, 1, 0);
    grid->addWidget(m_tolerance, 1, 1);
    grid->setColumnStretch(1, 1);
    connect(m_severity, &QComboBox::currentIndexChanged, this, &RuleForm::ask);
    connect(m_tolerance, &QDoubleSpinBox::valueChanged, this, &RuleForm::ask);
    return inputs;
}

void RuleForm::show(const QString& rule, const Policy& policy, int findings)
{
    const QScopedValueRollback showing(m_showing, true);
    m_rule = findRule(rule);
    setEnabled(m_rule.has_value());
    if (!m_rule)
        return;
    const RuleSetting setting = policy.base().setting(rule);
    m_title->setText(m_rule->title);
    m_id->setText(m_rule->id);
    m_explanation->setText(m_rule->explanation + u'\n' + tr("Source: %1").arg(m_rule->source)
        + (m_rule->deep ? u'\n' + tr("Only a deep check measures it.") : QString()));
    m_severity->setCurrentIndex(m_severity->findData(int(setting.severity)));
    const bool hasTolerance = m_rule->tolerance.has_value();
    m_toleranceName->setVisible(hasTolerance);
    m_tolerance->setVisible(hasTolerance);
    if (hasTolerance) {
        const auto [least, most] = toleranceRange(m_rule->unit);
        m_tolerance->setRange(least, most);
        m_tolerance->setStepType(
            most > 1 ? QAbstractSpinBox::AdaptiveDecimalStepType : QAbstractSpinBox::DefaultStepType);
        m_tolerance->setSingleStep(most > 1 ? 1 : 0.01);
        m_tolerance->setSuffix(m_rule->unit.isEmpty() ? QString() : QChar(0x202f) + m_rule->unit);
        m_tolerance->setValue(setting.tolerance.value_or(0));
        m_tolerance->setToolTip(
            plainTip(tr("From %1 to %2").arg(toleranceText(least, m_rule->unit), toleranceText(most, m_rule->unit))));
    }
    const bool isOwn = setting == RuleSetting { m_rule->severity, m_rule->tolerance };
    QString own = severityText(m_rule->severity);
    if (hasTolerance)
        own += u", "_s + toleranceText(*m_rule->tolerance, m_rule->unit);
    m_own->setText((isOwn ? tr("As by itself: %1.").arg(own) : tr("Changed. By itself: %1.").arg(own)) + u' '
        + tr("%n findings on the open asset.", nullptr, findings));
    m_reset->setEnabled(!isOwn);
    const QStringList overrides = policy.overridesOf(rule);
    m_overrides->setVisible(!overrides.isEmpty());
    m_overrides->setText(tr("Otherwise for some assets"));
    m_overrides->setToolTip(plainTip(tr("An override sets this rule for:") + u'\n' + overrides.join(u'\n')));
}

void RuleForm::ask()
{
    if (m_showing || !m_rule)
        return;
    RuleSetting setting;
    setting.severity = static_cast<Severity>(m_severity->currentData().toInt());
    if (m_rule->tolerance)
        setting.tolerance = m_tolerance->value();
    Q_EMIT settingAsked(m_rule->id, setting);
}

void RuleForm::focusSeverity()
{
    m_severity->setFocus(Qt::ShortcutFocusReason);
}

void RuleForm::focusTolerance()
{
    if (!m_rule || !m_rule->tolerance)
        return focusSeverity();
    m_tolerance->setFocus(Qt::ShortcutFocusReason);
    m_tolerance->selectAll();
}

} // namespace proofreel
