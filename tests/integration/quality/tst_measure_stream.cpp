// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hostile_scan_files.h"

#include "quality/judge.h"
#include "quality/measure_stream.h"
#include "quality/rule.h"
#include "tests/support/media_shelf.h"
#include "tests/support/served_streams.h"

#include <QElapsedTimer>
#include <QFile>

#include <atomic>

using namespace proofreel;
using namespace Qt::StringLiterals;
using test::ServedStreams;

class TestMeasureStream final : public QObject {
    Q_OBJECT
private:
    static StreamSheet measure(ServedStreams& streams, const PlayInfo& info, const MeasureOptions& options = {},
        const std::function<void(double)>& progress = {}, std::stop_token stop = {})
    {
        return test::inWorker([&] {
            return measureStream(
                streams.http, QString::fromLatin1(ServedStreams::drive), {}, info, options, stop, progress);
        });
    }
    template <typename T>
    static QString troubleOf(const Result<T>& result)
    {
        return result ? QString() : result.error().message;
    }
    static QString demoFile(const char* name)
    {
        return QUrl::fromLocalFile(qEnvironmentVariable("PROOFREEL_DEMO_MEDIA") + u'/' + QString::fromLatin1(name))
            .toString();
    }
    static qsizetype asked(const ServedStreams& streams, const QString& file)
    {
        // Not by FileURL, without its signature.
        return streams.server.requestLog().filter(u"/"_s + file + u" 20"_s).size();
    }

private Q_SLOTS:
    void aFile()
    {
        ServedStreams streams;
        QVERIFY2(streams.trouble.isEmpty(), qPrintable(streams.trouble));
        const PlayInfo info = streams.one(u"HD"_s, u"mp4"_s);
        QList<double> progress;
        const StreamSheet sheet = measure(streams, info, {}, [&](double part) { progress += part; });
        QVERIFY(sheet.container && sheet.container->has_value());
        QCOMPARE((*sheet.container)->sizeBytes, info.size);
        QCOMPARE((*sheet.container)->video->width, info.width);
        QVERIFY(sheet.delivery);
        QCOMPARE(sheet.delivery->contentLength, info.size);
        QVERIFY(!sheet.hls && !sheet.decoded);
        QCOMPARE(sheet.label, u"HD mp4");
        QVERIFY(!sheet.key.isEmpty());
        QCOMPARE(sheet.declared.sizeBytes, info.size);
        QVERIFY2(sheet.transfer.bytesFetched <= 300'000, qPrintable(QString::number(sheet.transfer.bytesFetched)));
        QVERIFY(sheet.transfer.bytesFetched > 1'000);
        QVERIFY(std::is_sorted(progress.begin(), progress.end()));
        QCOMPARE(progress.value(progress.size() - 1), 1.0);
    }

    void aPlaylist_data()
    {
        QTest::addColumn<QString>("encryption");
        QTest::newRow("clear") << QString();
        QTest::newRow("AES-128") << u"HLSEncryption"_s;
    }
    void aPlaylist()
    {
        QFETCH(QString, encryption);
        ServedStreams streams;
        const StreamSheet sheet = measure(streams, streams.one(u"SD"_s, u"m3u8"_s, encryption));
        QVERIFY(sheet.container);
        QCOMPARE(troubleOf(*sheet.container), QString());
        QCOMPARE((*sheet.container)->format, u"m3u8");
        QVERIFY(sheet.hls);
        QCOMPARE(sheet.hls->trouble, QString());
        QCOMPARE(sheet.hls->playlists.value(0).segments.size(), 10);
        QCOMPARE(sheet.hls->playlists.value(0).segments.value(9).trouble, QString());
        QVERIFY(sheet.delivery);
        QCOMPARE(asked(streams, u"index.m3u8"_s), 1); // by all of them together
    }

    void deep_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("mp4") << u"mp4"_s;
        QTest::newRow("m3u8") << u"m3u8"_s;
    }
    void deep()
    {
        QFETCH(QString, format);
        ServedStreams streams;
        QList<double> progress;
        const StreamSheet sheet =
            measure(streams, streams.one(u"SD"_s, format), { .deep = true }, [&](double part) { progress += part; });
        QVERIFY(sheet.decoded);
        QCOMPARE(troubleOf(*sheet.decoded), QString());
        QVERIFY((*sheet.decoded)->facts.video->frames.value_or(0) > 100);
        QCOMPARE(sheet.hls.has_value(), format == "m3u8"_L1);
        QVERIFY(std::is_sorted(progress.begin(), progress.end()));
        QCOMPARE(progress.value(progress.size() - 1), 1.0);
    }

    void againstAReference_data()
    {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<bool>("compared");
        QTest::newRow("another rendition") << u"rendition"_s << true;
        QTest::newRow("a file") << demoFile("city-night-drive/hd.mp4") << true;
        QTest::newRow("no file") << demoFile("city-night-drive/none.mp4") << false;
        QTest::newRow("a folder") << demoFile("city-night-drive") << false;
        QTest::newRow("a device") << u"file:///dev/zero"_s << false;
        QTest::newRow("a local playlist") << demoFile("city-night-drive/hd-hls/index.m3u8") << false;
        QTest::newRow("no picture") << demoFile("city-night-drive/sq.mp3") << false;
        QTest::newRow("nobody there") << u"http://127.0.0.1:1/a.mp4"_s << false;
        QTest::newRow("not even asked for") << QString() << false;
    }
    void againstAReference()
    {
        QFETCH(QString, reference);
        QFETCH(bool, compared);
        ServedStreams streams;
        if (reference == "rendition"_L1)
            reference = streams.one(u"HD"_s, u"mp4"_s).playUrl;
        const StreamSheet sheet = measure(streams, streams.one(u"SD"_s, u"mp4"_s),
            { .deep = true,
                .reference = QUrl(reference),
                .referenceTitle = u"title"_s,
                .referenceTrouble = u"not found"_s });
        QVERIFY(sheet.decoded);
        QCOMPARE(troubleOf(*sheet.decoded), QString());
        const SignalFacts& signal = (*sheet.decoded)->signal;
        QVERIFY((*sheet.decoded)->facts.video->frames.value_or(0) > 100); // measured otherwise
        QVERIFY(!signal.luminance.isEmpty());
        QCOMPARE(signal.psnrDb.has_value(), compared);
        QCOMPARE(signal.psnrCurve.isEmpty(), !compared);
        QCOMPARE(signal.referenceTrouble.isEmpty(), compared);
        if (compared)
            QVERIFY(*signal.psnrDb > 25 && *signal.psnrDb < 60 && signal.reference == u"title"_s);
        if (reference.isEmpty())
            QCOMPARE(signal.referenceTrouble, u"not found"_s);
    }

    void segmentsAreFetchedOnce_data() { aPlaylist_data(); }
    void segmentsAreFetchedOnce()
    {
        QFETCH(QString, encryption);
        ServedStreams streams;
        const PlayInfo info = streams.one(u"SD"_s, u"m3u8"_s, encryption);
        const StreamSheet sheet = measure(streams, info, { .deep = true });
        QVERIFY(sheet.decoded);
        QCOMPARE(troubleOf(*sheet.decoded), QString());
        qInfo("%lld bytes in %d requests of %lld", sheet.transfer.bytesFetched, sheet.transfer.requests,
            qint64(info.size.value_or(0)));
        for (int i = 0; i < 10; ++i)
            QCOMPARE(asked(streams, u"seg_00%1.ts"_s.arg(i)), 1);
        QVERIFY(sheet.transfer.bytesFetched < info.size.value_or(0) * 11 / 10);
    }

    void isNotFetched_data()
    {
        QTest::addColumn<PlayInfo>("info");
        PlayInfo info;
        info.format = u"m3u8"_s;
        info.definition = u"SD"_s;
        QTest::newRow("no URL") << info;
        info.status = u"Invisible"_s;
        QTest::newRow("no URL, invisible") << info;
        info.status.clear();
        info.playUrl = u"file:///etc/passwd"_s;
        QTest::newRow("a file") << info;
        info.playUrl = u"http://127.0.0.1:1/a.m3u8"_s;
        info.encrypt = 1;
        info.encryptType = u"AliyunVoDEncryption"_s;
        QTest::newRow("for the service's own player") << info;
    }
    void isNotFetched()
    {
        QFETCH(PlayInfo, info);
        ServedStreams streams;
        const StreamSheet sheet = measure(streams, info);
        QVERIFY(sheet.container && !sheet.container->has_value());
        QCOMPARE(sheet.container->error().kind, ErrorKind::Unsupported);
        QVERIFY(!sheet.container->error().message.isEmpty());
        QVERIFY(!sheet.delivery && !sheet.hls && !sheet.decoded);
        QCOMPARE(sheet.transfer.requests, 0);
    }

    void failuresAreInTheSheet_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("format");
        for (const char* format : { "mp4", "m3u8" })
            for (const char* fault : { "url-ttl=1", "cut-after=20" })
                QTest::addRow("%s %s", format, fault) << QString::fromLatin1(fault) << QString::fromLatin1(format);
    }
    void failuresAreInTheSheet()
    {
        QFETCH(QString, fault);
        QFETCH(QString, format);
        sandbox::Faults faults;
        QVERIFY(!faults.set(fault));
        ServedStreams streams;
        const PlayInfo info = streams.one(u"SD"_s, format);
        streams.server.setFaults(faults);
        StreamSheet sheet;
        // A link is not past its time at once.
        QTRY_VERIFY_WITH_TIMEOUT(!(sheet = measure(streams, info)).container->has_value(), 20'000);
        QVERIFY(!sheet.container->error().message.isEmpty());
        QVERIFY(fault.startsWith("cut"_L1) || sheet.container->error().kind == ErrorKind::Expired);
        QCOMPARE(sheet.hls.has_value(), format == "m3u8"_L1);
    }

    // Media that comes in drops, each before anybody would call the server silent.
    void endsAtItsLimit_data()
    {
        QTest::addColumn<bool>("headersToo");
        QTest::newRow("the headers") << true;
        QTest::newRow("what is decoded") << false;
    }
    void endsAtItsLimit()
    {
        QFETCH(const bool, headersToo);
        test::Shelf shelf;
        QVERIFY(!shelf.trouble);
        shelf.files = { { "/a.wav", test::slowWave(60'000, 48'000) } };
        std::atomic<bool> drips { headersToo };
        shelf.server.handler = [&drips, whole = shelf.server.handler](const QByteArray& request) {
            test::RawServer::Reply reply = whole(request);
            if (!drips)
                return reply;
            const QByteArray all = reply.parts.constFirst();
            reply = { .parts = { all.left(all.indexOf("\r\n\r\n") + 4) }, .pauseMs = 20 };
            for (qsizetype i = 0; i < 3'000; ++i)
                reply.parts << all.mid(reply.parts.constFirst().size() + i, 1);
            return reply;
        };
        PlayInfo info;
        info.format = u"wav"_s;
        info.definition = u"SQ"_s;
        info.playUrl = shelf.url(u"/a.wav"_s).toString();
        info.size = shelf.files.value("/a.wav").size(); // at 1 Mbit/s some 960 ms
        const DeepLimit limit { .least = std::chrono::milliseconds(300), .timesLength = 0 };
        ServedStreams streams; // for its network
        QElapsedTimer time;
        time.start();
        const StreamSheet sheet = measure(streams, info, { .deep = true, .limit = limit, .allowPrivateHosts = true },
            [&](double part) { drips = drips || part >= 0.05; });
        QVERIFY2(time.elapsed() < 20'000, qPrintable(QString::number(time.elapsed())));
        QVERIFY(sheet.container && sheet.container->has_value() == !headersToo);
        QVERIFY(sheet.decoded && !sheet.decoded->has_value());
        QCOMPARE(sheet.decoded->error().kind, ErrorKind::Timeout);
        QVERIFY2(sheet.decoded->error().message.contains(u"0.96"_s), qPrintable(sheet.decoded->error().message));
        Policy policy;
        for (const Rule& rule : allRules())
            if (rule.id != "container.open"_L1 && rule.id != "signal.decode-errors"_L1)
                policy.setRule(rule.id, { .severity = Severity::Off, .tolerance = {} });
        AssetSheet asset { .mediaId = u"a"_s };
        asset.streams << sheet;
        QCOMPARE(judge(asset, policy, QDateTime::currentDateTimeUtc()).verdict, Verdict::Error);
    }

    // A reference whose link expires while it is read.
    void theReferenceExpires_data()
    {
        QTest::addColumn<bool>("renews");
        QTest::newRow("it can be renewed") << true;
        QTest::newRow("it cannot") << false;
    }
    void theReferenceExpires()
    {
        QFETCH(const bool, renews);
        QFile file(QUrl(demoFile("city-night-drive/hd.mp4")).toLocalFile());
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        test::Shelf shelf;
        shelf.files = { { "/hd.mp4", file.readAll() } };
        int asked = 0;
        shelf.server.handler = [&asked, whole = shelf.server.handler](const QByteArray& request) {
            return ++asked > 4 ? test::RawServer::Reply { { test::statusReply("403 Forbidden",
                       "<Error><Code>AccessDenied</Code><Message>Request has expired.</Message></Error>") } }
                               : whole(request);
        };
        ServedStreams streams;
        const PlayInfo info = streams.one(u"SD"_s, u"mp4"_s);
        MeasureOptions options { .deep = true, .reference = shelf.url(u"/hd.mp4"_s), .allowPrivateHosts = true };
        options.referenceTitle = u"OD"_s;
        options.renewsReference = renews;
        const StreamSheet sheet = measure(streams, info, options);
        QVERIFY(asked > 4);
        QVERIFY(sheet.decoded);
        if (renews) {
            QVERIFY(!*sheet.decoded);
            QCOMPARE(sheet.decoded->error().kind, ErrorKind::Expired);
        } else {
            QVERIFY2(*sheet.decoded, qPrintable(troubleOf(*sheet.decoded)));
            QVERIFY((*sheet.decoded)->signal.referenceTrouble.contains(u"expired"_s));
            QVERIFY((*sheet.decoded)->signal.psnrDb); // of what was compared
        }
    }

    void stopsAtOnce()
    {
        sandbox::Faults faults;
        faults.hangMedia = true;
        ServedStreams streams;
        const PlayInfo info = streams.one(u"SD"_s, u"m3u8"_s);
        streams.server.setFaults(faults);
        std::stop_source stop;
        QTimer::singleShot(100, this, [&] { stop.request_stop(); });
        QElapsedTimer time;
        time.start();
        const StreamSheet sheet = measure(streams, info, { .deep = true }, {}, stop.get_token());
        QVERIFY(time.elapsed() < 5'000);
        QCOMPARE(sheet.container->error().kind, ErrorKind::Cancelled);
        QVERIFY(!sheet.delivery && !sheet.hls && !sheet.decoded);
    }
};

QTEST_GUILESS_MAIN(TestMeasureStream)
#include "tst_measure_stream.moc"
