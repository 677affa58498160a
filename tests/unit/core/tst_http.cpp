// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http.h"

#include "tests/support/outcome.h"
#include "tests/support/raw_server.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace proofreel;
using namespace proofreel::test;
using namespace std::chrono_literals;

//! What works: whole exchanges of any status, redirects, and every way to stop one.
class TestHttp final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wholeExchange();
    void anyStatusIsAnAnswer_data();
    void anyStatusIsAnAnswer();
    void emptyPostKeepsItsQuery();
    void noCookiesNoUserFromTheUrl();
    void slowButFlowing();
    void unpacksGzip();
    void redirects();
    void redirectForeignHostLosesTheSignature();
    void redirectRefused_data();
    void redirectRefused();
    void redirectAsTheAnswer();
    void abort();
    void contextDies();
    void contextInAnotherThread();
    void destructionAnswersCancelled();
    void hundredAtOnce();

private:
    static HttpRequest get(const RawServer& server, const QString& path = {})
    {
        return { .url = QUrl(u"http://"_s + server.authority() + path) };
    }
};

void TestHttp::wholeExchange()
{
    RawServer server;
    server.handler = [](const QByteArray&) { return RawServer::Reply { { okReply("hello", "X-One: 1\r\n") } }; };
    QVERIFY(server.start());
    Http http;
    Outcome<HttpResponse> got;
    HttpRequest request = get(server, u"/a%20b?c=d%2Be"_s);
    request.headers = { { "X-Mine", "me" } };
    http.send(request, &got, got.sink());
    QVERIFY(!got.value); // never before send() has returned
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"ok"_s);
    QCOMPARE((*got.value)->status, 200);
    QCOMPARE((*got.value)->body, "hello");
    QCOMPARE((*got.value)->header("x-ONE"), "1");
    QCOMPARE((*got.value)->header("x-two"), QByteArray());
    QCOMPARE((*got.value)->finalUrl, request.url);
    QVERIFY(!(*got.value)->truncated);
    QVERIFY(server.requests.first().startsWith("GET /a%20b?c=d%2Be HTTP/1.1\r\n"));
    QVERIFY(server.requests.first().contains("X-Mine: me\r\n"));
}

void TestHttp::anyStatusIsAnAnswer_data()
{
    QTest::addColumn<int>("status");
    for (const int status : { 204, 302, 304, 400, 401, 403, 404, 409, 410, 418, 429, 500, 501, 502, 503, 504, 599 })
        QTest::addRow("%d", status) << status;
}

void TestHttp::anyStatusIsAnAnswer()
{
    QFETCH(const int, status);
    const bool empty = status == 204 || status == 304;
    RawServer server;
    server.handler = [&](const QByteArray&) {
        return RawServer::Reply { { empty ? "HTTP/1.1 " + QByteArray::number(status) + " X\r\n\r\n"
                                          : statusReply(QByteArray::number(status) + " X", "{}") } };
    };
    QVERIFY(server.start());
    Http http;
    for (const char* method : { "GET", "POST" }) {
        Outcome<HttpResponse> got;
        HttpRequest request = get(server);
        request.method = method;
        http.send(request, &got, got.sink());
        QVERIFY(got.wait());
        QVERIFY2(got.kind() == "ok"_L1, qPrintable(got.error().details()));
        QCOMPARE((*got.value)->status, status);
        QCOMPARE((*got.value)->body, empty ? "" : "{}");
    }
}

void TestHttp::emptyPostKeepsItsQuery()
{
    RawServer server;
    server.handler = [](const QByteArray&) { return RawServer::Reply { { okReply("{}") } }; };
    QVERIFY(server.start());
    Http http;
    Outcome<HttpResponse> got;
    HttpRequest request = get(server, u"/?MediaId=a%2Bb"_s);
    request.method = "POST";
    request.headers = { { "host", server.authority().toLatin1() } };
    http.send(request, &got, got.sink());
    QVERIFY(got.wait());
    const QByteArray sent = server.requests.first();
    QVERIFY2(sent.startsWith("POST /?MediaId=a%2Bb HTTP/1.1\r\n"), sent.constData());
    QVERIFY(sent.contains("Content-Length: 0\r\n"));
    QVERIFY(!sent.toLower().contains("content-type"));
    QCOMPARE(sent.toLower().count("\r\nhost: "), 1);
    QVERIFY(sent.toLower().contains("\r\nhost: " + server.authority().toLatin1() + "\r\n"));
}

void TestHttp::noCookiesNoUserFromTheUrl()
{
    RawServer server;
    server.handler = [](const QByteArray&) { return RawServer::Reply { { okReply("{}", "Set-Cookie: id=1\r\n") } }; };
    QVERIFY(server.start());
    Http http;
    for (int i = 0; i < 2; ++i) {
        Outcome<HttpResponse> got;
        http.send({ .url = QUrl(u"http://me:pw@"_s + server.authority()) }, &got, got.sink());
        QVERIFY(got.wait());
        QCOMPARE(got.kind(), u"ok"_s);
        QVERIFY((*got.value)->finalUrl.userInfo().isEmpty());
    }
    for (const QByteArray& request : std::as_const(server.requests)) {
        QVERIFY(!request.toLower().contains("\r\ncookie:"));
        QVERIFY(!request.toLower().contains("\r\nauthorization:"));
    }
}

void TestHttp::slowButFlowing()
{
    RawServer server;
    server.handler = [](const QByteArray&) {
        RawServer::Reply reply { { "HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n" }, true, 30 };
        for (int i = 0; i < 40; ++i)
            reply.parts << "x";
        return reply;
    };
    QVERIFY(server.start());
    Http http;
    Outcome<HttpResponse> got;
    HttpRequest request = get(server);
    request.silenceTimeout = 600ms; // the whole takes twice as long
    http.send(request, &got, got.sink());
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"ok"_s);
    QCOMPARE((*got.value)->body, QByteArray(40, 'x'));
    QVERIFY((*got.value)->elapsedMs > 600);
}

void TestHttp::unpacksGzip()
{
    // gzip of "hello gzip"
    const QByteArray packed = QByteArray::fromHex("1f8b0800000000000203cb48cdc9c95748afca2c0000196ad2df0a000000");
    RawServer server;
    server.handler = [&](const QByteArray&) {
        return RawServer::Reply { { okReply(packed, "Content-Encoding: gzip\r\n") } };
    };
    QVERIFY(server.start());
    Http http;
    Outcome<HttpResponse> got;
    http.send(get(server), &got, got.sink());
    QVERIFY(got.wait());
    QVERIFY2(got.kind() == "ok"_L1, qPrintable(got.error().details()));
    QCOMPARE((*got.value)->body, "hello gzip");
}

void TestHttp::redirects()
{
    RawServer server;
    server.handler = [](const QByteArray& request) {
        if (request.startsWith("POST /one"))
            return RawServer::Reply { { statusReply("303 See Other", "", "Location: /two?x=1\r\n") } };
        if (request.startsWith("GET /two"))
            return RawServer::Reply { { statusReply("307 Temporary", "moved", "Location: three\r\n") } };
        return RawServer::Reply { { okReply("arrived") } };
    };
    QVERIFY(server.start());
    Http http;
    Outcome<HttpResponse> got;
    HttpRequest request = get(server, u"/one"_s);
    request.method = "POST";
    request.body = "data";
    http.send(request, &got, got.sink());
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"ok"_s);
    QCOMPARE((*got.value)->body, "arrived");
    QCOMPARE((*got.value)->finalUrl.path(), u"/three"_s);
    QVERIFY(server.requests.last().startsWith("GET /three "));
}

void TestHttp::redirectForeignHostLosesTheSignature()
{
    RawServer first, second;
    second.handler = [](const QByteArray&) { return RawServer::Reply { { okReply("there") } }; };
    QVERIFY(second.start());
    first.handler = [&](const QByteArray&) {
        return RawServer::Reply { { statusReply(
            "302 Found", "", "Location: http://" + second.authority().toLatin1() + "/\r\n") } };
    };
    QVERIFY(first.start());
    Http http;
    Outcome<HttpResponse> got;
    HttpRequest request = get(first);
    request.headers = { { "Authorization", "CANARY" }, { "X-Acs-Security-Token", "CANARY" }, { "Accept", "a/b" } };
    http.send(request, &got, got.sink());
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"ok"_s);
    QVERIFY(first.requests.first().contains("CANARY"));
    QVERIFY(!second.requests.first().contains("CANARY"));
    QVERIFY(second.requests.first().contains("Accept: a/b\r\n"));
}

void TestHttp::redirectRefused_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::newRow("file") << QByteArray("file:///etc/passwd");
    QTest::newRow("ftp") << QByteArray("ftp://127.0.0.1/x");
    QTest::newRow("data") << QByteArray("data:text/plain,x");
    QTest::newRow("no host") << QByteArray("http:///x");
    QTest::newRow("endless") << QByteArray("/again");
}

void TestHttp::redirectRefused()
{
    QFETCH(const QByteArray, location);
    RawServer server;
    server.handler = [&](const QByteArray&) {
        return RawServer::Reply { { statusReply("302 Found", "", "Location: " + location + "\r\n") } };
    };
    QVERIFY(server.start());
    Http http;
    Outcome<HttpResponse> got;
    http.send(get(server), &got, got.sink());
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"Protocol"_s);
    QVERIFY(got.error().message.contains("redirects"_L1));
    QCOMPARE(server.requests.size(), location == "/again" ? 6 : 1);
}

void TestHttp::redirectAsTheAnswer()
{
    RawServer server;
    server.handler = [](const QByteArray&) {
        return RawServer::Reply { { statusReply("302 Found", "", "Location: /x\r\n") } };
    };
    QVERIFY(server.start());
    Http http;
    Outcome<HttpResponse> got;
    HttpRequest request = get(server);
    request.maxRedirects = 0;
    http.send(request, &got, got.sink());
    QVERIFY(got.wait());
    QCOMPARE((*got.value)->status, 302);
    QCOMPARE((*got.value)->header("location"), "/x");
}

void TestHttp::abort()
{
    RawServer server;
    server.handler = [](const QByteArray&) { return RawServer::Reply { {}, false }; };
    QVERIFY(server.start());
    Http http;
    Outcome<HttpResponse> got;
    CallHandle call = http.send(get(server), &got, got.sink());
    QTRY_COMPARE(server.requests.size(), 1);
    call.abort();
    call.abort();
    QVERIFY(!call);
    QTRY_COMPARE(server.closedByPeer, 1); // the connection ends too
    QCoreApplication::processEvents();
    QCOMPARE(got.count, 0);
}

void TestHttp::contextDies()
{
    RawServer server;
    server.handler = [](const QByteArray&) { return RawServer::Reply { {}, false }; };
    QVERIFY(server.start());
    Http http;
    auto got = std::make_unique<Outcome<HttpResponse>>();
    CallHandle call = http.send(get(server), got.get(), got->sink());
    QTRY_COMPARE(server.requests.size(), 1);
    got.reset();
    QTRY_COMPARE(server.closedByPeer, 1);
    call.abort(); // harmless
}

void TestHttp::contextInAnotherThread()
{
    RawServer server;
    server.handler = [](const QByteArray&) { return RawServer::Reply { { okReply("x") } }; };
    QVERIFY(server.start());
    Http http;
    QThread thread;
    thread.start();
    auto* got = new Outcome<HttpResponse>;
    got->moveToThread(&thread);
    http.send(get(server), got, got->sink());
    QVERIFY(QTest::qWaitFor([got] { return got->count > 0; }, 20'000));
    QCOMPARE(got->thread, &thread);
    thread.quit();
    thread.wait();
    delete got;
}

void TestHttp::destructionAnswersCancelled()
{
    RawServer server;
    server.handler = [](const QByteArray&) { return RawServer::Reply { {}, false }; };
    QVERIFY(server.start());
    Outcome<HttpResponse> hanging, justSent;
    CallHandle call;
    {
        Http http;
        call = http.send(get(server), &hanging, hanging.sink());
        QTRY_COMPARE(server.requests.size(), 1);
        http.send(get(server), &justSent, justSent.sink());
    }
    QVERIFY(hanging.wait() && justSent.wait());
    QCOMPARE(hanging.kind(), u"Cancelled"_s);
    QCOMPARE(justSent.kind(), u"Cancelled"_s);
    call.abort(); // after Http is gone: harmless
}

void TestHttp::hundredAtOnce()
{
    RawServer server;
    server.handler = [](const QByteArray& request) {
        return RawServer::Reply { { okReply(request.mid(5, request.indexOf(" HTTP") - 5)) } };
    };
    QVERIFY(server.start());
    Http http;
    std::vector<std::unique_ptr<Outcome<HttpResponse>>> outcomes;
    for (int i = 0; i < 100; ++i) {
        outcomes.push_back(std::make_unique<Outcome<HttpResponse>>());
        http.send(get(server, u"/%1"_s.arg(i)), outcomes.back().get(), outcomes.back()->sink());
    }
    for (int i = 0; i < 100; ++i) {
        Outcome<HttpResponse>& got = *outcomes[static_cast<size_t>(i)];
        QVERIFY(got.wait());
        QVERIFY2(got.kind() == "ok"_L1, qPrintable(got.error().details()));
        QCOMPARE((*got.value)->body, QByteArray::number(i));
        QCOMPARE(got.count, 1);
    }
}

QTEST_GUILESS_MAIN(TestHttp)
#include "tst_http.moc"
