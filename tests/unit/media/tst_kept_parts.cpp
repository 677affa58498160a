// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/kept_parts.h"

#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestKeptParts final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void givesBackExactlyThatPart()
    {
        const QUrl one(u"https://cdn.example.com/1.ts?a=b"_s), two(u"https://cdn.example.com/2.ts"_s);
        KeptParts parts;
        QVERIFY(parts.keep(one, 0, "first"));
        QVERIFY(parts.keep(two, 100, "second"));
        QCOMPARE(parts.find(one, 0, -1), QByteArray("first"));
        QCOMPARE(parts.find(two, 100, 6), QByteArray("second"));
        QCOMPARE(parts.find(one, 0, 5), QByteArray("first")); // in any order, and again
        QVERIFY(!parts.find(two, 0, -1));
        QVERIFY(!parts.find(two, 100, 7));
        QVERIFY(!parts.find(QUrl(u"https://cdn.example.com/1.ts"_s), 0, -1));
    }
    void isBounded()
    {
        const QUrl url(u"https://cdn.example.com/1.ts"_s);
        KeptParts parts(10);
        QVERIFY(!parts.keep(url, 0, {}));
        QVERIFY(parts.keep(url, 0, "12345678"));
        QVERIFY(!parts.keep(url, 0, "1")); // once is enough
        QVERIFY(!parts.keep(url, 8, "123"));
        QVERIFY(parts.keep(url, 8, "12"));
        QVERIFY(!parts.keep(url, 10, "1"));
        QCOMPARE(parts.find(url, 8, 2), QByteArray("12"));
    }
};

QTEST_GUILESS_MAIN(TestKeptParts)
#include "tst_kept_parts.moc"
