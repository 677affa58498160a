// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/keychain_store.h"

#include "accounts/secret_service.h"
#include "core/logging.h"

#include <QFuture>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QPromise>
#include <QThread>
#include <QTimer>

#include <memory>
#include <utility>

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace proofreel {

struct KeychainStore::Answer {
    QKeychain::Error error = QKeychain::NoError;
    QString errorText;
    QString secret;
};

struct KeychainStore::Call {
    QPointer<QObject> context;
    std::function<void(Result<QString>)> callback;
    bool answered = false;
    bool overdue = false;

    void end(const Result<QString>& result)
    {
        if (const auto run = std::exchange(callback, nullptr); run && context)
            run(result);
    }
};

namespace {

constexpr auto kService = "proofreel"_L1;
constexpr qsizetype kMaxItemSize = 64 * 1024; // characters; STS tokens have about a thousand

//! QtKeychain may block (KWallet is asked over synchronous D-Bus), so it never runs in the GUI thread. Its queue of
//! jobs is one for the process and belongs to the thread that used it first: hence one thread for all stores, and one
//! that is never joined, since a hung keychain must not hold up the end of the program.
QObject* keychainWorker()
{
    static QObject* const worker = [] {
        auto* thread = new QThread;
        thread->setObjectName(u"keychain"_s);
        auto* object = new QObject;
        object->moveToThread(thread);
        thread->start();
        return object;
    }();
    return worker;
}

template <typename Job>
Job* startJob(Job* job, const QString& key)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false); // never a file
    job->setKey(key);
    job->start();
    return job;
}

Error noAnswer()
{
    return { .kind = ErrorKind::Keychain,
        .code = u"NoAnswer"_s,
        .message = KeychainStore::tr("The keychain does not answer."),
        .advice = KeychainStore::tr("It may be asking for its password in another window. Unlock it and try again.") };
}

Error keychainError(QKeychain::Error error, const QString& text)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return { .kind = ErrorKind::NotFound, .message = KeychainStore::tr("The keychain holds no such item.") };
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return { .kind = ErrorKind::Keychain,
            .code = u"AccessDenied"_s,
            .message = KeychainStore::tr("The keychain refused access."),
            .advice = KeychainStore::tr("Unlock the keychain and try again.") };
    default:
        return { .kind = ErrorKind::Keychain,
            .code = u"Unavailable"_s,
            .message = text.isEmpty() ? KeychainStore::tr("The keychain cannot be used.")
                                      : KeychainStore::tr("The keychain cannot be used: %1").arg(text),
            .advice =
                KeychainStore::tr("Start and unlock a keychain, such as GNOME Keyring or KWallet, and try again.") };
    }
}

QString toItem(const Credentials& credentials)
{
    const QJsonObject item { { u"id"_s, credentials.accessKeyId }, { u"secret"_s, credentials.accessKeySecret },
        { u"token"_s, credentials.securityToken } };
    return QString::fromUtf8(QJsonDocument(item).toJson(QJsonDocument::Compact));
}

Result<Credentials> fromItem(const QString& text)
{
    const QJsonObject item =
        text.size() > kMaxItemSize ? QJsonObject() : QJsonDocument::fromJson(text.toUtf8()).object();
    const Credentials credentials { item["id"_L1].toString(), item["secret"_L1].toString(),
        item["token"_L1].toString() };
    if (credentials.isEmpty())
        return fail({ .kind = ErrorKind::Credentials,
            .code = u"UnreadableItem"_s,
            .message = KeychainStore::tr("The keychain's item for this account cannot be read."),
            .advice = KeychainStore::tr("Edit the account and enter the AccessKey again.") });
    return credentials;
}

} // namespace

KeychainStore::KeychainStore(QObject* parent, std::chrono::milliseconds patience)
    : CredentialStore(parent)
    , m_patience(patience)
{
}

CallHandle KeychainStore::run(QObject* context, Work work, std::function<void(Result<QString>)> callback)
{
    if (m_overdue
        > 0) // the queue is stuck: another job would only wait behind, and might be done when nobody expects it
        return callLater(context, [callback = std::move(callback)] { callback(fail(noAnswer())); });

    const auto call = std::make_shared<Call>(Call { context, std::move(callback) });
    const auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    promise->future().then(this, [this, call](const Answer& answer) {
        call->answered = true;
        if (call->overdue)
            --m_overdue;
        if (answer.error == QKeychain::NoError)
            call->end(answer.secret);
        else
            call->end(fail(keychainError(answer.error, answer.errorText)));
    });
    QTimer::singleShot(m_patience, this, [this, call] {
        if (call->answered)
            return;
        qCWarning(lcAccounts) << "the keychain does not answer";
        call->overdue = true;
        ++m_overdue;
        call->end(fail(noAnswer()));
    });
    QMetaObject::invokeMethod(
        keychainWorker(),
        [work = std::move(work), promise] {
            work(keychainWorker(), [promise](const Answer& answer) {
                promise->addResult(answer);
                promise->finish();
            });
        },
        Qt::QueuedConnection);
    return CallHandle([call] { call->callback = nullptr; });
}

CallHandle KeychainStore::read(const QString& profileId, QObject* context, ReadCallback callback)
{
    const Work work = [profileId](QObject* worker, const std::function<void(Answer)>& done) {
        auto* job = new QKeychain::ReadPasswordJob(kService, worker);
        connect(job, &QKeychain::Job::finished, worker, [job, done, profileId] {
            const bool locked = job->error() == QKeychain::EntryNotFound && secretServiceHolds(kService, profileId);
            done({ locked ? QKeychain::AccessDenied : job->error(), job->errorString(), job->textData() });
        });
        startJob(job, profileId);
    };
    return run(context, work,
        [callback = std::move(callback)](const Result<QString>& item) { callback(item.and_then(fromItem)); });
}

CallHandle KeychainStore::write(
    const QString& profileId, const Credentials& credentials, QObject* context, DoneCallback callback)
{
    const Work work = [profileId, credentials](QObject* worker, const std::function<void(Answer)>& done) {
        auto* job = new QKeychain::WritePasswordJob(kService, worker);
        job->setTextData(toItem(credentials));
        connect(job, &QKeychain::Job::finished, worker, [job, done] {
            done({ job->error(), job->errorString(), {} });
        });
        startJob(job, profileId);
    };
    return run(context, work, [callback = std::move(callback)](const Result<QString>& written) {
        callback(written.map([](const QString&) {}));
    });
}

CallHandle KeychainStore::remove(const QString& profileId, QObject* context, DoneCallback callback)
{
    const Work work = [profileId](QObject* worker, const std::function<void(Answer)>& done) {
        auto* job = new QKeychain::DeletePasswordJob(kService, worker);
        connect(job, &QKeychain::Job::finished, worker, [job, done, profileId] {
            const bool locked = job->error() <= QKeychain::EntryNotFound && secretServiceHolds(kService, profileId);
            done({ locked ? QKeychain::AccessDenied : job->error(), job->errorString(), {} });
        });
        startJob(job, profileId);
    };
    return run(context, work, [callback = std::move(callback)](const Result<QString>& removed) {
        if (!removed && removed.error().kind != ErrorKind::NotFound)
            callback(fail(removed.error()));
        else
            callback({});
    });
}

QString KeychainStore::description() const
{
#if defined(Q_OS_MACOS)
    return tr("the macOS Keychain");
#elif defined(Q_OS_WIN)
    return tr("the Windows Credential Manager");
#else
    return tr("the system keychain (Secret Service or KWallet)");
#endif
}

} // namespace proofreel
