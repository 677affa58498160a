// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/policy.h"

#include <QAbstractItemModel>

namespace proofreel {

//! What a policy sets each rule to, before its overrides: families, and the rules of each below. Editable: setData()
//! only asks; what is shown changes with setPolicy(). GUI thread.
class PolicyModel final : public QAbstractItemModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PolicyModel)
public:
    enum Column { Title, SeverityColumn, ToleranceColumn, FindingsColumn, ColumnCount };
    enum Role {
        RuleRole = Qt::UserRole, //!< its id; of a family: its name
        IsFamilyRole,
        SeverityRole, //!< int(Severity); invalid for a family
        IsOwnRole, //!< set as the rule is by itself; of a family: all of its rules are
        FindingsRole, //!< int: on the asset that is open
        SearchRole, //!< all that a filter looks at: id, title, explanation
    };

    explicit PolicyModel(QObject* parent = nullptr);

    void setPolicy(const Policy& policy);
    void setFindings(const QHash<QString, int>& counts); //!< by rule
    [[nodiscard]] RuleSetting setting(const QString& rule) const { return m_settings.setting(rule); }
    [[nodiscard]] QModelIndex indexOf(const QString& rule) const; //!< invalid: no such rule

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    //! A severity's name or number, or a tolerance, in their columns. False: not one of those, or out of range.
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void settingAsked(const QString& rule, const proofreel::RuleSetting& setting);

private:
    struct Family {
        QString name, title;
        QList<Rule> rules;
    };
    [[nodiscard]] bool isOwn(const Rule& rule) const;
    [[nodiscard]] QVariant familyData(const Family& family, int column, int role) const;
    [[nodiscard]] QVariant ruleData(const Rule& rule, int column, int role) const;
    [[nodiscard]] QString text(const Rule& rule, int column) const;
    void emitAllChanged();

    QList<Family> m_families;
    PolicySettings m_settings;
    QHash<QString, int> m_findings;
};

[[nodiscard]] QString severityText(Severity severity); //!< "Off", "Warning"; translated
[[nodiscard]] QString toleranceText(double tolerance, const QString& unit); //!< "100 ms"

} // namespace proofreel
