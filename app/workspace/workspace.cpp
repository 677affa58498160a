// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/workspace.h"

#include "accounts/keychain_store.h"
#include "catalog/asset_list_model.h"
#include "catalog/category_model.h"
#include "ims/endpoint.h"
#include "playback/player.h"
#include "sandbox/server.h"
#include "streams/asset_details.h"
#include "streams/asset_session.h"
#include "workspace/batch_folders.h"
#include "workspace/check_room.h"
#include "workspace/local_memory.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace proofreel {

Credentials environmentCredentials()
{
    return { qEnvironmentVariable("ALIBABA_CLOUD_ACCESS_KEY_ID"),
        qEnvironmentVariable("ALIBABA_CLOUD_ACCESS_KEY_SECRET"), qEnvironmentVariable("ALIBABA_CLOUD_SECURITY_TOKEN") };
}

Workspace::Workspace(WorkspaceOptions options, QObject* parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_settings(std::make_unique<QSettings>())
    , m_keychain(std::make_unique<KeychainStore>())
    , m_http(std::make_unique<Http>())
    , m_client(std::make_unique<Client>(*m_http, m_clock))
    , m_accounts(std::make_unique<Accounts>(*m_settings, *m_keychain))
    , m_library(std::make_unique<AssetListModel>(*m_client))
    , m_categories(std::make_unique<CategoryModel>(*m_client))
    , m_session(std::make_unique<AssetSession>(*m_client, m_clock))
    , m_details(std::make_unique<AssetDetails>(*m_client, *m_session))
{
}

Workspace::~Workspace()
{
    m_connect.abort();
    m_checks.reset(); // watches the session, uses the network
    m_memory.reset(); // watches the player and the session
    m_player.reset(); // uses the session and the network
}

Result<void> Workspace::start()
{
    if (!m_options.proxy.isEmpty()) {
        const auto proxy = parseProxy(m_options.proxy);
        if (!proxy)
            return fail(proxy.error());
        m_http->setProxy(*proxy);
    }
    const auto overridden = endpointFromOptions();
    if (!overridden)
        return fail(overridden.error());
    return m_options.demo ? startDemo() : Result<void> {};
}

Result<void> Workspace::startDemo()
{
    auto server = std::make_unique<sandbox::Server>(sandbox::Options {});
    if (const auto problem = server->start())
        return fail({ .kind = ErrorKind::Io,
            .message = tr("The demo could not start: %1").arg(*problem),
            .advice = tr("Install the package again, or build the demo media.") });
    m_sandbox = std::move(server);
    const Profile profile { u"demo"_s, tr("Demo"), m_sandbox->region(), m_sandbox->endpoint(), {} };
    m_accounts->addTransient(
        profile, { { m_sandbox->accessKeyId(), m_sandbox->accessKeySecret(), {} }, QUrl(m_sandbox->endpoint()) });
    return {};
}

Result<QUrl> Workspace::endpointFromOptions() const
{
    if (!m_options.endpoint.isEmpty())
        return parseEndpoint(m_options.endpoint);
    if (!m_options.region.isEmpty())
        return endpointForRegion(m_options.region);
    return QUrl();
}

Result<Player*> Workspace::player()
{
    if (!m_player) {
        const auto backend = Player::chooseBackend();
        if (!backend)
            return fail(backend.error());
        m_player = std::make_unique<Player>(*m_http);
        m_player->setRenewer([this](const QString& key, QObject* context, std::function<void(Result<QUrl>)> callback) {
            return m_session->renew(StreamKey::fromString(key), context, [callback](const Result<PlayInfo>& info) {
                callback(info.map([](const PlayInfo& fresh) { return QUrl(fresh.playUrl); }));
            });
        });
        if (m_memory)
            m_memory->watch(*m_player);
    }
    return m_player.get();
}

CheckRoom& Workspace::checks()
{
    if (!m_checks) {
        m_checks = std::make_unique<CheckRoom>(*m_client, *m_http, *m_session, m_clock, *m_settings, memory());
        new BatchFolders(*this, m_checks->batch(), &m_checks->batch());
    }
    return *m_checks;
}

LocalMemory& Workspace::memory()
{
    if (!m_memory) {
        m_memory = std::make_unique<LocalMemory>(*this, LocalStore::defaultFile());
        if (m_player)
            m_memory->watch(*m_player);
    }
    return *m_memory;
}

CallHandle Workspace::connectAccount(QObject* context, std::function<void(Result<Profile>)> callback)
{
    if (m_options.profile.isEmpty() && !m_options.demo) {
        if (const Credentials fromEnvironment = environmentCredentials(); !fromEnvironment.isEmpty())
            return connectEnvironment(fromEnvironment, callback);
    }
    QString id = m_accounts->current().id;
    if (!m_options.profile.isEmpty()) {
        const QList<Profile> all = m_accounts->profiles();
        const auto named = std::find_if(all.begin(), all.end(), [this](const Profile& profile) {
            return profile.name.compare(m_options.profile, Qt::CaseInsensitive) == 0;
        });
        id = named == all.end() ? QString() : named->id;
    }
    if (id.isEmpty()) {
        callback(fail({ .kind = ErrorKind::Credentials,
            .message = m_options.profile.isEmpty() ? tr("No account is set up.")
                                                   : tr("There is no account named “%1”.").arg(m_options.profile),
            .advice = tr("Add an account, or set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET.") }));
        return {};
    }
    return openProfile(id, context, std::move(callback));
}

CallHandle Workspace::openProfile(
    const QString& profileId, QObject* context, std::function<void(Result<Profile>)> callback)
{
    const QList<Profile> all = m_accounts->profiles();
    const auto found =
        std::find_if(all.begin(), all.end(), [&profileId](const Profile& profile) { return profile.id == profileId; });
    const Profile profile = found == all.end() ? Profile {} : *found;
    return m_accounts->open(profileId, context, [this, profile, callback](Result<ImsAccount> account) {
        if (!account) {
            callback(fail(account.error()));
            return;
        }
        // The account of a running demo speaks to its own server, whatever the command line says.
        if (const auto overridden = endpointFromOptions();
            overridden && !overridden->isEmpty() && !m_accounts->isTransient(profile.id))
            account->endpoint = *overridden;
        useAccount(profile, *account);
        callback(profile);
    });
}

CallHandle Workspace::connectEnvironment(
    const Credentials& credentials, const std::function<void(Result<Profile>)>& callback)
{
    QString region = m_options.region.isEmpty() ? qEnvironmentVariable("ALIBABA_CLOUD_REGION_ID") : m_options.region;
    if (region.isEmpty())
        region = imsRegions().constFirst();
    const auto endpoint = m_options.endpoint.isEmpty() ? endpointForRegion(region) : parseEndpoint(m_options.endpoint);
    if (!endpoint) {
        callback(fail(endpoint.error()));
        return {};
    }
    const Profile profile { u"environment"_s, tr("Environment"), region, m_options.endpoint, {} };
    const ImsAccount account { credentials, *endpoint };
    m_accounts->addTransient(profile, account);
    useAccount(profile, account);
    callback(profile);
    return {};
}

void Workspace::useAccount(const Profile& profile, const ImsAccount& account)
{
    m_client->setAccount(account);
    m_categories->clear();
    m_connectedProfile = profile;
    Q_EMIT connected(profile);
}

void Workspace::disconnectAccount()
{
    m_connect.abort();
    Q_EMIT leaving();
    m_client->setAccount({});
    if (m_memory)
        m_memory->leaveAccount();
    m_session->close();
    m_library->clear();
    m_categories->clear();
    m_connectedProfile = {};
    Q_EMIT disconnected();
}

void Workspace::connectAndBrowse()
{
    m_connect.abort();
    m_connect = connectAccount(this, [this](const Result<Profile>& profile) { browse(profile); });
}

void Workspace::chooseAccount(const QString& profileId)
{
    m_connect.abort();
    Q_EMIT leaving();
    if (m_memory)
        m_memory->leaveAccount();
    m_session->close();
    m_library->clear();
    m_categories->clear();
    m_accounts->setCurrent(profileId);
    m_connect = openProfile(profileId, this, [this](const Result<Profile>& profile) { browse(profile); });
}

void Workspace::browse(const Result<Profile>& profile)
{
    if (!profile) {
        Q_EMIT connectFailed(profile.error());
        return;
    }
    m_library->refresh();
}

} // namespace proofreel
