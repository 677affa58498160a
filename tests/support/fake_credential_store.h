// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "accounts/credential_store.h"

#include <QHash>

#include <optional>
#include <vector>

namespace proofreel::test {

//! A keychain that a test can break, lock or leave hanging.
class FakeCredentialStore final : public CredentialStore {
public:
    QHash<QString, Credentials> secrets;
    QStringList calls; //!< "write <id>" ...
    std::optional<Error> broken; //!< every call fails with it
    bool hangs = false; //!< nothing is answered until release()

    static Error unavailable()
    {
        return { .kind = ErrorKind::Keychain,
            .code = QStringLiteral("Unavailable"),
            .message = QStringLiteral("The keychain cannot be used.") };
    }

    CallHandle read(const QString& profileId, QObject* context, ReadCallback callback) override
    {
        return act(QStringLiteral("read ") + profileId, context, [this, profileId, callback] {
            if (broken)
                callback(fail(*broken));
            else if (secrets.contains(profileId))
                callback(secrets.value(profileId));
            else
                callback(fail({ .kind = ErrorKind::NotFound }));
        });
    }
    CallHandle write(
        const QString& profileId, const Credentials& credentials, QObject* context, DoneCallback callback) override
    {
        return act(QStringLiteral("write ") + profileId, context, [this, profileId, credentials, callback] {
            if (!broken)
                secrets.insert(profileId, credentials);
            callback(broken ? Result<void>(fail(*broken)) : Result<void>());
        });
    }
    CallHandle remove(const QString& profileId, QObject* context, DoneCallback callback) override
    {
        return act(QStringLiteral("remove ") + profileId, context, [this, profileId, callback] {
            if (!broken)
                secrets.remove(profileId);
            callback(broken ? Result<void>(fail(*broken)) : Result<void>());
        });
    }
    [[nodiscard]] QString description() const override { return QStringLiteral("the test's keychain"); }

    void release()
    {
        hangs = false;
        for (auto& answer : std::exchange(m_held, {}))
            answer();
    }

private:
    CallHandle act(const QString& name, QObject* context, std::function<void()> answer)
    {
        calls << name;
        if (!hangs)
            return callLater(context, std::move(answer));
        m_held.push_back(std::move(answer));
        return {};
    }

    std::vector<std::function<void()>> m_held;
};

} // namespace proofreel::test
