// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/decode.h"
#include "quality/fact_fields.h"
#include "quality/facts_json.h"
#include "quality/sheet_json.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

namespace {

MediaFacts allFacts()
{
    MediaFacts facts { .format = u"mp4"_s,
        .sizeBytes = 422'207,
        .durationMs = 8000.5,
        .bitrateKbps = 422.2,
        .startMs = 0,
        .fastStart = false,
        .encryption = u"none"_s };
    facts.video = VideoFacts { .codec = u"hevc"_s,
        .profile = u"Main 10"_s,
        .level = u"5"_s,
        .width = 2560,
        .height = 1440,
        .aspect = 16.0 / 9,
        .rotation = 90,
        .frameRate = 30'000 / 1001.0,
        .constantFrameRate = true,
        .bitrateKbps = 346.3,
        .peakBitrateKbps = 900.25,
        .bitDepth = 10,
        .chroma = u"4:2:0"_s,
        .primaries = u"bt2020"_s,
        .transfer = u"smpte2084"_s,
        .matrix = u"bt2020nc"_s,
        .range = u"tv"_s,
        .hdr = u"HDR10"_s,
        .hdrDetail = u"HDR10+"_s,
        .mastering = MasteringDisplay { 0.005, 1000, u"Display P3"_s },
        .maxCll = 1000,
        .maxFall = 400,
        .scan = u"progressive"_s,
        .startMs = 0,
        .durationMs = 8000,
        .frames = 200,
        .keyFramesMs = { 0, 2000, 4000.5 } };
    facts.audio = { { u"aac"_s, u"LC"_s, 2, 48'000, 66.1, 0, 7990, u"eng"_s },
        { u"ac3"_s, {}, 6, 48'000, 384, 0, 8000, u"zho"_s } };
    facts.subtitles = { { u"mov_text"_s, u"zho"_s } };
    return facts;
}

QByteArray textOf(const QJsonObject& json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

//! What was measured, as JSON and back, and as rows for a person.
class SheetJson final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void factsKeepAll();
    void factsHaveTheKeysOfTheContract();
    void nothingKnownIsNothingWritten();
    void sheetKeepsAllButItsLinks();
    void errorsOfSidesAreKept();
    void anythingIsRead();
    void fieldsAreTheSameForEverySide();
    void declaredFollowsThePlayInfo();
};

void SheetJson::factsKeepAll()
{
    const QJsonObject json = factsToJson(allFacts());
    // Each member has a value of its own above, so a forgotten one shows.
    QCOMPARE(json.value(u"video"_s).toObject().size(), 27);
    QCOMPARE(json.value(u"audio"_s).toObject().size(), 8);
    const MediaFacts back = factsFromJson(json);
    QCOMPARE(textOf(factsToJson(back)), textOf(json));
    QCOMPARE(back.video->keyFramesMs, allFacts().video->keyFramesMs);
    QCOMPARE(back.video->mastering->primaries, u"Display P3"_s);
    QCOMPARE(back.fastStart, std::optional(false));
    QCOMPARE(back.audio.size(), 2);
    QCOMPARE(back.audio.at(1).channels, std::optional(6));
    QCOMPARE(back.subtitles.constFirst().language, u"zho"_s);
}

void SheetJson::factsHaveTheKeysOfTheContract()
{
    const QJsonObject json = factsToJson(allFacts());
    for (const char* key : { "format", "sizeBytes", "durationMs", "bitrateKbps", "video", "audio" })
        QVERIFY2(json.contains(QLatin1StringView(key)), key);
    const QJsonObject video = json.value(u"video"_s).toObject(), audio = json.value(u"audio"_s).toObject();
    for (const char* key : { "codec", "profile", "level", "width", "height", "frameRate", "bitDepth", "hdr" })
        QVERIFY2(video.contains(QLatin1StringView(key)), key);
    for (const char* key : { "codec", "channels", "sampleRate", "bitrateKbps" })
        QVERIFY2(audio.contains(QLatin1StringView(key)), key);
}

void SheetJson::nothingKnownIsNothingWritten()
{
    const QJsonObject json = factsToJson({});
    QVERIFY(json.value(u"video"_s).isNull() && json.value(u"audio"_s).isNull());
    QCOMPARE(json.keys(), (QStringList { u"audio"_s, u"audioTracks"_s, u"subtitles"_s, u"video"_s }));
    QVERIFY(!factsFromJson(json).video);
}

void SheetJson::sheetKeepsAllButItsLinks()
{
    QFile file(QStringLiteral(SAMPLE_REPLY));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto reply = decodePlayInfo(file.readAll());
    QVERIFY(reply && !reply->playInfoList.isEmpty());
    StreamSheet stream { .key = u"HD|mp4"_s, .label = u"HD mp4"_s, .info = reply->playInfoList.constFirst() };
    const QString secret = u"1893456000-0-0-0123456789abcdef0123456789abcdef"_s;
    stream.info.raw.insert(u"PlayURL"_s, QString(u"https://a.example.com/x.mp4?auth_key="_s + secret));
    stream.declared = declaredFacts(stream.info);
    stream.delivery = DeliveryFacts { .status = 206, .ranges = true, .contentLength = 5, .fileUrlOpen = true };
    HlsPlaylist playlist { .name = u"a"_s, .url = QUrl(u"https://a.example.com/x.m3u8?auth_key="_s + secret) };
    playlist.segments = { { .startMs = 1,
        .declaredMs = 2,
        .measuredMs = 3,
        .bytes = 4,
        .status = 200,
        .startsWithKeyFrame = true,
        .trouble = QString(u"https://a.example.com/1.ts?auth_key="_s + secret) } };
    stream.hls = HlsFacts { .master = true, .playlists = { playlist } };
    stream.container = allFacts();
    DecodedFacts decoded { .facts = allFacts(), .signal = {} };
    decoded.signal.black = { { 1000, 500 } };
    decoded.signal.integratedLufs = -23.5;
    decoded.signal.faults = { { 40, u"broken"_s } };
    decoded.signal.luminance = { { 0, 0.5 }, { 100, 0.25 } };
    stream.decoded = decoded;
    stream.transfer = { .bytesFetched = 123, .requests = 4 };
    stream.elapsedMs = 55;
    const AssetSheet sheet { .mediaId = u"abc"_s,
        .media = reply->mediaBase,
        .requestedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC),
        .authTimeout = 3600,
        .streams = { stream } };

    const QByteArray text = textOf(sheetToJson(sheet));
    QVERIFY(!text.contains("0123456789abcdef"));
    QVERIFY(text.contains("https://a.example.com/x.mp4"));
    const AssetSheet back = sheetFromJson(QJsonDocument::fromJson(text).object());
    QCOMPARE(textOf(sheetToJson(back)), text);
    QCOMPARE(back.media.title, sheet.media.title);
    QCOMPARE(back.requestedAt, sheet.requestedAt);
    const StreamSheet& got = back.streams.constFirst();
    QCOMPARE(got.info.definition, stream.info.definition);
    QCOMPARE(got.info.bitrate, stream.info.bitrate);
    QCOMPARE(got.declared.sizeBytes, stream.declared.sizeBytes);
    QCOMPARE(got.delivery->fileUrlOpen, std::optional(true));
    QCOMPARE(got.hls->playlists.constFirst().segments.constFirst().measuredMs, std::optional(3.0));
    QCOMPARE((*got.container)->video->codec, u"hevc"_s);
    QCOMPARE((*got.decoded)->signal.luminance, decoded.signal.luminance);
    QCOMPARE((*got.decoded)->signal.black.constFirst().durationMs, 500.0);
    QCOMPARE(got.transfer.requests, 4);
}

void SheetJson::errorsOfSidesAreKept()
{
    StreamSheet stream { .key = u"a"_s };
    stream.container =
        fail({ .kind = ErrorKind::Expired, .code = u"AccessDenied"_s, .message = u"over"_s, .httpStatus = 403 });
    const StreamSheet back = streamSheetFromJson(streamSheetToJson(stream));
    QVERIFY(back.container && !*back.container);
    QCOMPARE(back.container->error().kind, ErrorKind::Expired);
    QCOMPARE(back.container->error().httpStatus, 403);
    QVERIFY(!back.decoded && !back.delivery && !back.hls);
}

void SheetJson::anythingIsRead()
{
    for (const char* text : { "{}", R"({"streams":5,"mediaBase":[],"error":"x"})", R"({"streams":[1,null,{}]})",
             R"({"streams":[{"container":{"video":7,"audioTracks":{"a":1}},"hls":{"playlists":[[[]]]},"decoded":[]}]})",
             R"({"streams":[{"container":{"video":{"width":"wide","keyFramesMs":[null,"x"]}}}]})" }) {
        const AssetSheet sheet = sheetFromJson(QJsonDocument::fromJson(text).object());
        QVERIFY(sheet.streams.size() <= 3);
        (void)sheetToJson(sheet);
    }
}

void SheetJson::fieldsAreTheSameForEverySide()
{
    const auto full = factFields(allFacts()), none = factFields({});
    QCOMPARE(full.size(), none.size());
    QSet<QString> ids;
    for (qsizetype i = 0; i < full.size(); ++i) {
        QCOMPARE(full[i].id, none[i].id);
        QVERIFY2(full[i].value.isValid() && !full[i].text.isEmpty(), qPrintable(full[i].id));
        QVERIFY2(!none[i].value.isValid() && none[i].text.isEmpty(), qPrintable(none[i].id));
        QVERIFY(!full[i].title.isEmpty());
        ids.insert(full[i].id);
    }
    QCOMPARE(ids.size(), full.size());
    const auto text = [&](const QString& id) {
        for (const FactField& field : full) {
            if (field.id == id)
                return field.text;
        }
        return QString();
    };
    QCOMPARE(text(u"video.frameRate"_s), u"29.97 fps"_s);
    QCOMPARE(text(u"sizeBytes"_s), u"422,207 bytes"_s);
    QCOMPARE(text(u"durationMs"_s), u"8.001 s"_s);
    QCOMPARE(text(u"video.rotation"_s), u"90°"_s);
    QCOMPARE(text(u"video.mastering"_s), u"Display P3, 0.005–1,000 cd/m²"_s);
    QCOMPARE(text(u"audio.sampleRate"_s), u"48,000 Hz"_s);
}

void SheetJson::declaredFollowsThePlayInfo()
{
    PlayInfo info { .format = u"m3u8"_s, .streamType = u"video"_s, .encryptType = u"HLSEncryption"_s };
    info.duration = 8.25;
    info.bitDepth = 10;
    MediaFacts facts = declaredFacts(info);
    QCOMPARE(facts.durationMs, std::optional(8250.0));
    QCOMPARE(facts.encryption, u"AES-128"_s);
    QCOMPARE(facts.video->bitDepth, std::optional(10));
    QVERIFY(!facts.video->width && facts.audio.isEmpty());
    info = { .streamType = u"audio"_s };
    info.encrypt = 0;
    facts = declaredFacts(info);
    QVERIFY(!facts.video);
    QCOMPARE(facts.encryption, u"none"_s);
}

QTEST_APPLESS_MAIN(SheetJson)
#include "tst_sheet_json.moc"
