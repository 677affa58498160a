// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redaction.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace proofreel;

class TestRedaction final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hides_data();
    void hides();
    void keeps_data();
    void keeps();
    void knownSecrets_data();
    void knownSecrets();
    void urls_data();
    void urls();
    void keyIds();
};

void TestRedaction::hides_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const QString& text) { QTest::newRow(name) << text; };
    // Each text holds CANARY/x+9= in the place of a secret.
    row("authorization header",
        u"Authorization: ACS3-HMAC-SHA256 Credential=a,SignedHeaders=h,Signature=CANARY/x+9="_s);
    row("authorization in json", uR"({"Authorization":"ACS3-HMAC-SHA256 Credential=a,Signature=CANARY/x+9="})"_s);
    row("scheme alone", u"sent ACS3-HMAC-SHA256 Credential=CANARY/x+9=,SignedHeaders=host,Signature=CANARY/x+9= off"_s);
    row("bearer", u"with Bearer CANARY/x+9= in it"_s);
    row("signature", u"...&Signature=CANARY%2Fx%2B9%3D&next=1"_s);
    row("lower case", u"signature=CANARY/x+9="_s);
    row("token header", u"x-acs-security-token:CANARY/x+9=\nhost:a"_s);
    row("token parameter", u"SecurityToken=CANARY/x+9=&a=b"_s);
    row("string to sign", u"GET&%2F&AccessKeyId%3Dx%26SecurityToken%3DCANARY%252Fx%252B9%253D%26Version%3D1"_s);
    row("twice encoded", u"SecurityToken%253DCANARY%252Fx%2526a"_s);
    row("secret in json", uR"({"accessKeySecret": "CANARY/x+9=", "a": 1})"_s);
    row("secret in escaped json", uR"({\"access_key_secret\":\"CANARY/x+9=\"})"_s);
    row("xml", u"<SecurityToken>CANARY/x+9=</SecurityToken>"_s);
    row("cdn type a", u"https://cdn.example.com/a.mp4?auth_key=1444435200-0-0-CANARYx9"_s);
    row("cdn type a without a link", u"a.mp4?auth_key=1444435200-0-0-CANARYx9"_s);
    row("oss v1",
        u"see http://b.oss.com/o?Expires=1&OSSAccessKeyId=CANARYx9&Signature=CANARY%2Fx%2B9%3D&security-token=CANARY"_s);
    row("oss v4", u"https://b.oss.com/o?x-oss-credential=CANARY%2F2026&x-oss-signature=CANARY&x-oss-date=1"_s);
    row("hls token", u"\"https://cdn/x.m3u8?MtsHlsUriToken=CANARYx9\""_s);
    row("key uri", u"URI=\"https://keys.example.com/get?Ciphertext=CANARYx9\""_s);
    row("user in url", u"proxy http://user:CANARYx9@proxy:3128/"_s);
    row("cookie", u"Set-Cookie: id=CANARYx9; Path=/"_s);
    row("own name of a cdn", u"https://cdn/x?wsSecret=CANARYx9&wsTime=5"_s);
    row("after half a surrogate pair", QString(QChar(0xd83d)) + u" Signature=CANARY/x+9="_s);
    row("after a zero", u"a"_s + QChar(0) + u"Signature=CANARY/x+9="_s);
}

void TestRedaction::hides()
{
    QFETCH(const QString, text);
    QVERIFY(text.contains("CANARY"_L1));
    const QString safe = redact(text);
    QVERIFY2(!safe.contains("CANARY"_L1), qPrintable(safe));
    QVERIFY(safe.contains("***"_L1) || safe.contains("proxy:3128"_L1));
}

void TestRedaction::keeps_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"The service has no such asset."_s;
    QTest::newRow("media id") << u"MediaId=86434e152b7d4f20be480574439fe001 not found"_s;
    QTest::newRow("url") << u"https://cdn.example.com/sv/a%20b.mp4?Expires=17000 was opened"_s;
    QTest::newRow("code") << u"SignatureDoesNotMatch (HTTP 400)"_s;
    QTest::newRow("chinese") << u"服务没有这个媒资"_s;
    QTest::newRow("empty") << QString();
}

void TestRedaction::keeps()
{
    QFETCH(const QString, text);
    QCOMPARE(redact(text), text);
}

void TestRedaction::knownSecrets_data()
{
    QTest::addColumn<QString>("text");
    const QString secret = u"Zq/8+canary=\"x\"\\k"_s;
    const QString once = QString::fromLatin1(QUrl::toPercentEncoding(secret));
    QTest::newRow("as it is") << u"I got "_s + secret + u" from you"_s;
    QTest::newRow("inside a word") << u"a"_s + secret + u"b"_s;
    QTest::newRow("encoded") << u"v="_s + once;
    QTest::newRow("encoded lower case") << once.toLower();
    QTest::newRow("encoded twice") << QString::fromLatin1(QUrl::toPercentEncoding(once));
    QTest::newRow("json") << uR"({"v":"Zq/8+canary=\"x\"\\k"})"_s;
    QTest::newRow("json with slashes") << uR"({"v":"Zq\/8+canary=\"x\"\\k"})"_s;
}

void TestRedaction::knownSecrets()
{
    QFETCH(const QString, text);
    const QString safe = redact(text, { u"Zq/8+canary=\"x\"\\k"_s, QString(), u"ab"_s });
    QVERIFY2(!safe.contains("canary"_L1, Qt::CaseInsensitive), qPrintable(safe));
    QVERIFY(safe.contains("***"_L1));
}

void TestRedaction::urls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"https://a.com/b?c=d"_s << u"https://a.com/b?c=d"_s;
    QTest::newRow("user") << u"https://me:pw@a.com/b"_s << u"https://a.com/b"_s;
    QTest::newRow("auth_key") << u"https://a.com/b?x=1&auth_key=1-0-0-ff"_s << u"https://a.com/b?x=1&auth_key=***"_s;
    QTest::newRow("oss v1") << u"https://a.com/b?Expires=5&OSSAccessKeyId=k&Signature=s%2B"_s
                            << u"https://a.com/b?Expires=5&OSSAccessKeyId=***&Signature=***"_s;
    QTest::newRow("oss v4")
        << u"https://a.com/b?x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-expires=60&x-oss-signature=s"_s
        << u"https://a.com/b?x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-expires=60&x-oss-signature=***"_s;
    QTest::newRow("encoded name") << u"https://a.com/b?%53ignature=s"_s << u"https://a.com/b?Signature=***"_s;
    QTest::newRow("fragment") << u"https://a.com/b#access_token=s"_s << u"https://a.com/b"_s;
    QTest::newRow("no value") << u"https://a.com/b?token"_s << u"https://a.com/b?token"_s;
}

void TestRedaction::urls()
{
    QFETCH(const QString, url);
    QFETCH(const QString, expected);
    QCOMPARE(redactUrl(QUrl(url)), expected);
}

void TestRedaction::keyIds()
{
    QCOMPARE(maskKeyId(u"LTAI5tCanaryCanary1234"_s), u"LTAI5t…1234"_s);
    QCOMPARE(maskKeyId(u"short"_s), u"…"_s);
    QCOMPARE(maskKeyId({}), QString());
    QCOMPARE(redact(u"key LTAI5tCanaryCanary1234 is off"_s), u"key LTAI5t…1234 is off"_s);
    QCOMPARE(redact(u"STS.NUxCanaryCanary1234"_s), u"STS.NU…1234"_s);
}

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
