// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/history_model.h"

#include "catalog/local_store.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

HistoryModel::HistoryModel(LocalStore& store, const Clock& clock, QObject* parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_clock(clock)
{
}

HistoryModel::~HistoryModel()
{
    m_load.abort();
}

void HistoryModel::setAccount(const QString& account)
{
    m_load.abort();
    m_account = account;
    m_loaded = false;
    beginResetModel();
    m_rows.clear();
    endResetModel();
    if (account.isEmpty())
        return;
    m_load = m_store.ask<QList<HistoryEntry>>(
        account, [account](LocalDb& db) { return history::read(db, account); }, this,
        [this](const Result<QList<HistoryEntry>>& entries) { show(entries.value_or(QList<HistoryEntry>())); });
}

// What was opened while the rows were on their way is newer than they are.
void HistoryModel::show(const QList<HistoryEntry>& stored)
{
    beginResetModel();
    for (const HistoryEntry& entry : stored) {
        const int row = rowOf(entry.mediaId);
        if (row < 0) {
            m_rows.append(entry);
        } else if (m_rows.at(row).positionMs < 0 && m_rows.at(row).streamKey.isEmpty()) {
            m_rows[row].positionMs = entry.positionMs;
            m_rows[row].streamKey = entry.streamKey;
            save(m_rows.at(row));
        }
    }
    if (m_rows.size() > history::kMost)
        m_rows.resize(history::kMost);
    endResetModel();
    m_loaded = true;
    Q_EMIT loaded();
}

int HistoryModel::rowOf(const QString& mediaId) const
{
    const auto found = std::find_if(
        m_rows.cbegin(), m_rows.cend(), [&mediaId](const HistoryEntry& one) { return one.mediaId == mediaId; });
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

void HistoryModel::save(const HistoryEntry& entry)
{
    m_store.write(m_account, [account = m_account, entry](LocalDb& db) { return history::put(db, account, entry); });
}

void HistoryModel::opened(const QString& mediaId, const QString& title, const QString& mediaType)
{
    if (m_account.isEmpty() || mediaId.isEmpty())
        return;
    const int row = rowOf(mediaId);
    HistoryEntry entry = row >= 0 ? m_rows.at(row) : HistoryEntry { .mediaId = mediaId };
    if (!title.isEmpty())
        entry.title = title;
    if (!mediaType.isEmpty())
        entry.mediaType = mediaType;
    // Never before the one on top, whatever this PC's clock does: the order on disk is the order here.
    const qint64 now = m_clock.nowUtc().toMSecsSinceEpoch();
    entry.openedMs = m_rows.isEmpty() ? now : std::max(now, m_rows.constFirst().openedMs + (row == 0 ? 0 : 1));
    if (row > 0) {
        beginMoveRows({}, row, row, {}, 0);
        m_rows.move(row, 0);
        endMoveRows();
    } else if (row < 0) {
        beginInsertRows({}, 0, 0);
        m_rows.prepend(entry);
        endInsertRows();
    }
    m_rows.first() = entry;
    Q_EMIT dataChanged(index(0), index(0));
    if (m_rows.size() > history::kMost) {
        beginRemoveRows({}, history::kMost, static_cast<int>(m_rows.size()) - 1);
        m_rows.resize(history::kMost);
        endRemoveRows();
    }
    save(entry);
}

void HistoryModel::setPosition(const QString& mediaId, qint64 positionMs, const QString& streamKey)
{
    const int row = rowOf(mediaId);
    if (row < 0 || (m_rows.at(row).positionMs == positionMs && m_rows.at(row).streamKey == streamKey))
        return;
    m_rows[row].positionMs = positionMs;
    m_rows[row].streamKey = streamKey;
    Q_EMIT dataChanged(index(row), index(row), { PositionRole, StreamKeyRole });
    save(m_rows.at(row));
}

std::optional<HistoryEntry> HistoryModel::entry(const QString& mediaId) const
{
    const int row = rowOf(mediaId);
    return row < 0 ? std::nullopt : std::optional(m_rows.at(row));
}

void HistoryModel::remove(const QString& mediaId)
{
    const int row = rowOf(mediaId);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    m_store.write(
        m_account, [account = m_account, mediaId](LocalDb& db) { return history::remove(db, account, mediaId); });
}

void HistoryModel::clear()
{
    if (m_account.isEmpty())
        return;
    m_load.abort();
    beginResetModel();
    m_rows.clear();
    endResetModel();
    m_store.write(m_account, [account = m_account](LocalDb& db) { return history::clear(db, account); });
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HistoryEntry& entry = m_rows.at(index.row());
    const auto openedAt = [&entry] { return QDateTime::fromMSecsSinceEpoch(entry.openedMs); };
    switch (role) {
    case Qt::DisplayRole:
        return entry.title.isEmpty() ? entry.mediaId : entry.title;
    case MediaIdRole:
        return entry.mediaId;
    case TitleRole:
        return entry.title;
    case MediaTypeRole:
        return entry.mediaType;
    case OpenedAtRole:
        return openedAt();
    case DayRole:
        return openedAt().date();
    case DayTextRole:
        return dayText(openedAt().date());
    case PositionRole:
        return entry.positionMs < 0 ? QVariant() : QVariant(entry.positionMs);
    case StreamKeyRole:
        return entry.streamKey;
    default:
        return {};
    }
}

QString HistoryModel::dayText(const QDate& day) const
{
    const qint64 ago = day.daysTo(m_clock.nowUtc().toLocalTime().date());
    if (ago == 0)
        return tr("Today");
    if (ago == 1)
        return tr("Yesterday");
    return QLocale().toString(day, QLocale::ShortFormat);
}

QHash<int, QByteArray> HistoryModel::roleNames() const
{
    return { { MediaIdRole, "mediaId" }, { TitleRole, "title" }, { MediaTypeRole, "mediaType" },
        { OpenedAtRole, "openedAt" }, { DayRole, "day" }, { DayTextRole, "dayText" }, { PositionRole, "position" },
        { StreamKeyRole, "streamKey" } };
}

} // namespace proofreel
