// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/review_queue.h"

#include "catalog/local_store.h"

#include <algorithm>
#include <utility>

namespace proofreel {

ReviewQueue::ReviewQueue(LocalStore& store, QObject* parent)
    : QAbstractListModel(parent)
    , m_store(store)
{
}

ReviewQueue::~ReviewQueue()
{
    m_load.abort();
    m_titles.abort();
}

void ReviewQueue::setAccount(const QString& account)
{
    m_load.abort();
    m_titles.abort();
    m_asking = false;
    m_account = account;
    m_loaded = false;
    m_early.clear();
    m_earlyCurrent.clear();
    m_asked.clear();
    show({});
    if (account.isEmpty())
        return;
    m_load = m_store.ask<QueueContents>(
        account, [account](LocalDb& db) { return queue::read(db, account); }, this,
        [this](const Result<QueueContents>& contents) {
            show(contents.value_or(QueueContents {}));
            m_loaded = true;
            add(std::exchange(m_early, {}));
            Q_EMIT loaded();
            if (const QString id = std::exchange(m_earlyCurrent, {}); !id.isEmpty())
                setCurrent(id);
            askTitles();
        });
}

void ReviewQueue::show(const QueueContents& contents)
{
    beginResetModel();
    m_rows = contents.entries;
    indexRows();
    m_current = m_rowOf.contains(contents.current) ? contents.current : QString();
    m_goOnAt = 0;
    endResetModel();
    count();
}

int ReviewQueue::add(const QList<OpenTarget>& targets)
{
    if (m_account.isEmpty())
        return 0;
    if (!m_loaded) {
        m_early += targets;
        return static_cast<int>(targets.size());
    }
    QList<QueueEntry> fresh;
    QSet<QString> ids;
    qint64 rank = m_rows.isEmpty() ? 0 : m_rows.constLast().rank;
    for (const OpenTarget& target : targets) {
        const QString id = targetId(target);
        if (const int row = rowOf(id); row >= 0) {
            // An address that came without its signature from the disk gets it back.
            if (std::exchange(m_rows[row].target, target).index() == target.index() && id.contains(u'#'))
                mark(id, QueueEntry::State::Waiting, {});
            continue;
        }
        if (ids.contains(id) || m_rows.size() + fresh.size() >= kMost)
            continue;
        ids.insert(id);
        fresh.append({ .id = id, .target = target, .rank = ++rank, .title = {}, .reason = {} });
    }
    if (fresh.isEmpty())
        return 0;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    m_rows += fresh;
    indexRows();
    endInsertRows();
    count();
    write([account = m_account, fresh](LocalDb& db) { return queue::put(db, account, fresh); });
    askTitles();
    return static_cast<int>(fresh.size());
}

bool ReviewQueue::next()
{
    const int size = rowCount();
    const int start = m_current.isEmpty() ? m_goOnAt : rowOf(m_current) + 1;
    for (int step = 0; step < size; ++step) {
        const int row = (start + step) % size;
        if (m_rows.at(row).state == QueueEntry::State::Waiting && m_rows.at(row).id != m_current) {
            moveTo(row);
            return true;
        }
    }
    return false;
}

bool ReviewQueue::previous()
{
    const int row = (m_current.isEmpty() ? m_goOnAt : rowOf(m_current)) - 1;
    if (row < 0 || row >= rowCount())
        return false;
    moveTo(row);
    return true;
}

bool ReviewQueue::setCurrent(const QString& id)
{
    if (!m_loaded && !m_account.isEmpty()) {
        m_earlyCurrent = id;
        return true;
    }
    const int row = rowOf(id);
    if (row < 0)
        return false;
    moveTo(row);
    return true;
}

void ReviewQueue::moveTo(int row)
{
    const int before = rowOf(std::exchange(m_current, m_rows.at(row).id));
    changed(before);
    changed(row);
    write([account = m_account, id = m_current](LocalDb& db) { return queue::setCurrent(db, account, id); });
    Q_EMIT currentChanged(m_current);
}

void ReviewQueue::markDone(const QString& id)
{
    mark(id, QueueEntry::State::Done, {});
}

void ReviewQueue::markFailed(const QString& id, const QString& reason)
{
    mark(id, QueueEntry::State::Failed, reason);
}

void ReviewQueue::markWaiting(const QString& id)
{
    mark(id, QueueEntry::State::Waiting, {});
}

void ReviewQueue::mark(const QString& id, QueueEntry::State state, const QString& reason)
{
    const int row = rowOf(id);
    if (row < 0 || (m_rows.at(row).state == state && m_rows.at(row).reason == reason))
        return;
    m_rows[row].state = state;
    m_rows[row].reason = reason;
    changed(row);
    count();
    write([account = m_account, entry = m_rows.at(row)](LocalDb& db) { return queue::put(db, account, { entry }); });
}

void ReviewQueue::setTitle(const QString& id, const QString& title)
{
    const int row = rowOf(id);
    if (row < 0 || title.isEmpty() || m_rows.at(row).title == title)
        return;
    m_rows[row].title = title;
    changed(row);
    write([account = m_account, entry = m_rows.at(row)](LocalDb& db) { return queue::put(db, account, { entry }); });
}

void ReviewQueue::remove(const QString& id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    const bool wasCurrent = id == m_current;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    indexRows();
    if (wasCurrent)
        m_current.clear();
    if (wasCurrent || row < m_goOnAt)
        m_goOnAt = wasCurrent ? row : m_goOnAt - 1;
    endRemoveRows();
    count();
    write([account = m_account, id, wasCurrent](LocalDb& db) {
        const auto done = queue::remove(db, account, id);
        return done && wasCurrent ? queue::setCurrent(db, account, {}) : done;
    });
    if (wasCurrent)
        Q_EMIT currentChanged({});
}

QueueContents ReviewQueue::clear()
{
    const QueueContents before { m_rows, m_current };
    restore({});
    return before;
}

void ReviewQueue::restore(const QueueContents& contents)
{
    if (m_account.isEmpty())
        return;
    show(contents);
    write([account = m_account, contents](LocalDb& db) {
        auto done = queue::clear(db, account);
        if (done)
            done = queue::put(db, account, contents.entries);
        return done ? queue::setCurrent(db, account, contents.current) : done;
    });
    Q_EMIT currentChanged(m_current);
    askTitles();
}

void ReviewQueue::write(std::function<Result<void>(LocalDb&)> change)
{
    ++m_writes;
    m_store.write(m_account, std::move(change), this, [this](const Result<void>&) {
        if (--m_writes == 0)
            Q_EMIT written();
    });
}

OpenTarget ReviewQueue::target(const QString& id) const
{
    return m_rows.at(m_rowOf.value(id)).target;
}

int ReviewQueue::rowOf(const QString& id) const
{
    return m_rowOf.value(id, -1);
}

void ReviewQueue::changed(int row)
{
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

void ReviewQueue::indexRows()
{
    m_rowOf.clear();
    m_rowOf.reserve(m_rows.size());
    for (qsizetype row = 0; row < m_rows.size(); ++row)
        m_rowOf.insert(m_rows.at(row).id, static_cast<int>(row));
}

void ReviewQueue::count()
{
    m_counts = {};
    for (const QueueEntry& entry : std::as_const(m_rows)) {
        int& one = entry.state == QueueEntry::State::Done ? m_counts.done
            : entry.state == QueueEntry::State::Failed    ? m_counts.failed
                                                          : m_counts.waiting;
        ++one;
    }
    Q_EMIT countsChanged();
}

} // namespace proofreel
