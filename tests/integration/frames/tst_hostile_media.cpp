// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/av_types.h"
#include "frames/media_input.h"
#include "tests/support/hostile_boxes.h"
#include "tests/support/in_thread.h"
#include "tests/support/media_shelf.h"

#include <QElapsedTimer>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

//! What must end with an error of its own kind, soon, and without a request that should not be made.
class HostileMedia final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ends_data();
    void ends();
    void redirectIntoAPrivateNetwork();
};

void HostileMedia::ends_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("requests"); // at most
    const QByteArray ftyp = fileType();
    const auto list = [](const QByteArray& lines) { return "#EXTM3U\n#EXT-X-TARGETDURATION:5\n" + lines; };
    const QByteArray variant = "#EXT-X-STREAM-INF:BANDWIDTH=1000\n";
    QTest::newRow("empty") << QByteArray() << u"Media"_s << 1;
    QTest::newRow("zero bytes") << QByteArray(3'000'000, '\0') << u"Media"_s << 12;
    QTest::newRow("text") << QByteArray("hello ").repeated(1000) << u"Media"_s << 2;
    QTest::newRow("html") << QByteArray("<!DOCTYPE html><html><body>log in</body></html>") << u"Media"_s << 1;
    QTest::newRow("concat script") << QByteArray("ffconcat version 1.0\nfile file:///etc/passwd\nfile a.mp4\n")
                                   << u"Media"_s << 2;
    QTest::newRow("dash") << QByteArray("<?xml version=\"1.0\"?><MPD><BaseURL>file:///</BaseURL></MPD>") << u"Media"_s
                          << 1;
    QTest::newRow("sdp") << QByteArray("v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=x\r\nm=video 9 RTP/AVP 96\r\n")
                         << u"Media"_s << 2;
    QTest::newRow("file:") << list("#EXTINF:5,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n") << u"Unsupported"_s << 1;
    QTest::newRow("concat:") << list("#EXTINF:5,\nconcat:/etc/passwd|/etc/group\n") << u"Unsupported"_s << 1;
    QTest::newRow("data: key") << list("#EXT-X-KEY:METHOD=AES-128,URI=\"data:text/plain;base64,AAAA\"\n#EXTINF:5,\na\n")
                               << u"Unsupported"_s << 1;
    QTest::newRow("file: map") << list("#EXT-X-MAP:URI=\"file:///etc/passwd\"\n#EXTINF:5,\na.m4s\n") << u"Unsupported"_s
                               << 1;
    QTest::newRow("other private host") << list("#EXTINF:5,\nhttp://127.0.0.2:80/a.ts\n") << u"Unsupported"_s << 1;
    QTest::newRow("metadata of a cloud") << list(
        "#EXT-X-KEY:METHOD=AES-128,URI=\"http://100.100.100.200/latest\"\n#EXTINF:5,\na.ts\n")
                                         << u"Unsupported"_s << 1;
    QTest::newRow("master of itself") << "#EXTM3U\n" + variant + "a\n" + variant + "a\n" << u"Protocol"_s << 3;
    QTest::newRow("master of a master") << "#EXTM3U\n" + variant + "master\n" << u"Protocol"_s << 3;
    QTest::newRow("list of itself") << list("#EXTINF:5,\na\n#EXTINF:5,\na\n#EXT-X-ENDLIST\n") << u"Media"_s << 8;
    QTest::newRow("million segments") << list(QByteArray("#EXTINF:5,\na\n").repeated(120'000)) << u"TooLarge"_s << 12;
    QTest::newRow("long playlist") << list(QByteArray(5'000'000, '#')) << u"TooLarge"_s << 2;
    QTest::newRow("missing segments") << list(QByteArray("#EXTINF:5,\nnone.ts\n").repeated(100) + "#EXT-X-ENDLIST\n")
                                      << u"NotFound"_s << 110;
    QTest::newRow("no segments") << list("#EXT-X-ENDLIST\n") << u"Media"_s << 2;
    QTest::newRow("moov cut") << ftyp + box("moov", QByteArray(100, 'x'), 50'000) << u"Media"_s << 2;
    QTest::newRow("box of 4 GB") << ftyp + box("free", {}, 0xFFFFFFFF) + QByteArray(1000, 'x') << u"Media"_s << 2;
    QTest::newRow("box smaller than its head") << ftyp + box("moov", QByteArray(50, '\0'), 3) << u"Media"_s << 2;
    // 2^30 samples of one size, which need no bytes in the file.
    const QByteArray stsz = box("stsz", QByteArray("\0\0\0\0\0\0\0\1\x3f\xff\xff\xff", 12));
    const QByteArray stsc = box("stsc", QByteArray("\0\0\0\0\0\0\0\1\0\0\0\1\x3f\xff\xff\xff\0\0\0\1", 20));
    const QByteArray stco = box("stco", QByteArray("\0\0\0\0\0\0\0\1\0\0\0\0", 12));
    const QByteArray stts = box("stts", QByteArray("\0\0\0\0\0\0\0\1\x3f\xff\xff\xff\0\0\0\1", 16));
    const QByteArray stsd = box("stsd", QByteArray("\0\0\0\0\0\0\0\1", 8) + box("mp4v", QByteArray(78, '\0')));
    const QByteArray mdhd = box("mdhd", QByteArray(12, '\0') + QByteArray("\0\0\3\xe8\0\0\0\1\0\0\0\0", 12));
    const QByteArray hdlr = box("hdlr", QByteArray(8, '\0') + "vide" + QByteArray(13, '\0'));
    const QByteArray stbl = box("stbl", stsd + stts + stsc + stsz + stco);
    const QByteArray trak = box("trak", box("mdia", mdhd + hdlr + box("minf", stbl)));
    const auto movie = [&](const QByteArray& index) { return ftyp + index + box("mdat", "x"); };
    QTest::newRow("billion samples") << movie(box("moov", trak)) << u"TooLarge"_s << 3;
    // libavformat knows a table wherever it stands.
    QTest::newRow("billion samples behind a box without letters")
        << box("1234", {}) + movie(box("moov", trak)) << u"TooLarge"_s << 3;
    QTest::newRow("billion samples in an odd place") << movie(box("moov", box("trak", stbl))) << u"TooLarge"_s << 3;
    QTest::newRow("billion samples in a sample description")
        << movie(box("moov", box("trak", box("stsd", QByteArray(8, '\0') + box("mp4v", QByteArray(78, '\0') + stsz)))))
        << u"TooLarge"_s << 3;
    QTest::newRow("billion samples in a hidden index")
        << movie(box("free", box("mvhd", QByteArray(100, '\0')) + trak)) << u"TooLarge"_s << 3;
    QTest::newRow("billion samples in an index that is cut")
        << ftyp + box("mdat", "x") + box("moov", box("trak", box("mdia", stbl, 90'000), 95'000), 99'000)
        << u"TooLarge"_s << 3;
    const QByteArray loud = box("stsc",
        QByteArray("\0\0\0\0\0\0\0\2\0\0\0\1\0\0\0\1\0\0\0\1", 20)
            + QByteArray("\0\0\0\2\x7f\xff\xff\xff\0\0\0\1", 12));
    const QByteArray chunks = box("stco", be32(0) + be32(100) + QByteArray(400, '\0'));
    QTest::newRow("billion samples in chunks of sound")
        << movie(box("moov", box("trak", box("stbl", stsd + loud + chunks)))) << u"TooLarge"_s << 3;
    QTest::newRow("billion samples in a table that ends before them")
        << movie(box("moov", box("trak", box("stbl", stsd + chunks + box("stsc", be32(0) + be32(1'000'000))))))
        << u"TooLarge"_s << 3;
    QTest::newRow("billion samples in fragments")
        << ftyp + fragmentedMovie(2) + fragment(2, 10'000'000) + box("mdat", "x") << u"TooLarge"_s << 3;
    QTest::newRow("million fragments") << ftyp + fragmentedMovie(50) + box("moof", {}).repeated(100'000)
            + box("mdat", "x") << u"TooLarge"_s
                                       << 12;
    const QByteArray sidx = box("sidx", be32(0) + be32(1) + be32(1000) + be32(0) + be32(0) + be32(0xffff));
    QTest::newRow("fragments that are only named")
        << ftyp + fragmentedMovie(1) + sidx + sidx + QByteArray(1'000'000, '\1') << u"TooLarge"_s << 12;
    QTest::newRow("compressed index") << movie(
        box("moov", box("cmov", box("dcom", "zlib") + box("cmvd", qCompress(QByteArray(300'000'000, '\0'))))))
                                      << u"Unsupported"_s << 3;
    // The same where a playlist names it: the first part of its segments.
    const QByteArray parts = list("#EXT-X-MAP:URI=\"init\"\n#EXTINF:5,\nsegment\n#EXT-X-ENDLIST\n");
    QTest::newRow("billion samples in a part") << parts << u"TooLarge"_s << 4;
}

void HostileMedia::ends()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, kind);
    QFETCH(const int, requests);
    Shelf shelf;
    QVERIFY(!shelf.trouble);
    shelf.files = { { "/a", body }, { "/master", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nmaster\n" },
        { "/init", fileType() + fragmentedMovie(2) }, { "/segment", fragment(2, 10'000'000) + box("mdat", "x") } };
    Http http;
    QString got;
    QElapsedTimer clock;
    clock.start();
    inThread([&] {
        const auto input = MediaInput::open(
            http, shelf.url(u"/a"_s), {}, { .limits = { .deadline = std::chrono::milliseconds(20'000) } });
        if (input) {
            const PacketPtr packet(av_packet_alloc());
            int status = 0;
            for (int i = 0; i < 1000 && (status = av_read_frame((*input)->context(), packet.get())) >= 0; ++i)
                av_packet_unref(packet.get());
            got = Error::kindName((*input)->lastError(status).kind);
        } else {
            got = Error::kindName(input.error().kind);
            QVERIFY2(!input.error().message.isEmpty(), qPrintable(got));
        }
    });
    if (!kind.isEmpty())
        QCOMPARE(got, kind);
    QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY2(shelf.server.requests.size() <= requests, shelf.server.requests.join("---").right(2000).constData());
}

void HostileMedia::redirectIntoAPrivateNetwork()
{
    RawServer server;
    server.handler = [](const QByteArray&) {
        return RawServer::Reply { { statusReply("302 Found", {}, "Location: http://192.168.0.1/a.mp4\r\n") } };
    };
    QVERIFY(server.start());
    Http http;
    QString got;
    inThread([&] {
        const auto input = MediaInput::open(http, QUrl(u"http://"_s + server.authority() + u"/a.mp4"_s), {});
        got = input ? u"ok"_s : Error::kindName(input.error().kind);
    });
    QCOMPARE(got, u"Unsupported"_s);
}

QTEST_GUILESS_MAIN(HostileMedia)
#include "tst_hostile_media.moc"
