// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/accounts.h"

#include "accounts/account_fields.h"
#include "accounts/pending.h"
#include "accounts/profile_settings.h"
#include "accounts/secret_vault.h"
#include "core/redaction.h"
#include "ims/endpoint.h"

#include <QHash>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

template <typename T>
CallHandle failLater(QObject* context, const Error& error, std::function<void(Result<T>)> callback)
{
    return callLater(context, [error, callback = std::move(callback)] { callback(fail(error)); });
}

Error unknownProfile()
{
    return { .kind = ErrorKind::NotFound,
        .message = Accounts::tr("This account is not there any more."),
        .advice = Accounts::tr("Choose another account.") };
}

Result<ImsAccount> accountOf(const Profile& profile, const Credentials& credentials)
{
    const auto endpoint =
        profile.endpoint.isEmpty() ? endpointForRegion(profile.region) : parseEndpoint(profile.endpoint);
    return endpoint.map([&](const QUrl& url) { return ImsAccount { credentials, url }; });
}

void sortByName(QList<Profile>& profiles)
{
    std::stable_sort(profiles.begin(), profiles.end(),
        [](const Profile& a, const Profile& b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
}

} // namespace

class Accounts::Private {
public:
    Private(Accounts& owner, QSettings& file, CredentialStore& store)
        : q(owner)
        , settings(file)
        , vault(store)
        , stored(settings.load())
        , currentId(settings.current())
    {
    }

    const StoredProfile* find(const QString& id) const
    {
        const auto found =
            std::find_if(stored.begin(), stored.end(), [&](const StoredProfile& one) { return one.profile.id == id; });
        return found == stored.end() ? nullptr : &*found;
    }

    //! Takes what the settings say now; the ids of those that are gone.
    QStringList reload()
    {
        QStringList gone;
        const auto before = std::exchange(stored, settings.load());
        for (const StoredProfile& one : before) {
            if (!find(one.profile.id))
                gone.append(one.profile.id);
        }
        return gone;
    }

    void announce(const QStringList& gone)
    {
        Q_EMIT q.profilesChanged();
        for (const QString& id : gone)
            Q_EMIT q.profileRemoved(id);
    }

    Result<Profile> write(const StoredProfile& entry)
    {
        return settings.store(entry).map([&] {
            announce(reload());
            return entry.profile;
        });
    }

    Result<void> erase(const QString& id)
    {
        return settings.erase(id).map([&] {
            const QStringList gone = reload();
            if (currentId == id)
                q.setCurrent({});
            announce(gone);
        });
    }

    Accounts& q;
    ProfileSettings settings;
    SecretVault vault;
    QList<StoredProfile> stored;
    QList<Profile> transient;
    QHash<QString, ImsAccount> transientAccounts;
    QString currentId;
};

Accounts::Accounts(QSettings& settings, CredentialStore& keychain, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, settings, keychain))
{
    connect(&d->vault, &SecretVault::problemChanged, this, &Accounts::keychainProblemChanged);
}

Accounts::~Accounts() = default;

QList<Profile> Accounts::profiles() const
{
    QList<Profile> all = d->transient;
    for (const StoredProfile& one : std::as_const(d->stored))
        all.append(one.profile);
    sortByName(all);
    return all;
}

Profile Accounts::profile(const QString& profileId) const
{
    const QList<Profile> all = profiles();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Profile& profile) { return profile.id == profileId; });
    return found == all.end() ? Profile {} : *found;
}

Profile Accounts::current() const
{
    return profile(d->currentId);
}

void Accounts::setCurrent(const QString& profileId)
{
    if (d->currentId == profileId)
        return;
    d->currentId = profileId;
    if (!isTransient(profileId))
        d->settings.setCurrent(profileId);
    Q_EMIT currentChanged(profileId);
}

CallHandle Accounts::save(
    const Profile& draft, const Credentials& credentials, QObject* context, SavedCallback callback)
{
    StoredProfile entry { draft };
    Profile& profile = entry.profile;
    profile.name = profile.name.simplified();
    const bool isNew = profile.id.isEmpty();
    const bool hasSecret = !credentials.accessKeySecret.isEmpty();
    const StoredProfile* const known = d->find(profile.id);
    if (isTransient(profile.id))
        return failLater(context,
            { .kind = ErrorKind::InvalidRequest,
                .message = tr("This account lasts only for this run and cannot be changed.") },
            std::move(callback));
    if (!isNew && !known)
        return failLater(context, unknownProfile(), std::move(callback));
    if (const QString text = checkAccount(profile, credentials, profiles(), isNew).first(); !text.isEmpty())
        return failLater(context, { .kind = ErrorKind::InvalidRequest, .message = text }, std::move(callback));

    if (isNew)
        profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    profile.accessKeyIdHint = hasSecret || !known ? maskKeyId(credentials.accessKeyId) : known->profile.accessKeyIdHint;
    entry.inKeychain = known && known->inKeychain;
    const auto pending = std::make_shared<Pending<Profile>>(context, std::move(callback));
    if (!hasSecret) {
        callLater(this, [this, pending, entry] {
            if (!pending->isAborted())
                pending->end(d->write(entry));
        });
    } else {
        d->vault.write(
            profile.id, credentials, [this, pending, entry, isNew](const Result<SecretVault::Written>& written) {
                StoredProfile stored = entry;
                stored.inKeychain = entry.inKeychain || (written && written->mayBeInKeychain);
                Result<Profile> saved = fail({ .kind = ErrorKind::Cancelled });
                if (!written)
                    saved = fail(written.error());
                else if (!pending->isAborted() || !isNew)
                    saved = d->write(stored);
                if (!saved && isNew) // without a profile nobody would ever find this secret again
                    d->vault.remove(stored.profile.id, stored.inKeychain, [](const Result<void>&) {});
                pending->end(saved);
            });
    }
    return CallHandle([pending] { pending->abort(); });
}

CallHandle Accounts::remove(const QString& profileId, QObject* context, DoneCallback callback)
{
    const StoredProfile* const known = d->find(profileId);
    if (!known)
        return failLater(context, unknownProfile(), std::move(callback));
    const auto pending = std::make_shared<Pending<void>>(context, std::move(callback));
    d->vault.remove(profileId, known->inKeychain, [this, pending, profileId](const Result<void>& removed) {
        pending->end(removed.and_then([&] { return d->erase(profileId); }));
    });
    return CallHandle([pending] { pending->abort(); });
}

CallHandle Accounts::open(const QString& profileId, QObject* context, ReadCallback callback)
{
    if (const auto demo = d->transientAccounts.constFind(profileId); demo != d->transientAccounts.cend())
        return callLater(context, [account = *demo, callback = std::move(callback)] { callback(account); });
    const StoredProfile* const known = d->find(profileId);
    if (!known)
        return failLater(context, unknownProfile(), std::move(callback));
    const auto pending = std::make_shared<Pending<ImsAccount>>(context, std::move(callback));
    d->vault.read(profileId, [pending, profile = known->profile](const Result<Credentials>& credentials) {
        const bool missing = !credentials && credentials.error().kind == ErrorKind::NotFound;
        // A key that was entered while the keychain failed was never stored; what is stored belongs to an older one.
        const bool outdated = credentials && !profile.accessKeyIdHint.isEmpty()
            && maskKeyId(credentials->accessKeyId) != profile.accessKeyIdHint;
        if (missing || outdated)
            pending->end(fail({ .kind = ErrorKind::Credentials,
                .code = u"NoStoredSecret"_s,
                .message = tr("No secret is stored for the account “%1”.").arg(profile.name),
                .advice = tr("Edit the account and enter its AccessKey again.") }));
        else
            pending->end(credentials.and_then([&](const Credentials& found) { return accountOf(profile, found); }));
    });
    return CallHandle([pending] { pending->abort(); });
}

void Accounts::addTransient(const Profile& profile, const ImsAccount& account)
{
    d->transientAccounts.insert(profile.id, account);
    d->transient.removeIf([&](const Profile& one) { return one.id == profile.id; });
    d->transient.append(profile);
    Q_EMIT profilesChanged();
    setCurrent(profile.id);
}

bool Accounts::isTransient(const QString& profileId) const
{
    return d->transientAccounts.contains(profileId);
}

QString Accounts::keychainProblem() const
{
    return d->vault.problem();
}

void Accounts::checkKeychain()
{
    d->vault.check();
}

QString Accounts::secretPlace(const QString& profileId) const
{
    return d->vault.place(profileId);
}

} // namespace proofreel
