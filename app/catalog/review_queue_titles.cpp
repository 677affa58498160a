// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/review_queue.h"

#include <utility>

namespace proofreel {

void ReviewQueue::setLookUp(LookUp lookUp)
{
    m_titles.abort();
    m_asking = false;
    m_lookUp = std::move(lookUp);
    askTitles();
}

void ReviewQueue::askTitles()
{
    constexpr qsizetype kBatch = 100; // of BatchGetMediaInfos
    if (!m_lookUp || m_asking || !m_loaded)
        return;
    QStringList ids;
    for (const QueueEntry& entry : std::as_const(m_rows)) {
        const QString mediaId = mediaIdOf(entry.target);
        if (entry.title.isEmpty() && entry.state == QueueEntry::State::Waiting && !mediaId.isEmpty()
            && !m_asked.contains(mediaId))
            ids += mediaId;
        if (ids.size() == kBatch)
            break;
    }
    if (ids.isEmpty())
        return;
    m_asking = true;
    m_titles = m_lookUp(ids, this, [this, ids](const Result<QueueTitles>& answer) { titlesCame(ids, answer); });
}

void ReviewQueue::titlesCame(const QStringList& asked, const Result<QueueTitles>& answer)
{
    m_asking = false;
    if (!answer)
        return; // asked again when the account connects or something is added
    m_asked.unite(QSet<QString>(asked.cbegin(), asked.cend())); // an asset without a title is not asked for again
    QList<QueueEntry> entries;
    for (const QString& id : asked) {
        const int row = rowOf(id);
        if (row < 0)
            continue;
        QueueEntry& entry = m_rows[row];
        entry.title = answer->titles.value(id);
        if (answer->unknown.contains(id) && entry.state == QueueEntry::State::Waiting) {
            entry.state = QueueEntry::State::Failed;
            entry.reason = tr("The service does not know this MediaId.");
        }
        changed(row);
        entries.append(entry);
    }
    count();
    write([account = m_account, entries](LocalDb& db) { return queue::put(db, account, entries); });
    askTitles();
}

} // namespace proofreel
