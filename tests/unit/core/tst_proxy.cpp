// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http.h"
#include "core/proxy.h"

#include "tests/support/outcome.h"
#include "tests/support/raw_server.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace proofreel;
using namespace proofreel::test;

class TestProxy final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void loopback();
    void goesThroughAnHttpProxy();
    void neverForThisPc();
    void proxyThatAsksForAPassword();
    void proxyThatIsNotThere_data();
    void proxyThatIsNotThere();
};

void TestProxy::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QNetworkProxy>("expected");
    QTest::newRow("empty") << QString() << QNetworkProxy(QNetworkProxy::DefaultProxy);
    QTest::newRow("system") << u"system"_s << QNetworkProxy(QNetworkProxy::DefaultProxy);
    QTest::newRow("direct") << u" direct "_s << QNetworkProxy(QNetworkProxy::NoProxy);
    QTest::newRow("http") << u"http://p:3128"_s << QNetworkProxy(QNetworkProxy::HttpProxy, u"p"_s, 3128);
    QTest::newRow("no scheme") << u"p:3128/"_s << QNetworkProxy(QNetworkProxy::HttpProxy, u"p"_s, 3128);
    QTest::newRow("user") << u"http://me:p%40w@p"_s
                          << QNetworkProxy(QNetworkProxy::HttpProxy, u"p"_s, 8080, u"me"_s, u"p@w"_s);
    QTest::newRow("socks5") << u"socks5://[::1]"_s << QNetworkProxy(QNetworkProxy::Socks5Proxy, u"::1"_s, 1080);
}

void TestProxy::parses()
{
    QFETCH(const QString, text);
    QFETCH(const QNetworkProxy, expected);
    const auto got = parseProxy(text);
    QVERIFY(got);
    QCOMPARE(*got, expected);
}

void TestProxy::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("scheme") << u"ftp://p:1"_s;
    QTest::newRow("path") << u"http://p:1/x"_s;
    QTest::newRow("port") << u"http://p:0"_s;
    QTest::newRow("big port") << u"http://p:70000"_s;
    QTest::newRow("no host") << u"http://"_s;
    QTest::newRow("blank inside") << u"http://a b"_s;
}

void TestProxy::refuses()
{
    QFETCH(const QString, text);
    const auto got = parseProxy(text);
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::InvalidRequest);
    QVERIFY(!got.error().message.isEmpty() && !got.error().advice.isEmpty());
}

void TestProxy::loopback()
{
    for (const char* host : { "localhost", "LOCALHOST", "127.0.0.1", "127.3.4.5", "::1" })
        QVERIFY2(isLoopback(QString::fromLatin1(host)), host);
    for (const char* host :
        { "localhost.example.com", "128.0.0.1", "ice.cn-shanghai.aliyuncs.com", "127.0.0.1.nip.io", "" })
        QVERIFY2(!isLoopback(QString::fromLatin1(host)), host);
}

void TestProxy::goesThroughAnHttpProxy()
{
    RawServer proxy;
    proxy.handler = [](const QByteArray&) { return RawServer::Reply { { okReply("via proxy") } }; };
    QVERIFY(proxy.start());
    Http http;
    http.setProxy(*parseProxy(u"http://"_s + proxy.authority()));
    Outcome<HttpResponse> got;
    http.send({ .url = QUrl(u"http://media.example.invalid/a?b=c"_s) }, &got, got.sink());
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"ok"_s);
    QCOMPARE((*got.value)->body, "via proxy");
    QVERIFY(proxy.requests.first().startsWith("GET http://media.example.invalid/a?b=c HTTP/1.1\r\n"));
}

void TestProxy::neverForThisPc()
{
    RawServer proxy, server;
    proxy.handler = [](const QByteArray&) { return RawServer::Reply { { okReply("via proxy") } }; };
    server.handler = [](const QByteArray&) { return RawServer::Reply { { okReply("direct") } }; };
    QVERIFY(proxy.start() && server.start());
    Http http;
    http.setProxy(*parseProxy(u"http://"_s + proxy.authority()));
    Outcome<HttpResponse> got;
    http.send({ .url = QUrl(u"http://"_s + server.authority()) }, &got, got.sink());
    QVERIFY(got.wait());
    QCOMPARE((*got.value)->body, "direct");
    QCOMPARE(proxy.connections, 0);
}

void TestProxy::proxyThatAsksForAPassword()
{
    RawServer proxy;
    proxy.handler = [](const QByteArray&) {
        return RawServer::Reply { { statusReply(
            "407 Proxy Authentication Required", "no", "Proxy-Authenticate: Basic realm=\"p\"\r\n") } };
    };
    QVERIFY(proxy.start());
    Http http;
    http.setProxy(*parseProxy(u"http://"_s + proxy.authority()));
    Outcome<HttpResponse> got;
    http.send({ .url = QUrl(u"http://media.example.invalid/"_s) }, &got, got.sink());
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"Proxy"_s);
    QVERIFY(got.error().message.contains("password"_L1));
}

void TestProxy::proxyThatIsNotThere_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("http") << u"http"_s;
    QTest::newRow("socks5") << u"socks5"_s;
}

void TestProxy::proxyThatIsNotThere()
{
    QFETCH(const QString, scheme);
    quint16 port = 0;
    {
        RawServer gone;
        QVERIFY(gone.start());
        port = gone.serverPort();
    }
    Http http;
    http.setProxy(*parseProxy(u"%1://127.0.0.1:%2"_s.arg(scheme).arg(port)));
    Outcome<HttpResponse> got;
    http.send({ .url = QUrl(u"http://media.example.invalid/"_s) }, &got, got.sink());
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"Proxy"_s);
    QVERIFY(!got.error().advice.isEmpty());
}

QTEST_GUILESS_MAIN(TestProxy)
#include "tst_proxy.moc"
