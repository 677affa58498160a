// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/delivery_probe.h"
#include "tests/support/raw_server.h"
#include "tests/support/self_signed.h"
#include "tests/support/served_streams.h"

using namespace proofreel;
using namespace Qt::StringLiterals;
using test::ServedStreams;

class TestDeliveryProbe final : public QObject {
    Q_OBJECT
private:
    static Result<DeliveryFacts> probe(Http& http, const PlayInfo& info, bool readFirst = false)
    {
        return test::inWorker([&] {
            RangedReader reader(http, QUrl(info.playUrl), {});
            if (readFirst)
                (void)reader.size();
            TransferStats stats;
            return probeDelivery(reader, info, http, {}, stats);
        });
    }
    static test::RawServer::Reply part(const QByteArray& headers)
    {
        return { .parts = { test::statusReply("206 Partial Content", "x",
                     "Content-Range: bytes 0-0/1234\r\nConnection: close\r\n" + headers) } };
    }

private Q_SLOTS:
    void seesWhatTheSandboxDoes()
    {
        ServedStreams streams;
        const PlayInfo info = streams.one(u"HD"_s, u"mp4"_s);
        const auto facts = probe(streams.http, info);
        QVERIFY(facts.has_value());
        QCOMPARE(facts->status, 206);
        QVERIFY(facts->ranges);
        QCOMPARE(facts->contentLength, info.size);
        QCOMPARE(facts->contentType, u"video/mp4");
        QCOMPARE(facts->allowOrigin, u"*");
        QVERIFY(!facts->https && !facts->downgraded);
        QCOMPARE(facts->redirectedTo, QString());
        QCOMPARE(facts->fileUrlOpen, false); // it is signed, and that was taken off
        QCOMPARE(facts->trouble, QString());
    }

    void doesNotAskTwice()
    {
        ServedStreams streams;
        const PlayInfo info = streams.one(u"HD"_s, u"mp4"_s);
        const auto before = streams.server.requestLog().size();
        const auto facts = probe(streams.http, info, true);
        QVERIFY(facts.has_value());
        QCOMPARE(facts->contentLength, info.size);
        QCOMPARE(streams.server.requestLog().size(), before + 2); // what was read, and FileURL
    }

    void underFaults()
    {
        ServedStreams streams;
        const PlayInfo info = streams.one(u"HD"_s, u"mp4"_s);
        sandbox::Faults faults;
        faults.noRange = true;
        streams.server.setFaults(faults);
        auto facts = probe(streams.http, info);
        QVERIFY(facts.has_value());
        QCOMPARE(facts->status, 200);
        QVERIFY(!facts->ranges);
        QCOMPARE(facts->contentLength, info.size);

        faults = {};
        faults.urlTtlS = 1;
        streams.server.setFaults(faults);
        QTRY_COMPARE_WITH_TIMEOUT((facts = probe(streams.http, info))->status, 403, 10'000);
    }

    void followsAndTells()
    {
        test::RawServer server;
        server.handler = [&](const QByteArray& request) {
            if (request.startsWith("GET /a "))
                return test::RawServer::Reply {
                    .parts = { test::statusReply("302 Found", {},
                        "Location: http://localhost:" + QByteArray::number(server.serverPort())
                            + "/b\r\nConnection: close\r\n") }
                };
            return part("Content-Type: video/mp4\r\nCache-Control: no-store\r\n");
        };
        QVERIFY(server.start());
        Http http;
        PlayInfo info;
        info.playUrl = u"http://"_s + server.authority() + u"/a"_s;
        info.fileUrl = u"http://"_s + server.authority() + u"/b?Signature=x"_s;
        const auto facts = probe(http, info);
        QVERIFY(facts.has_value());
        QCOMPARE(facts->redirectedTo, u"localhost:%1"_s.arg(server.serverPort()));
        QCOMPARE(facts->status, 206);
        QCOMPARE(facts->contentLength, 1234);
        QCOMPARE(facts->cacheControl, u"no-store");
        QCOMPARE(facts->allowOrigin, QString());
        QCOMPARE(facts->fileUrlOpen, true);
        QVERIFY(server.requests.at(0).contains("Origin: https://www.example.com\r\n"));
        QVERIFY(!server.requests.join().contains("Signature"));
    }

    void neverEndsUpUnprotected()
    {
        test::RawTlsServer server;
        const QSslConfiguration identity = test::selfSignedIdentity();
        server.setSslConfiguration(identity);
        server.handler = [](const QByteArray&) -> test::RawTlsServer::Reply {
            return { .parts = { test::statusReply("302 Found", {}, "Location: http://127.0.0.1:1/b\r\n") } };
        };
        QVERIFY(server.start());
        Http http;
        http.addCaCertificates(identity.localCertificate().toPem());
        PlayInfo info;
        info.playUrl = u"https://"_s + server.authority() + u"/a"_s;
        const auto facts = probe(http, info);
        QVERIFY(facts.has_value());
        QVERIFY2(facts->downgraded, qPrintable(facts->trouble));
        QVERIFY(facts->https);
        QCOMPARE(facts->status, 302);
        QCOMPARE(facts->fileUrlOpen, std::nullopt);
    }

    void nobodyThere()
    {
        Http http;
        PlayInfo info;
        info.playUrl = u"http://127.0.0.1:1/a"_s;
        const auto facts = probe(http, info);
        QVERIFY(facts.has_value());
        QCOMPARE(facts->status, 0);
        QVERIFY(!facts->trouble.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDeliveryProbe)
#include "tst_delivery_probe.moc"
