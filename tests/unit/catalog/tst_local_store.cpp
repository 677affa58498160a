// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The file itself: what may go wrong with it, and what must never be in it.

#include "catalog/history_table.h"
#include "catalog/queue_table.h"
#include "catalog/saved_lists.h"
#include "catalog/saved_play_infos.h"
#include "store_fixture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QSqlQuery>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

namespace {

const QString kAccount = u"account-1"_s;

template <typename T>
Result<T> get(LocalStore& store, const QString& account, std::function<Result<T>(LocalDb&)> work)
{
    std::optional<Result<T>> result;
    store.ask<T>(account, std::move(work), &store, [&result](Result<T> answer) { result = std::move(answer); });
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, 20'000))
        return fail({ .message = u"no answer"_s });
    return *result;
}

QStringList rememberedIn(LocalStore& store, const QString& account = kAccount)
{
    QStringList ids;
    const auto entries =
        get<QList<HistoryEntry>>(store, account, [account](LocalDb& db) { return history::read(db, account); });
    for (const HistoryEntry& entry : entries.value_or(QList<HistoryEntry>()))
        ids += entry.mediaId;
    return ids;
}

void remember(LocalStore& store, const QString& mediaId, const QString& account = kAccount)
{
    store.write(account, [account, mediaId](LocalDb& db) {
        return history::put(db, account, { .mediaId = mediaId, .title = u"T"_s, .openedMs = 1 });
    });
}

QByteArray bytesOf(const QString& folder)
{
    QByteArray all;
    const auto files = QDir(folder).entryInfoList(QDir::Files);
    for (const QFileInfo& info : files) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace

class TestLocalStore final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isPrivateAndSurvives()
    {
        StoreFile file;
        {
            LocalStore store(file.path());
            remember(store, u"a"_s);
        }
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFile::permissions(file.path()) & others, QFile::Permissions());
        LocalStore again(file.path());
        QCOMPARE(rememberedIn(again), QStringList(u"a"_s));
        QVERIFY(!again.problem());
    }

    void damageIsSetAside_data()
    {
        QTest::addColumn<bool>("whole");
        QTest::newRow("no database at all") << true;
        QTest::newRow("broken in the middle") << false;
    }

    void damageIsSetAside()
    {
        QFETCH(const bool, whole);
        StoreFile file;
        {
            LocalStore store(file.path());
            for (int n = 0; n < 300; ++n)
                remember(store, u"media-%1"_s.arg(n));
        }
        QByteArray damaged;
        {
            QFile raw(file.path());
            QVERIFY(raw.open(QIODevice::ReadWrite));
            QVERIFY(raw.size() > 20'000);
            raw.seek(whole ? 0 : 4096);
            raw.write(QByteArray(12'000, 'x'));
            raw.seek(0);
            damaged = raw.readAll();
        }
        LocalStore store(file.path());
        QSignalSpy problems(&store, &LocalStore::problemFound);
        (void)rememberedIn(store);
        remember(store, u"new"_s);
        QCOMPARE(rememberedIn(store), QStringList(u"new"_s));
        QTRY_COMPARE(problems.size(), 1);
        QVERIFY(store.problem());
        QCOMPARE(store.problem()->kind, ErrorKind::Io);
        const QFileInfo info(file.path());
        const auto aside = info.dir().entryInfoList({ u"library.sqlite.damaged-*"_s }, QDir::Files);
        QVERIFY(!aside.isEmpty());
        QFile kept(aside.constFirst().filePath());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), damaged); // byte for byte
    }

    void otherTroubleLeavesTheFileAlone_data()
    {
        QTest::addColumn<QString>("trouble");
        QTest::newRow("locked") << u"locked"_s;
        QTest::newRow("newer") << u"newer"_s;
        QTest::newRow("no folder") << u"folder"_s;
    }

    void otherTroubleLeavesTheFileAlone()
    {
        QFETCH(const QString, trouble);
        StoreFile file;
        QString path = file.path();
        {
            LocalStore store(path);
            remember(store, u"old"_s);
        }
        LocalDb other;
        QVERIFY(other.open(path));
        if (trouble == "locked"_L1) {
            QVERIFY(other.run(u"BEGIN EXCLUSIVE"_s));
        } else if (trouble == "newer"_L1) {
            QVERIFY(other.run(u"PRAGMA user_version = 999"_s));
        } else {
            path = file.path() + u"/below-a-file/library.sqlite"_s;
        }
        {
            LocalStore store(path);
            QSignalSpy problems(&store, &LocalStore::problemFound);
            remember(store, u"new"_s);
            QTRY_COMPARE_WITH_TIMEOUT(problems.size(), 1, 20'000);
            QCOMPARE(store.problem()->kind, ErrorKind::Io);
            QVERIFY(!store.problem()->message.isEmpty() && !store.problem()->advice.isEmpty());
            if (trouble != "locked"_L1)
                QCOMPARE(rememberedIn(store), QStringList(u"new"_s)); // for this run
            remember(store, u"newer"_s);
            QVERIFY(settle(store, kAccount) || trouble == "locked"_L1);
            QCOMPARE(problems.size(), 1); // once
        }
        if (trouble == "locked"_L1)
            QVERIFY(other.run(u"ROLLBACK"_s));
        if (trouble == "newer"_L1)
            QVERIFY(other.run(u"PRAGMA user_version = 2"_s));
        LocalStore after(file.path());
        QCOMPARE(rememberedIn(after), QStringList(u"old"_s));
    }

    void aFullDiskIsSaidOnce()
    {
        StoreFile file;
        LocalStore store(file.path());
        remember(store, u"a"_s);
        QVERIFY(settle(store, kAccount));
        QSignalSpy problems(&store, &LocalStore::problemFound);
        // The file may not grow: SQLite's answer is the same as that of a full disk.
        store.write(kAccount, [](LocalDb&) { return Result<void> {}; });
        const auto grow = [](LocalDb& db) {
            (void)db.run(u"PRAGMA max_page_count = 1"_s);
            return db.run(u"INSERT INTO lists VALUES ('account-1', 'q', 1, 1, zeroblob(1000000))"_s);
        };
        std::optional<Result<void>> done;
        store.write(kAccount, grow, &store, [&done](Result<void> result) { done = std::move(result); });
        QTRY_VERIFY(done.has_value());
        QVERIFY(!*done);
        QCOMPARE(done->error().kind, ErrorKind::Io);
        store.write(kAccount, grow);
        QCOMPARE(rememberedIn(store), QStringList(u"a"_s)); // what is on disk can be read
        QTRY_COMPARE(problems.size(), 1);
    }

    void memoryAccountsLeaveNothing()
    {
        StoreFile file;
        {
            LocalStore store(file.path());
            store.keepInMemory(u"demo"_s);
            remember(store, u"CANARY-asset"_s, u"demo"_s);
            QCOMPARE(rememberedIn(store, u"demo"_s), QStringList(u"CANARY-asset"_s));
        }
        QVERIFY(!QFile::exists(file.path())); // not even an empty file
        LocalStore store(file.path());
        QCOMPARE(rememberedIn(store, u"demo"_s), QStringList());
    }

    void forgottenIsGone()
    {
        StoreFile file;
        {
            LocalStore store(file.path());
            remember(store, u"CANARY-asset"_s);
            remember(store, u"kept"_s, u"account-2"_s);
            store.forget(kAccount);
            QVERIFY(settle(store, kAccount));
            QCOMPARE(rememberedIn(store), QStringList());
        }
        QVERIFY(!bytesOf(QFileInfo(file.path()).path()).contains("CANARY"));
        LocalStore store(file.path());
        QCOMPARE(rememberedIn(store, u"account-2"_s), QStringList(u"kept"_s));
    }

    void noSecretReachesTheFile()
    {
        StoreFile file;
        const QString signedUrl = u"https://b.oss-cn-shanghai.aliyuncs.com/c.jpg?Expires=1&OSSAccessKeyId=CANARYkey"
                                  "&Signature=CANARYsig&security-token=CANARYtoken"_s;
        const auto stream = [](const QString& playUrl) { return QJsonObject { { u"PlayURL"_s, playUrl } }; };
        QJsonObject odd =
            stream(u"https://cdn.example.com/a.m3u8?auth_key=1-0-0-CANARYauth&MtsHlsUriToken=CANARYmts"_s);
        odd[u"FileURL"_s] = u"https://CANARYuser:CANARYpw@b.oss.example.com/a?x-oss-signature=CANARYv4"_s;
        odd[u"StreamTags"_s] = u"{\"u\":\"https://h/p?Signature=CANARYnested\"}"_s;
        odd[u"Other"_s] = u"Authorization: CANARYheader12345"_s;
        const QJsonObject reply {
            { u"MediaBase"_s, QJsonObject { { u"MediaId"_s, u"m1"_s }, { u"CoverURL"_s, signedUrl } } },
            { u"PlayInfoList"_s,
                QJsonArray { odd,
                    stream(u"https://cdn.example.com/202611241200/c0a1b2c3d4e5f60718293a4b5c6dCADE/a.mp4"_s),
                    stream(u"https://cdn.example.com/c0a1b2c3d4e5f60718293a4b5c6dCADE/5f3e2a10/v/a.mp4"_s) } },
        };
        const QByteArray body = QJsonDocument(reply).toJson();
        LocalStore store(file.path());
        const QDateTime now = QDateTime::currentDateTimeUtc();
        AssetRow row;
        row.mediaId = u"m1"_s;
        row.title = u"Plain title"_s;
        row.coverUrl = signedUrl;
        row.inputUrl = signedUrl;
        saveList(store, kAccount, u"all"_s, { row }, 1, now);
        savePlayInfo(store, kAccount, { .mediaId = u"m1"_s }, u"m1"_s, body, now);
        const OpenTarget target = QUrl(signedUrl);
        store.write(kAccount, [target](LocalDb& db) {
            return queue::put(db, kAccount, { { .id = targetId(target), .target = target } });
        });
        QVERIFY(settle(store, kAccount));

        std::optional<SavedPlayInfo> saved;
        loadPlayInfo(store, kAccount, { .mediaId = u"m1"_s }, &store,
            [&saved](const Result<std::optional<SavedPlayInfo>>& found) { saved = found.value_or(std::nullopt); });
        QTRY_VERIFY(saved.has_value());
        QVERIFY(saved->body.contains("https://cdn.example.com/a.m3u8"));
        QVERIFY2(!saved->body.contains("CANARY") && !saved->body.contains("CADE"), saved->body.constData());
        QCOMPARE(saved->at.toMSecsSinceEpoch(), now.toMSecsSinceEpoch());

        std::optional<SavedList> list;
        loadList(store, kAccount, u"all"_s, &store,
            [&list](const Result<std::optional<SavedList>>& found) { list = found.value_or(std::nullopt); });
        QTRY_VERIFY(list.has_value());
        QCOMPARE(list->total, 1);
        QCOMPARE(list->rows.constFirst().title, u"Plain title"_s);
        QCOMPARE(list->rows.constFirst().coverUrl, u"https://b.oss-cn-shanghai.aliyuncs.com/c.jpg"_s);
        QCOMPARE(list->rows.constFirst().inputUrl, u"https://b.oss-cn-shanghai.aliyuncs.com/c.jpg"_s);

        // While it is open, the log beside it included. What is packed was looked at above.
        const QByteArray all = bytesOf(QFileInfo(file.path()).path());
        QVERIFY(all.contains("c.jpg#")); // the queue's address, so this looks at the right files
        QVERIFY(!all.contains("CANARY"));
    }

    void savedCopiesAreBounded()
    {
        StoreFile file;
        LocalStore store(file.path());
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QList<AssetRow> rows(1500);
        for (qsizetype n = 0; n < rows.size(); ++n)
            rows[n].mediaId = QString::number(n);
        for (int n = 0; n < 25; ++n)
            saveList(store, kAccount, u"q%1"_s.arg(n), rows, 1500, now.addSecs(n));
        for (int n = 0; n < 510; ++n)
            savePlayInfo(store, kAccount, {}, u"m%1"_s.arg(n), "{\"MediaBase\":{}}", now.addSecs(n));
        savePlayInfo(store, kAccount, {}, u"large"_s, "{\"T\":\"" + QByteArray(300'000, 'x') + "\"}", now.addDays(1));
        QVERIFY(settle(store, kAccount));
        const auto count = [&store](const QString& table) {
            return get<int>(store, kAccount, [table](LocalDb& db) -> Result<int> {
                int number = -1;
                (void)db.each(u"SELECT count(*) FROM "_s + table, {},
                    [&number](const QSqlQuery& row) { number = row.value(0).toInt(); });
                return number;
            }).value_or(-1);
        };
        QCOMPARE(count(u"lists"_s), 20);
        QCOMPARE(count(u"play_infos"_s), 500);
        std::optional<Result<std::optional<SavedList>>> list;
        loadList(store, kAccount, u"q24"_s, &store, [&list](const auto& found) { list = found; });
        QTRY_VERIFY(list.has_value());
        QCOMPARE((**list)->rows.size(), 1000);
        QCOMPARE((**list)->total, 1500);
        list.reset();
        loadList(store, kAccount, u"q0"_s, &store, [&list](const auto& found) { list = found; });
        QTRY_VERIFY(list.has_value());
        QVERIFY(*list && !**list); // there was one; the oldest go
    }
};

QTEST_GUILESS_MAIN(TestLocalStore)
#include "tst_local_store.moc"
