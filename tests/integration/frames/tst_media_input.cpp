// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/av_types.h"
#include "frames/media_index.h"
#include "frames/media_input.h"
#include "frames/stream_decoder.h"
#include "tests/support/in_thread.h"
#include "tests/support/media_world.h"

#include <QElapsedTimer>
#include <QProcess>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

namespace {

struct Counted {
    int packets = 0;
    qint64 bytes = 0;
    int status = 0;
};

Counted readToEnd(MediaInput& input)
{
    Counted counted;
    const PacketPtr packet(av_packet_alloc());
    const int video = videoStreamOf(input.context());
    while ((counted.status = av_read_frame(input.context(), packet.get())) >= 0) {
        if (packet->stream_index == video) {
            ++counted.packets;
            counted.bytes += packet->size;
        }
        av_packet_unref(packet.get());
    }
    return counted;
}

QString troubleOf(const Result<std::unique_ptr<MediaInput>>& input)
{
    return input ? QString() : input.error().details();
}

} // namespace

//! libavformat over our own network: the sandbox's files and playlists.
class MediaInputTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { m_world->fault({}); }
    void everyFormatGivesItsFrames_data();
    void everyFormatGivesItsFrames();
    void indexAgreesWithThePackets_data();
    void indexAgreesWithThePackets();
    void sharedReaderFetchesNothingTwice();
    void stopEndsReading();
    void troubleIsNamed_data();
    void troubleIsNamed();

private:
    std::unique_ptr<MediaWorld> m_world;
};

void MediaInputTest::initTestCase()
{
    m_world = std::make_unique<MediaWorld>();
    QVERIFY2(m_world->trouble.isEmpty(), qPrintable(m_world->trouble));
}

void MediaInputTest::everyFormatGivesItsFrames_data()
{
    QTest::addColumn<QString>("definition");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("encryption");
    QTest::addColumn<QString>("twin"); // whose frames they must be as many as
    QTest::newRow("mp4") << u"4K"_s << u"mp4"_s << QString() << u"4k.mp4"_s;
    QTest::newRow("hls") << u"HD"_s << u"m3u8"_s << QString() << u"hd.mp4"_s;
    QTest::newRow("aes-128") << u"SD"_s << u"m3u8"_s << u"HLSEncryption"_s << u"sd.mp4"_s;
}

void MediaInputTest::everyFormatGivesItsFrames()
{
    QFETCH(const QString, definition);
    QFETCH(const QString, format);
    QFETCH(const QString, encryption);
    QFETCH(const QString, twin);
    const QUrl url = m_world->url(definition, format, encryption);
    QVERIFY(url.isValid());
    QString trouble;
    Counted counted;
    qint64 fetched = 0;
    bool playlist = false;
    inThread([&] {
        const auto input = MediaInput::open(m_world->http, url, {});
        if (!input) {
            trouble = input.error().details();
            return;
        }
        counted = readToEnd(**input);
        fetched = (*input)->stats().bytesFetched;
        playlist = (*input)->isPlaylist();
    });
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    QCOMPARE(counted.status, EndOfFile);
    QCOMPARE(playlist, format == "m3u8"_L1);
    QVERIFY2(fetched > counted.bytes && fetched < counted.bytes * 2 + 500'000, qPrintable(QString::number(fetched)));

    QProcess probe;
    probe.start(u"ffprobe"_s,
        { u"-v"_s, u"error"_s, u"-select_streams"_s, u"v:0"_s, u"-count_packets"_s, u"-show_entries"_s,
            u"stream=nb_read_packets"_s, u"-of"_s, u"csv=p=0"_s, MediaWorld::servedPath(twin) });
    QVERIFY(probe.waitForFinished());
    QCOMPARE(counted.packets, probe.readAllStandardOutput().trimmed().toInt());
}

void MediaInputTest::indexAgreesWithThePackets_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::newRow("h264") << m_world->url(u"HD"_s, u"mp4"_s);
    // With open groups of pictures: key frames are shown later than their place in the file says.
    for (const PlayInfo& info : m_world->streams(u"5c1fd2e0a7b94c3d8e6f1029384756aa"_s)) {
        if (info.hdrType == "HDR10"_L1)
            QTest::newRow(qPrintable(u"hevc "_s + info.definition)) << QUrl(info.playUrl);
    }
}

void MediaInputTest::indexAgreesWithThePackets()
{
    QFETCH(const QUrl, url);
    std::optional<MediaIndex> index;
    TransferStats cost;
    QList<double> keys;
    double peak = 0;
    inThread([&] {
        const auto input = MediaInput::open(m_world->http, url, {}, { .streamInfo = false });
        QVERIFY2(input, qPrintable(troubleOf(input)));
        AVFormatContext* media = (*input)->context();
        const int video = videoStreamOf(media);
        index = readIndex(media, video);
        cost = (*input)->stats();
        // The same by reading all of it.
        const PacketPtr packet(av_packet_alloc());
        QList<std::pair<double, int>> all;
        std::optional<double> first;
        while (av_read_frame(media, packet.get()) >= 0) {
            if (packet->stream_index == video) {
                const AVRational base = media->streams[video]->time_base;
                if (!first)
                    first = toMs(packet->pts, base);
                all.append({ *toMs(packet->dts, base), packet->size });
                if (packet->flags & AV_PKT_FLAG_KEY)
                    keys.append(*toMs(packet->pts, base) - *first);
            }
            av_packet_unref(packet.get());
        }
        for (const auto& [from, size] : all) {
            double bits = 0;
            for (const auto& [ms, bytes] : all)
                bits += ms >= from - 0.01 && ms < from + 999.98 ? bytes * 8 : 0;
            peak = std::max(peak, bits / 1000);
        }
        QCOMPARE(index->frames, all.size());
    });
    QVERIFY(index);
    QVERIFY(keys.size() >= 3);
    QCOMPARE(index->keyFramesMs.size(), keys.size());
    for (qsizetype i = 0; i < keys.size(); ++i)
        QVERIFY2(std::abs(index->keyFramesMs[i] - keys[i]) < 0.1, qPrintable(QString::number(index->keyFramesMs[i])));
    QVERIFY2(std::abs(*index->peakKbps - peak) < 0.5, qPrintable(u"%1 %2"_s.arg(*index->peakKbps).arg(peak)));
    QVERIFY(*index->peakKbps >= *index->averageKbps);
    QVERIFY(index->constantFrameRate.value_or(false));
    QVERIFY2(cost.bytesFetched <= 200'000, qPrintable(QString::number(cost.bytesFetched)));
}

void MediaInputTest::sharedReaderFetchesNothingTwice()
{
    const QUrl url = m_world->url(u"SD"_s, u"mp4"_s);
    inThread([&] {
        const auto reader = std::make_shared<RangedReader>(m_world->http, url, std::stop_token());
        for (int i = 0; i < 3; ++i) {
            const auto input = MediaInput::open(m_world->http, url, {}, { .streamInfo = false, .shared = reader });
            QVERIFY2(input, qPrintable(troubleOf(input)));
            QCOMPARE((*input)->stats().requests, 0);
        }
        QVERIFY2(reader->stats().requests <= 2, qPrintable(QString::number(reader->stats().requests)));
    });
}

void MediaInputTest::stopEndsReading()
{
    const QUrl url = m_world->url(u"HD"_s, u"m3u8"_s);
    std::stop_source source;
    QString kind;
    inThread([&] {
        const auto input = MediaInput::open(m_world->http, url, source.get_token());
        QVERIFY2(input, qPrintable(troubleOf(input)));
        source.request_stop();
        const Counted counted = readToEnd(**input);
        kind = Error::kindName((*input)->lastError(counted.status).kind);
    });
    QCOMPARE(kind, u"Cancelled"_s);
}

void MediaInputTest::troubleIsNamed_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("kind");
    for (const char* format : { "mp4", "m3u8" }) {
        const QString name = QString::fromLatin1(format);
        const auto row = [&](const char* fault, const char* kind) {
            QTest::addRow("%s %s", format, fault) << QString::fromLatin1(fault) << name << QString::fromLatin1(kind);
        };
        row("hang-media", "Timeout");
        row("cut-after=300", "Protocol");
        row("wrong-length", "Protocol");
        row("stall-after=300", "Timeout");
    }
}

void MediaInputTest::troubleIsNamed()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, format);
    QFETCH(const QString, kind);
    const QUrl url = m_world->url(u"HD"_s, format);
    m_world->fault(fault);
    QString got;
    QElapsedTimer clock;
    clock.start();
    inThread([&] {
        const auto input =
            MediaInput::open(m_world->http, url, {}, { .limits = { .deadline = std::chrono::milliseconds(700) } });
        got = input ? u"ok"_s : Error::kindName(input.error().kind);
    });
    QCOMPARE(got, kind);
    QVERIFY(clock.elapsed() < 5'000);
}

QTEST_GUILESS_MAIN(MediaInputTest)
#include "tst_media_input.moc"
