// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/hls_probe.h"
#include "tests/support/raw_server.h"
#include "tests/support/served_streams.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

using namespace proofreel;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! Playlists that are wrong or mean harm, and segments that are not what the playlist says.
class TestHlsHostile final : public QObject {
    Q_OBJECT
private:
    // What each path answers; anything else is 404.
    QHash<QByteArray, QByteArray> m_files;
    QList<QByteArray> m_silent;
    std::unique_ptr<test::RawServer> m_server;
    Http m_http;
    TransferStats m_stats;

    static QByteArray segment(int number)
    {
        QFile file(QDir(sandbox::Server::findMediaFolder())
                       .filePath(u"city-night-drive/sd-hls/seg_%1.ts"_s.arg(number, 3, 10, '0'_L1)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    HlsFacts probe(const QByteArray& playlist, const HlsProbeOptions& options = { .deadline = 5s })
    {
        m_files["/i.m3u8"] = playlist;
        m_files["/i.m3u8"].replace("PORT", QByteArray::number(m_server->serverPort()));
        const QUrl url(u"http://"_s + m_server->authority() + u"/i.m3u8"_s);
        return test::inWorker([&] { return probeHls(m_http, url, options, {}, m_stats); });
    }
    HlsPlaylist deep(const QByteArray& segments)
    {
        return probe(
            "#EXTM3U\n#EXT-X-TARGETDURATION:2\n" + segments + "#EXT-X-ENDLIST\n", { .deep = true, .deadline = 5s })
            .playlists.value(0);
    }

private Q_SLOTS:
    void init()
    {
        m_stats = {};
        m_files.clear();
        m_silent.clear();
        m_server = std::make_unique<test::RawServer>();
        m_server->handler = [this](const QByteArray& request) -> test::RawServer::Reply {
            const QByteArray path = request.split(' ').value(1);
            if (m_silent.contains(path))
                return { .parts = {}, .close = false };
            const auto found = m_files.constFind(path);
            if (found == m_files.constEnd())
                return { .parts = { test::statusReply("404 Not Found", "no") }, .close = false };
            return { .parts = { test::okReply(*found) }, .close = false };
        };
        QVERIFY(m_server->start());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("allowed");
        const QByteArray start = "#EXTM3U\n#EXT-X-TARGETDURATION:2\n";
        QTest::newRow("a file") << start + "#EXTINF:2,\nfile:///etc/passwd\n" << false;
        QTest::newRow("a file, even where hosts are allowed") << start + "#EXTINF:2,\nfile:///etc/passwd\n" << true;
        QTest::newRow("a segment at home") << start + "#EXTINF:2,\nhttp://192.168.0.1/a.ts\n" << false;
        QTest::newRow("another loopback") << start + "#EXTINF:2,\nhttp://127.0.0.2:PORT/a.ts\n" << false;
        QTest::newRow("a key at home") << start
                + "#EXT-X-KEY:METHOD=AES-128,URI=\"http://169.254.169.254/k\"\n#EXTINF:2,\na.ts\n"
                                       << false;
        QTest::newRow("a variant at home")
            << QByteArray("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nhttp://10.0.0.1/v\n") << false;
        QTest::newRow("a sound file") << QByteArray(
            "#EXTM3U\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",URI=\"smb://h/x\"\n#EXT-X-STREAM-INF:BANDWIDTH=1\nv\n")
                                      << false;
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, allowed);
        const HlsFacts facts = probe(text, { .allowPrivateHosts = allowed, .deadline = 5s });
        QVERIFY(!facts.refused.isEmpty());
        QVERIFY(!facts.refused.contains("passwd"_L1));
        for (const QByteArray& request : m_server->requests)
            QVERIFY(request.startsWith("GET /i.m3u8 ") || request.startsWith("GET /a.ts "));
    }

    void aNamedHostIsAllowed()
    {
        const QByteArray text =
            "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nhttp://localhost:PORT/a.ts\n#EXTINF:2,\nhttp://"
            "127.0.0.3:PORT/b.ts\n#EXT-X-ENDLIST\n";
        m_files["/a.ts"] = segment(0);
        const HlsFacts refused = probe(text, { .deep = true, .deadline = 5s });
        QVERIFY(!refused.refused.isEmpty());
        QVERIFY(refused.refusedHost == u"localhost"_s || refused.refusedHost == u"127.0.0.3"_s);
        QVERIFY(!refused.playlists.constFirst().segments.constFirst().bytes);
        const HlsFacts half = probe(
            text, { .deep = true, .allowPrivateHosts = PrivateHosts(QStringList { u"localhost"_s }), .deadline = 5s });
        QCOMPARE(half.refusedHost, u"127.0.0.3"_s);
        QCOMPARE(half.playlists.constFirst().segments.constFirst().trouble, QString());
        QVERIFY(half.playlists.constFirst().segments.constFirst().bytes > 1'000);
    }

    void isNoPlaylist_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("HTML") << QByteArray("<!DOCTYPE html><title>Login</title>");
        QTest::newRow("zeros") << QByteArray(100, '\0');
        QTest::newRow("a million segments") << "#EXTM3U\n" + QByteArray("a\n").repeated(1'000'000);
        QTest::newRow("too many bytes") << "#EXTM3U\n#" + QByteArray(5'000'000, 'x');
    }
    void isNoPlaylist()
    {
        QFETCH(QByteArray, text);
        const HlsFacts facts = probe(text);
        QVERIFY(!facts.trouble.isEmpty());
        QCOMPARE(facts.playlists.size(), 0);
        QVERIFY(m_stats.bytesFetched < 5'000'000);
    }

    void mastersEnd()
    {
        // Itself, another master that leads back, the same again, one that is missing, and one that is good.
        m_files["/nested.m3u8"] = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\ni.m3u8\n";
        m_files["/good.m3u8"] = "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nseg.ts\n#EXT-X-ENDLIST\n";
        m_files["/seg.ts"] = segment(0);
        const HlsFacts facts =
            probe("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\ni.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=2\nnested.m3u8\n"
                  "#EXT-X-STREAM-INF:BANDWIDTH=3\nnested.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=4\nmissing.m3u8\n"
                  "#EXT-X-STREAM-INF:BANDWIDTH=900000,AVERAGE-BANDWIDTH=800000,RESOLUTION=854x480,"
                  "CODECS=\"avc1.4d401e,mp4a.40.2\"\ngood.m3u8\n");
        QVERIFY(facts.master);
        QCOMPARE(facts.playlists.size(), 4);
        for (int i = 0; i < 3; ++i)
            QVERIFY2(!facts.playlists[i].trouble.isEmpty(), qPrintable(facts.playlists[i].name));
        const HlsPlaylist& good = facts.playlists[3];
        QCOMPARE(good.trouble, QString());
        QCOMPARE(good.name, u"854x480 900 kbit/s");
        QCOMPARE(good.declaredBandwidthKbps, 900.0);
        QCOMPARE(good.declaredAverageKbps, 800.0);
        QCOMPARE(good.declaredCodecs, u"avc1.4d401e,mp4a.40.2");
        QVERIFY(good.peakKbps > 0);
        QVERIFY(!good.codecs.isEmpty());
        QCOMPARE(m_stats.requests, 6);
    }

    void aThousandVariantsAreTooMany()
    {
        QByteArray text = "#EXTM3U\n";
        for (int i = 0; i < 1000; ++i)
            text += "#EXT-X-STREAM-INF:BANDWIDTH=1\nv" + QByteArray::number(i) + "\n";
        QCOMPARE(probe(text).playlists.size(), 32);
        QCOMPARE(m_stats.requests, 33);
    }

    void keys_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<bool>("silent");
        QTest::newRow("absent") << QByteArray() << false;
        QTest::newRow("short") << QByteArray("0123") << false;
        QTest::newRow("a web page") << QByteArray("<!DOCTYPE html><html>") << false;
        QTest::newRow("never comes") << QByteArray() << true;
    }
    void keys()
    {
        QFETCH(QByteArray, key);
        QFETCH(bool, silent);
        if (!key.isEmpty())
            m_files["/k"] = key;
        if (silent)
            m_silent += "/k";
        m_files["/a.ts"] = segment(0).left(1600);
        const HlsPlaylist playlist =
            probe("#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXT-X-KEY:METHOD=AES-128,URI=\"k\"\n#EXTINF:2,\na.ts\n",
                { .deep = true, .deadline = 300ms })
                .playlists.value(0);
        QVERIFY(!playlist.keyTrouble.isEmpty());
        QCOMPARE(playlist.segments.value(0).trouble, QString()); // the key's fault, not the segment's
        QCOMPARE(playlist.segments.value(0).status, 200);
    }

    void aKeyThatDoesNotFit()
    {
        m_files["/k"] = "0123456789abcdef";
        m_files["/a.ts"] = segment(0).left(1600);
        const HlsPlaylist playlist = deep("#EXT-X-KEY:METHOD=AES-128,URI=\"k\"\n#EXTINF:2,\na.ts\n");
        QCOMPARE(playlist.keyTrouble, QString());
        QVERIFY(!playlist.segments.value(0).trouble.isEmpty());
    }

    void aSilentServerIsLeftAlone()
    {
        QByteArray text = "#EXTM3U\n#EXT-X-TARGETDURATION:2\n";
        for (int i = 0; i < 500; ++i) {
            text += "#EXTINF:2,\ns" + QByteArray::number(i) + "\n";
            m_silent += "/s" + QByteArray::number(i);
        }
        QElapsedTimer time;
        time.start();
        const HlsPlaylist playlist = probe(text, { .deadline = 300ms }).playlists.value(0);
        QVERIFY(time.elapsed() < 10'000);
        QVERIFY(playlist.segmentsCutOff);
        QVERIFY(m_stats.requests < 20);
    }

    void timesJump()
    {
        for (int i : { 0, 1, 3 })
            m_files["/" + QByteArray::number(i) + ".ts"] = segment(i);
        HlsPlaylist playlist = deep("#EXTINF:2,\n0.ts\n#EXTINF:2,\n1.ts\n#EXTINF:2,\n3.ts\n#EXTINF:2,\n0.ts\n");
        QCOMPARE(playlist.segments.size(), 4);
        QVERIFY(!playlist.segments[1].timeJumps);
        QVERIFY(playlist.segments[2].timeJumps);
        QVERIFY(playlist.segments[3].timeJumps);
        playlist = deep("#EXTINF:2,\n0.ts\n#EXT-X-DISCONTINUITY\n#EXTINF:2,\n3.ts\n");
        QCOMPARE(playlist.segments.size(), 2);
        QVERIFY(!playlist.segments[1].timeJumps);
        QVERIFY(playlist.segments[1].afterDiscontinuity);
    }

    void segmentsThatAreNot_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = segment(0);
        QTest::newRow("zeros") << QByteArray(50'000, '\0');
        QTest::newRow("noise") << QByteArray("abcdefgh").repeated(9000);
        QTest::newRow("a playlist") << QByteArray("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n");
        QTest::newRow("HTML") << QByteArray("<html><body>login</body></html>");
        QTest::newRow("a hole") << good.left(188 * 100) + good.mid(188 * 140);
    }
    void segmentsThatAreNot()
    {
        QFETCH(QByteArray, bytes);
        m_files["/a.ts"] = bytes;
        const HlsPlaylist playlist = deep("#EXTINF:2,\na.ts\n");
        QCOMPARE(playlist.segments.size(), 1);
        QVERIFY(!playlist.segments[0].trouble.isEmpty());
    }

    void startsInTheMiddle()
    {
        const QByteArray good = segment(0);
        m_files["/a.ts"] = good.mid(good.size() / 188 / 2 * 188);
        const HlsPlaylist playlist = deep("#EXTINF:2,\na.ts\n");
        QCOMPARE(playlist.segments.size(), 1);
        QVERIFY(playlist.segments[0].startsWithKeyFrame == false || !playlist.segments[0].trouble.isEmpty());
    }

    void lastsOtherwise()
    {
        m_files["/a.ts"] = segment(0);
        const HlsPlaylist playlist = deep("#EXTINF:3.5,\na.ts\n");
        QCOMPARE(playlist.segments.size(), 1);
        QCOMPARE(playlist.segments[0].declaredMs, 3500.0);
        QVERIFY(std::abs(playlist.segments[0].measuredMs.value_or(0) - 2000) < 1);
    }

    void partsOfOneFile()
    {
        const QByteArray first = segment(0), second = segment(1);
        const QByteArray all = first + second;
        m_files["/all.ts"] = all;
        const QByteArray text = "#EXTINF:2,\n#EXT-X-BYTERANGE:" + QByteArray::number(first.size())
            + "@0\nall.ts\n#EXTINF:2,\n#EXT-X-BYTERANGE:" + QByteArray::number(second.size()) + "\nall.ts\n";
        // A server that ignores ranges hands out the wrong part.
        HlsPlaylist playlist = deep(text);
        QCOMPARE(playlist.segments.value(0).trouble, QString());
        QVERIFY(!playlist.segments.value(1).trouble.isEmpty());

        m_server->handler = [&](const QByteArray& request) -> test::RawServer::Reply {
            static const QRegularExpression form(u"Range: bytes=(\\d+)-(\\d+)"_s);
            const auto range = form.match(QString::fromLatin1(request));
            if (!range.hasMatch())
                return { .parts = { test::okReply(m_files.value("/i.m3u8")) }, .close = false };
            const qint64 from = range.captured(1).toLongLong(), to = range.captured(2).toLongLong();
            return { .parts = { test::statusReply("206 Partial Content", all.mid(from, to - from + 1),
                         "Content-Range: bytes " + QByteArray::number(from) + '-' + QByteArray::number(to) + '/'
                             + QByteArray::number(all.size()) + "\r\n") },
                .close = false };
        };
        playlist = deep(text);
        QCOMPARE(playlist.segments.value(1).trouble, QString());
        QCOMPARE(playlist.segments.value(1).bytes, second.size());
        QCOMPARE(playlist.segments.value(1).startsWithKeyFrame, true);
        QVERIFY(!playlist.segments.value(1).timeJumps);
    }
};

QTEST_GUILESS_MAIN(TestHlsHostile)
#include "tst_hls_hostile.moc"
