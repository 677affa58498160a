// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http.h"

#include "tests/support/outcome.h"
#include "tests/support/raw_server.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace proofreel;
using namespace proofreel::test;
using namespace std::chrono_literals;

//! Everything that a server or a network can do wrong: each failure has its kind, its words and a next step.
class TestHttpFailures final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wrongReply_data();
    void wrongReply();
    void refused();
    void unknownHost();
    void badRequest_data();
    void badRequest();
    void tooLarge_data();
    void tooLarge();
    void partialBodyIsKept();
    void exactlyTheLimit();

private:
    Http m_http;
};

void TestHttpFailures::wrongReply_data()
{
    QTest::addColumn<QByteArrayList>("parts");
    QTest::addColumn<bool>("close");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("words");
    const QByteArray head = "HTTP/1.1 200 OK\r\n";
    QTest::newRow("closed without a word") << QByteArrayList {} << true << u"Network"_s << u"closed the connection"_s;
    QTest::newRow("closed in the head") << QByteArrayList { "HTTP/1.1 20" } << true << u"Network"_s
                                        << u"closed the connection"_s;
    QTest::newRow("cut body") << QByteArrayList { head + "Content-Length: 100\r\n\r\nhalf" } << true << u"Protocol"_s
                              << u"middle of its reply"_s;
    QTest::newRow("cut before the body") << QByteArrayList { head + "Content-Length: 100\r\n\r\n" } << true
                                         << u"Protocol"_s << u"middle of its reply"_s;
    QTest::newRow("cut chunk") << QByteArrayList { head + "Transfer-Encoding: chunked\r\n\r\n64\r\nhalf" } << true
                               << u"Protocol"_s << u"middle of its reply"_s;
    QTest::newRow("no last chunk") << QByteArrayList { head + "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n" }
                                   << true << u"Protocol"_s << u"middle of its reply"_s;
    QTest::newRow("not http") << QByteArrayList { "220 mail.example.com ESMTP\r\n\r\n" } << true << u"Network"_s
                              << u"closed the connection"_s; // all that Qt tells
    QTest::newRow("bad gzip") << QByteArrayList { okReply("this is not gzip", "Content-Encoding: gzip\r\n") } << true
                              << u"Protocol"_s << u"unpacked"_s;
    QTest::newRow("hung") << QByteArrayList {} << false << u"Timeout"_s << u"did not answer within 0.4 s"_s;
    QTest::newRow("hung in the head") << QByteArrayList { "HTTP/1.1 200 O" } << false << u"Timeout"_s << u"0.4 s"_s;
    QTest::newRow("stalled") << QByteArrayList { head + "Content-Length: 100\r\n\r\nhalf" } << false << u"Timeout"_s
                             << u"silent in the middle"_s;
}

void TestHttpFailures::wrongReply()
{
    QFETCH(const QByteArrayList, parts);
    QFETCH(const bool, close);
    QFETCH(const QString, kind);
    QFETCH(const QString, words);
    RawServer server;
    server.handler = [&](const QByteArray&) { return RawServer::Reply { parts, close }; };
    QVERIFY(server.start());
    Outcome<HttpResponse> got;
    m_http.send({ .method = "POST", .url = QUrl(u"http://"_s + server.authority()), .silenceTimeout = 400ms }, &got,
        got.sink());
    QVERIFY(got.wait());
    const Error error = got.error();
    QVERIFY2(got.kind() == kind, qPrintable(got.kind() + u": "_s + error.details()));
    QVERIFY2(error.message.contains(words), qPrintable(error.message));
    QVERIFY2(error.message.contains(server.authority()), qPrintable(error.message));
    QVERIFY(!error.advice.isEmpty());
    QCOMPARE(error.host, server.authority());
}

void TestHttpFailures::refused()
{
    QString authority;
    {
        RawServer gone;
        QVERIFY(gone.start());
        authority = gone.authority();
    }
    Outcome<HttpResponse> got;
    m_http.send({ .url = QUrl(u"http://"_s + authority) }, &got, got.sink());
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"Network"_s);
    QVERIFY(got.error().message.contains("refused"_L1));
}

void TestHttpFailures::unknownHost()
{
    Outcome<HttpResponse> got;
    m_http.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    m_http.send({ .url = QUrl(u"http://no-such-host.invalid/"_s) }, &got, got.sink());
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"Network"_s);
    QVERIFY2(got.error().message.contains("no-such-host.invalid"_L1), qPrintable(got.error().message));
    QVERIFY(got.error().message.contains("DNS"_L1));
}

void TestHttpFailures::badRequest_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<HttpHeaders>("headers");
    const QUrl good(u"http://127.0.0.1:1/"_s);
    QTest::newRow("file") << QUrl(u"file:///etc/passwd"_s) << QByteArray("GET") << HttpHeaders {};
    QTest::newRow("ftp") << QUrl(u"ftp://a/b"_s) << QByteArray("GET") << HttpHeaders {};
    QTest::newRow("qrc") << QUrl(u"qrc:/x"_s) << QByteArray("GET") << HttpHeaders {};
    QTest::newRow("empty") << QUrl() << QByteArray("GET") << HttpHeaders {};
    QTest::newRow("no host") << QUrl(u"http:///x"_s) << QByteArray("GET") << HttpHeaders {};
    QTest::newRow("method") << good << QByteArray("GET / HTTP/1.1\r\nX:") << HttpHeaders {};
    QTest::newRow("no method") << good << QByteArray() << HttpHeaders {};
    QTest::newRow("header value") << good << QByteArray("GET") << HttpHeaders { { "A", "b\r\nC: d" } };
    QTest::newRow("header name") << good << QByteArray("GET") << HttpHeaders { { "A\nB", "c" } };
    QTest::newRow("empty name") << good << QByteArray("GET") << HttpHeaders { { "", "c" } };
}

void TestHttpFailures::badRequest()
{
    QFETCH(const QUrl, url);
    QFETCH(const QByteArray, method);
    QFETCH(const HttpHeaders, headers);
    Outcome<HttpResponse> got;
    m_http.send({ .method = method, .url = url, .headers = headers }, &got, got.sink());
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"InvalidRequest"_s);
}

void TestHttpFailures::tooLarge_data()
{
    QTest::addColumn<QByteArray>("reply");
    const QByteArray body(200'000, 'x');
    QTest::newRow("declared") << okReply(body);
    QTest::newRow("undeclared") << "HTTP/1.1 200 OK\r\n\r\n" + body;
    QTest::newRow("chunked") << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n0\r\n\r\n";
    // zlib: 4 MB of zeros in 4 kB; the limit is on what comes out
    QTest::newRow("packed") << okReply(qCompress(QByteArray(4'000'000, 0), 9).mid(4), "Content-Encoding: deflate\r\n");
}

void TestHttpFailures::tooLarge()
{
    QFETCH(const QByteArray, reply);
    RawServer server;
    server.handler = [&](const QByteArray&) { return RawServer::Reply { { reply } }; };
    QVERIFY(server.start());
    Outcome<HttpResponse> got;
    m_http.send({ .url = QUrl(u"http://"_s + server.authority()), .maxBytes = 100'000 }, &got, got.sink());
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"TooLarge"_s);
    QVERIFY(got.error().message.contains(server.authority()));
    QVERIFY(!got.error().advice.isEmpty());
    QTRY_COMPARE(server.closedByPeer, 1);
}

void TestHttpFailures::partialBodyIsKept()
{
    RawServer server;
    server.handler = [](const QByteArray&) { return RawServer::Reply { { okReply(QByteArray(200'000, 'x')) } }; };
    QVERIFY(server.start());
    Outcome<HttpResponse> got;
    m_http.send({ .url = QUrl(u"http://"_s + server.authority()), .maxBytes = 1000, .keepPartialBody = true }, &got,
        got.sink());
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"ok"_s);
    QCOMPARE((*got.value)->body, QByteArray(1000, 'x'));
    QVERIFY((*got.value)->truncated);
    QCOMPARE((*got.value)->status, 200);
}

void TestHttpFailures::exactlyTheLimit()
{
    RawServer server;
    server.handler = [](const QByteArray&) { return RawServer::Reply { { okReply(QByteArray(1000, 'x')) } }; };
    QVERIFY(server.start());
    Outcome<HttpResponse> got;
    m_http.send({ .url = QUrl(u"http://"_s + server.authority()), .maxBytes = 1000 }, &got, got.sink());
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"ok"_s);
    QCOMPARE((*got.value)->body.size(), 1000);
    QVERIFY(!(*got.value)->truncated);
}

QTEST_GUILESS_MAIN(TestHttpFailures)
#include "tst_http_failures.moc"
