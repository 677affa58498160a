// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/hls_probe.h"
#include "tests/support/served_streams.h"

#include <QElapsedTimer>

using namespace proofreel;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::ServedStreams;

//! The sandbox's HLS renditions, and what is seen of them under its faults.
class TestHlsProbe final : public QObject {
    Q_OBJECT
private:
    static QStringList troubles(const HlsFacts& facts)
    {
        QStringList all { facts.trouble, facts.refused };
        for (const HlsPlaylist& playlist : facts.playlists) {
            all << playlist.trouble << playlist.keyTrouble;
            for (const HlsSegment& segment : playlist.segments)
                all << segment.trouble;
        }
        all.removeAll(QString());
        return all;
    }
    static HlsFacts probe(ServedStreams& streams, const PlayInfo& info, const HlsProbeOptions& options = {})
    {
        TransferStats stats;
        return test::inWorker([&] { return probeHls(streams.http, QUrl(info.playUrl), options, {}, stats); });
    }

private Q_SLOTS:
    void seesAWholeStreamByItsHeaders()
    {
        ServedStreams streams;
        QVERIFY2(streams.trouble.isEmpty(), qPrintable(streams.trouble));
        const PlayInfo info = streams.one(u"HD"_s, u"m3u8"_s);
        QVERIFY(!info.playUrl.isEmpty());
        TransferStats stats;
        QList<double> progress;
        const HlsFacts facts = test::inWorker([&] {
            return probeHls(streams.http, QUrl(info.playUrl), {}, {}, stats, [&](double part) { progress += part; });
        });
        QCOMPARE(troubles(facts), QStringList());
        QVERIFY(!facts.master);
        QCOMPARE(facts.playlists.size(), 1);
        const HlsPlaylist& playlist = facts.playlists.first();
        QVERIFY(playlist.ended);
        QCOMPARE(playlist.targetDurationMs, 2000.0);
        QCOMPARE(playlist.segments.size(), 10);
        qint64 bytes = 0;
        for (const HlsSegment& segment : playlist.segments) {
            QCOMPARE(segment.status, 206);
            QCOMPARE(segment.declaredMs, 2000.0);
            QVERIFY(!segment.measuredMs && !segment.startsWithKeyFrame);
            bytes += segment.bytes;
        }
        QCOMPARE(playlist.averageKbps.value_or(0), double(bytes) * 8 / 20'000);
        QVERIFY(playlist.peakKbps > playlist.averageKbps);
        QCOMPARE(playlist.resolution, u"%1x%2"_s.arg(*info.width).arg(*info.height));
        static const QRegularExpression codecs(u"^avc1\\.[0-9A-F]{6},mp4a\\.40\\.2$"_s);
        QVERIFY2(codecs.match(playlist.codecs).hasMatch(), qPrintable(playlist.codecs));
        // The playlist, a byte of each segment, the head of the first.
        QCOMPARE(stats.requests, 11);
        QVERIFY2(stats.bytesFetched < 270'000, qPrintable(QString::number(stats.bytesFetched)));
        QCOMPARE(progress.size(), 10);
        QCOMPARE(progress.last(), 1.0);
    }

    void readsEverySegment_data()
    {
        QTest::addColumn<QString>("encryption");
        QTest::newRow("clear") << QString();
        QTest::newRow("AES-128") << u"HLSEncryption"_s;
    }
    void readsEverySegment()
    {
        QFETCH(QString, encryption);
        ServedStreams streams;
        const HlsFacts facts = probe(streams, streams.one(u"SD"_s, u"m3u8"_s, encryption), { .deep = true });
        QCOMPARE(troubles(facts), QStringList());
        QCOMPARE(facts.playlists.size(), 1);
        const HlsPlaylist& playlist = facts.playlists.first();
        QCOMPARE(playlist.segments.size(), 10);
        for (const HlsSegment& segment : playlist.segments) {
            QCOMPARE(segment.startsWithKeyFrame, true);
            QVERIFY2(std::abs(segment.measuredMs.value_or(0) - 2000) < 1,
                qPrintable(QString::number(segment.measuredMs.value_or(0))));
            QVERIFY(!segment.timeJumps);
            QVERIFY(segment.bytes > 0);
        }
        QVERIFY(playlist.codecs.startsWith("avc1."_L1));
    }

    void looksAtNoMoreThanItMay()
    {
        ServedStreams streams;
        const HlsFacts facts = probe(streams, streams.one(u"SD"_s, u"m3u8"_s), { .maxSegments = 3 });
        QCOMPARE(facts.playlists.value(0).segments.size(), 3);
        QVERIFY(facts.playlists.value(0).segmentsCutOff);
    }

    void underFaults_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("deep");
        QTest::addColumn<int>("broken"); // segments with trouble
        QTest::addColumn<int>("status"); // of the third
        QTest::newRow("a segment is missing") << u"missing-segment=3"_s << false << 1 << 404;
        QTest::newRow("a segment is missing, deep") << u"missing-segment=3"_s << true << 1 << 404;
        QTest::newRow("no ranges") << u"no-range"_s << false << 0 << 200;
        QTest::newRow("no ranges, deep") << u"no-range"_s << true << 0 << 200;
        QTest::newRow("slow") << u"slow=400"_s << false << 0 << 206;
        QTest::newRow("cut") << u"cut-after=20000"_s << true << 10 << 0;
    }
    void underFaults()
    {
        QFETCH(QString, fault);
        QFETCH(bool, deep);
        QFETCH(int, broken);
        QFETCH(int, status);
        sandbox::Faults faults;
        QVERIFY(!faults.set(fault));
        ServedStreams streams;
        const PlayInfo info = streams.one(u"SD"_s, u"m3u8"_s);
        streams.server.setFaults(faults);
        const HlsFacts facts = probe(streams, info, { .deep = deep });
        QCOMPARE(facts.trouble, QString());
        const QList<HlsSegment> segments = facts.playlists.value(0).segments;
        QCOMPARE(segments.size(), 10);
        QCOMPARE(std::count_if(segments.begin(), segments.end(), [](const auto& s) { return !s.trouble.isEmpty(); }),
            broken);
        QCOMPARE(segments[2].status, status);
        QVERIFY(status != 200 || segments[2].bytes > 1000); // the length is known without ranges too
    }

    void thePlaylistItself_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("silent") << u"hang-media"_s;
        QTest::newRow("cut") << u"cut-after=20"_s;
        QTest::newRow("length") << u"wrong-length"_s;
        QTest::newRow("expired") << u"url-ttl=1"_s;
    }
    void thePlaylistItself()
    {
        QFETCH(QString, fault);
        sandbox::Faults faults;
        QVERIFY(!faults.set(fault));
        ServedStreams streams;
        const PlayInfo info = streams.one(u"SD"_s, u"m3u8"_s);
        streams.server.setFaults(faults);
        // A link is not past its time at once.
        HlsFacts facts;
        QTRY_VERIFY_WITH_TIMEOUT(!(facts = probe(streams, info, { .deadline = 400ms })).trouble.isEmpty(), 10'000);
        QCOMPARE(facts.playlists.size(), 0);
    }

    void trustsNoStranger()
    {
        sandbox::Faults faults;
        faults.tls = true;
        ServedStreams streams(faults);
        QVERIFY(streams.server.mediaEndpoint().startsWith("https:"_L1));
        TransferStats stats;
        const QUrl url(streams.server.mediaEndpoint() + u"/x/index.m3u8"_s);
        const HlsFacts facts = test::inWorker([&] { return probeHls(streams.http, url, {}, {}, stats); });
        QVERIFY(!facts.trouble.isEmpty());
        QCOMPARE(stats.bytesFetched, 0);
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
        TransferStats stats;
        test::inWorker([&] { return probeHls(streams.http, QUrl(info.playUrl), {}, stop.get_token(), stats); });
        QVERIFY(time.elapsed() < 5'000); // its deadline is 20 s
    }
};

QTEST_GUILESS_MAIN(TestHlsProbe)
#include "tst_hls_probe.moc"
