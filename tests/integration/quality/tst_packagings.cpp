// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http.h"
#include "quality/fact_fields.h"
#include "quality/measure_stream.h"
#include "tests/support/in_worker.h"
#include "tests/support/made_media.h"
#include "tests/support/media_shelf.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <openssl/evp.h>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray keyBytes = "proofreel-key-04", ivBytes = QByteArray::fromHex("00112233445566778899aabbccddeeff");

QByteArray encrypted(const QByteArray& clear)
{
    const auto raw = [](const QByteArray& bytes) { return reinterpret_cast<const uchar*>(bytes.constData()); };
    EVP_CIPHER_CTX* context = EVP_CIPHER_CTX_new();
    EVP_EncryptInit_ex(context, EVP_aes_128_cbc(), nullptr, raw(keyBytes), raw(ivBytes));
    QByteArray out(clear.size() + 16, '\0');
    int length = 0, last = 0;
    EVP_EncryptUpdate(context, reinterpret_cast<uchar*>(out.data()), &length, raw(clear), int(clear.size()));
    EVP_EncryptFinal_ex(context, reinterpret_cast<uchar*>(out.data()) + length, &last);
    EVP_CIPHER_CTX_free(context);
    out.truncate(length + last);
    return out;
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! \a init with the turn (the matrix of the first "tkhd" of version 0) of \a file: ffmpeg's HLS loses it.
QByteArray turnedAs(const QByteArray& file, QByteArray init)
{
    constexpr qsizetype behind = 44, length = 36; // from the box's name on
    return init.replace(init.indexOf("tkhd") + behind, length, file.mid(file.indexOf("tkhd") + behind, length));
}

enum Side { Headers = 1, Frames = 2, Both = 3 };
enum Packaging { Ts = 1, Fmp4 = 2, Clear = 4, Aes = 8, Master = 16, Hls = Ts | Fmp4 };
enum class Is {
    Percent, //!< as near as that
    Near, //!< the same, in the field's unit
    Unknown, //!< this side cannot know it; it must not be there
    Other, //!< as given
};

//! How a field of HLS may differ from that of the mp4 with the same encode. What is not named here is equal.
struct Difference {
    const char* field;
    int sides, packagings;
    Is is;
    double tolerance;
    const char* text; //!< Other: the value
    const char* why;
};

constexpr double aacFrameMs = 1024 * 1000.0 / 44'100;

constexpr Difference differences[] {
    { "format", Headers, Hls, Is::Other, 0, "m3u8", "a playlist" },
    { "encryption", Headers, Aes, Is::Other, 0, "AES-128", "each packaging has its own" },
    { "fastStart", Headers, Hls, Is::Unknown, 0, "", "there is no index that could come first" },
    { "sizeBytes", Headers, Ts, Is::Percent, 12, "", "heads of packets of 188 bytes, of which much is padding here" },
    { "sizeBytes", Headers, Fmp4, Is::Percent, 3, "", "an index in each segment" },
    { "bitrateKbps", Headers, Ts, Is::Percent, 12, "", "as the size" },
    { "bitrateKbps", Headers, Fmp4, Is::Percent, 3, "", "as the size" },
    { "durationMs", Headers, Hls, Is::Near, 40, "", "EXTINF counts pictures; sound may be a frame longer" },
    { "durationMs", Frames, Hls, Is::Near, 2 * aacFrameMs, "",
        "the encoder's first frame of sound, which an edit list hides" },
    { "startMs", Both, Hls, Is::Near, 2 * aacFrameMs, "", "the same frame comes before the picture" },
    { "audio.startMs", Both, Hls, Is::Near, 2 * aacFrameMs, "", "the same frame" },
    { "audio.durationMs", Headers, Hls, Is::Unknown, 0, "", "segments are not read to their end" },
    { "audio.durationMs", Frames, Hls, Is::Near, 2 * aacFrameMs, "", "the same frame" },
    { "audio.bitrateKbps", Headers, Master, Is::Percent, 4, "",
        "of sound alone libavformat tells that of its first frames" },
    { "audio.bitrateKbps", Headers, Ts, Is::Unknown, 0, "", "a transport stream does not say" },
    { "audio.bitrateKbps", Headers, Fmp4, Is::Percent, 2, "", "what the encoder wrote, or the index counts" },
    { "audio.bitrateKbps", Frames, Ts, Is::Percent, 4, "", "a head of 7 bytes (ADTS) before each frame" },
    { "audio.bitrateKbps", Frames, Fmp4, Is::Percent, 1, "", "the frame that an edit list hides" },
    { "video.aspect", Headers, Hls, Is::Percent, 0.05, "", "MediaInfo rounds that of a pixel to three decimals" },
    { "video.frameRate", Both, Hls, Is::Percent, 0.05, "", "times are rounded to a clock of 90 kHz" },
    { "video.constantFrameRate", Headers, Hls, Is::Unknown, 0, "", "only an index knows" },
    { "video.bitrateKbps", Headers, Hls, Is::Unknown, 0, "", "only an index knows" },
    { "video.bitrateKbps", Frames, Ts, Is::Percent, 2, "", "delimiters and parameter sets before pictures" },
    { "video.peakBitrateKbps", Headers, Hls, Is::Unknown, 0, "", "only an index knows" },
    { "video.peakBitrateKbps", Frames, Ts, Is::Percent, 2, "", "delimiters and parameter sets before pictures" },
    { "video.durationMs", Headers, Hls, Is::Unknown, 0, "", "segments are not read to their end" },
    { "video.durationMs", Frames, Hls, Is::Near, 0.2, "", "times are rounded to a clock of 90 kHz" },
    { "video.frames", Headers, Hls, Is::Unknown, 0, "", "only an index knows" },
    { "video.keyFramesMs", Headers, Hls, Is::Unknown, 0, "", "only an index knows" },
    { "audio.language", Both, Master, Is::Other, 0, "en", "a master names languages by RFC 5646, an mp4 by ISO 639-2" },
    { "subtitles", Headers, Master, Is::Other, 0, "en", "the same" },
    { "video.rotation", Both, Ts, Is::Other, 0, "0", "a transport stream cannot say: the turn is lost" },
};

QString valueText(const QVariant& value)
{
    return value.isValid() ? value.toString() : u"nothing"_s;
}

const Difference* allowed(const QString& field, Side side, int packaging)
{
    for (const Difference& one : differences) {
        if (field == QLatin1StringView(one.field) && (one.sides & side) && (one.packagings & packaging))
            return &one;
    }
    return nullptr;
}

//! Empty: it is as it should be.
QString mismatch(const FactField& file, const FactField& hls, const Difference* rule)
{
    const QVariant &a = file.value, &b = hls.value;
    bool fits = a == b;
    if (rule && rule->is == Is::Unknown)
        fits = !b.isValid();
    else if (rule && rule->is == Is::Other)
        fits = b.toString() == QLatin1StringView(rule->text);
    else if (rule && !fits && a.isValid() && b.isValid()) {
        const double off = std::abs(b.toDouble() - a.toDouble());
        fits = off <= (rule->is == Is::Near ? rule->tolerance : std::abs(a.toDouble()) * rule->tolerance / 100);
    }
    return fits ? QString() : u"%1: %2, but the mp4 has %3"_s.arg(file.id, valueText(b), valueText(a));
}

//! All times from the picture's start on: the clock of HLS starts anywhere.
void startAtPicture(MediaFacts& facts, double pictureStartMs)
{
    const double shift = pictureStartMs - facts.video->startMs.value_or(0);
    for (std::optional<double>* time : { &facts.startMs, &facts.video->startMs, &facts.audio.first().startMs })
        if (*time)
            **time += shift;
}

} // namespace

//! The same encode as mp4 and as HLS, in every packaging: the ledger says the same of both, or it is told why not.
class TestPackagings final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void sameLedger_data();
    void sameLedger();
    void againstFfprobe_data();
    void againstFfprobe();

private:
    void package(const QString& name);
    void packageMaster();
    QString folder(const QString& name)
    {
        QDir().mkpath(m_made.path(name));
        return name;
    }
    void write(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_made.path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    StreamSheet measure(const QString& path, bool deep)
    {
        PlayInfo info;
        info.format = path.endsWith("mp4"_L1) ? u"mp4"_s : u"m3u8"_s;
        info.playUrl = m_shelf.url(u'/' + path).toString();
        return inWorker(
            [&] { return measureStream(m_http, u"m"_s, {}, info, { .deep = deep, .delivery = false }, {}, {}); });
    }
    //! Both sides; those that cannot be had are empty, and the test has failed.
    struct Sides {
        MediaFacts headers, frames;
    };
    Sides sidesOf(const QString& path)
    {
        const StreamSheet light = measure(path, false), deep = measure(path, true);
        Sides sides;
        const auto take = [&path](const auto& result, MediaFacts& to, auto get) {
            if (result && *result)
                to = get(**result);
            else
                QTest::qFail(
                    qPrintable(path + u": "_s + (result ? result->error().message : u"nothing"_s)), __FILE__, __LINE__);
        };
        const auto same = [](const MediaFacts& facts) { return facts; };
        MediaFacts again;
        take(light.container, sides.headers, same);
        take(deep.container, again, same);
        take(deep.decoded, sides.frames, [](const DecodedFacts& decoded) { return decoded.facts; });
        // The headers are the same, however much is looked at beside them.
        const auto first = factFields(sides.headers), second = factFields(again);
        for (qsizetype i = 0; i < first.size(); ++i)
            if (first[i].value != second[i].value)
                QTest::qFail(qPrintable(u"%1 %2: %3 in a deep check, else %4"_s.arg(
                                 path, first[i].id, valueText(second[i].value), valueText(first[i].value))),
                    __FILE__, __LINE__);
        return sides;
    }

    MadeMedia m_made;
    Shelf m_shelf;
    Http m_http;
};

// NAME.mp4 as NAME-ts, NAME-fmp4, each clear and with AES-128; of fMP4 also with an initialisation that is encrypted.
void TestPackagings::package(const QString& name)
{
    const QString from = u"-i "_s + m_made.path(name + u".mp4"_s)
        + u" -map 0:v -map 0:a -c copy -strict unofficial -f hls -hls_time 2 -hls_playlist_type vod "_s;
    const QString ts = folder(name + u"-ts"_s), tsAes = folder(name + u"-ts-aes"_s), fmp4 = folder(name + u"-fmp4"_s);
    QVERIFY(!m_made.make(ts + u"/index.m3u8"_s, from + u"-hls_segment_filename "_s + m_made.path(ts + u"/%d.ts"_s))
                 .isEmpty());
    write(tsAes + u"/key"_s, keyBytes);
    write(tsAes + u"/keyinfo"_s, "key\n" + m_made.path(tsAes + u"/key"_s).toUtf8() + '\n');
    QVERIFY(!m_made
                 .make(tsAes + u"/index.m3u8"_s,
                     from + u"-hls_key_info_file "_s + m_made.path(tsAes + u"/keyinfo"_s) + u" -hls_segment_filename "_s
                         + m_made.path(tsAes + u"/%d.ts"_s))
                 .isEmpty());
    QVERIFY(!m_made
                 .make(fmp4 + u"/index.m3u8"_s,
                     from + (name == "hevc"_L1 ? u"-tag:v hvc1 "_s : QString())
                         + u"-hls_segment_type fmp4 -hls_fmp4_init_filename init.m4s -hls_segment_filename "_s
                         + m_made.path(fmp4 + u"/%d.m4s"_s))
                 .isEmpty());
    const QString init = fmp4 + u"/init.m4s"_s;
    write(init, turnedAs(contents(m_made.path(name + u".mp4"_s)), contents(m_made.path(init))));
    for (const bool initToo : { false, true }) { // ffmpeg does not encrypt fMP4
        const QString to = folder(fmp4 + (initToo ? u"-aes-init"_s : u"-aes"_s));
        write(to + u"/key"_s, keyBytes);
        const QByteArray key = "#EXT-X-KEY:METHOD=AES-128,URI=\"key\",IV=0x" + ivBytes.toHex() + '\n';
        QByteArray list = contents(m_made.path(fmp4 + u"/index.m3u8"_s));
        const qsizetype map = list.indexOf("#EXT-X-MAP"), next = list.indexOf('\n', map) + 1;
        QVERIFY(map > 0);
        write(to + u"/index.m3u8"_s, list.insert(initToo ? map : next, key));
        for (const QString& file : QDir(m_made.path(fmp4)).entryList({ u"*.m4s"_s })) {
            const QByteArray clear = contents(m_made.path(fmp4 + u'/' + file));
            write(to + u'/' + file, file == "init.m4s"_L1 && !initToo ? clear : encrypted(clear));
        }
    }
}

// With its sound and its subtitles apart, and a variant that nobody plays.
void TestPackagings::packageMaster()
{
    const QByteArray words = "1\n00:00:01,000 --> 00:00:02,000\nGood evening.\n";
    write(u"words.srt"_s, words);
    QVERIFY(
        !m_made
             .make(u"text.mp4"_s,
                 u"-i %1 -i %2 -map 0 -map 1 -c:v copy -c:a copy -c:s mov_text -metadata:s:s:0 language=eng -movflags +faststart"_s
                     .arg(m_made.path(u"avc.mp4"_s), m_made.path(u"words.srt"_s)))
             .isEmpty());
    for (const char* part : { "v", "a" }) {
        const QString to = folder(u"text-master/"_s + QLatin1StringView(part));
        QVERIFY(
            !m_made
                 .make(to + u"/index.m3u8"_s,
                     u"-i %1 -map 0:%2 -c copy -output_ts_offset 1 -f hls -hls_time 2 -hls_playlist_type vod -hls_segment_filename %3"_s
                         .arg(m_made.path(u"text.mp4"_s), QLatin1StringView(part), m_made.path(to + u"/%d.ts"_s)))
                 .isEmpty());
    }
    write(u"text-master/words.vtt"_s, "WEBVTT\n\n00:01.000 --> 00:02.000\nGood evening.\n");
    write(u"text-master/words.m3u8"_s, "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nwords.vtt\n#EXT-X-ENDLIST\n");
    write(u"text-master/index.m3u8"_s,
        "#EXTM3U\n"
        "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"s\",NAME=\"English\",LANGUAGE=\"en\",DEFAULT=YES,URI=\"a/index.m3u8\"\n"
        "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"s\",NAME=\"None\",LANGUAGE=\"zxx\",URI=\"a/index.m3u8?again\"\n"
        "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"t\",NAME=\"English\",LANGUAGE=\"en\",URI=\"words.m3u8\"\n"
        "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"other\",NAME=\"French\",LANGUAGE=\"fr\",URI=\"words.m3u8\"\n"
        "#EXT-X-STREAM-INF:BANDWIDTH=100000,AUDIO=\"s\"\nv/index.m3u8?small\n"
        "#EXT-X-STREAM-INF:BANDWIDTH=900000,AUDIO=\"s\",SUBTITLES=\"t\"\nv/index.m3u8\n");
}

void TestPackagings::initTestCase()
{
    QVERIFY2(!MadeMedia::program().isEmpty(), "the ffmpeg program is needed");
    QVERIFY(!m_shelf.trouble);
    // Busy for a while, calm for a while; pixels that are not square; pictures that are shown in another order.
    QVERIFY(!m_made
                 .make(u"avc.mp4"_s,
                     u"-f lavfi -i testsrc2=s=480x270:r=30000/1001:d=9 -f lavfi -i "
                     u"sine=frequency=500:sample_rate=44100:duration=9 "
                     "-vf noise=alls=40:allf=t:enable='between(t\\,3.3\\,5.1)',setsar=4/3 -c:v libx264 -preset "
                     "veryfast -crf 30 -bf 2 "
                     "-g 60 -keyint_min 60 -sc_threshold 0 -pix_fmt yuv420p -color_primaries bt709 -color_trc bt709 "
                     "-colorspace bt709 "
                     "-color_range tv -c:a aac -ac 2 -metadata:s:a:0 language=eng -movflags +faststart"_s)
                 .isEmpty());
    QVERIFY(!m_made
                 .make(u"hevc.mp4"_s,
                     u"-f lavfi -i testsrc2=s=480x270:r=25:d=6 -f lavfi -i "
                     u"sine=frequency=500:sample_rate=48000:duration=6 -c:v libx265 "
                     "-preset ultrafast -crf 30 -pix_fmt yuv420p10le -tag:v hvc1 -color_primaries bt2020 -color_trc "
                     "smpte2084 "
                     "-colorspace bt2020nc -color_range tv -x265-params "
                     "log-level=error:info=0:keyint=50:min-keyint=50:scenecut=0:bframes=2:"
                     "repeat-headers=1:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc:hdr10=1:"
                     "master-display=G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)L(10000000,50):max-cll="
                     "1000,400 "
                     "-c:a aac -ac 6 -b:a 256k -metadata:s:a:0 language=fra -movflags +faststart"_s)
                 .isEmpty());
    const QString avc = m_made.path(u"avc.mp4"_s);
    // A quarter clockwise; versions of ffmpeg name it in two ways, both the other way round.
    if (m_made.make(u"turned.mp4"_s, u"-display_rotation 270 -i %1 -c copy -movflags +faststart"_s.arg(avc)).isEmpty())
        QVERIFY(!m_made.make(u"turned.mp4"_s, u"-i %1 -c copy -metadata:s:v rotate=270 -movflags +faststart"_s.arg(avc))
                     .isEmpty());
    for (const char* name : { "avc", "hevc", "turned" }) {
        package(QString::fromLatin1(name));
        if (QTest::currentTestFailed())
            return;
    }
    packageMaster();
    if (QTest::currentTestFailed())
        return;
    QDirIterator all(m_made.path({}), QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        m_shelf.files.insert('/' + QDir(m_made.path({})).relativeFilePath(path).toUtf8(), contents(path));
    }
    for (const auto& [part, query] : { std::pair("v", "?small"), { "a", "?again" } }) {
        const QByteArray path = "/text-master/" + QByteArray(part) + "/index.m3u8";
        m_shelf.files.insert(path + query, m_shelf.files.value(path));
    }
}

void TestPackagings::sameLedger_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("packaged");
    QTest::addColumn<int>("packaging");
    for (const char* name : { "avc", "hevc", "turned" }) {
        for (const auto& [suffix, packaging] : { std::pair("-ts", Ts | Clear), { "-ts-aes", Ts | Aes },
                 { "-fmp4", Fmp4 | Clear }, { "-fmp4-aes", Fmp4 | Aes }, { "-fmp4-aes-init", Fmp4 | Aes } })
            QTest::addRow("%s%s", name, suffix)
                << QString::fromLatin1(name) << QString::fromLatin1(name) + QLatin1StringView(suffix) << packaging;
    }
    QTest::newRow("text-master") << u"text"_s << u"text-master"_s << int(Ts | Clear | Master);
}

void TestPackagings::sameLedger()
{
    QFETCH(const QString, name);
    QFETCH(const QString, packaged);
    QFETCH(const int, packaging);
    const Sides file = sidesOf(name + u".mp4"_s);
    Sides hls = sidesOf(packaged + u"/index.m3u8"_s);
    if (QTest::currentTestFailed())
        return;
    QVERIFY(file.headers.video && file.frames.video && hls.headers.video && hls.frames.video);
    QVERIFY(!file.headers.audio.isEmpty() && !hls.headers.audio.isEmpty() && !hls.frames.audio.isEmpty());
    QCOMPARE(file.headers.video->rotation, name == "turned"_L1 ? 90 : 0);
    QStringList wrong;
    for (const auto& [side, ours, theirs] :
        { std::tuple(Headers, &file.headers, &hls.headers), { Frames, &file.frames, &hls.frames } }) {
        QVERIFY(theirs->video->startMs);
        startAtPicture(*theirs, *ours->video->startMs);
        const QList<FactField> a = factFields(*ours), b = factFields(*theirs);
        QCOMPARE(a.size(), b.size());
        for (qsizetype i = 0; i < a.size(); ++i) {
            const Difference* rule = allowed(a[i].id, side, packaging);
            // The aspect follows the turn.
            if (a[i].id == "video.aspect"_L1 && name == "turned"_L1 && (packaging & Ts)) {
                QVERIFY(std::abs(1 / a[i].value.toDouble() - b[i].value.toDouble()) < 0.001);
                continue;
            }
            if (const QString text = mismatch(a[i], b[i], rule); !text.isEmpty())
                wrong += (side == Headers ? u"headers: "_s : u"frames: "_s) + text;
        }
    }
    // The list itself, not only how many.
    const QList<double>&keys = file.frames.video->keyFramesMs, &hlsKeys = hls.frames.video->keyFramesMs;
    for (qsizetype i = 0; i < std::min(keys.size(), hlsKeys.size()); ++i)
        if (std::abs(keys[i] - hlsKeys[i]) > 0.5)
            wrong += u"key frame %1 at %2, in the mp4 at %3"_s.arg(i).arg(hlsKeys[i]).arg(keys[i]);
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

void TestPackagings::againstFfprobe_data()
{
    QTest::addColumn<QString>("packaged");
    for (const char* name : { "avc-ts", "avc-fmp4", "hevc-ts", "hevc-fmp4" })
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestPackagings::againstFfprobe()
{
    QFETCH(const QString, packaged);
    const Sides ours = sidesOf(packaged + u"/index.m3u8"_s);
    QProcess ffprobe;
    ffprobe.start(u"ffprobe"_s,
        { u"-v"_s, u"error"_s, u"-of"_s, u"json"_s, u"-show_streams"_s, u"-show_packets"_s, u"-show_format"_s,
            m_made.path(packaged + u"/index.m3u8"_s) });
    QVERIFY(ffprobe.waitForFinished());
    const QJsonObject theirs = QJsonDocument::fromJson(ffprobe.readAllStandardOutput()).object();
    QJsonObject video, audio;
    for (const QJsonValue& stream : theirs["streams"_L1].toArray())
        (stream["codec_type"_L1] == "video"_L1 ? video : audio) = stream.toObject();
    double videoBytes = 0, audioBytes = 0, keyFrames = 0, busiest = 0;
    QList<std::pair<double, double>> pictures;
    for (const QJsonValue& packet : theirs["packets"_L1].toArray()) {
        const double size = packet["size"_L1].toString().toDouble();
        if (packet["codec_type"_L1] != "video"_L1) {
            audioBytes += size;
            continue;
        }
        videoBytes += size;
        keyFrames += packet["flags"_L1].toString().startsWith(u'K');
        pictures.append({ packet["dts_time"_L1].toString().toDouble(), size });
    }
    for (const auto& [from, ignored] : pictures) {
        double within = 0;
        for (const auto& [at, size] : pictures)
            within += at >= from && at < from + 0.9995 ? size : 0;
        busiest = std::max(busiest, within);
    }
    const auto near = [](const char* what, std::optional<double> mine, double other, double tolerance) {
        if (!mine || std::abs(*mine - other) > tolerance)
            QTest::qFail(
                qPrintable(u"%1: %2 against %3"_s.arg(QLatin1StringView(what)).arg(mine.value_or(-1)).arg(other)),
                __FILE__, __LINE__);
    };
    const auto text = [](const QJsonObject& from, const char* key) {
        return from[QLatin1StringView(key)].toVariant().toString();
    };
    const auto number = [&](const QJsonObject& from, const char* key) { return text(from, key).toDouble(); };
    const auto ratio = [&](const QJsonObject& from, const char* key) {
        const QStringList parts = text(from, key).split(QRegularExpression(u"[:/]"_s));
        return parts.value(0).toDouble() / parts.value(1).toDouble();
    };
    double bytes = 0;
    for (const QFileInfo& file : QDir(m_made.path(packaged)).entryInfoList({ u"*.ts"_s, u"*.m4s"_s }))
        bytes += double(file.size());
    near("size", double(ours.headers.sizeBytes.value_or(0)), bytes, 0);
    near("duration", ours.headers.durationMs, number(theirs["format"_L1].toObject(), "duration") * 1000, 1);
    for (const MediaFacts* facts : { &ours.headers, &ours.frames }) {
        const VideoFacts& v = facts->video.value();
        QCOMPARE(v.codec, text(video, "codec_name"));
        QCOMPARE(v.profile, text(video, "profile"));
        near("level", v.level.toDouble(), number(video, "level") / (v.codec == "hevc"_L1 ? 30 : 10), 0.001);
        near("width", double(*v.width), number(video, "width"), 0);
        near("height", double(*v.height), number(video, "height"), 0);
        near("aspect", v.aspect, ratio(video, "display_aspect_ratio"), 0.001);
        near("frame rate", v.frameRate, ratio(video, "avg_frame_rate"), 0.01);
        const QString pixels = text(video, "pix_fmt");
        QCOMPARE(v.bitDepth, pixels.contains("10"_L1) ? 10 : 8);
        QVERIFY(pixels.startsWith("yuv420p"_L1) && v.chroma == "4:2:0"_L1);
        QCOMPARE(v.primaries, text(video, "color_primaries"));
        QCOMPARE(v.transfer, text(video, "color_transfer"));
        QCOMPARE(v.matrix, text(video, "color_space"));
        QCOMPARE(v.range, text(video, "color_range"));
        near("video start", v.startMs, number(video, "start_time") * 1000, 1);
        const AudioFacts a = facts->audio.value(0);
        QCOMPARE(a.codec, text(audio, "codec_name"));
        QCOMPARE(a.profile, text(audio, "profile"));
        near("channels", double(a.channels.value_or(0)), number(audio, "channels"), 0);
        near("sample rate", double(a.sampleRate.value_or(0)), number(audio, "sample_rate"), 0);
        near("audio start", a.startMs, number(audio, "start_time") * 1000, 1);
    }
    const VideoFacts& v = *ours.frames.video;
    near("frames", double(v.frames.value_or(0)), double(pictures.size()), 0);
    near("key frames", double(v.keyFramesMs.size()), keyFrames, 0);
    near("video bitrate", v.bitrateKbps, videoBytes * 8 / v.durationMs.value_or(1), 0.01);
    near("peak", v.peakBitrateKbps, busiest * 8 / 1000, 0.01);
    const AudioFacts a = ours.frames.audio.value(0);
    near("audio bitrate", a.bitrateKbps, audioBytes * 8 / a.durationMs.value_or(1), 0.01);
}

QTEST_GUILESS_MAIN(TestPackagings)
#include "tst_packagings.moc"
