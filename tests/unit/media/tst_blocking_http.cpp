// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/blocking_http.h"
#include "tests/support/in_worker.h"
#include "tests/support/raw_server.h"

#include <QElapsedTimer>

#include <future>

using namespace proofreel;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! The servers live in this thread, so the waiting is done in others.
class TestBlockingHttp final : public QObject {
    Q_OBJECT
private:
    template <typename Work>
    static auto inWorker(Work work)
    {
        return test::inWorker(std::move(work), 10'000);
    }
    static HttpRequest get(const test::RawServer& server, const QString& path)
    {
        return { .url = QUrl(u"http://"_s + server.authority() + path) };
    }

private Q_SLOTS:
    void answersInTheOrderTheyCome()
    {
        test::RawServer server;
        server.handler = [](const QByteArray& request) -> test::RawServer::Reply {
            if (request.startsWith("GET /slow "))
                return { .parts = { "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n", "slow" }, .pauseMs = 300 };
            return { .parts = { test::okReply("fast") } };
        };
        QVERIFY(server.start());
        Http http;
        const auto [first, bodies] = inWorker([&] {
            BlockingHttp blocking(http, {});
            const int slow = blocking.start(get(server, u"/slow"_s));
            const int fast = blocking.start(get(server, u"/fast"_s));
            const auto any = blocking.waitAny();
            const QByteArray both = blocking.wait(slow)->body + blocking.wait(fast)->body;
            return std::pair(any == fast, both);
        });
        QVERIFY(first);
        QCOMPARE(bodies, "slowfast");
    }

    void endsAtItsDeadline_data()
    {
        QTest::addColumn<bool>("ofTheRequest");
        QTest::newRow("the request's") << true;
        QTest::newRow("that of all") << false;
    }
    void endsAtItsDeadline()
    {
        QFETCH(bool, ofTheRequest);
        test::RawServer server;
        server.handler = [](const QByteArray&) -> test::RawServer::Reply { return { .parts = {}, .close = false }; };
        QVERIFY(server.start());
        Http http;
        QElapsedTimer time;
        time.start();
        const auto result = inWorker([&] {
            BlockingHttp blocking(http, {}, ofTheRequest ? 0ms : 200ms);
            const int id = blocking.start(get(server, u"/"_s), ofTheRequest ? 200ms : 0ms);
            return blocking.wait(blocking.waitAny().value_or(0) == id ? id : -1);
        });
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().kind, ErrorKind::Timeout);
        QCOMPARE(result.error().host, server.authority());
        QVERIFY(time.elapsed() >= 200);
        QTRY_COMPARE(server.closedByPeer, 1); // aborted, not left alone
    }

    void stopsWhenToldTo()
    {
        test::RawServer server;
        std::stop_source source;
        server.handler = [&](const QByteArray&) -> test::RawServer::Reply {
            source.request_stop();
            return { .parts = {}, .close = false };
        };
        QVERIFY(server.start());
        Http http;
        const auto result = inWorker([&] { return BlockingHttp(http, source.get_token()).send(get(server, u"/"_s)); });
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
        QTRY_COMPARE(server.closedByPeer, 1);
    }

    void endsWithHttp()
    {
        test::RawServer server;
        server.handler = [](const QByteArray&) -> test::RawServer::Reply { return { .parts = {}, .close = false }; };
        QVERIFY(server.start());
        auto http = std::make_unique<Http>();
        auto result = std::async(std::launch::async, [&] { return BlockingHttp(*http, {}).send(get(server, u"/"_s)); });
        QTRY_COMPARE(server.requests.size(), 1);
        http.reset();
        const auto answer = result.get();
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().kind, ErrorKind::Cancelled);
    }

    void givesHttpsErrors()
    {
        Http http;
        const auto result =
            inWorker([&] { return BlockingHttp(http, {}).send({ .url = QUrl(u"file:///etc/passwd"_s) }); });
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().kind, ErrorKind::InvalidRequest);
    }

    void knowsNothingOfOtherNumbers()
    {
        Http http;
        BlockingHttp blocking(http, {});
        QVERIFY(!blocking.waitAny().has_value());
        QCOMPARE(blocking.wait(7).error().kind, ErrorKind::Cancelled);
        blocking.abort(7);
    }
};

QTEST_GUILESS_MAIN(TestBlockingHttp)
#include "tst_blocking_http.moc"
