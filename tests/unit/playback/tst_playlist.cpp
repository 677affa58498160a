// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/media_sniff.h"
#include "media/playlist.h"

#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestPlaylist final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAMediaPlaylist()
    {
        const auto list =
            parsePlaylist("#EXTM3U\r\n#EXT-X-TARGETDURATION:4\r\n"
                          "#EXT-X-KEY:METHOD=AES-128,URI=\"/key?a=1,b=2\",IV=0x0\r\n"
                          "#EXT-X-MAP:URI=\"init.mp4\"\n"
                          "#EXTINF:3.84,\nseg_000.ts?auth_key=1\n#EXTINF:1.28,\nhttps://other.example/seg_001.ts\n"
                          "#EXT-X-ENDLIST\n",
                QUrl(u"http://cdn.example/a/b/index.m3u8?auth_key=2"_s));
        QVERIFY(list.has_value());
        QVERIFY(list->variants.isEmpty());
        QVERIFY(list->ended);
        QCOMPARE(list->segments.size(), 2);
        QCOMPARE(list->segments[0].url, QUrl(u"http://cdn.example/a/b/seg_000.ts?auth_key=1"_s));
        QCOMPARE(list->segments[1].url, QUrl(u"https://other.example/seg_001.ts"_s));
        QCOMPARE(list->segments[1].startMs, 3840.0);
        QCOMPARE(list->segments[1].durationMs, 1280.0);
        QCOMPARE(list->keys.size(), 1);
        QCOMPARE(list->keys[0].url, QUrl(u"http://cdn.example/key?a=1,b=2"_s));
        QCOMPARE(list->keys[0].iv, QByteArray(16, '\0'));
        QCOMPARE(list->others, QList<QUrl> { QUrl(u"http://cdn.example/a/b/init.mp4"_s) });
    }

    void readsWhatJudgingNeeds()
    {
        const auto list = parsePlaylist("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:6\n#EXT-X-MEDIA-SEQUENCE:41\n"
                                        "#EXT-X-PLAYLIST-TYPE:VOD\n"
                                        "#EXT-X-MAP:URI=\"i.mp4\",BYTERANGE=\"720@0\"\n"
                                        "#EXTINF:3.336667,\n#EXT-X-BYTERANGE:1000@720\nall.mp4\n"
                                        "#EXTINF:3.336667,\n#EXT-X-BYTERANGE:500\nall.mp4\n"
                                        "#EXT-X-DISCONTINUITY\n"
                                        "#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV=0x01ff\n"
                                        "#EXTINF:2,\nb.ts\n#EXTINF:2,\nc.ts\n"
                                        "#EXT-X-KEY:METHOD=NONE\n#EXTINF:2,\nd.ts\n",
            QUrl(u"http://h/x/i.m3u8"_s));
        QVERIFY(list.has_value());
        QCOMPARE(list->version, 7);
        QCOMPARE(list->targetDurationMs, 6000.0);
        QCOMPARE(list->mediaSequence, 41);
        QCOMPARE(list->type, u"VOD");
        QVERIFY(!list->ended);
        QCOMPARE(list->sections.size(), 1);
        QCOMPARE(list->sections[0].range->length, 720);
        QCOMPARE(list->segments.size(), 5);
        QCOMPARE(list->segments[0].range->offset, 720);
        QCOMPARE(list->segments[1].range->offset, 1720);
        QCOMPARE(list->segments[1].range->length, 500);
        QCOMPARE(list->segments[1].startMs, 3336.667);
        const auto all = [&](auto member) {
            QList<int> values;
            for (const Playlist::Segment& segment : list->segments)
                values += int(segment.*member);
            return values;
        };
        QCOMPARE(all(&Playlist::Segment::afterDiscontinuity), (QList { 0, 0, 1, 0, 0 }));
        QCOMPARE(all(&Playlist::Segment::key), (QList { -1, -1, 0, 0, -1 }));
        QCOMPARE(all(&Playlist::Segment::section), (QList { 0, 0, 0, 0, 0 }));
        QVERIFY(!list->segments[2].range);
        QCOMPARE(list->keys.at(0).method, u"AES-128");
        QCOMPARE(list->keys.at(0).iv.toHex(), "000000000000000000000000000001ff");

        const auto master =
            parsePlaylist("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=2000,AVERAGE-BANDWIDTH=1500,FRAME-RATE=29.970,"
                          "CODECS=\"avc1.64001f,mp4a.40.2\",RESOLUTION=1280x720\nv.m3u8\n",
                QUrl(u"http://h/a.m3u8"_s));
        QVERIFY(master.has_value());
        const Playlist::Variant variant = master->variants.value(0);
        QCOMPARE(variant.bandwidth, 2000);
        QCOMPARE(variant.averageBandwidth, 1500);
        QCOMPARE(variant.frameRate, 29.97);
        QCOMPARE(variant.codecs, u"avc1.64001f,mp4a.40.2");
        QCOMPARE(variant.resolution, QSize(1280, 720));
    }

    void choosesOneVariant()
    {
        const auto list =
            parsePlaylist("#EXTM3U\n"
                          "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"snd\",NAME=\"en\",URI=\"a.m3u8\"\n"
                          "#EXT-X-STREAM-INF:BANDWIDTH=500000,RESOLUTION=640x360\nlow.m3u8\n"
                          "#EXT-X-STREAM-INF:BANDWIDTH=9000000,RESOLUTION=3840x2160\nhuge.m3u8\n"
                          "#EXT-X-STREAM-INF:BANDWIDTH=3000000,RESOLUTION=1080x1920,AUDIO=\"snd\"\nportrait.m3u8\n",
                QUrl(u"http://cdn.example/auto.m3u8"_s));
        QVERIFY(list.has_value());
        QCOMPARE(list->variants.size(), 3);
        QCOMPARE(list->renditions.size(), 1);
        const Playlist::Variant* chosen = chooseVariant(*list);
        QVERIFY(chosen);
        QCOMPARE(chosen->url.fileName(), u"portrait.m3u8");
        QCOMPARE(chosen->audioGroup, u"snd");
    }

    void choosesTheSmallestWhereAllAreLarge()
    {
        const auto list = parsePlaylist("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=9,RESOLUTION=3840x2160\na\n"
                                        "#EXT-X-STREAM-INF:BANDWIDTH=5,RESOLUTION=2560x1440\nb\n",
            QUrl(u"http://h/x.m3u8"_s));
        QVERIFY(list.has_value());
        QCOMPARE(chooseVariant(*list)->url.path(), u"/b");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ErrorKind>("kind");
        const auto row = [](const char* name, const QByteArray& text, ErrorKind kind) {
            QTest::newRow(name) << text << kind;
        };
        row("file segment", "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n", ErrorKind::Unsupported);
        row("FILE segment", "#EXTM3U\n#EXTINF:1,\nFILE:///etc/passwd\n", ErrorKind::Unsupported);
        row("ftp key", "#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"ftp://h/k\"\n", ErrorKind::Unsupported);
        row("data key", "#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"data:text/plain,0\"\n", ErrorKind::Unsupported);
        row("concat", "#EXTM3U\n#EXTINF:1,\nconcat:http://a|file:///b\n", ErrorKind::Unsupported);
        row("map", "#EXTM3U\n#EXT-X-MAP:URI=\"file:///dev/zero\"\n", ErrorKind::Unsupported);
        row("variant", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nrtsp://h/x\n", ErrorKind::Unsupported);
        row("sound", "#EXTM3U\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",URI=\"smb://h/x\"\n", ErrorKind::Unsupported);
        row("preload hint", "#EXTM3U\n#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"file:///x\"\n", ErrorKind::Unsupported);
        row("no host", "#EXTM3U\n#EXTINF:1,\nhttp:///x\n", ErrorKind::Unsupported);
        row("not a playlist", "<html></html>", ErrorKind::Protocol);
        row("empty", "", ErrorKind::Protocol);
        row("endless line", "#EXTM3U\n#EXT-X-X:" + QByteArray("a").repeated(70'000), ErrorKind::TooLarge);
        row("endless", "#EXTM3U\n" + QByteArray("a\n").repeated(200'000), ErrorKind::TooLarge);
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        const auto list = parsePlaylist(text, QUrl(u"http://cdn.example/a.m3u8"_s));
        QVERIFY(!list.has_value());
        QTEST(list.error().kind, "kind");
        QVERIFY(!list.error().message.isEmpty());
    }

    void survivesNonsense_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("open quote") << QByteArray("#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"abc\n");
        QTest::newRow("no value") << QByteArray("#EXTM3U\n#EXT-X-STREAM-INF:\n#EXT-X-KEY\n");
        QTest::newRow("numbers") << QByteArray("#EXTM3U\n#EXTINF:-1e308,\na\n#EXTINF:nan,\nb\n#EXTINF:1e400,\nc\n");
        QTest::newRow("zeros") << QByteArrayLiteral("#EXTM3U\n\0\0\0=,\"\0\n");
    }
    void survivesNonsense()
    {
        QFETCH(QByteArray, text);
        const auto list = parsePlaylist(text, QUrl(u"http://cdn.example/a.m3u8"_s));
        if (list)
            for (const Playlist::Segment& segment : list->segments)
                QVERIFY(segment.durationMs >= 0 && segment.startMs >= 0);
    }

    void knowsPlayableAddresses_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("ok");
        for (const char* good : { "http://h/a.mp4", "https://h:8443/a?b=c", "HTTP://H/a" })
            QTest::newRow(good) << QString::fromLatin1(good) << true;
        for (const char* bad : { "file:///a.mp4", "ftp://h/a", "data:video/mp4;base64,AAAA", "http:a", "http:///a", "",
                 "/a.mp4", "javascript:1", "rtsp://h/a", "qrc:/a", "appsrc:/x" })
            QTest::newRow(*bad ? bad : "empty") << QString::fromLatin1(bad) << false;
    }
    void knowsPlayableAddresses()
    {
        QFETCH(QString, url);
        QTEST(isPlayableUrl(QUrl(url)), "ok");
    }

    void sniffs_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<MediaKind>("kind");
        QTest::newRow("empty") << QByteArray() << MediaKind::Empty;
        QTest::newRow("html") << QByteArray("\n <!DOCTYPE html><title>Login") << MediaKind::WebPage;
        QTest::newRow("xhtml") << QByteArray("<?xml version=\"1.0\"?><html xmlns=\"x\">") << MediaKind::WebPage;
        QTest::newRow("OSS error") << QByteArray("<?xml version=\"1.0\"?><Error><Code>NoSuchKey</Code>")
                                   << MediaKind::Xml;
        QTest::newRow("DASH") << QByteArray("<MPD xmlns=\"urn:mpeg:dash\">") << MediaKind::Xml;
        QTest::newRow("HLS") << QByteArray("\xEF\xBB\xBF#EXTM3U\n") << MediaKind::Playlist;
        QTest::newRow("mp4") << QByteArray("\0\0\0\x20"
                                           "ftypisom",
            12) << MediaKind::Other;
        QTest::newRow("mp3") << QByteArray("ID3\x04") << MediaKind::Sound;
        QTest::newRow("mp3 without a tag") << QByteArray("\xFF\xFB\x90\x64") << MediaKind::Sound;
        QTest::newRow("ADTS") << QByteArray("\xFF\xF1\x50\x80") << MediaKind::Sound;
        QTest::newRow("m4a") << QByteArray("\0\0\0\x20"
                                           "ftypM4A ",
            12) << MediaKind::Sound;
        QTest::newRow("wav") << QByteArray("RIFF\x24\x08\x01\x01WAVEfmt ") << MediaKind::Sound;
        QTest::newRow("webp is no sound") << QByteArray("RIFF\x24\x08\x01\x01WEBPVP8 ") << MediaKind::Other;
        QTest::newRow("jpeg is no sound") << QByteArray("\xFF\xD8\xFF\xE0") << MediaKind::Other;
    }
    void sniffs()
    {
        QFETCH(QByteArray, head);
        QTEST(sniffMedia(head, "video/mp4"), "kind");
    }

    void believesAServerThatSaysSound()
    {
        const QByteArray mp4("\0\0\0\x20"
                             "ftypisom",
            12);
        QCOMPARE(sniffMedia(mp4, " Audio/MP4; codecs=mp4a"), MediaKind::Sound);
        QCOMPARE(sniffMedia(mp4, "application/octet-stream"), MediaKind::Other);
        QCOMPARE(sniffMedia("#EXTM3U\n", "audio/mpegurl"), MediaKind::Playlist);
        QCOMPARE(sniffMedia("whatever", "audio/x-mpegurl"), MediaKind::Other);
        QCOMPARE(sniffMedia("<html>", "audio/mpeg"), MediaKind::WebPage);
    }

    void knowsEndings_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<std::optional<MediaKind>>("kind");
        using Kind = std::optional<MediaKind>;
        QTest::newRow("mp4") << u"http://h/a.MP4?x=1"_s << Kind(MediaKind::Other);
        QTest::newRow("mp3") << u"http://h/a.mp3"_s << Kind(MediaKind::Sound);
        QTest::newRow("m3u8") << u"http://h/a.m3u8"_s << Kind(MediaKind::Playlist);
        QTest::newRow("none") << u"https://host/stream?id=7"_s << Kind();
        QTest::newRow("in the query") << u"https://host/stream?name=a.mp3"_s << Kind();
    }
    void knowsEndings()
    {
        QFETCH(QString, url);
        QTEST(kindByName(QUrl(url)), "kind");
    }
};

QTEST_GUILESS_MAIN(TestPlaylist)
#include "tst_playlist.moc"
