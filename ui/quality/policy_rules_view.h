// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/policy.h"

#include <QWidget>

class QLineEdit;

namespace proofreel {

class Chip;
class RuleForm;
class RuleTree;

//! The rules of a policy, and a form for the one that is selected.
class PolicyRulesView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PolicyRulesView)
public:
    explicit PolicyRulesView(QWidget* parent = nullptr);

    void setPolicy(const Policy& policy);
    void setFindings(const QHash<QString, int>& counts); //!< by rule, on the asset that is open
    void showRule(const QString& rule); //!< the focus goes to its severity

Q_SIGNALS:
    void settingAsked(const QString& rule, const proofreel::RuleSetting& setting);
    void overridesAsked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildBar();
    void showForm();
    void filter();

    Policy m_policy;
    RuleTree* m_tree = nullptr;
    RuleForm* m_form = nullptr;
    QLineEdit* m_text = nullptr;
    Chip* m_onlyChanged = nullptr;
};

} // namespace proofreel
