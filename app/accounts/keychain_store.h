// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "accounts/credential_store.h"

#include <chrono>

namespace proofreel {

//! Secrets in the OS keychain (Secret Service, KWallet, macOS Keychain, Windows Credential Manager) through QtKeychain:
//! one item per profile, service "proofreel", key = profile id, content one line of JSON {id, secret, token}.
//! Nothing touches the keychain before the first call. Errors: NotFound, Credentials (an item that is not ours), else
//! Keychain. A keychain that does not answer within \a patience (it may be waiting for its password) fails likewise.
class KeychainStore final : public CredentialStore {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeychainStore)
public:
    explicit KeychainStore(QObject* parent = nullptr, std::chrono::milliseconds patience = std::chrono::minutes(2));

    CallHandle read(const QString& profileId, QObject* context, ReadCallback callback) override;
    CallHandle write(
        const QString& profileId, const Credentials& credentials, QObject* context, DoneCallback callback) override;
    CallHandle remove(const QString& profileId, QObject* context, DoneCallback callback) override;
    [[nodiscard]] QString description() const override;

private:
    struct Answer;
    struct Call;
    using Work = std::function<void(QObject* worker, std::function<void(Answer)> done)>;
    CallHandle run(QObject* context, Work work, std::function<void(Result<QString>)> callback);

    std::chrono::milliseconds m_patience;
    int m_overdue = 0; //!< calls given up that the keychain has still not answered
};

} // namespace proofreel
