// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "streams/stream_model.h"

namespace proofreel {

void StreamModel::setMarks(const QHash<QString, Mark>& marks)
{
    if (std::exchange(m_marks, marks) == marks || rowCount() == 0)
        return;
    Q_EMIT dataChanged(index(0, Check), index(rowCount() - 1, Check));
}

QVariant StreamModel::markData(int row, int role) const
{
    const Mark mark = m_marks.value(m_keys.at(row).toString());
    switch (role) {
    case Qt::DisplayRole:
    case RawRole:
        return mark.sign;
    case Qt::AccessibleTextRole:
        return mark.text;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignCenter));
    case SortRole:
        return mark.sign.isEmpty() ? QVariant() : mark.rank;
    default:
        return {};
    }
}

} // namespace proofreel
