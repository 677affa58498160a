// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/delivery_probe.h"
#include "quality/judge.h"
#include "quality/measure_stream.h"
#include "tests/support/media_shelf.h"
#include "tests/support/media_world.h"
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

    //! An asset of which some renditions are handed out without encryption, one way or another.
    void unprotectedRenditions()
    {
        const QSslConfiguration identity = test::selfSignedIdentity();
        test::TlsShelf safe;
        safe.server.setSslConfiguration(identity);
        test::Shelf open;
        QVERIFY(!safe.trouble && !open.trouble);
        ServedStreams streams;
        QFile file(test::MediaWorld::servedPath(u"sd.mp4"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        safe.files.insert("/sd.mp4", file.readAll());
        open.files = safe.files;
        const auto whole = safe.server.handler;
        safe.server.handler = [&](const QByteArray& request) -> test::RawTlsServer::Reply {
            const bool isAway = request.startsWith("GET /away.mp4 ");
            if (!isAway && !request.startsWith("GET /moved.mp4 "))
                return whole(request);
            const QUrl target = isAway ? open.url(u"/sd.mp4"_s) : safe.url(u"/sd.mp4"_s);
            return { .parts = { test::statusReply("302 Found", {}, "Location: " + target.toEncoded() + "\r\n") } };
        };
        streams.http.addCaCertificates(identity.localCertificate().toPem());

        QUrl bare = open.url(u"/sd.mp4"_s);
        bare.setHost(u"0.0.0.0"_s); // this machine, by an address that is not the loopback's
        const std::pair<QUrl, bool> links[] { { safe.url(u"/sd.mp4"_s), false }, { safe.url(u"/moved.mp4"_s), false },
            { open.url(u"/sd.mp4"_s), false }, { bare, true }, { safe.url(u"/away.mp4"_s), true } };
        AssetSheet sheet { .mediaId = QString::fromLatin1(ServedStreams::drive),
            .requestedAt = QDateTime::currentDateTimeUtc() };
        QStringList unprotected;
        for (const auto& [url, isBare] : links) {
            PlayInfo info = streams.one(u"SD"_s, u"mp4"_s);
            QVERIFY(!info.playUrl.isEmpty());
            info.playUrl = url.toString();
            info.jobId = u"job %1"_s.arg(sheet.streams.size());
            sheet.streams += test::inWorker([&] {
                return measureStream(streams.http, sheet.mediaId, StreamKey::of(sheet.mediaId, info), info, {}, {}, {});
            });
            const StreamSheet& stream = sheet.streams.constLast();
            QVERIFY2(stream.delivery && stream.delivery->trouble.isEmpty(), qPrintable(url.toString()));
            if (isBare)
                unprotected += stream.key;
        }
        QStringList found;
        for (const Finding& finding : judge(sheet, Policy(), sheet.requestedAt).findings) {
            if (finding.rule == "delivery.tls"_L1)
                found += finding.stream;
            QVERIFY2(finding.rule != "delivery.status"_L1, qPrintable(finding.message)); // one cause, one finding
        }
        QCOMPARE(found, unprotected);
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
