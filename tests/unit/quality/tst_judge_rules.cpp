// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "judge_samples.h"

#include <QSet>
#include <QTest>

using namespace proofreel;
using namespace proofreel::samples;

namespace {

struct Breach {
    const char* rule;
    const char* stream; // empty: the ladder
    std::function<void(AssetSheet&)> plant;
    const char* also = ""; // other rules that the same defect breaks
};

using S = AssetSheet&;

//! One line a way to break a rule.
const QList<Breach>& breaches()
{
    static const QList<Breach> list {
        { "declared.bitrate-size", "OD mp4", [](S s) { info(s, u"OD mp4"_s).bitrate = 1300; }, "container.bitrate" },
        { "declared.encrypt-type", "HD mp4", [](S s) { info(s).encryptType = u"AliyunVoDEncryption"_s; } },
        { "declared.encrypt-type", "HD mp4", [](S s) { info(s).encrypt = 1; }, "container.encryption" },
        { "declared.encrypt-type", "HD mp4", [](S s) { info(s).encrypt = 2; } },
        { "declared.encrypt-type", "HD mp4",
            [](S s) {
                info(s).encrypt.reset();
                info(s).encryptType = u"HLSEncryption"_s;
            } },
        { "declared.encrypt-type", "HD mp4",
            [](S s) {
                info(s).encrypt = 1;
                info(s).encryptType = u"HLSEncryption"_s;
                file(s).encryption = u"AES-128"_s;
            } },
        { "declared.hdr-bit-depth", "HD mp4 HDR10", [](S s) { info(s, u"HD mp4 HDR10"_s).bitDepth = 8; },
            "container.bit-depth" },
        { "declared.format-stream-type", "HD mp4", [](S s) { info(s).transTemplateType = u"AudioTranscode"_s; } },
        { "declared.format-stream-type", "SQ mp3", [](S s) { info(s, u"SQ mp3"_s).streamType = u"video"_s; },
            "container.stream-type declared.missing-field ladder.audio-parameters" },
        { "declared.format-stream-type", "SQ mp3", [](S s) { info(s, u"SQ mp3"_s).format = u"mp4"_s; },
            "container.format" },
        { "declared.definition-size", "LD mp4",
            [](S s) {
                info(s, u"LD mp4"_s).width = file(s, u"LD mp4"_s).video->width = 640;
                info(s, u"LD mp4"_s).height = file(s, u"LD mp4"_s).video->height = 360;
            },
            "decoded.resolution" },
        { "declared.url-expiry", "HD mp4",
            [](S s) {
                info(s).playUrl = u"https://cdn.example.com/a.mp4?Expires=%1&OSSAccessKeyId=a&Signature=b"_s.arg(
                    kNow.toSecsSinceEpoch() + 599);
            } },
        { "declared.url-expiry", "HD mp4",
            [](S s) {
                info(s).playUrl = u"https://cdn.example.com/a.mp4?Expires=%1&OSSAccessKeyId=a&Signature=b"_s.arg(
                    kNow.toSecsSinceEpoch() - 5);
            } },
        { "declared.missing-field", "HD mp4", [](S s) { info(s).fps.reset(); } },
        { "declared.missing-field", "SQ mp3", [](S s) { info(s, u"SQ mp3"_s).playUrl.clear(); } },
        { "declared.undocumented-value", "HD mp4", [](S s) { info(s).status = u"normal"_s; } },
        { "declared.file-url-open", "HD mp4", [](S s) { delivery(s).fileUrlOpen = true; } },
        { "declared.invisible", "HD mp4", [](S s) { info(s).status = u"Invisible"_s; } },
        { "declared.times", "HD mp4", [](S s) { info(s).modificationTime = kNow.addDays(-3); } },

        { "container.open", "LD mp4",
            [](S s) {
                at(s, u"LD mp4"_s).container = fail({ .kind = ErrorKind::Media, .message = u"no index"_s });
                at(s, u"LD mp4"_s).decoded.reset();
            } },
        { "container.format", "HD mp4", [](S s) { file(s).format = u"mpegts"_s; } },
        { "container.size", "HD mp4", [](S s) { info(s).size = *info(s).size * 1005 / 1000; } },
        { "container.duration", "HD mp4", [](S s) { info(s).duration = 10.2; } },
        { "container.resolution", "HD mp4", [](S s) { info(s).width = 1918; } },
        { "container.frame-rate", "HD mp4", [](S s) { info(s).fps = 24; } },
        { "container.bitrate", "SQ mp3", [](S s) { file(s, u"SQ mp3"_s).bitrateKbps = 72; } },
        { "container.bit-depth", "HD mp4", [](S s) { info(s).bitDepth = 10; } },
        { "container.hdr", "HD mp4", [](S s) { info(s).hdrType = u"HLG"_s; }, "declared.hdr-bit-depth" },
        { "container.hdr", "HD mp4 HDR10", [](S s) { info(s, u"HD mp4 HDR10"_s).hdrType = u"HLG"_s; },
            "ladder.missing-step" },
        { "container.hdr", "2K mp4 HDR10", [](S s) { info(s, u"2K mp4 HDR10"_s).hdrType.clear(); } },
        { "container.hdr", "2K mp4 HDR10", [](S s) { info(s, u"2K mp4 HDR10"_s).hdrType = u"DolbyVision"_s; } },
        { "container.hdr", "2K mp4 HDR10", [](S s) { info(s, u"2K mp4 HDR10"_s).hdrType = u"HDRVivid"_s; } },
        { "container.hdr", "2K mp4 HDR10", // whose base is shown by nobody else
            [](S s) { kind(s, u"2K mp4 HDR10"_s, u"DolbyVision"_s, u"profile 5"_s); } },
        { "container.hdr", "2K mp4 HDR10",
            [](S s) {
                kind(s, u"2K mp4 HDR10"_s, u"DolbyVision"_s, u"profile 8.4"_s);
                file(s, u"2K mp4 HDR10"_s).video->transfer = u"arib-std-b67"_s;
            } },
        { "container.hdr", "2K mp4 HDR10",
            [](S s) {
                kind(s, u"2K mp4 HDR10"_s, u"HDRVivid"_s);
                info(s, u"2K mp4 HDR10"_s).hdrType = u"DolbyVision"_s;
            } },
        { "container.encryption", "SD m3u8", [](S s) { file(s, u"SD m3u8"_s).encryption = u"AES-128"_s; } },
        { "container.encryption", "SD m3u8",
            [](S s) {
                info(s, u"SD m3u8"_s).encrypt = 1;
                info(s, u"SD m3u8"_s).encryptType = u"AliyunVoDEncryption"_s;
                file(s, u"SD m3u8"_s).encryption = u"AES-128"_s;
            } },
        { "container.stream-type", "SQ mp3",
            [](S s) { file(s, u"SQ mp3"_s).video = frames(s, u"SQ mp3"_s).facts.video = video(640, 360); } },
        { "container.variable-frame-rate", "HD mp4", [](S s) { file(s).video->constantFrameRate = false; } },
        { "container.fast-start", "HD mp4", [](S s) { file(s).fastStart = false; } },
        { "container.rotation", "HD nb", [](S s) { file(s, u"HD nb"_s).video->rotation = 180; } },
        { "container.aspect", "OD mp4", [](S s) { file(s, u"OD mp4"_s).video->width = 2880; },
            "container.resolution decoded.resolution" },
        { "container.start-time", "SQ mp3", [](S s) { file(s, u"SQ mp3"_s).startMs = 200; }, "ladder.start-offset" },
        { "container.chroma", "HD mp4", [](S s) { file(s).video->chroma = u"4:2:2"_s; } },
        { "container.hdr-metadata", "HD mp4 HDR10", [](S s) { file(s, u"HD mp4 HDR10"_s).video->mastering.reset(); } },
        { "container.hdr-metadata", "HD mp4 HDR10", [](S s) { file(s, u"HD mp4 HDR10"_s).video->maxCll.reset(); } },
        { "container.codec", "HD mp4", [](S s) { file(s).video->codec = u"vp9"_s; } },
        { "container.codec", "SQ mp3", [](S s) { file(s, u"SQ mp3"_s).audio[0].codec = u"opus"_s; } },

        { "decoded.duration", "HD mp4", [](S s) { frames(s).facts.video->durationMs = 9520; } },
        { "decoded.resolution", "HD mp4", [](S s) { frames(s).facts.video->height = 1088; } },
        { "decoded.frame-rate", "HD mp4", [](S s) { frames(s).facts.video->frameRate = 24; } },
        { "decoded.bit-depth", "HD mp4", [](S s) { frames(s).facts.video->bitDepth = 10; } },
        { "decoded.hdr", "HD mp4", [](S s) { frames(s).facts.video->hdr = u"HLG"_s; } },
        { "decoded.hdr", "2K mp4 HDR10", [](S s) { file(s, u"2K mp4 HDR10"_s).video->hdr = u"DolbyVision"_s; } },
        { "decoded.hdr", "2K mp4 HDR10", [](S s) { frames(s, u"2K mp4 HDR10"_s).facts.video->hdr = u"HDRVivid"_s; } },
        { "decoded.audio", "HD mp4", [](S s) { frames(s).facts.audio[0].channels = 1; } },
        { "decoded.audio", "HD mp4", [](S s) { frames(s).facts.audio[0].sampleRate = 44'100; } },
        { "decoded.audio", "HD mp4", [](S s) { frames(s).facts.audio.clear(); } },
        { "decoded.frames", "HD mp4", [](S s) { frames(s).facts.video->frames = 240; } },
        { "decoded.frames", "HD nb", [](S s) { frames(s, u"HD nb"_s).facts.video.reset(); } },

        { "ladder.duration", "2K mp4 HDR10", [](S s) { file(s, u"2K mp4 HDR10"_s).video->durationMs = 9520; },
            "decoded.duration" },
        { "ladder.duration", "SQ mp3",
            [](S s) {
                file(s, u"SQ mp3"_s).durationMs = frames(s, u"SQ mp3"_s).facts.durationMs = 9000;
                info(s, u"SQ mp3"_s).duration = 9;
                info(s, u"SQ mp3"_s).bitrate = file(s, u"SQ mp3"_s).bitrateKbps = 71.1;
            } },
        { "ladder.aspect", "LD mp4", [](S s) { file(s, u"LD mp4"_s).video->aspect = 4.0 / 3; }, "container.aspect" },
        { "ladder.frame-rate", "LD mp4",
            [](S s) {
                info(s, u"LD mp4"_s).fps = file(s, u"LD mp4"_s).video->frameRate =
                    frames(s, u"LD mp4"_s).facts.video->frameRate = 30;
            } },
        { "ladder.bitrate-order", "LD mp4",
            [](S s) {
                info(s, u"LD mp4"_s).bitrate = file(s, u"LD mp4"_s).bitrateKbps = 1600;
                info(s, u"LD mp4"_s).size = file(s, u"LD mp4"_s).sizeBytes = delivery(s, u"LD mp4"_s).contentLength =
                    2'000'000;
            },
            "ladder.size-order" },
        { "ladder.size-order", "SD mp4",
            [](S s) {
                file(s, u"SD mp4"_s).video->width = frames(s, u"SD mp4"_s).facts.video->width =
                    info(s, u"SD mp4"_s).width = 2560;
                file(s, u"SD mp4"_s).video->height = frames(s, u"SD mp4"_s).facts.video->height =
                    info(s, u"SD mp4"_s).height = 1440;
            },
            "declared.definition-size" },
        { "ladder.missing-step", "",
            [](S s) { s.streams.removeIf([](const StreamSheet& stream) { return stream.hls.has_value(); }); } },
        { "ladder.missing-step", "", [](S s) { s.streams.clear(); } },
        { "ladder.duplicate-step", "twin",
            [](S s) {
                s.streams.append(at(s, u"HD mp4"_s));
                s.streams.last().key = u"twin"_s;
                s.streams.last().info.jobId = u"other"_s;
            } },
        { "ladder.key-frame-interval", "HD mp4",
            [](S s) {
                frames(s).facts.video->keyFramesMs = { 0, 2000, 6000, 8000 };
            } },
        { "ladder.key-frame-alignment", "HD mp4",
            [](S s) {
                frames(s).facts.video->keyFramesMs = { 0, 1480, 2960, 4440, 5920, 7400, 8880 };
            } },
        { "ladder.audio-parameters", "HD mp4",
            [](S s) { file(s).audio[0].channels = frames(s).facts.audio[0].channels = 6; } },
        { "ladder.audio-parameters", "HD mp4",
            [](S s) { file(s).audio[0].sampleRate = frames(s).facts.audio[0].sampleRate = 44'100; } },
        { "ladder.audio-missing", "HD mp4",
            [](S s) {
                file(s).audio.clear();
                frames(s).facts.audio.clear();
            } },
        { "ladder.loudness", "HD mp4", [](S s) { frames(s).signal.integratedLufs = -21.5; }, "signal.loudness" },
        { "ladder.start-offset", "HD mp4", [](S s) { file(s).startMs = 120; }, "container.start-time" },
        { "ladder.av-offset", "HD mp4", [](S s) { file(s).audio[0].startMs = 150; } },
        { "ladder.av-offset", "HD mp4", [](S s) { file(s).audio[0].startMs = -150; } },
        { "ladder.colour", "HD mp4", [](S s) { file(s).video->matrix = u"smpte170m"_s; } },
        { "ladder.colour", "HD mp4", [](S s) { file(s).video->range = u"pc"_s; } },
        { "ladder.narrowband-saving", "HD nb",
            [](S s) {
                info(s, u"HD nb"_s).bitrate = file(s, u"HD nb"_s).bitrateKbps = 2900;
                info(s, u"HD nb"_s).size = file(s, u"HD nb"_s).sizeBytes = delivery(s, u"HD nb"_s).contentLength =
                    2900 * 1250;
            } },

        { "hls.playlist", "SD m3u8", [](S s) { at(s, u"SD m3u8"_s).hls->trouble = u"It is no playlist."_s; } },
        { "hls.playlist", "SD m3u8", [](S s) { hls(s).trouble = u"404"_s; } },
        { "hls.refused", "SD m3u8", [](S s) { at(s, u"SD m3u8"_s).hls->refused = u"file:///etc/passwd"_s; } },
        { "hls.segment-missing", "SD m3u8",
            [](S s) {
                hls(s).segments[2].status = 404;
                hls(s).segments[2].trouble = u"404"_s;
            } },
        { "hls.segment-missing", "SD m3u8",
            [](S s) {
                hls(s).segments[2].status = 0;
                hls(s).segments[2].trouble = u"Nobody answers."_s;
            } },
        { "hls.segment-broken", "SD m3u8", [](S s) { hls(s).segments[2].trouble = u"no frame"_s; } },
        { "hls.extinf", "SD m3u8", [](S s) { hls(s).segments[2].measuredMs = 1000; } },
        { "hls.target-duration", "SD m3u8", [](S s) { hls(s).targetDurationMs = 1000; } },
        { "hls.target-duration", "SD m3u8", [](S s) { hls(s).targetDurationMs.reset(); } },
        { "hls.key-frame-start", "SD m3u8", [](S s) { hls(s).segments[1].startsWithKeyFrame = false; } },
        { "hls.discontinuity", "SD m3u8", [](S s) { hls(s).segments[3].timeJumps = true; } },
        { "hls.bandwidth", "SD m3u8", [](S s) { hls(s).peakKbps = 2500; } },
        { "hls.bandwidth", "SD m3u8", [](S s) { hls(s).peakKbps = 1000; } },
        { "hls.bandwidth", "SD m3u8", [](S s) { hls(s).averageKbps = 1200; } },
        { "hls.resolution", "SD m3u8", [](S s) { hls(s).declaredResolution = u"1920x1080"_s; } },
        { "hls.codecs", "SD m3u8", [](S s) { hls(s).declaredCodecs = u"avc1.64001f"_s; } },
        { "hls.codecs", "SD m3u8", [](S s) { hls(s).codecs = u"avc1.640028,mp4a.40.2"_s; } },
        { "hls.codecs", "SD m3u8", [](S s) { hls(s).codecs = u"hvc1.1.6.L93.B0,mp4a.40.2"_s; } },
        { "hls.key", "SD m3u8", [](S s) { hls(s).keyTrouble = u"403"_s; } },
        { "hls.not-ended", "SD m3u8", [](S s) { hls(s).ended = false; } },

        { "delivery.status", "HD mp4", [](S s) { delivery(s).status = 404; } },
        { "delivery.range", "HD mp4", [](S s) { delivery(s).ranges = false; } },
        { "delivery.length", "HD mp4", [](S s) { delivery(s).contentLength.reset(); } },
        { "delivery.length", "HD mp4", [](S s) { delivery(s).contentLength = 5; } },
        { "delivery.content-type", "HD mp4", [](S s) { delivery(s).contentType = u"application/octet-stream"_s; } },
        { "delivery.content-type", "HD mp4", [](S s) { delivery(s).contentType.clear(); } },
        { "delivery.cors", "HD mp4", [](S s) { delivery(s).allowOrigin.clear(); } },
        { "delivery.redirect", "HD mp4", [](S s) { delivery(s).redirectedTo = u"other.example.com"_s; } },
        { "delivery.tls", "HD mp4", [](S s) { delivery(s).https = false; } },
        { "delivery.tls", "HD mp4",
            [](S s) {
                delivery(s).downgraded = true;
                delivery(s).status = 302; // what was not followed
            } },
        { "delivery.cache", "HD mp4", [](S s) { delivery(s).cacheControl = u"private, No-Store"_s; } },

        { "signal.black", "HD mp4",
            [](S s) {
                frames(s).signal.black = { { 3000, 1000 } };
            } },
        { "signal.freeze", "HD mp4",
            [](S s) {
                frames(s).signal.freeze = { { 3000, 2000 } };
            } },
        { "signal.silence", "SQ mp3",
            [](S s) {
                frames(s, u"SQ mp3"_s).signal.silence = { { 6000, 2500 } };
            } },
        { "signal.clipping", "HD mp4",
            [](S s) {
                frames(s).signal.clippedSamples = 5000;
                frames(s).signal.clipping = { { 1000, 20 } };
            } },
        { "signal.loudness", "HQ mp3", [](S s) { frames(s, u"HQ mp3"_s).signal.integratedLufs = -24.5; },
            "ladder.loudness" },
        { "signal.true-peak", "HD mp4", [](S s) { frames(s).signal.truePeakDbtp = 0.4; } },
        { "signal.decode-errors", "HD mp4",
            [](S s) {
                frames(s).signal.decodeErrors = 3;
                frames(s).signal.faults = { { 1500, u"error while decoding MB 3 4"_s } };
            } },
        { "signal.decode-errors", "HD mp4",
            [](S s) { at(s, u"HD mp4"_s).decoded = fail({ .kind = ErrorKind::Media, .message = u"no decoder"_s }); } },
        { "signal.field-order", "HD mp4", [](S s) { frames(s).signal.fieldOrder = u"tff"_s; } },
        { "reference.psnr", "HD mp4", [](S s) { frames(s).signal.psnrDb = 28.5; } },
        { "reference.ssim", "HD mp4", [](S s) { frames(s).signal.ssim = 0.85; } },
    };
    return list;
}

QSet<QString> rulesOf(const Judgement& judgement)
{
    QSet<QString> rules;
    for (const Finding& finding : judgement.findings)
        rules.insert(finding.rule);
    return rules;
}

} // namespace

class TestJudgeRules final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCleanLadderBreaksNone();
    void everyRuleHasABreach();
    void breach_data();
    void breach();
};

void TestJudgeRules::aCleanLadderBreaksNone()
{
    const Judgement judgement = judge(cleanSheet(), asksForAll(), kNow);
    QVERIFY2(judgement.findings.isEmpty(), list(judgement).constData());
    QCOMPARE(judgement.verdict, Verdict::Pass);
    // And each rule was looked at: silence is a verdict.
    QSet<QString> judged;
    for (const QStringList& rules : judgement.judged)
        judged.unite(QSet<QString>(rules.cbegin(), rules.cend()));
    for (const Rule& rule : allRules())
        QVERIFY2(judged.contains(rule.id), qPrintable(rule.id));
    for (const QStringList& rules : judgement.judged)
        QVERIFY2(QSet<QString>(rules.cbegin(), rules.cend()).size() == rules.size(), qPrintable(rules.join(u' ')));
}

void TestJudgeRules::everyRuleHasABreach()
{
    QSet<QString> broken;
    for (const Breach& breach : breaches())
        broken.insert(QString::fromLatin1(breach.rule));
    for (const Rule& rule : allRules())
        QVERIFY2(broken.remove(rule.id), qPrintable(u"no test breaks "_s + rule.id));
    QVERIFY(broken.isEmpty());
}

void TestJudgeRules::breach_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < breaches().size(); ++i)
        QTest::addRow("%s %d", breaches()[i].rule, i) << i;
}

void TestJudgeRules::breach()
{
    QFETCH(int, index);
    const Breach& breach = breaches()[index];
    const QString rule = QString::fromLatin1(breach.rule);
    AssetSheet sheet = cleanSheet();
    breach.plant(sheet);
    Policy policy = asksForAll();
    const Judgement judgement = judge(sheet, policy, kNow);

    QSet<QString> expected { rule };
    for (const QString& other : QString::fromLatin1(breach.also).split(u' ', Qt::SkipEmptyParts))
        expected.insert(other);
    if (sheet.streams.isEmpty())
        expected = { rule };
    QVERIFY2(rulesOf(judgement) == expected, list(judgement).constData());
    bool found = false;
    for (const Finding& finding : judgement.findings) {
        if (finding.rule != rule)
            continue;
        found = true;
        QCOMPARE(finding.stream, QString::fromLatin1(breach.stream));
        QCOMPARE(finding.severity, policy.settingsFor(sheet.media).setting(rule).severity);
        QVERIFY2(judgement.judged.value(finding.stream).contains(rule), breach.rule);
        // A sentence, with everything filled in.
        QVERIFY2(finding.message.size() > 10 && !finding.message.contains(u"%1"_s), qPrintable(finding.message));
        QVERIFY2(finding.message.at(0).isUpper() || finding.message.at(0).isDigit() || finding.message.at(0) == u'v',
            qPrintable(finding.message));
    }
    QVERIFY(found);

    // Switched off, it is neither judged nor found.
    policy.setRule(rule, { Severity::Off, {} });
    const Judgement without = judge(sheet, policy, kNow);
    QVERIFY(!rulesOf(without).contains(rule));
    for (const QStringList& rules : without.judged)
        QVERIFY(!rules.contains(rule));
}

QTEST_GUILESS_MAIN(TestJudgeRules)
#include "tst_judge_rules.moc"
