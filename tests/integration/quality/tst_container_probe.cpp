// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/container_probe.h"
#include "tests/support/in_thread.h"
#include "tests/support/media_shelf.h"
#include "tests/support/media_world.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>

#include <cmath>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() ? QJsonDocument::fromJson(process.readAllStandardOutput()).object()
                                     : QJsonObject();
}

double number(const QJsonObject& from, const char* key)
{
    return from.value(QLatin1StringView(key)).toString().toDouble();
}

double ratio(const QString& fraction)
{
    return fraction.section(u'/', 0, 0).toDouble() / fraction.section(u'/', 1, 1).toDouble();
}

QJsonObject firstOf(const QJsonArray& streams, const char* key, const char* value)
{
    for (const QJsonValue& each : streams) {
        if (each.toObject().value(QLatin1StringView(key)).toString() == QLatin1StringView(value))
            return each.toObject();
    }
    return {};
}

//! "near" within a tolerance; the message of a failure says all three.
#define NEAR(measured, reference, tolerance)                                                                           \
    QVERIFY2(std::abs((measured) - (reference)) <= (tolerance),                                                        \
        qPrintable(u"%1: %2 against %3"_s.arg(QLatin1StringView(#measured)).arg(measured).arg(reference)))

} // namespace

//! The container side of the ledger, against the programs ffprobe and mediainfo on the same files.
class ContainerProbeTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { m_world->fault({}); }
    void agreesWithFfprobe_data();
    void agreesWithFfprobe();
    void agreesWithMediaInfo_data() { agreesWithFfprobe_data(); }
    void agreesWithMediaInfo();
    void playlistsAgreeWithFfprobe_data();
    void playlistsAgreeWithFfprobe();
    void highDynamicRangeIsNamed();
    void headersCostLittle();
    void faultsHaveTheirOwnErrors_data();
    void faultsHaveTheirOwnErrors();
    void brokenFilesAreErrors_data();
    void brokenFilesAreErrors();
    void playersOwnEncryptionIsUnsupported();
    void manyAtOnce();

private:
    Result<MediaFacts> probe(const QUrl& url, TransferStats* cost = nullptr)
    {
        Result<MediaFacts> facts = fail({});
        TransferStats stats;
        inThread([&] { facts = probeContainer(m_world->http, url, {}, stats); });
        if (cost)
            *cost = stats;
        return facts;
    }
    std::unique_ptr<MediaWorld> m_world, m_clean;
};

void ContainerProbeTest::initTestCase()
{
    m_world = std::make_unique<MediaWorld>();
    QVERIFY2(m_world->trouble.isEmpty(), qPrintable(m_world->trouble));
    m_clean = std::make_unique<MediaWorld>(sandbox::Options { .catalogue = u"clean"_s });
    QVERIFY2(m_clean->trouble.isEmpty(), qPrintable(m_clean->trouble));
}

void ContainerProbeTest::agreesWithFfprobe_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QString>("path");
    // Every mp4 and mp3 of the demo, and of the clean ladders: all kinds of HDR.
    for (MediaWorld* world : { m_world.get(), m_clean.get() }) {
        const qsizetype above = sandbox::Server::findMediaFolder(world->catalogue).size() + 1;
        for (const QString& mediaId : world->server.mediaIds()) {
            for (const PlayInfo& info : world->streams(mediaId)) {
                const QUrl url(info.playUrl);
                const QString path = world->pathOf(url);
                if (info.format != "m3u8"_L1 && !url.isEmpty() && !path.isEmpty())
                    QTest::addRow("%s %s %s", qPrintable(world->catalogue), qPrintable(path.mid(above)),
                        qPrintable(info.definition))
                        << url << path;
            }
        }
    }
}

void ContainerProbeTest::agreesWithFfprobe()
{
    QFETCH(const QUrl, url);
    QFETCH(const QString, path);
    const auto facts = probe(url);
    QVERIFY2(facts, facts ? "" : qPrintable(facts.error().details()));
    const QJsonObject seen =
        run(u"ffprobe"_s, { u"-v"_s, u"error"_s, u"-of"_s, u"json"_s, u"-show_format"_s, u"-show_streams"_s, path });
    const QJsonObject format = seen.value(u"format"_s).toObject();
    QVERIFY(!format.isEmpty());
    QCOMPARE(double(*facts->sizeBytes), number(format, "size"));
    NEAR(*facts->durationMs, number(format, "duration") * 1000, 30.0); // one frame of sound more or less
    NEAR(*facts->bitrateKbps, number(format, "bit_rate") / 1000, number(format, "bit_rate") / 1000 * 0.005);
    QVERIFY(format.value(u"format_name"_s).toString().split(u',').contains(facts->format));

    const QJsonArray streams = seen.value(u"streams"_s).toArray();
    const QJsonObject video = firstOf(streams, "codec_type", "video");
    QCOMPARE(facts->video.has_value(), !video.isEmpty());
    if (facts->video) {
        const VideoFacts& v = *facts->video;
        QCOMPARE(v.codec, video.value(u"codec_name"_s).toString());
        QCOMPARE(v.profile, video.value(u"profile"_s).toString());
        const int level = video.value(u"level"_s).toInt();
        QCOMPARE(v.level.toDouble(), v.codec == "hevc"_L1 ? level / 30.0 : level / 10.0);
        QCOMPARE(*v.width, video.value(u"width"_s).toInt());
        QCOMPARE(*v.height, video.value(u"height"_s).toInt());
        NEAR(*v.frameRate, ratio(video.value(u"avg_frame_rate"_s).toString()), 0.01);
        QCOMPARE(double(*v.frames), number(video, "nb_frames"));
        NEAR(*v.bitrateKbps, number(video, "bit_rate") / 1000, number(video, "bit_rate") / 1000 * 0.005);
        NEAR(*v.startMs, number(video, "start_time") * 1000, 1.0);
        NEAR(*v.durationMs, number(video, "duration") * 1000, 1.0);
        const QString pixels = video.value(u"pix_fmt"_s).toString();
        QCOMPARE(*v.bitDepth, pixels.contains("10"_L1) ? 10 : 8);
        QCOMPARE(v.chroma, pixels.startsWith("yuv420"_L1) ? u"4:2:0"_s : pixels);
        QCOMPARE(v.primaries, video.value(u"color_primaries"_s).toString());
        QCOMPARE(v.transfer, video.value(u"color_transfer"_s).toString());
        QCOMPARE(v.matrix, video.value(u"color_space"_s).toString());
        QCOMPARE(v.range, video.value(u"color_range"_s).toString());
        QCOMPARE(v.scan, video.value(u"field_order"_s).toString());
        QCOMPARE(
            v.constantFrameRate, std::optional(video.value(u"avg_frame_rate"_s) == video.value(u"r_frame_rate"_s)));
    }
    const QJsonObject audio = firstOf(streams, "codec_type", "audio");
    QCOMPARE(facts->audio.isEmpty(), audio.isEmpty());
    if (!audio.isEmpty()) {
        const AudioFacts& a = facts->audio.constFirst();
        QCOMPARE(a.codec, audio.value(u"codec_name"_s).toString());
        if (a.codec == "aac"_L1)
            QCOMPARE(a.profile, audio.value(u"profile"_s).toString());
        QCOMPARE(*a.channels, audio.value(u"channels"_s).toInt());
        QCOMPARE(double(*a.sampleRate), number(audio, "sample_rate"));
        NEAR(*a.bitrateKbps, number(audio, "bit_rate") / 1000, number(audio, "bit_rate") / 1000 * 0.02);
        NEAR(*a.durationMs, number(audio, "duration") * 1000, 60.0); // padding of an mp3 counts for one of the two
    }
}

void ContainerProbeTest::agreesWithMediaInfo()
{
    QFETCH(const QUrl, url);
    QFETCH(const QString, path);
    if (QStandardPaths::findExecutable(u"mediainfo"_s).isEmpty())
        QSKIP("mediainfo is not installed");
    const auto facts = probe(url);
    QVERIFY2(facts, facts ? "" : qPrintable(facts.error().details()));
    const QJsonArray tracks =
        run(u"mediainfo"_s, { u"--Output=JSON"_s, path }).value(u"media"_s).toObject().value(u"track"_s).toArray();
    const QJsonObject general = firstOf(tracks, "@type", "General");
    QVERIFY(!general.isEmpty());
    NEAR(*facts->durationMs, number(general, "Duration") * 1000, 1.0);
    // Of an mp3 it tells the rate of the sound, of five seconds of which the tags are nearly one percent.
    NEAR(
        *facts->bitrateKbps, number(general, "OverallBitRate") / 1000, number(general, "OverallBitRate") / 1000 * 0.01);
    if (const QString streamable = general.value(u"IsStreamable"_s).toString(); facts->fastStart)
        QCOMPARE(*facts->fastStart, streamable == "Yes"_L1);
    const QJsonObject video = firstOf(tracks, "@type", "Video");
    if (facts->video) {
        const VideoFacts& v = *facts->video;
        QCOMPARE(double(*v.width), number(video, "Width"));
        NEAR(*v.aspect, number(video, "DisplayAspectRatio"), 0.001);
        NEAR(double(*v.rotation), number(video, "Rotation"), 0.1);
        NEAR(*v.frameRate, number(video, "FrameRate"), 0.001);
        QCOMPARE(*v.constantFrameRate, video.value(u"FrameRate_Mode"_s).toString() == "CFR"_L1);
        NEAR(*v.bitrateKbps, number(video, "BitRate") / 1000, number(video, "BitRate") / 1000 * 0.005);
        NEAR(double(*v.frames), number(video, "FrameCount"), 0.0);
        NEAR(double(*v.bitDepth), number(video, "BitDepth"), 0.0);
        NEAR(double(v.maxCll.value_or(0)), video.value(u"MaxCLL"_s).toString().section(u' ', 0, 0).toDouble(), 0.0);
    }
}

void ContainerProbeTest::playlistsAgreeWithFfprobe_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("encryption");
    QTest::newRow("hls") << m_world->url(u"HD"_s, u"m3u8"_s) << u"hd-hls/index.m3u8"_s << u"none"_s;
    QTest::newRow("aes-128") << m_world->url(u"SD"_s, u"m3u8"_s, u"HLSEncryption"_s) << u"sd-hls/index.m3u8"_s
                             << u"AES-128"_s;
}

void ContainerProbeTest::playlistsAgreeWithFfprobe()
{
    QFETCH(const QUrl, url);
    QFETCH(const QString, path);
    QFETCH(const QString, encryption);
    TransferStats cost;
    const auto facts = probe(url, &cost);
    QVERIFY2(facts, facts ? "" : qPrintable(facts.error().details()));
    const QJsonObject seen = run(u"ffprobe"_s,
        { u"-v"_s, u"error"_s, u"-of"_s, u"json"_s, u"-show_format"_s, u"-show_streams"_s,
            MediaWorld::servedPath(path) });
    const QJsonObject video = firstOf(seen.value(u"streams"_s).toArray(), "codec_type", "video");
    const QJsonObject audio = firstOf(seen.value(u"streams"_s).toArray(), "codec_type", "audio");
    QCOMPARE(facts->format, u"m3u8"_s);
    QCOMPARE(facts->encryption, encryption);
    QVERIFY(!facts->sizeBytes);
    NEAR(*facts->durationMs, number(seen.value(u"format"_s).toObject(), "duration") * 1000, 30.0);
    const VideoFacts& v = facts->video.value();
    QCOMPARE(v.codec, video.value(u"codec_name"_s).toString());
    QCOMPARE(v.profile, video.value(u"profile"_s).toString());
    QCOMPARE(*v.width, video.value(u"width"_s).toInt());
    NEAR(*v.frameRate, ratio(video.value(u"avg_frame_rate"_s).toString()), 0.01);
    NEAR(*v.startMs, number(video, "start_time") * 1000, 1.0);
    QCOMPARE(*v.bitDepth, 8);
    QCOMPARE(v.transfer, video.value(u"color_transfer"_s).toString());
    QCOMPARE(facts->audio.constFirst().codec, u"aac"_s);
    NEAR(*facts->audio.constFirst().startMs, number(audio, "start_time") * 1000, 1.0);
    QVERIFY2(cost.bytesFetched < 2'000'000, qPrintable(QString::number(cost.bytesFetched)));
}

void ContainerProbeTest::highDynamicRangeIsNamed()
{
    QMap<QString, int> kinds;
    for (const char* asset : { "d80f5b6c3a2e4917b4c5d6e7f8091a2b", "5c1fd2e0a7b94c3d8e6f1029384756aa" }) {
        for (const PlayInfo& info : m_world->streams(QString::fromLatin1(asset))) {
            if (info.format != "mp4"_L1)
                continue;
            const auto facts = probe(QUrl(info.playUrl));
            QVERIFY(facts && facts->video);
            QCOMPARE(facts->video->hdr, info.hdrType.isEmpty() ? u"SDR"_s : info.hdrType);
            ++kinds[facts->video->hdr];
            QCOMPARE(facts->video->mastering.has_value(), info.hdrType == "HDR10"_L1);
            if (facts->video->mastering) {
                QCOMPARE(facts->video->mastering->maxLuminance, 1000.0);
                QCOMPARE(facts->video->mastering->minLuminance, 0.005);
                QCOMPARE(facts->video->maxFall, std::optional(400));
            }
        }
    }
    QVERIFY(kinds.value(u"HDR10"_s) >= 2 && kinds.value(u"HLG"_s) >= 1 && kinds.value(u"SDR"_s) >= 2);
}

void ContainerProbeTest::headersCostLittle()
{
    for (const char* definition : { "FD", "HD", "4K" }) {
        TransferStats cost;
        const auto facts = probe(m_world->url(QString::fromLatin1(definition), u"mp4"_s), &cost);
        QVERIFY(facts);
        QVERIFY2(cost.bytesFetched <= 300'000, qPrintable(QString::number(cost.bytesFetched)));
        QVERIFY2(cost.requests <= 4, qPrintable(QString::number(cost.requests)));
    }
}

void ContainerProbeTest::faultsHaveTheirOwnErrors_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("kind");
    QTest::newRow("wrong-length") << u"wrong-length"_s << u"Protocol"_s;
    QTest::newRow("cut-after") << u"cut-after=20000"_s << u"Protocol"_s;
    QTest::newRow("stall-after") << u"stall-after=20000"_s << u"Timeout"_s;
    QTest::newRow("hang-media") << u"hang-media"_s << u"Timeout"_s;
    QTest::newRow("no-range") << u"no-range"_s << u"ok"_s;
}

void ContainerProbeTest::faultsHaveTheirOwnErrors()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, kind);
    const QUrl url = m_world->url(u"HD"_s, u"mp4"_s);
    m_world->fault(fault);
    Result<MediaFacts> facts = fail({});
    inThread([&] {
        TransferStats stats;
        facts = probeContainer(m_world->http, url, {}, stats, {}, { .deadline = std::chrono::milliseconds(1500) });
    });
    QCOMPARE(facts ? u"ok"_s : Error::kindName(facts.error().kind), kind);
}

void ContainerProbeTest::brokenFilesAreErrors_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("fastStart");
    const auto corpus = [](const char* name) {
        QFile file(QStringLiteral(PROBE_CORPUS) + u'/' + QLatin1StringView(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray whole = corpus("tiny.mp4"), tail = corpus("tail.mp4");
    QVERIFY(whole.size() > 5'000 && tail.size() > 5'000);
    QTest::newRow("index first") << whole << u"ok"_s << true;
    QTest::newRow("index last") << tail << u"ok"_s << false;
    QTest::newRow("transport stream") << corpus("tiny.ts") << u"ok"_s << false;
    QTest::newRow("settings that MediaInfoLib never ends with") << corpus("settings.mp4") << u"ok"_s << false;
    QTest::newRow("empty") << QByteArray() << u"Media"_s << false;
    QTest::newRow("zeroes") << QByteArray(2'000'000, '\0') << u"Media"_s << false;
    QTest::newRow("web page") << corpus("page.html") << u"Media"_s << false;
    QTest::newRow("index cut") << whole.left(1'000) << u"Media"_s << false;
    QTest::newRow("index lost") << tail.left(tail.size() - 3'000) << u"Media"_s << false;
    QTest::newRow("index of 4 GB") << QByteArray(whole).replace(whole.indexOf("moov") - 4, 4, "\xff\xff\xff\xff")
                                   << u"Media"_s << false;
}

void ContainerProbeTest::brokenFilesAreErrors()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, kind);
    QFETCH(const bool, fastStart);
    Shelf shelf;
    QVERIFY(!shelf.trouble);
    shelf.files = { { "/a.mp4", body } };
    const auto facts = probe(shelf.url(u"/a.mp4"_s));
    QCOMPARE(facts ? u"ok"_s : Error::kindName(facts.error().kind), kind);
    if (!facts)
        return;
    QCOMPARE(facts->fastStart.value_or(false), fastStart);
    QVERIFY(facts->video && facts->durationMs.value_or(0) > 0);
    QVERIFY(shelf.server.requests.size() <= 4);
}

void ContainerProbeTest::playersOwnEncryptionIsUnsupported()
{
    const auto facts = probe(m_world->url(u"LD"_s, u"m3u8"_s, u"AliyunVoDEncryption"_s));
    QVERIFY(!facts);
    QCOMPARE(Error::kindName(facts.error().kind), u"Unsupported"_s);
}

void ContainerProbeTest::manyAtOnce()
{
    // The library's shared parts see several threads.
    const QUrl urls[] = { m_world->url(u"FD"_s, u"mp4"_s), m_world->url(u"HD"_s, u"mp4"_s),
        m_world->url(u"SQ"_s, u"mp3"_s), m_world->url(u"HD"_s, u"m3u8"_s) };
    std::atomic_int good = 0;
    inThread([&] {
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back(QThread::create([&, i] {
                for (int round = 0; round < 5; ++round) {
                    TransferStats stats;
                    good += probeContainer(m_world->http, urls[(i + round) % 4], {}, stats).has_value() ? 1 : 0;
                }
            }));
            threads.back()->start();
        }
        for (const auto& thread : threads)
            thread->wait();
    });
    QCOMPARE(int(good), 40);
}

QTEST_GUILESS_MAIN(ContainerProbeTest)
#include "tst_container_probe.moc"
