// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/percent.h"

#include <QTest>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace proofreel;

class TestPercent final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void encodes_data();
    void encodes();
    void canonical();
    void parses();
    void survivesQUrl();
};

void TestPercent::encodes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("unreserved") << u"AZaz09-_.~"_s << QByteArray("AZaz09-_.~");
    QTest::newRow("blank and star") << u"a b*"_s << QByteArray("a%20b%2A");
    QTest::newRow("reserved") << u"!'();:@&=+$,/?#[]%"_s
                              << QByteArray("%21%27%28%29%3B%3A%40%26%3D%2B%24%2C%2F%3F%23%5B%5D%25");
    QTest::newRow("chinese") << u"测试"_s << QByteArray("%E6%B5%8B%E8%AF%95");
    QTest::newRow("beyond the first plane") << u"🎬"_s << QByteArray("%F0%9F%8E%AC");
    QTest::newRow("control") << QString(QChar(1)) + QChar(0) + QChar(0x7f) << QByteArray("%01%00%7F");
    QTest::newRow("encoded already") << u"%20"_s << QByteArray("%2520");
    QTest::newRow("empty") << QString() << QByteArray();
}

void TestPercent::encodes()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, expected);
    QCOMPARE(percentEncode(text), expected);
    QCOMPARE(QString::fromUtf8(QByteArray::fromPercentEncoding(percentEncode(text))), text);
}

void TestPercent::canonical()
{
    QCOMPARE(canonicalQuery(
                 { { u"b"_s, u"2"_s }, { u"B"_s, {} }, { u"a"_s, u"y"_s }, { u"a"_s, u"x"_s }, { u"ab"_s, u"1"_s } }),
        "B=&a=x&a=y&ab=1&b=2");
    QCOMPARE(canonicalQuery({}), QByteArray());
}

void TestPercent::parses()
{
    const QueryItems expected { { u"a"_s, u"x y"_s }, { u"b"_s, {} }, { u"c"_s, u"d=e"_s } };
    QCOMPARE(parseQuery("a=x+y&b&&c=d=e"), expected);
}

void TestPercent::survivesQUrl()
{
    // What is signed must be what the server reads after QUrl and the wire: every character, alone.
    for (int code = 1; code < 0x3100; ++code) {
        if (code == 0x80)
            code = 0x3000;
        const QString text = u"x"_s + QChar(code) + u"y"_s;
        const QByteArray query = canonicalQuery({ { u"v"_s, text } });
        QUrl url(u"https://ice.example.com/"_s);
        url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
        QVERIFY(url.isValid());
        const QByteArray wire = url.query(QUrl::FullyEncoded).toLatin1();
        QCOMPARE(QString::fromUtf8(QByteArray::fromPercentEncoding(wire.mid(2))), text);
        QVERIFY(!wire.contains('+') && !wire.contains('#'));
    }
}

QTEST_GUILESS_MAIN(TestPercent)
#include "tst_percent.moc"
