// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/local_db.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr int kSchema = 2;
constexpr int kPatienceMs = 3000;

// The low byte of SQLite's extended result codes.
enum SqliteCode { Busy = 5, Locked = 6, ReadOnly = 8, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26 };

struct StoreText {
    Q_DECLARE_TR_FUNCTIONS(LocalStore)
};

struct Statement {
    int schema; //!< that came with it
    const char* sql;
};

const Statement statements[] = {
    { 1,
        "CREATE TABLE history (account TEXT NOT NULL, media_id TEXT NOT NULL, title TEXT NOT NULL, media_type TEXT NOT "
        "NULL, opened_ms INTEGER NOT NULL, position_ms INTEGER NOT NULL, stream TEXT NOT NULL, "
        "PRIMARY KEY (account, media_id)) WITHOUT ROWID" },
    { 1,
        "CREATE TABLE favourites (account TEXT NOT NULL, media_id TEXT NOT NULL, title TEXT NOT NULL, media_type TEXT "
        "NOT "
        "NULL, added_ms INTEGER NOT NULL, PRIMARY KEY (account, media_id)) WITHOUT ROWID" },
    { 1,
        "CREATE TABLE queue (account TEXT NOT NULL, id TEXT NOT NULL, rank INTEGER NOT NULL, kind INTEGER NOT NULL, "
        "stream TEXT NOT NULL, seconds REAL NOT NULL, title TEXT NOT NULL, state INTEGER NOT NULL, reason TEXT NOT "
        "NULL, "
        "PRIMARY KEY (account, id)) WITHOUT ROWID" },
    { 1, "CREATE TABLE queue_current (account TEXT NOT NULL PRIMARY KEY, id TEXT NOT NULL) WITHOUT ROWID" },
    { 1,
        "CREATE TABLE lists (account TEXT NOT NULL, query_key TEXT NOT NULL, at_ms INTEGER NOT NULL, total INTEGER NOT "
        "NULL, packed BLOB NOT NULL, PRIMARY KEY (account, query_key))" },
    { 1,
        "CREATE TABLE play_infos (account TEXT NOT NULL, media_id TEXT NOT NULL, input_url TEXT NOT NULL, at_ms "
        "INTEGER "
        "NOT NULL, packed BLOB NOT NULL, PRIMARY KEY (account, media_id))" },
    { 2,
        "CREATE TABLE checks (account TEXT NOT NULL, media_id TEXT NOT NULL, at_ms INTEGER NOT NULL, packed BLOB NOT "
        "NULL, PRIMARY KEY (account, media_id, at_ms))" },
    { 2, "CREATE INDEX checks_by_time ON checks (account, at_ms)" },
};

//! Before SQLite makes it: only its owner may know what was looked at. The log beside it gets the same rights.
void makePrivate(const QString& path)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.exists() && file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace

LocalDb::~LocalDb()
{
    close();
}

Result<void> LocalDb::open(const QString& file)
{
    close();
    m_file = file;
    if (!QSqlDatabase::isDriverAvailable(u"QSQLITE"_s))
        return fail({ .kind = ErrorKind::Io,
            .message = StoreText::tr("Qt's SQLite driver is missing, so nothing is remembered after this run."),
            .advice = StoreText::tr("Install the package libqt6sql6-sqlite and start Proofreel again.") });
    m_connection = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto opened = prepare(file);
    if (!opened)
        close();
    return opened;
}

Result<void> LocalDb::prepare(const QString& file)
{
    const bool inMemory = file == ":memory:"_L1;
    if (!inMemory)
        makePrivate(file);
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(file);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(kPatienceMs));
    if (!database.open())
        return fail(errorOf(database.lastError()));
    int version = 0;
    // Reading the version is what finds out that a file is no database.
    auto done =
        each(u"PRAGMA user_version"_s, {}, [&version](const QSqlQuery& row) { version = row.value(0).toInt(); });
    if (done && version > kSchema)
        return fail({ .kind = ErrorKind::Io,
            .message = StoreText::tr("%1 was written by a newer Proofreel. It is left alone, and nothing is "
                                     "remembered after this run.")
                           .arg(QDir::toNativeSeparators(file)),
            .advice = StoreText::tr("Use the newer Proofreel.") });
    if (done && !inMemory)
        done = run(u"PRAGMA journal_mode=WAL"_s);
    // A committed change survives the end of the process; what a power cut may take are the last moments.
    if (done)
        done = run(u"PRAGMA synchronous=NORMAL"_s);
    if (done)
        done = run(u"PRAGMA secure_delete=ON"_s); // what is cleared is gone
    return done && version < kSchema ? makeTables() : done;
}

Result<void> LocalDb::makeTables()
{
    // Another program may be making them at this moment: look again once the file is ours.
    auto done = run(u"BEGIN IMMEDIATE"_s);
    int version = kSchema;
    if (done)
        done = each(u"PRAGMA user_version"_s, {}, [&version](const QSqlQuery& row) { version = row.value(0).toInt(); });
    if (version < kSchema) {
        for (const Statement& statement : statements) {
            if (done && statement.schema > version)
                done = run(QString::fromLatin1(statement.sql));
        }
        if (done)
            done = run(u"PRAGMA user_version=%1"_s.arg(kSchema));
    }
    return done ? run(u"COMMIT"_s) : done;
}

void LocalDb::close()
{
    if (m_connection.isEmpty())
        return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(std::exchange(m_connection, {}));
}

void LocalDb::setPatience(int ms)
{
    (void)run(u"PRAGMA busy_timeout=%1"_s.arg(ms));
}

Result<void> LocalDb::run(const QString& sql, const QVariantList& values)
{
    return each(sql, values, [](const QSqlQuery&) {});
}

Result<void> LocalDb::each(
    const QString& sql, const QVariantList& values, const std::function<void(const QSqlQuery&)>& row)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return fail(errorOf(query.lastError()));
    for (const QVariant& value : values)
        query.addBindValue(value);
    if (!query.exec())
        return fail(errorOf(query.lastError()));
    while (query.next())
        row(query);
    // A row that cannot be read ends the loop like the last one.
    if (query.lastError().isValid())
        return fail(errorOf(query.lastError()));
    return {};
}

bool LocalDb::isDamage(const Error& error)
{
    const int code = error.code.toInt() & 0xff;
    return code == Corrupt || code == NotADatabase;
}

Error LocalDb::errorOf(const QSqlError& error) const
{
    const QString code = error.nativeErrorCode();
    Error made { .kind = ErrorKind::Io, .code = code };
    const QString shown = QDir::toNativeSeparators(m_file);
    switch (code.toInt() & 0xff) {
    case Full:
        made.message = StoreText::tr("The disk is full: %1 cannot be written.").arg(shown);
        made.advice = StoreText::tr("Make room. Until then history, favourites and queue are kept for this run only.");
        break;
    case Busy:
    case Locked:
        made.message = StoreText::tr("Another program keeps %1 locked.").arg(shown);
        made.advice = StoreText::tr("End that program. Until then history, favourites and queue are kept for this run "
                                    "only.");
        break;
    case ReadOnly:
    case CannotOpen:
        made.message = StoreText::tr("%1 cannot be written.").arg(shown);
        made.advice =
            StoreText::tr("Check the rights of its folder. History, favourites and queue are kept for this run only.");
        break;
    case Corrupt:
    case NotADatabase:
        made.message = StoreText::tr("%1 is damaged.").arg(shown);
        break;
    default:
        made.message = StoreText::tr("%1 cannot be used: %2").arg(shown, error.databaseText());
        made.advice = StoreText::tr("History, favourites and queue are kept for this run only.");
    }
    return made;
}

} // namespace proofreel
