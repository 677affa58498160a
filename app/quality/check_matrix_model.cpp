// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/check_matrix_model.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qsizetype kMostMessages = 8; // in a tooltip

} // namespace

CheckMatrixModel::CheckMatrixModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void CheckMatrixModel::set(const AssetSheet& sheet, const Judgement& judgement)
{
    beginResetModel();
    m_matrix = checkMatrix(sheet, judgement);
    layOut();
    endResetModel();
}

void CheckMatrixModel::clear()
{
    set({}, {});
}

void CheckMatrixModel::layOut()
{
    m_lines.clear();
    for (int family = 0; family < m_matrix.families.size(); ++family) {
        if (m_onlyFailures && worstMark(m_matrix.families.at(family).marks) < CheckMark::Warning)
            continue;
        m_lines.append({ family, -1 });
        if (isOpen(m_matrix.families.at(family)))
            m_lines.append(linesOf(family));
    }
    m_shownColumns.clear();
    for (int column = 0; column < m_matrix.columns.size(); ++column) {
        const bool fails = std::any_of(m_matrix.families.begin(), m_matrix.families.end(),
            [column](const CheckMatrix::Family& family) { return family.marks.at(column) >= CheckMark::Warning; });
        if (!m_onlyFailures || fails)
            m_shownColumns.append(column);
    }
}

QList<CheckMatrixModel::Line> CheckMatrixModel::linesOf(int family) const
{
    QList<Line> lines;
    const QList<CheckMatrix::Line>& rules = m_matrix.families.at(family).rules;
    for (int rule = 0; rule < rules.size(); ++rule) {
        if (!m_onlyFailures || worstMark(rules.at(rule).marks) >= CheckMark::Warning)
            lines.append({ family, rule });
    }
    return lines;
}

// What wants to be seen is seen without a click, whatever was closed elsewhere.
bool CheckMatrixModel::isOpen(const CheckMatrix::Family& family) const
{
    return m_wanted.value(family.name, worstMark(family.marks) >= CheckMark::Warning);
}

void CheckMatrixModel::setOnlyFailures(bool on)
{
    if (on == m_onlyFailures)
        return;
    beginResetModel();
    m_onlyFailures = on;
    layOut();
    endResetModel();
}

void CheckMatrixModel::setOpen(int row, bool open)
{
    if (row < 0 || row >= m_lines.size())
        return;
    const int family = m_lines.at(row).family;
    if (isOpen(m_matrix.families.at(family)) == open)
        return;
    m_wanted.insert(m_matrix.families.at(family).name, open);
    int head = row;
    while (m_lines.at(head).rule >= 0)
        --head;
    const QList<Line> below = linesOf(family);
    if (!below.isEmpty() && open) {
        beginInsertRows({}, head + 1, head + int(below.size()));
        for (qsizetype i = 0; i < below.size(); ++i)
            m_lines.insert(head + 1 + i, below.at(i));
        endInsertRows();
    } else if (!below.isEmpty()) {
        beginRemoveRows({}, head + 1, head + int(below.size()));
        m_lines.remove(head + 1, below.size());
        endRemoveRows();
    }
    Q_EMIT headerDataChanged(Qt::Vertical, head, head);
    Q_EMIT dataChanged(index(head, 0), index(head, columnCount() - 1));
}

bool CheckMatrixModel::hasFailures() const
{
    return std::any_of(m_matrix.families.begin(), m_matrix.families.end(),
        [](const CheckMatrix::Family& family) { return worstMark(family.marks) >= CheckMark::Warning; });
}

QList<Finding> CheckMatrixModel::findingsAt(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    const Line& line = m_lines.at(index.row());
    const CheckMatrix::Family& family = m_matrix.families.at(line.family);
    const QString& key = m_matrix.columns.at(m_shownColumns.at(index.column())).key;
    QList<Finding> all;
    for (int rule = 0; rule < family.rules.size(); ++rule) {
        if (line.rule >= 0 && rule != line.rule)
            continue;
        const QList<Finding> findings = m_matrix.findings.value(family.rules.at(rule).rule.id);
        std::copy_if(findings.begin(), findings.end(), std::back_inserter(all),
            [&key](const Finding& finding) { return finding.stream == key; });
    }
    std::stable_sort(
        all.begin(), all.end(), [](const Finding& one, const Finding& two) { return one.severity > two.severity; });
    return all;
}

QModelIndex CheckMatrixModel::indexOf(const QString& rule, const QString& stream) const
{
    for (int column = 0; column < m_shownColumns.size(); ++column) {
        if (m_matrix.columns.at(m_shownColumns.at(column)).key != stream)
            continue;
        for (int row = 0; row < m_lines.size(); ++row) {
            const QModelIndex found = index(row, column);
            if (found.data(RuleRole).toString() == rule)
                return found;
        }
    }
    return {};
}

CheckMark CheckMatrixModel::markAt(const QModelIndex& index) const
{
    const Line& line = m_lines.at(index.row());
    const CheckMatrix::Family& family = m_matrix.families.at(line.family);
    const int column = m_shownColumns.at(index.column());
    return line.rule < 0 ? family.marks.at(column) : family.rules.at(line.rule).marks.at(column);
}

int CheckMatrixModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int CheckMatrixModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shownColumns.size());
}

QString CheckMatrixModel::toolTip(const QModelIndex& index) const
{
    QString text = headerData(index.row(), Qt::Vertical, Qt::DisplayRole).toString() + u" · "_s
        + headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    const QList<Finding> findings = findingsAt(index);
    if (findings.isEmpty())
        text += u'\n' + markText(markAt(index));
    for (const Finding& finding : findings.first(std::min(findings.size(), kMostMessages))) {
        text += u'\n' + markSign(markOf(finding.severity)) + u' ' + finding.message;
        if (const QString moment = momentText(finding.atMs); !moment.isEmpty())
            text += u" ("_s + moment + u')';
    }
    if (findings.size() > kMostMessages)
        text += u'\n' + tr("and %n more", nullptr, int(findings.size() - kMostMessages));
    return text;
}

QVariant CheckMatrixModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line& line = m_lines.at(index.row());
    const CheckMatrix::Family& family = m_matrix.families.at(line.family);
    switch (role) {
    case Qt::DisplayRole:
        return markSign(markAt(index));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignCenter);
    case Qt::ToolTipRole:
        return toolTip(index);
    case Qt::AccessibleTextRole:
        return toolTip(index).replace(u'\n', u". "_s);
    case MarkRole:
        return int(markAt(index));
    case IsFamilyRole:
        return line.rule < 0;
    case IsOpenRole:
        return isOpen(family);
    case RuleRole:
        return line.rule < 0 ? family.name : family.rules.at(line.rule).rule.id;
    case StreamRole:
        return m_matrix.columns.at(m_shownColumns.at(index.column())).key;
    case CountRole:
        return int(findingsAt(index).size());
    case AtMsRole:
        for (const Finding& finding : findingsAt(index)) {
            if (finding.atMs)
                return *finding.atMs;
        }
        return {};
    default:
        return {};
    }
}

QVariant CheckMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal) {
        if (section < 0 || section >= m_shownColumns.size())
            return {};
        const CheckMatrix::Column& column = m_matrix.columns.at(m_shownColumns.at(section));
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return column.label;
        return role == StreamRole ? column.key : QVariant();
    }
    if (section < 0 || section >= m_lines.size())
        return {};
    const Line& line = m_lines.at(section);
    const CheckMatrix::Family& family = m_matrix.families.at(line.family);
    const Rule* rule = line.rule < 0 ? nullptr : &family.rules.at(line.rule).rule;
    switch (role) {
    case Qt::DisplayRole:
        return rule ? rule->title : family.title;
    case Qt::ToolTipRole:
        return rule ? rule->title + u"\n"_s + rule->explanation + u"\n"_s + rule->id + u" · "_s + rule->source
                    : family.title;
    case IsFamilyRole:
        return !rule;
    case IsOpenRole:
        return isOpen(family);
    case RuleRole:
        return rule ? rule->id : family.name;
    default:
        return {};
    }
}

} // namespace proofreel
