// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http.h"

#include "tests/support/outcome.h"
#include "tests/support/raw_server.h"
#include "tests/support/self_signed.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace proofreel;
using namespace proofreel::test;

class TestHttpTls final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refuses_data();
    void refuses();
    void trustsAnAddedAuthority();
    void addedAuthorityDoesNotExcuseAWrongHost();
    void neverDownToHttp();
    void plainServerBehindHttps();
};

void TestHttpTls::refuses_data()
{
    QTest::addColumn<int>("daysLeft");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("advice");
    QTest::newRow("self-signed") << 1 << u"IP:127.0.0.1"_s << u"self-signed"_s << u"authority"_s;
    QTest::newRow("expired") << -1 << u"IP:127.0.0.1"_s << u"expired"_s << u"date and time"_s;
    QTest::newRow("other host") << 1 << u"DNS:other.example.com"_s << u"host name"_s << u"another host"_s;
}

void TestHttpTls::refuses()
{
    QFETCH(const int, daysLeft);
    QFETCH(const QString, name);
    QFETCH(const QString, words);
    QFETCH(const QString, advice);
    RawTlsServer server;
    server.setSslConfiguration(selfSignedIdentity(daysLeft, qPrintable(name)));
    server.handler = [](const QByteArray&) { return RawTlsServer::Reply { { okReply("secret") } }; };
    QVERIFY(server.start());
    Http http;
    Outcome<HttpResponse> got;
    http.send({ .url = QUrl(u"https://"_s + server.authority()) }, &got, got.sink());
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"Tls"_s);
    QVERIFY2(got.error().message.contains(words), qPrintable(got.error().message));
    QVERIFY2(got.error().advice.contains(advice), qPrintable(got.error().advice));
    QVERIFY(server.requests.isEmpty()); // nothing was said to it
}

void TestHttpTls::trustsAnAddedAuthority()
{
    const QSslConfiguration identity = selfSignedIdentity();
    RawTlsServer server;
    server.setSslConfiguration(identity);
    server.handler = [](const QByteArray&) { return RawTlsServer::Reply { { okReply("hello") } }; };
    QVERIFY(server.start());
    Http http;
    http.addCaCertificates(identity.localCertificate().toPem());
    Outcome<HttpResponse> got;
    http.send({ .url = QUrl(u"https://"_s + server.authority()) }, &got, got.sink());
    QVERIFY(got.wait());
    QVERIFY2(got.kind() == "ok"_L1, qPrintable(got.error().details()));
    QCOMPARE((*got.value)->body, "hello");
}

void TestHttpTls::addedAuthorityDoesNotExcuseAWrongHost()
{
    const QSslConfiguration identity = selfSignedIdentity(1, "DNS:other.example.com");
    RawTlsServer server;
    server.setSslConfiguration(identity);
    server.handler = [](const QByteArray&) { return RawTlsServer::Reply { { okReply("hello") } }; };
    QVERIFY(server.start());
    Http http;
    http.addCaCertificates(identity.localCertificate().toPem());
    Outcome<HttpResponse> got;
    http.send({ .url = QUrl(u"https://"_s + server.authority()) }, &got, got.sink());
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"Tls"_s);
}

void TestHttpTls::neverDownToHttp()
{
    RawServer plain;
    plain.handler = [](const QByteArray&) { return RawServer::Reply { { okReply("plain") } }; };
    QVERIFY(plain.start());
    const QSslConfiguration identity = selfSignedIdentity();
    RawTlsServer server;
    server.setSslConfiguration(identity);
    server.handler = [&](const QByteArray&) {
        return RawTlsServer::Reply { { statusReply(
            "302 Found", "", "Location: http://" + plain.authority().toLatin1() + "/\r\n") } };
    };
    QVERIFY(server.start());
    Http http;
    http.addCaCertificates(identity.localCertificate().toPem());
    Outcome<HttpResponse> got;
    http.send({ .url = QUrl(u"https://"_s + server.authority()) }, &got, got.sink());
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"Protocol"_s);
    QVERIFY(got.error().message.contains("unprotected"_L1));
    QVERIFY(plain.requests.isEmpty());
}

void TestHttpTls::plainServerBehindHttps()
{
    RawServer plain;
    plain.handler = [](const QByteArray&) { return RawServer::Reply { { okReply("plain") } }; };
    QVERIFY(plain.start());
    QObject::connect(&plain, &QTcpServer::pendingConnectionAvailable, &plain, [] {});
    Http http;
    Outcome<HttpResponse> got;
    // A TLS greeting holds no blank line, so the server would wait for ever: the time limit speaks.
    http.send({ .url = QUrl(u"https://"_s + plain.authority()), .connectTimeout = std::chrono::milliseconds(500) },
        &got, got.sink());
    QVERIFY(got.wait());
    QVERIFY(got.kind() == "Timeout"_L1 || got.kind() == "Tls"_L1);
    QVERIFY(!got.error().advice.isEmpty());
}

QTEST_GUILESS_MAIN(TestHttpTls)
#include "tst_http_tls.moc"
