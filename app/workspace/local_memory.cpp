// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/local_memory.h"

#include "catalog/asset_list_model.h"
#include "catalog/saved_lists.h"
#include "catalog/saved_play_infos.h"
#include "playback/player.h"
#include "streams/asset_session.h"
#include "workspace/workspace.h"

#include <algorithm>

namespace proofreel {

LocalMemory::LocalMemory(Workspace& workspace, const QString& file)
    : m_workspace(workspace)
    , m_store(file)
    , m_history(m_store, workspace.clock())
    , m_favourites(m_store, workspace.clock())
    , m_queue(m_store)
    , m_checks(m_store, workspace.clock())
    , m_playback(workspace.session(), m_history)
{
    connect(&workspace, &Workspace::connected, this, [this](const Profile& profile) { enterAccount(profile.id); });
    connect(&workspace.accounts(), &Accounts::profileRemoved, this, &LocalMemory::forgetAccount);
    connect(&workspace.session(), &AssetSession::stateChanged, this, &LocalMemory::onSession);
    wireSession();
    wireTitles();
    wireLibrary();
    if (workspace.isConnected())
        enterAccount(workspace.connectedProfile().id);
}

LocalMemory::~LocalMemory()
{
    m_playback.flush();
    m_workspace.session().setMemory({});
}

void LocalMemory::wireSession()
{
    const auto keep = [this](const PlayInfoQuery& query, const PlayInfoReply& reply) {
        savePlayInfo(m_store, m_account, query, reply.mediaBase.mediaId, reply.info.body, m_workspace.clock().nowUtc());
    };
    const auto recall = [this](const PlayInfoQuery& query, QObject* context,
                            const AssetSession::RecallCallback& callback) {
        return loadPlayInfo(
            m_store, m_account, query, context, [callback](const Result<std::optional<SavedPlayInfo>>& found) {
                if (found && *found)
                    callback(AssetSession::SavedReply { (*found)->body, (*found)->at });
                else
                    callback(std::nullopt);
            });
    };
    m_workspace.session().setMemory({ keep, recall });
}

void LocalMemory::wireTitles()
{
    m_queue.setLookUp(
        [this](const QStringList& ids, QObject* context, const std::function<void(Result<QueueTitles>)>& callback) {
            const auto came = [callback](const Result<MediaBatch>& batch) {
                callback(batch.map([](const MediaBatch& found) {
                    QueueTitles titles { .titles = {}, .unknown = found.ignored };
                    for (const MediaDetails& media : found.medias)
                        titles.titles.insert(media.basic.mediaId, media.basic.title);
                    return titles;
                }));
            };
            return m_workspace.client().batchGetMediaInfos({ .mediaIds = ids }, context, came);
        });
}

// The list that a person saw last opens without network, too.
void LocalMemory::wireLibrary()
{
    AssetListModel& library = m_workspace.library();
    connect(&library, &AssetListModel::firstPageArrived, this, [this] { m_savedRows = 0; });
    connect(&library, &AssetListModel::stateChanged, this, [this, &library] {
        if (library.state() == AssetListModel::State::Idle)
            saveLibrary();
        else if (library.state() == AssetListModel::State::Failed && library.loadedCount() == 0
            && library.error().meansNoNetwork())
            recallLibrary();
    });
}

// At the first page and once more when there is all that is kept: every page by itself would be the same work anew.
void LocalMemory::saveLibrary()
{
    const AssetListModel& library = m_workspace.library();
    const int rows = std::min(library.loadedCount(), kMostSavedRows);
    const bool isWorthIt = m_savedRows == 0 || (rows > m_savedRows && (rows == kMostSavedRows || library.isComplete()));
    if (m_account.isEmpty() || !library.isAsked() || rows == 0 || !isWorthIt || library.savedAt().isValid())
        return;
    m_savedRows = rows;
    saveList(m_store, m_account, library.query().key(), library.firstRows(rows), library.totalCount().value_or(-1),
        m_workspace.clock().nowUtc());
}

void LocalMemory::recallLibrary()
{
    AssetListModel& library = m_workspace.library();
    const QString key = library.query().key();
    m_recall.abort();
    m_recall = loadList(m_store, m_account, key, this, [&library, key](const Result<std::optional<SavedList>>& found) {
        if (found && *found && library.query().key() == key && library.loadedCount() == 0)
            library.showSaved((*found)->rows, (*found)->at, (*found)->total);
    });
}

void LocalMemory::watch(Player& player)
{
    m_playback.watch(player);
    connect(&player, &Player::failed, this, [this, &player](const Error& error) {
        const auto isThis = [&player](const OpenTarget& target) {
            const auto* url = std::get_if<QUrl>(&target);
            return url && *url == player.source().url;
        };
        if (const QString id = m_queue.currentId(); !id.isEmpty() && isThis(m_queue.target(id)))
            m_queue.markFailed(id, error.message);
    });
}

void LocalMemory::enterAccount(const QString& account)
{
    if (account == m_account)
        return;
    m_playback.flush();
    m_account = account;
    if (m_workspace.accounts().isTransient(account))
        m_store.keepInMemory(account);
    m_history.setAccount(account);
    m_favourites.setAccount(account);
    m_queue.setAccount(account);
    m_checks.setAccount(account);
}

void LocalMemory::leaveAccount()
{
    enterAccount({});
}

void LocalMemory::clearAccount()
{
    if (m_account.isEmpty())
        return;
    m_store.forget(m_account);
    const QString account = m_account;
    leaveAccount();
    enterAccount(account);
    Q_EMIT accountForgotten();
}

void LocalMemory::forgetAccount(const QString& profileId)
{
    if (profileId == m_account)
        leaveAccount();
    m_store.forget(profileId);
    Q_EMIT accountForgotten();
}

// An asset of the queue that does not open is marked and stays; one that opens after all is to be looked at.
void LocalMemory::onSession()
{
    const AssetSession& session = m_workspace.session();
    const QString id = m_queue.currentId();
    if (id.isEmpty() || session.state() == AssetSession::State::Empty || targetId(session.query()) != id)
        return;
    const int row = m_queue.rowOf(id);
    if (session.state() == AssetSession::State::Failed && !session.hasAnswer()) {
        m_queue.markFailed(id, session.error().message);
    } else if (session.state() == AssetSession::State::Ready) {
        m_queue.setTitle(id, session.mediaBase().title);
        if (m_queue.at(row).state == QueueEntry::State::Failed)
            m_queue.markWaiting(id);
    }
}

} // namespace proofreel
