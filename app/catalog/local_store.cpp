// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/local_store.h"

#include "core/logging.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QStandardPaths>
#include <QThread>

#include <array>
#include <atomic>
#include <utility>

using namespace Qt::StringLiterals;

namespace proofreel {

class LocalStore::Worker final : public QObject {
public:
    Worker(LocalStore& store, QString file)
        : m_store(store)
        , m_file(std::move(file))
    {
    }
    void run(const QString& account, const std::function<void(Access&)>& job);
    void close()
    {
        m_disk.close();
        m_memory.close();
    }

    QSet<QString> inMemory; //!< accounts; the worker's thread
    std::atomic_bool isClosing = false;

private:
    class Job;
    Result<LocalDb*> databaseFor(const QString& account);
    Result<void> openFile();
    Result<void> setAside();
    Result<void> transact(const QString& account, const Change& change);
    static Result<void> inTransaction(LocalDb& db, const Change& change);
    void report(const Error& problem);

    LocalStore& m_store;
    QString m_file;
    bool m_tried = false; //!< to open the file
    bool m_told = false;
    bool m_isHurried = false;
    LocalDb m_disk;
    LocalDb m_memory;
};

class LocalStore::Worker::Job final : public Access {
public:
    Job(Worker& worker, QString account)
        : m_worker(worker)
        , m_account(std::move(account))
    {
    }
    Result<void> transact(const Change& change) override { return m_worker.transact(m_account, change); }

private:
    Worker& m_worker;
    QString m_account;
};

void LocalStore::Worker::run(const QString& account, const std::function<void(Access&)>& job)
{
    // The program is ending: a file that is locked may not hold it up.
    if (isClosing && !std::exchange(m_isHurried, true) && m_disk.isOpen())
        m_disk.setPatience(100);
    Job access(*this, account);
    job(access);
}

Result<LocalDb*> LocalStore::Worker::databaseFor(const QString& account)
{
    const bool wantsFile = !m_file.isEmpty() && !inMemory.contains(account);
    if (wantsFile && !std::exchange(m_tried, true)) {
        if (const auto opened = openFile(); !opened)
            report(opened.error());
    }
    if (wantsFile && m_disk.isOpen())
        return &m_disk;
    if (!m_memory.isOpen()) {
        if (const auto opened = m_memory.open(u":memory:"_s); !opened) {
            report(opened.error());
            return fail(opened.error());
        }
    }
    return &m_memory;
}

Result<void> LocalStore::Worker::openFile()
{
    const auto opened = m_disk.open(m_file);
    return !opened && LocalDb::isDamage(opened.error()) ? setAside() : opened;
}

Result<void> LocalStore::Worker::setAside()
{
    m_disk.close();
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmsszzz"_s);
    const QString aside = m_file + u".damaged-"_s + stamp;
    if (!QFile::rename(m_file, aside))
        return fail({ .kind = ErrorKind::Io,
            .message = tr("%1 is damaged and cannot be moved.").arg(QDir::toNativeSeparators(m_file)),
            .advice =
                tr("Check the rights of its folder. History, favourites and queue are kept for this run only.") });
    for (const QString& part : { u"-wal"_s, u"-shm"_s })
        QFile::rename(m_file + part, aside + part);
    report({ .kind = ErrorKind::Io,
        .message = tr("The file with history, favourites and queue was damaged. It is kept as %1, and a new one was "
                      "started.")
                       .arg(QDir::toNativeSeparators(aside)),
        .advice = tr("Keep that file if you want to have its contents recovered.") });
    return m_disk.open(m_file);
}

Result<void> LocalStore::Worker::transact(const QString& account, const Change& change)
{
    const auto db = databaseFor(account);
    if (!db)
        return fail(db.error());
    auto done = inTransaction(**db, change);
    if (!done && *db == &m_disk) {
        if (LocalDb::isDamage(done.error())) {
            if (const auto fresh = setAside(); !fresh) {
                report(fresh.error());
                return fail(fresh.error());
            }
            return inTransaction(m_disk, change);
        }
        report(done.error());
    }
    return done;
}

Result<void> LocalStore::Worker::inTransaction(LocalDb& db, const Change& change)
{
    // "IMMEDIATE": a lock is waited for here, and never found in the middle.
    auto done = db.run(u"BEGIN IMMEDIATE"_s);
    if (!done)
        return done;
    done = change(db);
    if (done)
        done = db.run(u"COMMIT"_s);
    if (!done)
        (void)db.run(u"ROLLBACK"_s);
    return done;
}

void LocalStore::Worker::report(const Error& problem)
{
    qCWarning(lcStore, "%s", qUtf8Printable(problem.message));
    if (std::exchange(m_told, true))
        return;
    QMetaObject::invokeMethod(
        &m_store,
        [store = &m_store, problem] {
            store->m_problem = problem;
            Q_EMIT store->problemFound(problem);
        },
        Qt::QueuedConnection);
}

LocalStore::LocalStore(const QString& file, QObject* parent)
    : QObject(parent)
    , m_thread(std::make_unique<QThread>())
    , m_worker(new Worker(*this, file))
{
    m_thread->setObjectName(u"local store"_s);
    m_worker->moveToThread(m_thread.get());
}

LocalStore::~LocalStore()
{
    m_worker->isClosing = true;
    if (m_thread->isRunning()) {
        // Behind everything that was asked before. A connection ends in its own thread.
        QMetaObject::invokeMethod(
            m_worker,
            [worker = m_worker] {
                worker->close();
                QThread::currentThread()->quit();
            },
            Qt::QueuedConnection);
        m_thread->wait();
    }
    delete m_worker;
}

QString LocalStore::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/library.sqlite"_s;
}

void LocalStore::post(const QString& account, std::function<void(Access&)> job)
{
    if (!m_thread->isRunning())
        m_thread->start(QThread::LowPriority);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, account, job = std::move(job)] { worker->run(account, job); },
        Qt::QueuedConnection);
}

void LocalStore::keepInMemory(const QString& account)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, account] { worker->inMemory.insert(account); }, Qt::QueuedConnection);
}

void LocalStore::write(const QString& account, Change change, QObject* context, Done done)
{
    const auto answer = done ? Delivery<Result<void>>::to(context ? context : this, std::move(done)) : nullptr;
    post(account, [answer, change = std::move(change)](Access& access) {
        auto result = access.transact(change);
        if (answer)
            answer->deliver(std::move(result));
    });
}

void LocalStore::forget(const QString& account, QObject* context, Done done)
{
    const auto erase = [account](LocalDb& db) {
        Result<void> erased;
        constexpr std::array kTables { "history", "favourites", "queue", "queue_current", "lists", "play_infos",
            "checks" };
        for (const char* const table : kTables) {
            if (erased)
                erased = db.run(u"DELETE FROM %1 WHERE account = ?"_s.arg(QLatin1StringView(table)), { account });
        }
        return erased;
    };
    write(account, erase, context, std::move(done));
}

} // namespace proofreel
