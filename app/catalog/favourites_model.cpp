// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/favourites_model.h"

#include "catalog/local_store.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

FavouritesModel::FavouritesModel(LocalStore& store, const Clock& clock, QObject* parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_clock(clock)
{
}

FavouritesModel::~FavouritesModel()
{
    m_load.abort();
}

void FavouritesModel::setAccount(const QString& account)
{
    m_load.abort();
    m_account = account;
    m_loaded = false;
    beginResetModel();
    m_rows.clear();
    m_ids.clear();
    m_removed.clear();
    endResetModel();
    Q_EMIT favouriteChanged({});
    if (account.isEmpty())
        return;
    m_load = m_store.ask<QList<Favourite>>(
        account, [account](LocalDb& db) { return favourites::read(db, account); }, this,
        [this](const Result<QList<Favourite>>& all) { show(all.value_or(QList<Favourite>())); });
}

// What was starred while the rows were on their way is newer than they are.
void FavouritesModel::show(const QList<Favourite>& stored)
{
    beginResetModel();
    for (const Favourite& favourite : stored) {
        if (m_rows.size() < kMost && !m_ids.contains(favourite.mediaId) && !m_removed.contains(favourite.mediaId)) {
            m_rows.append(favourite);
            m_ids.insert(favourite.mediaId);
        }
    }
    endResetModel();
    m_loaded = true;
    Q_EMIT favouriteChanged({});
}

bool FavouritesModel::add(const QString& mediaId, const QString& title, const QString& mediaType)
{
    if (m_account.isEmpty() || mediaId.isEmpty() || m_ids.contains(mediaId) || m_rows.size() >= kMost)
        return false;
    qint64 now = m_clock.nowUtc().toMSecsSinceEpoch();
    if (!m_rows.isEmpty())
        now = std::max(now, m_rows.constFirst().addedMs + 1); // the order on disk is the order here
    const Favourite favourite { mediaId, title + u""_s, mediaType + u""_s, now };
    beginInsertRows({}, 0, 0);
    m_rows.prepend(favourite);
    m_ids.insert(mediaId);
    endInsertRows();
    m_store.write(
        m_account, [account = m_account, favourite](LocalDb& db) { return favourites::put(db, account, favourite); });
    Q_EMIT favouriteChanged(mediaId);
    return true;
}

bool FavouritesModel::remove(const QString& mediaId)
{
    if (!m_loaded)
        m_removed.insert(mediaId);
    if (!m_account.isEmpty())
        m_store.write(m_account,
            [account = m_account, mediaId](LocalDb& db) { return favourites::remove(db, account, mediaId); });
    if (!m_ids.remove(mediaId))
        return false;
    const auto found = std::find_if(
        m_rows.cbegin(), m_rows.cend(), [&mediaId](const Favourite& one) { return one.mediaId == mediaId; });
    const int row = static_cast<int>(found - m_rows.cbegin());
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    Q_EMIT favouriteChanged(mediaId);
    return true;
}

bool FavouritesModel::toggle(const QString& mediaId, const QString& title, const QString& mediaType)
{
    return contains(mediaId) ? !remove(mediaId) : add(mediaId, title, mediaType);
}

void FavouritesModel::clear()
{
    if (m_account.isEmpty())
        return;
    m_load.abort();
    m_loaded = true;
    beginResetModel();
    m_rows.clear();
    m_ids.clear();
    endResetModel();
    m_store.write(m_account, [account = m_account](LocalDb& db) { return favourites::clear(db, account); });
    Q_EMIT favouriteChanged({});
}

int FavouritesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant FavouritesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Favourite& favourite = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return favourite.title.isEmpty() ? favourite.mediaId : favourite.title;
    case MediaIdRole:
        return favourite.mediaId;
    case TitleRole:
        return favourite.title;
    case MediaTypeRole:
        return favourite.mediaType;
    case AddedAtRole:
        return QDateTime::fromMSecsSinceEpoch(favourite.addedMs);
    default:
        return {};
    }
}

QHash<int, QByteArray> FavouritesModel::roleNames() const
{
    return { { MediaIdRole, "mediaId" }, { TitleRole, "title" }, { MediaTypeRole, "mediaType" },
        { AddedAtRole, "addedAt" } };
}

} // namespace proofreel
