// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/batch_model.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

BatchModel::Kind kindOfRow(const BatchRow& row)
{
    using Kind = BatchModel::Kind;
    switch (row.state) {
    case BatchRow::State::Waiting:
        return Kind::Waiting;
    case BatchRow::State::Checking:
        return Kind::Checking;
    case BatchRow::State::Checked:
        break;
    }
    switch (row.verdict) {
    case Verdict::Pass:
        return Kind::Pass;
    case Verdict::Warn:
        return Kind::Warn;
    case Verdict::Fail:
        return Kind::Fail;
    case Verdict::Error:
        break;
    }
    return Kind::Error;
}

//! nullopt: it is not checked yet.
std::optional<Verdict> verdictOf(BatchModel::Kind kind)
{
    using Kind = BatchModel::Kind;
    switch (kind) {
    case Kind::Waiting:
    case Kind::Checking:
        return std::nullopt;
    case Kind::Pass:
        return Verdict::Pass;
    case Kind::Warn:
        return Verdict::Warn;
    case Kind::Fail:
        return Verdict::Fail;
    case Kind::Error:
        break;
    }
    return Verdict::Error;
}

} // namespace

bool BatchModel::isFigure(int column)
{
    return column == NumberColumn || column == ElapsedColumn
        || (column >= RenditionsColumn && column <= WarningsColumn);
}

BatchModel::BatchModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void BatchModel::set(const QStringList& mediaIds, const QHash<QString, BatchRow>& rows)
{
    beginResetModel();
    m_ids.clear();
    m_rows.clear();
    m_index.clear();
    m_counts = {};
    m_rows.reserve(mediaIds.size());
    for (const QString& id : mediaIds) {
        if (m_index.contains(id))
            continue;
        m_index.insert(id, int(m_ids.size()));
        m_ids.append(id);
        m_rows.append(rows.value(id));
        ++m_counts.at(size_t(kindOfRow(m_rows.constLast())));
    }
    endResetModel();
    Q_EMIT countsChanged();
}

void BatchModel::put(const QString& mediaId, const BatchRow& row)
{
    if (const int at = rowOf(mediaId); at >= 0)
        change(at, row);
}

void BatchModel::setState(const QString& mediaId, BatchRow::State state)
{
    const int at = rowOf(mediaId);
    if (at < 0 || m_rows.at(at).state == state)
        return;
    BatchRow row = m_rows.at(at);
    row.state = state;
    if (state != BatchRow::State::Checked) { // an earlier result is none any more; the title stays
        const QString title = row.title;
        row = { .state = state, .title = title };
    }
    change(at, row);
}

void BatchModel::change(int row, const BatchRow& now)
{
    --m_counts.at(size_t(kindOf(row)));
    m_rows[row] = now;
    ++m_counts.at(size_t(kindOf(row)));
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT countsChanged();
}

BatchModel::Kind BatchModel::kindOf(int row) const
{
    return kindOfRow(m_rows.at(row));
}

QStringList BatchModel::idsOf(std::initializer_list<Kind> kinds) const
{
    QStringList ids;
    for (int row = 0; row < int(m_ids.size()); ++row) {
        if (std::find(kinds.begin(), kinds.end(), kindOf(row)) != kinds.end())
            ids.append(m_ids.at(row));
    }
    return ids;
}

int BatchModel::checkedCount() const
{
    return int(m_ids.size()) - count(Kind::Waiting) - count(Kind::Checking);
}

int BatchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

int BatchModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

CheckMark BatchModel::kindMark(Kind kind)
{
    const auto verdict = verdictOf(kind);
    return verdict ? verdictMark(*verdict) : CheckMark::None;
}

QString BatchModel::kindText(Kind kind)
{
    if (const auto verdict = verdictOf(kind))
        return verdictText(*verdict);
    return kind == Kind::Waiting ? tr("Waiting") : tr("Checking…");
}

QVariant BatchModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return isFigure(column) ? QString() : text(row, column);
    case Qt::AccessibleTextRole:
        return text(row, column);
    case Qt::TextAlignmentRole:
        return int((isFigure(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case MediaIdRole:
        return m_ids.at(row);
    case KindRole:
        return int(kindOf(row));
    case MarkRole:
        return int(kindMark(kindOf(row)));
    case SortRole:
        return sortValue(row, column);
    case IsIdRole:
        return column == MediaIdColumn || (column == TitleColumn && m_rows.at(row).title.isEmpty());
    default:
        return {};
    }
}

} // namespace proofreel
