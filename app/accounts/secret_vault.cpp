// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/secret_vault.h"

#include <QTimer>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace proofreel {

namespace {

constexpr auto kSlow = 3s; //!< from here on a person wants to know what is being waited for

} // namespace

SecretVault::SecretVault(CredentialStore& keychain, QObject* parent)
    : QObject(parent)
    , m_keychain(keychain)
{
}

void SecretVault::write(
    const QString& profileId, const Credentials& credentials, std::function<void(Result<Written>)> done)
{
    waiting();
    m_keychain.write(profileId, credentials, this,
        [this, profileId, credentials, done = std::move(done)](const Result<void>& written) {
            answered(written ? nullptr : &written.error());
            if (written) {
                m_memory.take(profileId);
                done(Written { true });
            } else if (written.error().kind == ErrorKind::Keychain) {
                m_memory.insert(profileId, credentials);
                done(Written { written.error().code == "NoAnswer"_L1 });
            } else {
                done(fail(written.error()));
            }
        });
}

void SecretVault::read(const QString& profileId, CredentialStore::ReadCallback done)
{
    if (m_memory.contains(profileId)) {
        m_memory.read(profileId, this, std::move(done));
        return;
    }
    waiting();
    m_keychain.read(profileId, this, [this, done = std::move(done)](const Result<Credentials>& credentials) {
        answered(credentials ? nullptr : &credentials.error());
        done(credentials);
    });
}

void SecretVault::remove(const QString& profileId, bool inKeychain, CredentialStore::DoneCallback done)
{
    if (!inKeychain) {
        m_memory.remove(profileId, this, std::move(done));
        return;
    }
    waiting();
    m_keychain.remove(profileId, this, [this, profileId, done = std::move(done)](const Result<void>& removed) {
        answered(removed ? nullptr : &removed.error());
        if (removed)
            m_memory.take(profileId);
        done(removed);
    });
}

void SecretVault::check()
{
    waiting();
    m_keychain.read(u"availability"_s, this,
        [this](const Result<Credentials>& answer) { answered(answer ? nullptr : &answer.error()); });
}

QString SecretVault::place(const QString& profileId) const
{
    return m_memory.contains(profileId) || !m_problem.isEmpty() ? m_memory.description() : m_keychain.description();
}

void SecretVault::waiting()
{
    ++m_waits;
    QTimer::singleShot(kSlow, this, [this, call = ++m_calls] {
        if (m_waits > 0 && call == m_calls)
            setProblem(tr("Waiting for the keychain. It may be asking for its password in another window."));
    });
}

void SecretVault::answered(const Error* error)
{
    --m_waits;
    if (error && error->kind == ErrorKind::Keychain)
        setProblem(tr("Secrets stay in memory until Proofreel closes: %1").arg(error->message));
    else
        setProblem({});
}

void SecretVault::setProblem(const QString& text)
{
    if (std::exchange(m_problem, text) != text)
        Q_EMIT problemChanged(text);
}

} // namespace proofreel
