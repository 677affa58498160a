// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/asset_list_model.h"

#include <utility>

namespace proofreel {

namespace {

constexpr int kMaxEmptyPages = 20; //!< that are skipped by itself before the view has to ask again

template <typename T>
QVariant valueOrNothing(const std::optional<T>& value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

} // namespace

AssetListModel::AssetListModel(Client& client, QObject* parent)
    : QAbstractListModel(parent)
    , m_client(client)
{
}

AssetListModel::~AssetListModel()
{
    m_call.abort();
}

void AssetListModel::setQuery(const MediaListQuery& query)
{
    clear();
    m_query = query;
    m_query.nextToken.clear();
    start();
}

void AssetListModel::refresh()
{
    start();
}

void AssetListModel::start()
{
    m_asked = true;
    m_total = m_rows.isEmpty() ? std::nullopt : m_total;
    ask({}, Page::First);
}

void AssetListModel::retry()
{
    if (m_state == State::Failed)
        ask(m_nextToken, m_nextToken.isEmpty() ? Page::First : Page::Next);
}

void AssetListModel::clear()
{
    m_call.abort();
    m_asked = false;
    m_atEnd = true;
    m_nextToken.clear();
    m_usedTokens.clear();
    m_total.reset();
    if (!m_rows.isEmpty()) {
        beginResetModel();
        m_rows.clear();
        m_rowOf.clear();
        endResetModel();
    }
    setState(State::Idle);
}

void AssetListModel::ask(const QString& token, Page page)
{
    m_call.abort();
    m_nextToken = token;
    MediaListQuery query = m_query;
    query.nextToken = token;
    m_call = m_client.listMediaBasicInfos(query, this, [this, page](const Result<MediaPage>& reply) {
        m_call = {};
        if (reply) {
            arrived(*reply, page);
            return;
        }
        m_error = reply.error();
        setState(State::Failed);
    });
    setState(State::Loading);
}

void AssetListModel::arrived(const MediaPage& reply, Page page)
{
    m_lastReply = reply.info;
    m_total = reply.totalCount;
    if (page == Page::First) {
        m_usedTokens.clear();
        m_emptyPages = 0;
        if (!m_rows.isEmpty()) {
            beginResetModel();
            m_rowOf.clear();
            m_rows = unseen(reply.medias);
            endResetModel();
        }
    }
    if (page == Page::Next || m_rows.isEmpty()) {
        const QList<MediaBasicInfo> fresh = unseen(reply.medias);
        m_emptyPages = fresh.isEmpty() ? m_emptyPages + 1 : 0;
        if (!fresh.isEmpty()) {
            const int first = static_cast<int>(m_rows.size());
            beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
            m_rows.append(fresh);
            endInsertRows();
        }
    }
    m_nextToken = reply.nextToken;
    m_atEnd = m_nextToken.isEmpty() || m_usedTokens.contains(m_nextToken);
    m_usedTokens.insert(m_nextToken);
    // A page without anything new changes nothing that a view could react to, so the model goes on by itself.
    if (!m_atEnd && m_emptyPages > 0 && m_emptyPages < kMaxEmptyPages)
        ask(m_nextToken, Page::Next);
    else
        setState(State::Idle);
}

QList<MediaBasicInfo> AssetListModel::unseen(const QList<MediaBasicInfo>& medias)
{
    QList<MediaBasicInfo> fresh;
    for (const MediaBasicInfo& media : medias) {
        if (media.mediaId.isEmpty() || m_rowOf.contains(media.mediaId))
            continue;
        m_rowOf.insert(media.mediaId, static_cast<int>(m_rowOf.size()));
        fresh.append(media);
    }
    return fresh;
}

void AssetListModel::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

int AssetListModel::rowOf(const QString& mediaId) const
{
    return m_rowOf.value(mediaId, -1);
}

int AssetListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant AssetListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const MediaBasicInfo& media = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return media.title.isEmpty() ? media.mediaId : media.title;
    case MediaIdRole:
        return media.mediaId;
    case TitleRole:
        return media.title;
    case MediaTypeRole:
        return media.mediaType;
    case StatusRole:
        return media.status;
    case DurationRole:
        return valueOrNothing(media.duration);
    case CoverUrlRole:
        return media.coverUrl;
    case CreateTimeRole:
        return media.createTime;
    case TagsRole:
        return media.mediaTags;
    case InputUrlRole:
        return media.inputUrl;
    case SizeRole:
        return valueOrNothing(media.size);
    case WidthRole:
        return valueOrNothing(media.width);
    case HeightRole:
        return valueOrNothing(media.height);
    default:
        return {};
    }
}

QHash<int, QByteArray> AssetListModel::roleNames() const
{
    return { { Qt::DisplayRole, "display" }, { MediaIdRole, "mediaId" }, { TitleRole, "title" },
        { MediaTypeRole, "mediaType" }, { StatusRole, "status" }, { DurationRole, "duration" },
        { CoverUrlRole, "coverUrl" }, { CreateTimeRole, "createTime" }, { TagsRole, "tags" },
        { InputUrlRole, "inputUrl" }, { SizeRole, "size" }, { WidthRole, "width" }, { HeightRole, "height" } };
}

bool AssetListModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_atEnd && m_state == State::Idle;
}

void AssetListModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_emptyPages = 0;
    ask(m_nextToken, Page::Next);
}

} // namespace proofreel
