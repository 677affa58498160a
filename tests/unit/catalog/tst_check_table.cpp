// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/check_table.h"
#include "store_fixture.h"

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

class TestCheckTable final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lastTenOfEach()
    {
        LocalDb db;
        QVERIFY(db.open(u":memory:"_s));
        for (int n = 0; n < 15; ++n) {
            QVERIFY(checks::put(db, u"a"_s, u"m"_s, { 1000 + n, QByteArray::number(n) }));
            QVERIFY(checks::put(db, u"b"_s, u"m"_s, { n, "other" + QByteArray::number(n) }));
        }
        QVERIFY(checks::put(db, u"a"_s, u"n"_s, { 5, "once" }));
        QVERIFY(checks::put(db, u"a"_s, u"n"_s, { 5, "again" })); // the same moment: one row
        const auto kept = checks::read(db, u"a"_s, u"m"_s);
        QVERIFY(kept);
        QCOMPARE(kept->size(), checks::kMostOfOne);
        QCOMPARE(kept->first(), (KeptCheck { 1014, "14" }));
        QCOMPARE(kept->last(), (KeptCheck { 1005, "5" }));
        QCOMPARE(*checks::read(db, u"a"_s, u"n"_s), QList<KeptCheck>({ { 5, "again" } }));
        QCOMPARE(checks::read(db, u"a"_s, u"x"_s)->size(), 0);
        QVERIFY(checks::clear(db, u"a"_s));
        QCOMPARE(checks::read(db, u"a"_s, u"m"_s)->size(), 0);
        QCOMPARE(checks::read(db, u"b"_s, u"m"_s)->size(), checks::kMostOfOne);
    }

    void firstAndLastOfEqualOnes()
    {
        LocalDb db;
        QVERIFY(db.open(u":memory:"_s));
        for (const qint64 at : { 1, 2, 3, 4 })
            QVERIFY(checks::put(db, u"a"_s, u"m"_s, { at, "same" }));
        QVERIFY(checks::put(db, u"a"_s, u"m"_s, { 5, "other" }));
        QVERIFY(checks::put(db, u"a"_s, u"m"_s, { 6, "same" }));
        QVERIFY(checks::put(db, u"b"_s, u"m"_s, { 7, "same" }));
        QCOMPARE(*checks::read(db, u"a"_s, u"m"_s),
            QList<KeptCheck>({ { 6, "same" }, { 5, "other" }, { 4, "same" }, { 1, "same" } }));
        QVERIFY(checks::put(db, u"a"_s, u"n"_s, { 1, "x" }));
        QVERIFY(checks::remove(db, u"a"_s, u"m"_s));
        QCOMPARE(checks::read(db, u"a"_s, u"m"_s)->size(), 0);
        QCOMPARE(checks::read(db, u"a"_s, u"n"_s)->size(), 1);
        QCOMPARE(checks::read(db, u"b"_s, u"m"_s)->size(), 1);
    }

    void theOldestGoFirst()
    {
        LocalDb db;
        QVERIFY(db.open(u":memory:"_s));
        QVERIFY(
            db.run(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) INSERT INTO checks "
                   "SELECT 'a', 'm' || i, i, x'00' FROM n"_s,
                { checks::kMost }));
        QVERIFY(checks::put(db, u"a"_s, u"new"_s, { checks::kMost + 1, "x" }));
        QCOMPARE(checks::read(db, u"a"_s, u"m1"_s)->size(), 0);
        QCOMPARE(checks::read(db, u"a"_s, u"m2"_s)->size(), 1);
        QCOMPARE(checks::read(db, u"a"_s, u"new"_s)->size(), 1);
    }

    void anOlderOneTakesItsPlace()
    {
        LocalDb db;
        QVERIFY(db.open(u":memory:"_s));
        const auto put = [&db](qint64 atMs, const QByteArray& packed) {
            return checks::put(db, u"a"_s, u"m"_s, { atMs, packed }).has_value();
        };
        const auto lacks = [&db](qint64 atMs) { return checks::lacks(db, u"a"_s, u"m"_s, atMs).value_or(false); };
        QVERIFY(put(10, "x") && put(30, "y") && put(50, "y"));
        QVERIFY(lacks(5) && lacks(20) && lacks(40) && !lacks(30));
        QVERIFY(put(20, "z"));
        QVERIFY(put(40, "y")); // one in the middle of others like it
        QVERIFY(put(5, "y"));
        const QList<KeptCheck> all { { 50, "y" }, { 30, "y" }, { 20, "z" }, { 10, "x" }, { 5, "y" } };
        QCOMPARE(*checks::read(db, u"a"_s, u"m"_s), all);
        QVERIFY(put(60, "y")); // 50 is in the middle now
        QCOMPARE(checks::read(db, u"a"_s, u"m"_s)->size(), 5);
        for (int i = 0; i < 10; ++i)
            QVERIFY(put(100 + i, QByteArray::number(i)));
        QVERIFY(!lacks(50)); // too old by now
        QVERIFY(put(50, "y"));
        QCOMPARE(checks::read(db, u"a"_s, u"m"_s)->constLast().atMs, 100);
        QVERIFY(!lacks(105));
    }

    void anOlderFileGetsTheTable()
    {
        StoreFile file;
        {
            LocalDb old;
            QVERIFY(old.open(file.path()));
            QVERIFY(old.run(u"DROP TABLE checks"_s)); // and its index: what schema 1 was
            QVERIFY(old.run(u"INSERT INTO favourites VALUES ('a', 'm', 't', 'video', 1)"_s));
            QVERIFY(old.run(u"PRAGMA user_version = 1"_s));
        }
        LocalDb db;
        QVERIFY(db.open(file.path()));
        QVERIFY(checks::put(db, u"a"_s, u"m"_s, { 1, "x" }));
        int favourites = 0;
        QVERIFY(db.each(u"SELECT media_id FROM favourites"_s, {}, [&](const QSqlQuery&) { ++favourites; }));
        QCOMPARE(favourites, 1);
        LocalDb other; // and it is done once
        QVERIFY(other.open(file.path()));
        QCOMPARE(checks::read(other, u"a"_s, u"m"_s)->size(), 1);
    }

    void goesWithTheAccount()
    {
        LocalStore store((QString()));
        store.write(u"a"_s, [](LocalDb& db) { return checks::put(db, u"a"_s, u"m"_s, { 1, "x" }); });
        store.forget(u"a"_s);
        std::optional<qsizetype> left;
        store.ask<QList<KeptCheck>>(
            u"a"_s, [](LocalDb& db) { return checks::read(db, u"a"_s, u"m"_s); }, &store,
            [&](const Result<QList<KeptCheck>>& kept) { left = kept ? kept->size() : -1; });
        QTRY_COMPARE(left.value_or(-2), 0);
    }
};

QTEST_GUILESS_MAIN(TestCheckTable)
#include "tst_check_table.moc"
