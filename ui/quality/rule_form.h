// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/policy.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QToolButton;

namespace proofreel {

class CopyLabel;

//! One rule of a policy: what it is about, and what it is set to.
class RuleForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RuleForm)
public:
    explicit RuleForm(QWidget* parent = nullptr);

    //! \a findings: of this rule, on the asset that is open. Shows nothing for a rule that is not known.
    void show(const QString& rule, const Policy& policy, int findings);
    void focusSeverity();
    void focusTolerance(); //!< the severity of a rule that has none

Q_SIGNALS:
    void settingAsked(const QString& rule, const proofreel::RuleSetting& setting);
    void overridesAsked(); //!< to see them

private:
    QWidget* buildInputs();
    void ask();

    std::optional<Rule> m_rule;
    QLabel* m_title = nullptr;
    CopyLabel* m_id = nullptr;
    QLabel* m_explanation = nullptr;
    QComboBox* m_severity = nullptr;
    QLabel* m_toleranceName = nullptr;
    QDoubleSpinBox* m_tolerance = nullptr;
    QLabel* m_own = nullptr;
    QToolButton* m_reset = nullptr;
    QToolButton* m_overrides = nullptr;
    bool m_showing = false;
};

} // namespace proofreel
