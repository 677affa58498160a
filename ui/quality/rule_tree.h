// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/policy_filter.h"
#include "quality/policy_model.h"

#include <QTreeView>

namespace proofreel {

//! The rules of a policy by family. 0 to 3 set the severity, Delete resets, Enter goes to the tolerance.
class RuleTree final : public QTreeView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RuleTree)
public:
    explicit RuleTree(QWidget* parent = nullptr);

    [[nodiscard]] PolicyModel& rules() { return m_rules; }
    void filter(const QString& text, bool onlyChanged);
    void select(const QString& rule); //!< nothing if the filter hides it
    [[nodiscard]] bool shows(const QString& rule) const;
    [[nodiscard]] QString currentRule() const; //!< empty: none, or a family

Q_SIGNALS:
    void currentRuleChanged();
    void toleranceAsked();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void fitColumns();
    void selectFirst();
    void setSeverity(Severity severity);
    void reset();
    void copy();

    PolicyModel m_rules;
    PolicyFilter m_shown;
};

} // namespace proofreel
