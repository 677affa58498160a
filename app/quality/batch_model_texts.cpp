// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a batch's table says in each cell and above it.

#include "quality/batch_model.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace proofreel {

QString BatchModel::text(int row, int column) const
{
    const BatchRow& one = m_rows.at(row);
    const QLocale locale;
    switch (column) {
    case NumberColumn:
        return locale.toString(row + 1);
    case VerdictColumn:
        return kindText(kindOf(row));
    case TitleColumn:
        return one.title.isEmpty() ? m_ids.at(row) : one.title;
    case MediaIdColumn:
        return m_ids.at(row);
    case WorstColumn:
        return one.worst;
    default:
        break;
    }
    if (one.state != BatchRow::State::Checked)
        return {};
    switch (column) {
    case RenditionsColumn:
        return locale.toString(one.renditions);
    case FailuresColumn:
        return one.failures > 0 ? locale.toString(one.failures) : QString();
    case WarningsColumn:
        return one.warnings > 0 ? locale.toString(one.warnings) : QString();
    case ElapsedColumn:
        return tr("%1 s").arg(locale.toString(double(one.elapsedMs) / 1000, 'f', 1));
    default:
        return {};
    }
}

QVariant BatchModel::sortValue(int row, int column) const
{
    const BatchRow& one = m_rows.at(row);
    const bool isChecked = one.state == BatchRow::State::Checked;
    switch (column) {
    case NumberColumn:
        return row;
    case VerdictColumn:
        return int(kindOf(row));
    case RenditionsColumn:
        return isChecked ? one.renditions : -1;
    case FailuresColumn:
        return isChecked ? one.failures : -1;
    case WarningsColumn:
        return isChecked ? one.warnings : -1;
    case ElapsedColumn:
        return isChecked ? one.elapsedMs : qint64(-1);
    default:
        return text(row, column);
    }
}

QVariant BatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == NumberColumn)
        return int(Qt::AlignLeft | Qt::AlignVCenter); // the sort arrow stands at the right of a narrow column
    if (role == Qt::TextAlignmentRole)
        return int((isFigure(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        return tr("No.");
    case VerdictColumn:
        return tr("Verdict");
    case TitleColumn:
        return tr("Title");
    case MediaIdColumn:
        return u"MediaId"_s;
    case RenditionsColumn:
        return tr("Renditions");
    case FailuresColumn:
        return tr("Failures");
    case WarningsColumn:
        return tr("Warnings");
    case WorstColumn:
        return tr("Worst finding");
    case ElapsedColumn:
        return tr("Measured in");
    default:
        return {};
    }
}

} // namespace proofreel
