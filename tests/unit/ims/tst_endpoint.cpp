// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/credentials.h"
#include "ims/endpoint.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace proofreel;

class TestEndpoint final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void regions();
    void badRegions_data();
    void badRegions();
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void credentialsPrintMasked();
};

void TestEndpoint::regions()
{
    QCOMPARE(imsRegions().size(), 6);
    for (const QString& region : imsRegions())
        QCOMPARE(endpointForRegion(region)->toString(), u"https://ice."_s + region + u".aliyuncs.com"_s);
    QVERIFY(endpointForRegion(u"eu-central-1"_s)); // not documented, yet possible
}

void TestEndpoint::badRegions_data()
{
    QTest::addColumn<QString>("region");
    for (const char* region :
        { "", "cn_shanghai", "CN-SHANGHAI", "a.b", "evil.com/x", "a@b", "-a", "a-", "a b", "\xe4\xb8\x8a" })
        QTest::newRow(region) << QString::fromUtf8(region);
    QTest::newRow("long") << QString(64, u'a');
    QTest::newRow("line break") << u"cn-shanghai\n"_s;
}

void TestEndpoint::badRegions()
{
    QFETCH(const QString, region);
    const auto got = endpointForRegion(region);
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::InvalidRequest);
}

void TestEndpoint::accepts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("host") << u" ice.cn-shanghai.aliyuncs.com "_s << u"https://ice.cn-shanghai.aliyuncs.com"_s;
    QTest::newRow("https") << u"https://ice.cn-shanghai.aliyuncs.com/"_s << u"https://ice.cn-shanghai.aliyuncs.com"_s;
    QTest::newRow("port") << u"ice.example.com:8443"_s << u"https://ice.example.com:8443"_s;
    QTest::newRow("upper case") << u"HTTPS://ICE.Example.COM"_s << u"https://ice.example.com"_s;
    QTest::newRow("loopback") << u"127.0.0.1:8080"_s << u"http://127.0.0.1:8080"_s;
    QTest::newRow("localhost") << u"localhost:8080"_s << u"http://localhost:8080"_s;
    QTest::newRow("loopback 6") << u"http://[::1]:8080"_s << u"http://[::1]:8080"_s;
    QTest::newRow("loopback https") << u"https://127.0.0.1:1"_s << u"https://127.0.0.1:1"_s;
}

void TestEndpoint::accepts()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    const auto got = parseEndpoint(text);
    QVERIFY2(got, qPrintable(text));
    QCOMPARE(got->toString(), expected);
    QCOMPARE(parseEndpoint(expected)->toString(), expected);
}

void TestEndpoint::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : { "", "   ", "http://ice.cn-shanghai.aliyuncs.com", "http://127.0.0.1.nip.io",
             "ftp://ice.example.com", "file:///etc/passwd", "https://", "https://a b", "https://me:pw@ice.example.com",
             "https://ice.example.com/path", "https://ice.example.com?x=1", "https://ice.example.com#x",
             "https://ice.example.com:0", "https://ice.example.com:99999", "javascript://x", "https://%zz" })
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("long") << QString(400, u'a');
}

void TestEndpoint::refuses()
{
    QFETCH(const QString, text);
    const auto got = parseEndpoint(text);
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::InvalidRequest);
    QVERIFY(!got.error().message.isEmpty() && !got.error().advice.isEmpty());
    QVERIFY(!got.error().message.contains("pw@"_L1));
}

void TestEndpoint::credentialsPrintMasked()
{
    QString text;
    QDebug(&text) << Credentials { u"LTAI5tCanaryCanary1234"_s, u"CANARY"_s, u"CANARY"_s };
    QVERIFY(!text.contains("CANARY"_L1));
    QVERIFY2(text.contains(u"AccessKey(LTAI5t…1234, with token)"_s), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
