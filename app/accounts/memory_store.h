// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "accounts/credential_store.h"

#include <QHash>

namespace proofreel {

//! Secrets in this process's memory: gone when the program ends. Stands in where there is no keychain.
class MemoryStore final : public CredentialStore {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MemoryStore)
public:
    using CredentialStore::CredentialStore;

    CallHandle read(const QString& profileId, QObject* context, ReadCallback callback) override;
    CallHandle write(
        const QString& profileId, const Credentials& credentials, QObject* context, DoneCallback callback) override;
    CallHandle remove(const QString& profileId, QObject* context, DoneCallback callback) override;
    [[nodiscard]] QString description() const override;

    [[nodiscard]] bool contains(const QString& profileId) const { return m_secrets.contains(profileId); }
    void insert(const QString& profileId, const Credentials& credentials) { m_secrets.insert(profileId, credentials); }
    void take(const QString& profileId) { m_secrets.remove(profileId); }

private:
    QHash<QString, Credentials> m_secrets;
};

} // namespace proofreel
