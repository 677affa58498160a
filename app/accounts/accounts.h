// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "accounts/credential_store.h"
#include "accounts/profile.h"
#include "core/call.h"
#include "core/result.h"
#include "ims/client.h"

#include <QList>
#include <QObject>

#include <functional>
#include <memory>

class QSettings;

namespace proofreel {

//! The profiles (in settings) and their secrets (in the keychain), kept in step.
//! Without a usable keychain secrets stay in memory for this run, and keychainProblem() says so. GUI thread.
class Accounts final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Accounts)
public:
    //! Neither argument is owned; both outlive this.
    Accounts(QSettings& settings, CredentialStore& keychain, QObject* parent = nullptr);
    ~Accounts() override;

    [[nodiscard]] QList<Profile> profiles() const; //!< in the order of their names
    [[nodiscard]] Profile profile(const QString& profileId) const; //!< empty id: there is none
    [[nodiscard]] Profile current() const; //!< empty id: none chosen
    void setCurrent(const QString& profileId); //!< remembered

    using SavedCallback = std::function<void(Result<Profile>)>;
    using DoneCallback = std::function<void(Result<void>)>;
    using ReadCallback = std::function<void(Result<ImsAccount>)>;
    //! Adds (empty id) or changes. Without a secret in \a credentials the stored one stays. A keychain that fails is no
    //! failure of this: the secret stays in memory and keychainProblem() says so.
    CallHandle save(const Profile& profile, const Credentials& credentials, QObject* context, SavedCallback callback);
    //! Removes the secret first, then the profile; an unreachable keychain fails and removes nothing.
    CallHandle remove(const QString& profileId, QObject* context, DoneCallback callback);
    //! Everything needed to speak to the service as that profile.
    CallHandle open(const QString& profileId, QObject* context, ReadCallback callback);

    //! A profile that lives in memory only (the demo): never written anywhere, made current at once.
    void addTransient(const Profile& profile, const ImsAccount& account);
    [[nodiscard]] bool isTransient(const QString& profileId) const;

    //! Empty while the keychain works; else why it does not and what that means for the person (translated).
    [[nodiscard]] QString keychainProblem() const;
    void checkKeychain(); //!< asks it for an item that is never there, so that keychainProblem() is true to life
    //! Where that profile's secret is, or would be put (empty id): "the system keychain …", "this run's memory".
    [[nodiscard]] QString secretPlace(const QString& profileId) const;

Q_SIGNALS:
    void profilesChanged();
    void profileRemoved(const QString& profileId); //!< after profilesChanged(); also one that another program removed
    void currentChanged(const QString& profileId);
    void keychainProblemChanged(const QString& problem);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace proofreel
