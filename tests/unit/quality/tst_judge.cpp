// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/decode.h"
#include "judge_samples.h"

#include <QFile>
#include <QTest>

using namespace proofreel;
using namespace proofreel::samples;

namespace {

using S = AssetSheet&;

QStringList rulesOf(const Judgement& judgement)
{
    QStringList rules;
    for (const Finding& finding : judgement.findings)
        rules << finding.rule;
    rules.sort();
    return rules;
}

//! What a rule measures, set to a value: found beyond its limit, and not at it.
struct Edge {
    const char* rule;
    double holds, breaks;
    std::function<void(AssetSheet&, double)> set;
};

const QList<Edge>& edges()
{
    static const QList<Edge> list {
        { "declared.bitrate-size", 1100, 1120, [](S s, double v) { info(s, u"OD mp4"_s).size = qint64(v * 1250); } },
        { "declared.url-expiry", 600, 599,
            [](S s, double v) {
                info(s).playUrl = u"https://a.example.com/a?Expires=%1&OSSAccessKeyId=a&Signature=b"_s.arg(
                    kNow.toSecsSinceEpoch() + qint64(v));
            } },
        { "declared.definition-size", 772, 760,
            [](S s, double v) {
                info(s, u"LD mp4"_s).width = qint64(v);
                info(s, u"LD mp4"_s).height = 400;
            } },
        { "container.size", 3'753'700, 3'753'800, [](S s, double v) { file(s).sizeBytes = qint64(v); } },
        { "container.duration", 10.1, 10.101, [](S s, double v) { info(s).duration = v; } },
        { "container.duration", 9.9, 9.899, [](S s, double v) { info(s).duration = v; } },
        { "container.frame-rate", 25.12, 25.14, [](S s, double v) { file(s).video->frameRate = v; } },
        { "container.bitrate", 3300, 3301, [](S s, double v) { file(s).bitrateKbps = v; } },
        { "container.aspect", 1.795, 1.796, [](S s, double v) { file(s).video->aspect = v; } },
        { "container.start-time", 100, 101, [](S s, double v) { file(s).startMs = v; } },
        { "decoded.duration", 9900, 9899, [](S s, double v) { frames(s).facts.video->durationMs = v; } },
        { "decoded.frame-rate", 24.75, 24.74, [](S s, double v) { frames(s).facts.video->frameRate = v; } },
        { "decoded.frames", 249, 248, [](S s, double v) { frames(s).facts.video->frames = qint64(v); } },
        { "ladder.duration", 9900, 9899, [](S s, double v) { file(s).video->durationMs = v; } },
        { "ladder.aspect", 1.795, 1.796, [](S s, double v) { file(s).video->aspect = v; } },
        { "ladder.frame-rate", 25.12, 25.14, [](S s, double v) { file(s).video->frameRate = v; } },
        { "ladder.bitrate-order", 1575, 1576, [](S s, double v) { file(s, u"LD mp4"_s).bitrateKbps = v; } },
        { "ladder.size-order", 1'968'750, 1'968'800,
            [](S s, double v) { file(s, u"LD mp4"_s).sizeBytes = qint64(v); } },
        { "ladder.key-frame-interval", 2001, 2002,
            [](S s, double v) {
                frames(s).facts.video->keyFramesMs = { 0, v, 4000, 6000, 8000 };
            } },
        { "ladder.key-frame-alignment", 2020, 2021,
            [](S s, double v) {
                frames(s).facts.video->keyFramesMs = { 0, v, 4000, 6000, 8000 };
            } },
        { "ladder.loudness", -22, -21.9, [](S s, double v) { frames(s).signal.integratedLufs = v; } },
        { "ladder.start-offset", 100, 101, [](S s, double v) { file(s).startMs = v; } },
        { "ladder.av-offset", -100, -101, [](S s, double v) { file(s).audio[0].startMs = v; } },
        { "ladder.narrowband-saving", 2850, 2851, [](S s, double v) { file(s, u"HD nb"_s).bitrateKbps = v; } },
        { "hls.extinf", 1800, 1799, [](S s, double v) { hls(s).segments[2].measuredMs = v; } },
        { "hls.target-duration", 2499, 2500, [](S s, double v) { hls(s).segments[2].declaredMs = v; } },
        { "hls.bandwidth", 2420, 2421, [](S s, double v) { hls(s).peakKbps = v; } },
        { "signal.black", 999, 1000,
            [](S s, double v) {
                frames(s).signal.black = { { 0, v } };
            } },
        { "signal.freeze", 1999, 2000,
            [](S s, double v) {
                frames(s).signal.freeze = { { 0, v } };
            } },
        { "signal.silence", 1999, 2000,
            [](S s, double v) {
                frames(s).signal.silence = { { 0, v } };
            } },
        { "signal.clipping", 100, 101, [](S s, double v) { frames(s).signal.clippedSamples = qint64(v); } },
        { "signal.loudness", -24, -24.1, [](S s, double v) { frames(s, u"OD mp4"_s).signal.integratedLufs = v; } },
        { "signal.true-peak", 0, 0.1, [](S s, double v) { frames(s).signal.truePeakDbtp = v; } },
        { "signal.decode-errors", 0, 1, [](S s, double v) { frames(s).signal.decodeErrors = qint64(v); } },
        { "reference.psnr", 30, 29.9, [](S s, double v) { frames(s).signal.psnrDb = v; } },
        { "reference.ssim", 0.9, 0.899, [](S s, double v) { frames(s).signal.ssim = v; } },
    };
    return list;
}

//! What is no defect, though it looks like one.
struct Innocent {
    const char* name;
    std::function<void(AssetSheet&)> change;
};

const QList<Innocent>& innocents()
{
    static const QList<Innocent> list {
        { "sound is longer than the picture: AAC's padding",
            [](S s) { file(s).audio[0].durationMs = frames(s).facts.audio[0].durationMs = 10'053; } },
        { "a playlist's sum is a frame and a bit longer",
            [](S s) {
                file(s, u"SD m3u8"_s).durationMs = frames(s, u"SD m3u8"_s).facts.durationMs = 10'060;
                info(s, u"SD m3u8"_s).duration = 10.06;
            } },
        { "a playlist whose Size leaves out the packets' padding",
            [](S s) { info(s, u"SD m3u8"_s).size = 1'930'000; } },
        { "Bitrate in whole kbit/s",
            [](S s) {
                info(s, u"SQ mp3"_s).bitrate = 1;
                info(s, u"SQ mp3"_s).size = 2400;
                file(s, u"SQ mp3"_s).bitrateKbps = 1.92;
                file(s, u"SQ mp3"_s).sizeBytes = delivery(s, u"SQ mp3"_s).contentLength = 2400;
            } },
        { "29.97 beside 30",
            [](S s) {
                for (StreamSheet& stream : s.streams) {
                    if (!(*stream.container)->video)
                        continue;
                    const bool film = stream.key == u"HD mp4";
                    stream.info.fps = (*stream.container)->video->frameRate = film ? 30 : 29.97;
                    (*stream.decoded)->facts.video->frameRate = film ? 30 : 30'000.0 / 1001;
                }
            } },
        { "half the frame rate on the lowest step, every second key frame elsewhere absent",
            [](S s) {
                info(s, u"LD mp4"_s).fps = 12.5;
                for (VideoFacts* video : { &*file(s, u"LD mp4"_s).video, &*frames(s, u"LD mp4"_s).facts.video }) {
                    video->frameRate = 12.5;
                    video->frames = 125;
                }
                frames(s).facts.video->keyFramesMs = { 0, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000 };
            } },
        { "a portrait cut beside landscape",
            [](S s) {
                StreamSheet tall = stream(u"SD"_s, u"mp4"_s, 720, 1280, 9000);
                tall.key = u"tall"_s;
                s.streams.append(tall);
            } },
        { "stored turned, declared as shown",
            [](S s) {
                StreamSheet& original = at(s, u"OD mp4"_s);
                original.info.width = 2160;
                original.info.height = 3840;
                for (VideoFacts* video : { &*(*original.container)->video, &*(*original.decoded)->facts.video }) {
                    video->rotation = 90;
                    video->aspect = 9.0 / 16;
                }
            } },
        { "an original of any bitrate, rate, colour and chroma",
            [](S s) {
                StreamSheet& original = at(s, u"OD mp4"_s);
                original.info.fps = 24;
                for (VideoFacts* video : { &*(*original.container)->video, &*(*original.decoded)->facts.video }) {
                    video->frameRate = 24;
                    video->chroma = u"4:2:2"_s;
                    video->matrix = u"smpte170m"_s;
                    video->constantFrameRate = false;
                    video->keyFramesMs = { 0 };
                    video->codec = u"prores"_s;
                }
            } },
        { "HDR10 costs less than SDR of a lower step",
            [](S s) {
                StreamSheet& hdr = at(s, u"HD mp4 HDR10"_s);
                hdr.info.bitrate = (*hdr.container)->bitrateKbps = 900;
                hdr.info.size = (*hdr.container)->sizeBytes = hdr.delivery->contentLength = 900 * 1250;
            } },
        { "HEVC costs less than H.264 of a lower step",
            [](S s) {
                StreamSheet modern = stream(u"HD"_s, u"mp4"_s, 1920, 1080, 1000);
                modern.key = u"modern"_s;
                (*modern.container)->video->codec = (*modern.decoded)->facts.video->codec = u"hevc"_s;
                s.streams.append(modern);
            } },
        { "an adaptive playlist of many variants",
            [](S s) {
                StreamSheet master = stream(u"AUTO"_s, u"m3u8"_s, 1280, 720, 1500);
                master.key = u"AUTO m3u8"_s;
                master.info.size.reset();
                master.info.bitrate.reset();
                master.info.width.reset();
                master.info.height.reset();
                master.info.fps.reset();
                (*master.container)->video->width = (*master.decoded)->facts.video->width = 1920;
                (*master.container)->video->height = (*master.decoded)->facts.video->height = 1080;
                master.hls = playlist();
                master.hls->playlists.append(master.hls->playlists.constFirst());
                s.streams.append(master);
            } },
        { "encrypted so that only Alibaba's player can open it",
            [](S s) {
                StreamSheet& closed = at(s, u"SD m3u8"_s);
                closed.info.encrypt = 1;
                closed.info.encryptType = u"AliyunVoDEncryption"_s;
                closed.container = fail({ .kind = ErrorKind::Unsupported, .message = u"Encrypted."_s });
                closed.decoded = fail({ .kind = ErrorKind::Unsupported, .message = u"Encrypted."_s });
                closed.hls.reset();
            } },
        { "HLS encrypted as declared",
            [](S s) {
                info(s, u"SD m3u8"_s).encrypt = 1;
                info(s, u"SD m3u8"_s).encryptType = u"HLSEncryption"_s;
                file(s, u"SD m3u8"_s).encryption = u"AES-128"_s;
            } },
        { "Dolby Vision and HDR Vivid on a base of HDR10, declared as that",
            [](S s) {
                kind(s, u"2K mp4 HDR10"_s, u"DolbyVision"_s, u"profile 8.1"_s);
                kind(s, u"HD mp4 HDR10"_s, u"HDRVivid"_s);
            } },
        { "HDR that names no kind",
            [](S s) {
                kind(s, u"2K mp4 HDR10"_s, u"DolbyVision"_s, u"profile 5"_s);
                info(s, u"2K mp4 HDR10"_s).hdrType = u"HDR"_s;
            } },
        { "colours that are not tagged",
            [](S s) {
                file(s).video->primaries.clear();
                file(s).video->transfer = u"unknown"_s;
                file(s).video->matrix = u"unspecified"_s;
            } },
        { "a sandbox on this machine, over http",
            [](S s) {
                info(s).playUrl = u"http://127.0.0.1:4711/a.mp4"_s;
                delivery(s).https = false;
            } },
        { "a link without an end", [](S s) { info(s).playUrl = u"https://cdn.example.com/a.mp4"_s; } },
        { "a live-looking path of cache control for playlists",
            [](S s) { delivery(s, u"SD m3u8"_s).cacheControl = u"no-cache"_s; } },
        { "HE-AAC whose headers tell of the core",
            [](S s) {
                for (StreamSheet& stream : s.streams) {
                    if (stream.info.streamType == u"video") {
                        (*stream.container)->audio[0].sampleRate = 24'000;
                        (*stream.decoded)->facts.audio[0].sampleRate = 48'000;
                    }
                }
            } },
        { "a picture without sound among its like",
            [](S s) {
                for (StreamSheet& stream : s.streams) {
                    if (stream.info.streamType == u"video") {
                        (*stream.container)->audio.clear();
                        (*stream.decoded)->facts.audio.clear();
                        (*stream.decoded)->signal.integratedLufs.reset();
                        (*stream.decoded)->signal.silence = { { 0, 10'000 } };
                    }
                }
            } },
        { "sound that was enhanced on purpose is louder",
            [](S s) {
                info(s, u"HQ mp3"_s).streamTagsText = u"{\"ims.audioServiceType\":\"AudioEnhancement\"}"_s;
                frames(s, u"HQ mp3"_s).signal.integratedLufs = -18;
            } },
        { "black and still, both too short to tell of",
            [](S s) {
                frames(s).signal.black = { { 3000, 900 } };
                frames(s).signal.freeze = { { 3000, 1900 } };
            } },
        { "whole pictures stored as fields",
            [](S s) { file(s).video->scan = frames(s).facts.video->scan = u"tff"_s; } },
        { "nothing was measured",
            [](S s) {
                for (StreamSheet& stream : s.streams) {
                    stream.container.reset();
                    stream.decoded.reset();
                    stream.delivery.reset();
                    stream.hls.reset();
                }
            } },
    };
    return list;
}

} // namespace

class TestJudge final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void edge_data();
    void edge();
    void tolerancesAreThePolicys();
    void everyToleranceHasAnEdge();
    void innocent_data();
    void innocent();
    void thePublishedReplyWarns();
    void verdicts();
    void whatNobodyCouldMeasure_data();
    void whatNobodyCouldMeasure();
    void oneCauseIsOneFinding();
    void worstFirstByRendition();
    void manySpansAreBounded();
    void expectedSteps();
    void picturesAndTexts();
    void oddNumbers();
};

void TestJudge::edge_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < edges().size(); ++i)
        QTest::addRow("%s %d", edges()[i].rule, i) << i;
}

void TestJudge::edge()
{
    QFETCH(int, index);
    const Edge& edge = edges()[index];
    const QString rule = QString::fromLatin1(edge.rule);
    for (const bool holds : { true, false }) {
        AssetSheet sheet = cleanSheet();
        edge.set(sheet, holds ? edge.holds : edge.breaks);
        const Judgement judgement = judge(sheet, asksForAll(), kNow);
        QVERIFY2(rulesOf(judgement).contains(rule) != holds, list(judgement).constData());
    }
}

void TestJudge::tolerancesAreThePolicys()
{
    // A wider tolerance lets pass what the rule's own would not; a narrower one does not.
    for (const Edge& edge : edges()) {
        const QString id = QString::fromLatin1(edge.rule);
        const auto rule = findRule(id);
        if (!rule->tolerance)
            continue;
        const bool least = id.startsWith(u"reference.") || id == u"ladder.narrowband-saving";
        AssetSheet sheet = cleanSheet();
        edge.set(sheet, edge.breaks);
        Policy policy = asksForAll();
        policy.setRule(id, { Severity::Error, least ? 0 : *rule->tolerance * 20 + 1 });
        const Judgement judgement = judge(sheet, policy, kNow);
        QVERIFY2(!rulesOf(judgement).contains(id), list(judgement).constData());
    }
}

void TestJudge::everyToleranceHasAnEdge()
{
    QStringList ids;
    for (const Edge& edge : edges())
        ids << QString::fromLatin1(edge.rule);
    for (const Rule& rule : allRules())
        QVERIFY2(!rule.tolerance || ids.contains(rule.id), qPrintable(rule.id));
}

void TestJudge::innocent_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < innocents().size(); ++i)
        QTest::newRow(innocents()[i].name) << i;
}

void TestJudge::innocent()
{
    QFETCH(int, index);
    AssetSheet sheet = cleanSheet();
    innocents()[index].change(sheet);
    const Judgement judgement = judge(sheet, Policy(), kNow);
    QVERIFY2(judgement.findings.isEmpty(), list(judgement).constData());
    QCOMPARE(judgement.verdict, Verdict::Pass);
}

void TestJudge::thePublishedReplyWarns()
{
    QFile json(QStringLiteral(PUBLISHED_REPLY));
    QVERIFY(json.open(QIODevice::ReadOnly));
    const auto reply = decodePlayInfo(json.readAll());
    QVERIFY(reply);
    AssetSheet sheet;
    sheet.media = reply->mediaBase;
    sheet.requestedAt = kNow;
    StreamSheet stream;
    stream.key = u"one"_s;
    stream.info = reply->playInfoList.constFirst();
    sheet.streams = { stream };
    const Judgement judgement = judge(sheet, Policy(), kNow);
    QCOMPARE(rulesOf(judgement),
        (QStringList { u"declared.bitrate-size"_s, u"declared.encrypt-type"_s, u"declared.hdr-bit-depth"_s }));
    QCOMPARE(judgement.verdict, Verdict::Warn);
    for (const Finding& finding : judgement.findings) {
        if (finding.rule == u"declared.bitrate-size") {
            QCOMPARE(finding.declared, u"20 kbit/s"_s);
            QCOMPARE(finding.measured, u"369.7 kbit/s"_s);
            QCOMPARE(finding.field, u"Bitrate"_s);
        }
    }
}

void TestJudge::verdicts()
{
    const auto policy = [](const QByteArray& text) { return *Policy::parse(text, {}); };
    AssetSheet sheet = cleanSheet();
    QCOMPARE(judge(sheet, Policy(), kNow).verdict, Verdict::Pass);
    info(sheet).status = u"Invisible"_s; // info
    QCOMPARE(judge(sheet, Policy(), kNow).verdict, Verdict::Pass);
    QCOMPARE(judge(sheet, policy("fail_at = \"info\""), kNow).verdict, Verdict::Fail);
    file(sheet).fastStart = false; // warning
    QCOMPARE(judge(sheet, Policy(), kNow).verdict, Verdict::Warn);
    QCOMPARE(judge(sheet, policy("fail_at = \"warning\""), kNow).verdict, Verdict::Fail);
    info(sheet).duration = 12; // error
    QCOMPARE(judge(sheet, Policy(), kNow).verdict, Verdict::Fail);
    QCOMPARE(judge(sheet, policy("rules.container.duration = \"warning\""), kNow).verdict, Verdict::Warn);
    QCOMPARE(judge(sheet, Policy(), kNow).findings, judge(sheet, Policy(), kNow).findings);

    sheet.error = Error { .kind = ErrorKind::Network };
    QCOMPARE(judge(sheet, Policy(), kNow).verdict, Verdict::Error);
    QVERIFY(judge(sheet, Policy(), kNow).findings.isEmpty());
}

void TestJudge::whatNobodyCouldMeasure_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("findings");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("network") << ErrorKind::Network << 1 << Verdict::Error;
    QTest::newRow("timeout") << ErrorKind::Timeout << 1 << Verdict::Error;
    QTest::newRow("proxy") << ErrorKind::Proxy << 1 << Verdict::Error;
    QTest::newRow("tls") << ErrorKind::Tls << 1 << Verdict::Error;
    QTest::newRow("stopped") << ErrorKind::Cancelled << 0 << Verdict::Error;
    QTest::newRow("unsupported") << ErrorKind::Unsupported << 0 << Verdict::Pass;
    QTest::newRow("not there") << ErrorKind::NotFound << 1 << Verdict::Fail;
    QTest::newRow("no media") << ErrorKind::Media << 1 << Verdict::Fail;
    QTest::newRow("expired") << ErrorKind::Expired << 1 << Verdict::Fail;
    QTest::newRow("bomb") << ErrorKind::TooLarge << 1 << Verdict::Fail;
}

void TestJudge::whatNobodyCouldMeasure()
{
    QFETCH(ErrorKind, kind);
    QFETCH(int, findings);
    QFETCH(Verdict, verdict);
    const Error error { .kind = kind, .message = u"Because."_s };
    AssetSheet sheet = cleanSheet();
    StreamSheet& stream = at(sheet, u"OD mp4"_s);
    stream.container = fail(error);
    stream.decoded = fail(error);
    Judgement judgement = judge(sheet, Policy(), kNow);
    QVERIFY2(judgement.findings.size() == findings, list(judgement).constData());
    QCOMPARE(judgement.verdict, verdict);
    if (findings > 0) {
        QCOMPARE(judgement.findings.constFirst().rule, u"container.open"_s);
        QVERIFY(judgement.findings.constFirst().message.endsWith(u"Because."));
    }
    // What fails for certain fails, whatever else could not be measured.
    info(sheet).duration = 12;
    QCOMPARE(judge(sheet, Policy(), kNow).verdict, Verdict::Fail);

    // The headers were read, decoding was not possible.
    sheet = cleanSheet();
    at(sheet, u"OD mp4"_s).decoded = fail(error);
    judgement = judge(sheet, Policy(), kNow);
    QVERIFY2(judgement.findings.size() == findings, list(judgement).constData());
    QCOMPARE(judgement.verdict, verdict);
}

void TestJudge::oneCauseIsOneFinding()
{
    const Error error { .kind = ErrorKind::NotFound, .message = u"Gone."_s };
    AssetSheet sheet = cleanSheet();
    at(sheet, u"OD mp4"_s).container = fail(error);
    at(sheet, u"OD mp4"_s).decoded = fail(error);
    delivery(sheet, u"OD mp4"_s).status = 404;
    QCOMPARE(rulesOf(judge(sheet, Policy(), kNow)), QStringList { u"delivery.status"_s });
    // Unless the one that would say it is off.
    const Policy off = *Policy::parse("rules.delivery.status = \"off\"", {});
    QCOMPARE(rulesOf(judge(sheet, off, kNow)), QStringList { u"container.open"_s });

    sheet = cleanSheet();
    at(sheet, u"SD m3u8"_s).container = fail(error);
    at(sheet, u"SD m3u8"_s).decoded = fail(error);
    hls(sheet).segments[0].status = 404;
    QCOMPARE(rulesOf(judge(sheet, Policy(), kNow)), QStringList { u"hls.segment-missing"_s });
    hls(sheet).segments[0].status = 206;
    hls(sheet).keyTrouble = u"403"_s;
    QCOMPARE(rulesOf(judge(sheet, Policy(), kNow)), QStringList { u"hls.key"_s });
    // What is black stands still, too.
    sheet = cleanSheet();
    frames(sheet).signal.black = { { 3000, 2500 } };
    frames(sheet).signal.freeze = { { 3040, 2460 } };
    QCOMPARE(rulesOf(judge(sheet, Policy(), kNow)), QStringList { u"signal.black"_s });
    QCOMPARE(rulesOf(judge(sheet, *Policy::parse("rules.signal.black = \"off\"", {}), kNow)),
        QStringList { u"signal.freeze"_s });
    frames(sheet).signal.freeze = { { 3000, 5000 } };
    QCOMPARE(rulesOf(judge(sheet, Policy(), kNow)), (QStringList { u"signal.black"_s, u"signal.freeze"_s }));
    // The same where decoding went on behind a hole.
    sheet = cleanSheet();
    hls(sheet).segments[2].trouble = u"no frame"_s;
    frames(sheet, u"SD m3u8"_s).signal.decodeErrors = 4;
    QCOMPARE(rulesOf(judge(sheet, Policy(), kNow)), QStringList { u"hls.segment-broken"_s });
    sheet = cleanSheet();
    at(sheet, u"SD m3u8"_s).container = fail(error);
    at(sheet, u"SD m3u8"_s).decoded = fail(error);
    at(sheet, u"SD m3u8"_s).hls->refused = u"file:"_s;
    at(sheet, u"SD m3u8"_s).hls->playlists.clear();
    QCOMPARE(rulesOf(judge(sheet, Policy(), kNow)), QStringList { u"hls.refused"_s });
}

void TestJudge::worstFirstByRendition()
{
    AssetSheet sheet = cleanSheet();
    info(sheet, u"SQ mp3"_s).status = u"Invisible"_s; // info
    info(sheet, u"LD mp4"_s).status = u"Invisible"_s; // info
    info(sheet, u"LD mp4"_s).duration = 12; // error
    file(sheet, u"LD mp4"_s).fastStart = false; // warning
    const Policy policy = *Policy::parse("ladder.expected = [\"4K\"]", {});
    QStringList found;
    for (const Finding& finding : judge(sheet, policy, kNow).findings)
        found << finding.stream + u' ' + severityName(finding.severity);
    // Size by Duration is another bitrate now, too.
    QCOMPARE(found,
        (QStringList { u"LD mp4 error"_s, u"LD mp4 warning"_s, u"LD mp4 warning"_s, u"LD mp4 info"_s, u"SQ mp3 info"_s,
            u" error"_s }));
}

void TestJudge::manySpansAreBounded()
{
    AssetSheet sheet = cleanSheet();
    for (int i = 0; i < 50'000; ++i)
        frames(sheet).signal.black.append({ i * 2000.0, 1500 });
    const Judgement judgement = judge(sheet, Policy(), kNow);
    QCOMPARE(judgement.findings.size(), 21);
    QCOMPARE(judgement.findings.constFirst().atMs, 0);
    QVERIFY(judgement.findings.constLast().message.contains(u"49980"));
}

void TestJudge::expectedSteps()
{
    const auto missing = [](const QByteArray& expected) {
        QStringList steps;
        const auto policy = Policy::parse("[ladder]\nexpected = " + expected, {});
        for (const Finding& finding : judge(cleanSheet(), *policy, kNow).findings)
            steps << finding.declared;
        return steps;
    };
    QCOMPARE(missing("[\"HD\", \"mp3\", \"HDR10\", \"HDR\", \"HD mp4 HDR\", \"SD m3u8\"]"), QStringList());
    QCOMPARE(missing("[\"4K\", \"LD m3u8\", \"HLG mp4\"]"), (QStringList { u"4K"_s, u"LD m3u8"_s, u"mp4 HLG"_s }));
}

void TestJudge::picturesAndTexts()
{
    AssetSheet sheet;
    sheet.media.mediaType = u"image"_s;
    sheet.media.status = u"Normal"_s;
    QCOMPARE(judge(sheet, Policy(), kNow).verdict, Verdict::Pass);
    sheet.media.mediaType = u"audio"_s;
    sheet.media.status = u"Preparing"_s;
    const Judgement judgement = judge(sheet, Policy(), kNow);
    QCOMPARE(judgement.verdict, Verdict::Fail);
    QVERIFY(judgement.findings.constFirst().message.contains(u"Preparing"));
}

void TestJudge::oddNumbers()
{
    // Whatever a server or a broken file says, judging ends and says something that can be read.
    const double odd[] { 0, -1, 1e300, std::nan(""), INFINITY, -INFINITY };
    for (const double value : odd) {
        AssetSheet sheet = cleanSheet();
        for (StreamSheet& stream : sheet.streams) {
            stream.info.duration = stream.info.bitrate = stream.info.fps = value;
            stream.info.size = stream.info.width = stream.info.height = value < 0 ? -5 : 0;
            MediaFacts& container = **stream.container;
            container.durationMs = container.bitrateKbps = container.startMs = value;
            if (container.video) {
                container.video->frameRate = container.video->aspect = container.video->durationMs = value;
                container.video->width = container.video->height = 0;
                container.video->keyFramesMs = { value, value, 0 };
            }
            DecodedFacts& decoded = **stream.decoded;
            decoded.facts = container;
            decoded.signal.integratedLufs = decoded.signal.truePeakDbtp = decoded.signal.psnrDb = value;
            decoded.signal.black = { { value, value } };
        }
        for (HlsSegment& segment : hls(sheet).segments)
            segment.declaredMs = segment.startMs = value;
        hls(sheet).targetDurationMs = hls(sheet).peakKbps = value;
        for (const Finding& finding : judge(sheet, asksForAll(), kNow).findings)
            QVERIFY2(finding.message.size() < 2000, qPrintable(finding.message));
    }
}

QTEST_GUILESS_MAIN(TestJudge)
#include "tst_judge.moc"
