// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/review_queue.h"

namespace proofreel {

int ReviewQueue::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ReviewQueue::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QueueEntry& entry = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.title.isEmpty() ? entry.id.section(u'#', 0, 0) : entry.title;
    case Qt::ToolTipRole:
        return entry.reason.isEmpty() ? entry.id.section(u'#', 0, 0) : entry.reason;
    case IdRole:
        return entry.id;
    case TitleRole:
        return entry.title;
    case StateRole:
        if (entry.state == QueueEntry::State::Waiting)
            return static_cast<int>(entry.id == m_current ? Shown::Current : Shown::Waiting);
        return static_cast<int>(entry.state == QueueEntry::State::Done ? Shown::Done : Shown::Failed);
    case ReasonRole:
        return entry.reason;
    case CurrentRole:
        return entry.id == m_current;
    default:
        return {};
    }
}

QHash<int, QByteArray> ReviewQueue::roleNames() const
{
    return { { IdRole, "id" }, { TitleRole, "title" }, { StateRole, "state" }, { ReasonRole, "reason" },
        { CurrentRole, "current" } };
}

QStringList ReviewQueue::mediaIds(const QStringList& ids) const
{
    QStringList found;
    for (const QString& id : ids) {
        if (const QString mediaId = mediaIdOf(target(id)); !mediaId.isEmpty())
            found += mediaId;
    }
    return found;
}

} // namespace proofreel
