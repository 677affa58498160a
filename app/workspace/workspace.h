// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "accounts/accounts.h"
#include "core/clock.h"
#include "core/http.h"
#include "ims/client.h"

#include <QObject>
#include <QSettings>

#include <memory>

namespace proofreel {

namespace sandbox {
class Server;
}
class AssetDetails;
class AssetListModel;
class AssetSession;
class CategoryModel;
class CheckRoom;
class LocalMemory;
class Player;

//! Command line of both programs, as far as they share it.
struct WorkspaceOptions {
    bool demo = false; //!< start the sandbox in this process and open its account
    QString profile; //!< name of a profile in the keychain
    QString endpoint; //!< overrides region
    QString region;
    QString proxy; //!< see parseProxy()
};

//! What ALIBABA_CLOUD_ACCESS_KEY_ID, _SECRET and ALIBABA_CLOUD_SECURITY_TOKEN hold; isEmpty() unless the pair is there.
[[nodiscard]] Credentials environmentCredentials();

//! Builds and owns everything below the window and the command line. There are no singletons. GUI thread.
class Workspace final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Workspace)
public:
    explicit Workspace(WorkspaceOptions options, QObject* parent = nullptr);
    ~Workspace() override;

    //! Starts the demo's sandbox if asked, checks options. Does not wait for the keychain or the network.
    Result<void> start();

    [[nodiscard]] QSettings& settings() { return *m_settings; }
    [[nodiscard]] Http& http() { return *m_http; }
    [[nodiscard]] const Clock& clock() const { return m_clock; }
    [[nodiscard]] Client& client() { return *m_client; }
    [[nodiscard]] Accounts& accounts() { return *m_accounts; }
    [[nodiscard]] AssetListModel& library() { return *m_library; }
    //! Not asked for by itself: who shows the tree calls reload() unless isAsked(). Empty again with another account.
    [[nodiscard]] CategoryModel& categories() { return *m_categories; }
    [[nodiscard]] AssetSession& session() { return *m_session; }
    [[nodiscard]] AssetDetails& details() { return *m_details; } //!< of the asset in session()
    //! Made on first use: the media libraries are loaded then, not at start-up.
    [[nodiscard]] Result<Player*> player();
    //! History, favourites, review queue. Made on first use: the command line remembers nothing.
    [[nodiscard]] LocalMemory& memory();
    //! What checks assets. Made on first use: the window's, the command line has its own.
    [[nodiscard]] CheckRoom& checks();
    [[nodiscard]] const WorkspaceOptions& options() const { return m_options; }

    //! Resolves credentials in the contracts' order (--profile, environment, current profile) and makes the client use
    //! them. Credentials error if there are none. For programs without a window; a window calls connectAndBrowse().
    CallHandle connectAccount(QObject* context, std::function<void(Result<Profile>)> callback);
    //! The same, then asks for the library; ends with connected() or connectFailed().
    void connectAndBrowse();
    //! Another account: closes what is open, then as connectAndBrowse(). Remembered.
    void chooseAccount(const QString& profileId);
    void disconnectAccount(); //!< forgets the credentials in use; rows, streams and player are closed
    //! Starts the sandbox in this process and adds its account, in memory only (`--demo`, or a button).
    Result<void> startDemo();
    [[nodiscard]] bool isConnected() const { return !m_connectedProfile.id.isEmpty(); }
    [[nodiscard]] const Profile& connectedProfile() const { return m_connectedProfile; } //!< empty id: none

Q_SIGNALS:
    void connected(const proofreel::Profile& profile); //!< the client may be used
    void leaving(); //!< the account in use, while it still is
    void disconnected();
    void connectFailed(const proofreel::Error& error);

private:
    Result<QUrl> endpointFromOptions() const; //!< empty URL: none given
    CallHandle openProfile(const QString& profileId, QObject* context, std::function<void(Result<Profile>)> callback);
    CallHandle connectEnvironment(const Credentials& credentials, const std::function<void(Result<Profile>)>& callback);
    void useAccount(const Profile& profile, const ImsAccount& account);
    void browse(const Result<Profile>& profile);

    WorkspaceOptions m_options;
    SystemClock m_clock;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<sandbox::Server> m_sandbox;
    std::unique_ptr<CredentialStore> m_keychain;
    std::unique_ptr<Http> m_http;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<Accounts> m_accounts;
    std::unique_ptr<AssetListModel> m_library;
    std::unique_ptr<CategoryModel> m_categories;
    std::unique_ptr<AssetSession> m_session;
    std::unique_ptr<AssetDetails> m_details;
    std::unique_ptr<Player> m_player;
    std::unique_ptr<LocalMemory> m_memory;
    std::unique_ptr<CheckRoom> m_checks;
    CallHandle m_connect;
    Profile m_connectedProfile;
};

} // namespace proofreel
