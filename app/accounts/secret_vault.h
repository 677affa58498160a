// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "accounts/memory_store.h"

namespace proofreel {

//! The keychain, and this run's memory for what the keychain does not take. Learns from every use whether the keychain
//! works, and says so when it is slow to answer. Callbacks run from the event loop while this lives. GUI thread.
class SecretVault final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretVault)
public:
    explicit SecretVault(CredentialStore& keychain, QObject* parent = nullptr); //!< not owned

    struct Written {
        bool mayBeInKeychain = true; //!< true as well if the keychain never answered: look there when deleting
    };
    //! Falls back to memory when the keychain fails.
    void write(const QString& profileId, const Credentials& credentials, std::function<void(Result<Written>)> done);
    void read(const QString& profileId, CredentialStore::ReadCallback done);
    //! From the keychain, unless \a inKeychain is false, then from memory. A failing keychain removes nothing.
    void remove(const QString& profileId, bool inKeychain, CredentialStore::DoneCallback done);
    //! Asks for an item that is never there, only to learn whether the keychain works.
    void check();

    [[nodiscard]] QString problem() const { return m_problem; } //!< see Accounts::keychainProblem()
    //! Where that profile's secret is, or would be put.
    [[nodiscard]] QString place(const QString& profileId) const;

Q_SIGNALS:
    void problemChanged(const QString& problem);

private:
    void waiting();
    void answered(const Error* error);
    void setProblem(const QString& text);

    CredentialStore& m_keychain;
    MemoryStore m_memory;
    QString m_problem;
    int m_waits = 0;
    int m_calls = 0;
};

} // namespace proofreel
