// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/fetch.h"
#include "tests/support/in_worker.h"
#include "tests/support/raw_server.h"

using namespace proofreel;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! The servers live in this thread, so the waiting is done in others.
class TestFetch final : public QObject {
    Q_OBJECT
private:
    template <typename Work>
    static auto inWorker(Work work)
    {
        return test::inWorker(std::move(work), 10'000);
    }
    static QUrl at(const test::RawServer& server, const QString& path)
    {
        return QUrl(u"http://"_s + server.authority() + path);
    }
    Http m_http;
    TransferStats m_stats;

private Q_SLOTS:
    void init() { m_stats = {}; }

    void takesOnlyThePart_data()
    {
        QTest::addColumn<bool>("ranges");
        QTest::newRow("ranges") << true;
        QTest::newRow("none") << false;
    }
    void takesOnlyThePart()
    {
        QFETCH(bool, ranges);
        test::RawServer server;
        const QByteArray whole(100'000, 'x');
        server.handler = [&](const QByteArray& request) -> test::RawServer::Reply {
            if (ranges && request.contains("Range: bytes=5-8\r\n"))
                return { .parts = { test::statusReply(
                             "206 Partial Content", "abcd", "Content-Range: bytes 5-8/100000\r\n") } };
            return { .parts = { test::okReply(whole) } };
        };
        QVERIFY(server.start());
        const auto reply = inWorker(
            [&] { return fetch(m_http, { .url = at(server, u"/a"_s), .offset = 5, .count = 4 }, {}, m_stats); });
        QVERIFY(reply.has_value());
        QCOMPARE(reply->status, ranges ? 206 : 200);
        QCOMPARE(wholeLength(*reply), 100'000);
        QCOMPARE(reply->body, ranges ? "abcd" : "xxxx");
        QVERIFY(m_stats.bytesFetched <= 4096);
        QCOMPARE(m_stats.requests, 1);
    }

    void theReasonOfARefusalComesWhole()
    {
        test::RawServer server;
        const QByteArray reason = "<Error><Code>AccessDenied</Code><Message>Request has expired.</Message></Error>";
        server.handler = [&](const QByteArray&) -> test::RawServer::Reply {
            return { .parts = { test::statusReply("403 Forbidden", reason) } };
        };
        QVERIFY(server.start());
        const auto reply =
            inWorker([&] { return fetch(m_http, { .url = at(server, u"/a"_s), .offset = 0 }, {}, m_stats); });
        QVERIFY(reply.has_value());
        QCOMPARE(reply->body, reason);
    }

    void looksAtEachRedirect_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<bool>("named");
        QTest::addColumn<bool>("allowed");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("own host") << QByteArray("/end") << true << false << u"ok"_s;
        QTest::newRow("metadata") << QByteArray("http://169.254.169.254/") << true << false << u"Unsupported"_s;
        QTest::newRow("other loopback") << QByteArray("http://127.0.0.2:%1/end") << true << false << u"Unsupported"_s;
        QTest::newRow("other loopback, by name")
            << QByteArray("http://localhost:%1/end") << true << false << u"Unsupported"_s;
        QTest::newRow("allowed") << QByteArray("http://localhost:%1/end") << true << true << u"ok"_s;
        QTest::newRow("named by nobody") << QByteArray("http://localhost:%1/end") << false << false << u"ok"_s;
        QTest::newRow("loop") << QByteArray("/again") << true << false << u"Protocol"_s;
        QTest::newRow("file") << QByteArray("file:///etc/passwd") << true << true << u"Protocol"_s;
    }
    void looksAtEachRedirect()
    {
        QFETCH(QByteArray, location);
        QFETCH(bool, named);
        QFETCH(bool, allowed);
        test::RawServer server;
        server.handler = [&](const QByteArray& request) -> test::RawServer::Reply {
            if (request.startsWith("GET /end "))
                return { .parts = { test::okReply("media") } };
            return { .parts = { test::statusReply("302 Found", {}, "Location: " + location + "\r\n") } };
        };
        QVERIFY(server.start());
        location.replace("%1", QByteArray::number(server.serverPort()));
        const auto reply = inWorker([&] {
            return fetch(m_http,
                { .url = at(server, u"/a"_s),
                    .namedBy = named ? at(server, u"/index.m3u8"_s) : QUrl(),
                    .allowPrivateHosts = allowed },
                {}, m_stats);
        });
        QTEST(reply ? u"ok"_s : Error::kindName(reply.error().kind), "outcome");
        if (!reply)
            QVERIFY(!reply.error().message.isEmpty());
    }

    void refusesWithoutAsking()
    {
        for (const char* url : { "file:///etc/passwd", "http://192.168.0.1/a", "concat:a|b" }) {
            const auto reply = inWorker([&] {
                return fetch(m_http,
                    { .url = QUrl(QString::fromLatin1(url)), .namedBy = QUrl(u"http://cdn.example/i.m3u8"_s) }, {},
                    m_stats);
            });
            QVERIFY(!reply.has_value());
            QCOMPARE(reply.error().kind, ErrorKind::Unsupported);
        }
        QCOMPARE(m_stats.requests, 0);
    }

    void fetchesSeveralAtOnce()
    {
        test::RawServer server;
        int together = 0, most = 0;
        server.handler = [&](const QByteArray&) -> test::RawServer::Reply {
            most = std::max(most, ++together);
            QTimer::singleShot(40, &server, [&] { --together; });
            return { .parts = { "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n", "x" }, .close = false, .pauseMs = 50 };
        };
        QVERIFY(server.start());
        const auto got = inWorker([&] {
            QList<int> numbers;
            fetchAll(
                m_http, 12, 4, [&](int i) { return Fetch { .url = at(server, u"/%1"_s.arg(i)) }; },
                [&](int i, const Result<HttpResponse>& reply) {
                    if (reply)
                        numbers += i;
                },
                {}, m_stats);
            return numbers;
        });
        QCOMPARE(QSet<int>(got.begin(), got.end()).size(), 12);
        QVERIFY(most > 1 && most <= 4);
        QCOMPARE(m_stats.requests, 12);
    }

    void stopsInTheMiddle()
    {
        test::RawServer server;
        std::stop_source source;
        server.handler = [&](const QByteArray&) -> test::RawServer::Reply {
            source.request_stop();
            return { .parts = {}, .close = false };
        };
        QVERIFY(server.start());
        const auto cancelled = inWorker([&] {
            int count = 0;
            fetchAll(
                m_http, 50, 4, [&](int) { return Fetch { .url = at(server, u"/"_s) }; },
                [&](int, const Result<HttpResponse>& reply) {
                    count += !reply && reply.error().kind == ErrorKind::Cancelled;
                },
                source.get_token(), m_stats);
            return count;
        });
        QCOMPARE(cancelled, 50);
        QVERIFY(m_stats.requests <= 8); // not one for each that was left
    }

    void aDribbleEndsAtTheDeadline()
    {
        test::RawServer server;
        server.handler = [](const QByteArray&) -> test::RawServer::Reply {
            return { .parts = QByteArrayList { "HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n" }
                    + QByteArrayList(100, "x"),
                .pauseMs = 50 };
        };
        QVERIFY(server.start());
        const auto reply =
            inWorker([&] { return fetch(m_http, { .url = at(server, u"/"_s), .deadline = 300ms }, {}, m_stats); });
        QVERIFY(!reply.has_value());
        QCOMPARE(reply.error().kind, ErrorKind::Timeout);
    }
};

QTEST_GUILESS_MAIN(TestFetch)
#include "tst_fetch.moc"
