// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/policy_model.h"

#include "quality/policy_fields.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Off:
        return PolicyModel::tr("Off");
    case Severity::Info:
        return PolicyModel::tr("Info");
    case Severity::Warning:
        return PolicyModel::tr("Warning");
    case Severity::Error:
        break;
    }
    return PolicyModel::tr("Error");
}

QString toleranceText(double tolerance, const QString& unit)
{
    const QString number = QLocale().toString(tolerance, 'g', QLocale::FloatingPointShortest);
    return unit.isEmpty() ? number : number + QChar(0x202f) + unit;
}

PolicyModel::PolicyModel(QObject* parent)
    : QAbstractItemModel(parent)
{
    for (const Rule& rule : allRules()) {
        if (m_families.isEmpty() || m_families.constLast().name != rule.family())
            m_families.append({ rule.family(), familyTitle(rule.family()), {} });
        m_families.last().rules.append(rule);
    }
}

void PolicyModel::setPolicy(const Policy& policy)
{
    if (m_settings == policy.base())
        return;
    m_settings = policy.base();
    emitAllChanged();
}

void PolicyModel::setFindings(const QHash<QString, int>& counts)
{
    if (m_findings == counts)
        return;
    m_findings = counts;
    emitAllChanged();
}

void PolicyModel::emitAllChanged()
{
    for (int row = 0; row < m_families.size(); ++row) {
        const QModelIndex family = index(row, 0);
        Q_EMIT dataChanged(family, index(row, ColumnCount - 1));
        Q_EMIT dataChanged(index(0, 0, family), index(rowCount(family) - 1, ColumnCount - 1, family));
    }
}

QModelIndex PolicyModel::indexOf(const QString& rule) const
{
    for (int row = 0; row < m_families.size(); ++row) {
        const QList<Rule>& rules = m_families.at(row).rules;
        for (int child = 0; child < rules.size(); ++child) {
            if (rules.at(child).id == rule)
                return index(child, 0, index(row, 0));
        }
    }
    return {};
}

// The internal id of a rule is the row of its family, from 1 on; that of a family is 0.
QModelIndex PolicyModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : 0);
}

QModelIndex PolicyModel::parent(const QModelIndex& index) const
{
    return index.isValid() && index.internalId() > 0 ? createIndex(int(index.internalId()) - 1, 0, quintptr(0))
                                                     : QModelIndex();
}

int PolicyModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return int(m_families.size());
    return parent.internalId() == 0 && parent.column() == 0 ? int(m_families.at(parent.row()).rules.size()) : 0;
}

int PolicyModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

bool PolicyModel::isOwn(const Rule& rule) const
{
    return m_settings.setting(rule.id) == RuleSetting { rule.severity, rule.tolerance };
}

QString PolicyModel::text(const Rule& rule, int column) const
{
    const RuleSetting setting = m_settings.setting(rule.id);
    switch (column) {
    case Title:
        return rule.title;
    case SeverityColumn:
        return severityText(setting.severity);
    case ToleranceColumn:
        return setting.tolerance ? toleranceText(*setting.tolerance, rule.unit) : QString();
    default: {
        const int count = m_findings.value(rule.id);
        return count > 0 ? QLocale().toString(count) : QString();
    }
    }
}

QVariant PolicyModel::familyData(const Family& family, int column, int role) const
{
    int findings = 0;
    for (const Rule& rule : family.rules)
        findings += m_findings.value(rule.id);
    switch (role) {
    case Qt::DisplayRole:
        if (column == Title)
            return family.title;
        return column == FindingsColumn && findings > 0 ? QLocale().toString(findings) : QString();
    case RuleRole:
        return family.name;
    case IsFamilyRole:
        return true;
    case IsOwnRole:
        return std::all_of(family.rules.begin(), family.rules.end(), [this](const Rule& rule) { return isOwn(rule); });
    case FindingsRole:
        return findings;
    default:
        return {};
    }
}

QVariant PolicyModel::ruleData(const Rule& rule, int column, int role) const
{
    const RuleSetting setting = m_settings.setting(rule.id);
    switch (role) {
    case Qt::DisplayRole:
        return text(rule, column);
    case Qt::EditRole:
        if (column == SeverityColumn)
            return severityName(setting.severity);
        if (column == ToleranceColumn)
            return setting.tolerance ? QVariant(*setting.tolerance) : QVariant();
        return text(rule, column);
    case Qt::ToolTipRole: {
        QStringList lines { rule.id, rule.explanation };
        if (!isOwn(rule))
            lines.append(tr("By itself: %1")
                             .arg(severityText(rule.severity)
                                 + (rule.tolerance ? u", "_s + toleranceText(*rule.tolerance, rule.unit) : QString())));
        return lines.join(u'\n');
    }
    case Qt::AccessibleTextRole:
        return column == Title && !isOwn(rule) ? tr("%1, changed").arg(rule.title) : text(rule, column);
    case RuleRole:
        return rule.id;
    case IsFamilyRole:
        return false;
    case SeverityRole:
        return int(setting.severity);
    case IsOwnRole:
        return isOwn(rule);
    case FindingsRole:
        return m_findings.value(rule.id);
    case SearchRole:
        return QString(rule.id + u'\n' + rule.title + u'\n' + rule.explanation);
    default:
        return {};
    }
}

QVariant PolicyModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((index.column() >= ToleranceColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (index.internalId() == 0)
        return familyData(m_families.at(index.row()), index.column(), role);
    return ruleData(m_families.at(int(index.internalId()) - 1).rules.at(index.row()), index.column(), role);
}

QVariant PolicyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section >= ToleranceColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (section) {
    case Title:
        return tr("Rule");
    case SeverityColumn:
        return tr("Severity");
    case ToleranceColumn:
        return tr("Tolerance");
    default:
        return role == Qt::ToolTipRole ? tr("Findings on the open asset") : tr("Found");
    }
}

Qt::ItemFlags PolicyModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (!index.isValid() || index.internalId() == 0)
        return flags;
    const bool isEditable =
        index.column() == SeverityColumn || (index.column() == ToleranceColumn && index.data(Qt::EditRole).isValid());
    return (isEditable ? flags | Qt::ItemIsEditable : flags) | Qt::ItemNeverHasChildren;
}

bool PolicyModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || index.internalId() == 0)
        return false;
    const Rule& rule = m_families.at(int(index.internalId()) - 1).rules.at(index.row());
    RuleSetting setting = m_settings.setting(rule.id);
    if (index.column() == SeverityColumn) {
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        const auto severity = severityFromName(value.toString());
        if (!severity && (!isNumber || number < int(Severity::Off) || number > int(Severity::Error)))
            return false;
        setting.severity = severity ? *severity : static_cast<Severity>(number);
    } else if (index.column() == ToleranceColumn && setting.tolerance) {
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        const auto [least, most] = toleranceRange(rule.unit);
        if (!isNumber || !(number >= least && number <= most))
            return false;
        setting.tolerance = number;
    } else {
        return false;
    }
    if (!(setting == m_settings.setting(rule.id)))
        Q_EMIT settingAsked(rule.id, setting);
    return true;
}

} // namespace proofreel
