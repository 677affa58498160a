// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/block_cache.h"
#include "media/range_reply.h"

#include <QTest>

using namespace proofreel;

//! What reading by ranges is made of.
class RangeParts final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cacheForgetsTheOldestButTheHead();
    void contentRangeIsReadStrictly_data();
    void contentRangeIsReadStrictly();
};

void RangeParts::cacheForgetsTheOldestButTheHead()
{
    BlockCache cache(30);
    const auto has = [&](qint64 offset) {
        char byte = 0;
        return cache.read(offset, &byte, 1) == 1;
    };
    cache.insert(0, "0123456789");
    cache.insert(100, "abcdefghij");
    cache.insert(200, "ABCDEFGHIJ");
    QVERIFY(has(109) && !has(110) && !has(99));
    QCOMPARE(cache.holeEnd(10, 1000), 100);
    QCOMPARE(cache.holeEnd(300, 1000), 1000);

    char buffer[8] = {};
    QCOMPARE(cache.read(107, buffer, 8), 3);
    QCOMPARE(QByteArray(buffer, 3), "hij");

    cache.insert(300, "klmnopqrst"); // 200 was used least lately, but for the head
    QVERIFY(has(0) && has(100) && has(300) && !has(200));
    QCOMPARE(cache.size(), 30);
    cache.insert(400, QByteArray(50, 'x'));
    QVERIFY(has(449));
    QVERIFY(!has(100) && !has(300));
}

void RangeParts::contentRangeIsReadStrictly_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("good");
    QTest::addColumn<qint64>("total");
    QTest::newRow("plain") << QByteArray("bytes 0-65535/100000") << true << qint64(100'000);
    QTest::newRow("case") << QByteArray("Bytes 5-5/6") << true << qint64(6);
    QTest::newRow("unknown total") << QByteArray("bytes 0-1/*") << true << qint64(-1);
    QTest::newRow("beyond the end") << QByteArray("bytes 0-100/100") << false << qint64(0);
    QTest::newRow("backwards") << QByteArray("bytes 9-8/100") << false << qint64(0);
    QTest::newRow("overflow") << QByteArray("bytes 0-1/99999999999999999999") << false << qint64(0);
    QTest::newRow("negative") << QByteArray("bytes -1-1/5") << false << qint64(0);
    QTest::newRow("absent") << QByteArray() << false << qint64(0);
}

void RangeParts::contentRangeIsReadStrictly()
{
    QFETCH(const QByteArray, header);
    QFETCH(const bool, good);
    QFETCH(const qint64, total);
    HttpResponse reply;
    reply.headers = { { "content-range", header } };
    const auto range = contentRange(reply);
    QCOMPARE(range.has_value(), good);
    if (range)
        QCOMPARE(range->total, total);
}

QTEST_APPLESS_MAIN(RangeParts)
#include "tst_range_parts.moc"
