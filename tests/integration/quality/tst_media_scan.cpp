// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/scan/media_scan.h"
#include "tests/support/made_media.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

namespace {

Result<DecodedFacts> scan(const QString& path, const ScanOptions& options = {}, const QString& reference = {},
    const std::stop_token& stop = {}, const std::function<void(double)>& progress = {})
{
    const FormatPtr media = MadeMedia::open(path);
    if (!media)
        return fail({ .kind = ErrorKind::Io, .message = u"not opened: "_s + path });
    const FormatPtr other = reference.isEmpty() ? FormatPtr() : MadeMedia::open(reference);
    return scanMedia({ .media = media.get(), .reference = other.get() }, options, stop, progress);
}

bool isNear(double found, double expected, double tolerance)
{
    if (std::abs(found - expected) <= tolerance)
        return true;
    qWarning() << "found" << found << "where" << expected << "+-" << tolerance << "is expected";
    return false;
}

} // namespace

// What decoding once shows, on the demo's media with their planted defects and on small media made here.
class TestMediaScan final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(!MadeMedia::program().isEmpty(), "the ffmpeg program is needed"); }

    void plantedDefects()
    {
        const auto found = scan(MadeMedia::demo(u"rainy-street-walk/hd.mp4"_s));
        QVERIFY(found.has_value());
        const SignalFacts& signal = found->signal;
        QCOMPARE(signal.black.size(), 1);
        QVERIFY(isNear(signal.black.first().startMs, 3000, 1));
        QVERIFY(isNear(signal.black.first().durationMs, 2000, 1)); // frames 75 to 124
        QCOMPARE(signal.freeze.size(), 1);
        QVERIFY(isNear(signal.freeze.first().startMs, 3000, 1));
        QCOMPARE(signal.silence.size(), 1);
        QVERIFY(isNear(signal.silence.first().startMs, 6000, 60));
        QVERIFY(isNear(signal.silence.first().durationMs, 2500, 100));
        QCOMPARE(signal.decodeErrors, 0);
        QCOMPARE(signal.clippedSamples, 0);
        QCOMPARE(signal.fieldOrder, u"progressive"_s);
        QVERIFY(signal.referenceTrouble.isEmpty());
        QVERIFY(!signal.psnrDb);
    }

    void facts()
    {
        const auto found = scan(MadeMedia::demo(u"rainy-street-walk/hd.mp4"_s));
        QVERIFY(found.has_value());
        QVERIFY(isNear(found->facts.durationMs.value_or(0), 10'000, 60));
        QVERIFY(found->facts.video.has_value());
        const VideoFacts& video = *found->facts.video;
        QCOMPARE(video.codec, u"h264"_s);
        QCOMPARE(video.profile, u"High"_s);
        QCOMPARE(video.width, 1920);
        QCOMPARE(video.height, 1080);
        QVERIFY(isNear(video.aspect.value_or(0), 16.0 / 9, 1e-6));
        QCOMPARE(video.rotation, 0);
        QVERIFY(isNear(video.frameRate.value_or(0), 25, 1e-3));
        QCOMPARE(video.constantFrameRate, true);
        QCOMPARE(video.frames, 250);
        QVERIFY(isNear(video.durationMs.value_or(0), 10'000, 1));
        QCOMPARE(video.bitDepth, 8);
        QCOMPARE(video.chroma, u"4:2:0"_s);
        QCOMPARE(video.primaries, u"bt709"_s);
        QCOMPARE(video.transfer, u"bt709"_s);
        QCOMPARE(video.matrix, u"bt709"_s);
        QCOMPARE(video.range, u"tv"_s);
        QCOMPARE(video.hdr, u"SDR"_s);
        QCOMPARE(video.scan, u"progressive"_s);
        QCOMPARE(video.keyFramesMs, (QList<double> { 0, 2000, 4000, 6000, 8000 }));
        QVERIFY(video.peakBitrateKbps.value_or(0) >= video.bitrateKbps.value_or(1));
        QCOMPARE(found->facts.audio.size(), 1);
        const AudioFacts& audio = found->facts.audio.first();
        QCOMPARE(audio.codec, u"aac"_s);
        QCOMPARE(audio.profile, u"LC"_s);
        QCOMPARE(audio.channels, 2);
        QCOMPARE(audio.sampleRate, 48'000);
    }

    void curves()
    {
        const auto found = scan(MadeMedia::demo(u"rainy-street-walk/hd.mp4"_s));
        QVERIFY(found.has_value());
        const SignalFacts& signal = found->signal;
        QVERIFY2(signal.luminance.size() >= 99 && signal.luminance.size() <= 101,
            qPrintable(QString::number(signal.luminance.size())));
        QVERIFY2(signal.loudnessLufs.size() >= 99 && signal.loudnessLufs.size() <= 101,
            qPrintable(QString::number(signal.loudnessLufs.size())));
        const auto at = [](const QList<QPointF>& curve, double ms) {
            double y = NAN;
            for (const QPointF& point : curve)
                y = point.x() <= ms ? point.y() : y;
            return y;
        };
        QVERIFY(at(signal.luminance, 4000) < 0.08); // black
        QVERIFY(at(signal.luminance, 1000) > 0.2);
        QVERIFY(at(signal.loudnessLufs, 8000) <= -69); // silent
        QVERIFY(at(signal.loudnessLufs, 2000) > -40);
        double kilobits = 0;
        for (const QPointF& point : signal.bitrateKbps)
            kilobits += point.y() * 0.1;
        const double size =
            static_cast<double>(QFile(MadeMedia::demo(u"rainy-street-walk/hd.mp4"_s)).size()) * 8 / 1000;
        QVERIFY(kilobits < size && kilobits > size * 0.9);
    }

    void hdr10()
    {
        const auto found = scan(MadeMedia::demo(u"harbour-at-dawn/hd-hdr10.mp4"_s));
        QVERIFY(found && found->facts.video);
        const VideoFacts& video = *found->facts.video;
        QCOMPARE(video.codec, u"hevc"_s);
        QCOMPARE(video.profile, u"Main 10"_s);
        QCOMPARE(video.bitDepth, 10);
        QCOMPARE(video.hdr, u"HDR10"_s);
        QCOMPARE(video.transfer, u"smpte2084"_s);
        QVERIFY(video.mastering.has_value());
        QCOMPARE(video.mastering->primaries, u"Display P3"_s);
        QVERIFY(isNear(video.mastering->maxLuminance, 1000, 0.1));
        QVERIFY(isNear(video.mastering->minLuminance, 0.005, 1e-6));
        QCOMPARE(video.maxCll, 1000);
        QCOMPARE(video.maxFall, 400);
        const auto hlg = scan(MadeMedia::demo(u"hdr-fireworks/hd-hlg.mp4"_s));
        QVERIFY(hlg && hlg->facts.video);
        QCOMPARE(hlg->facts.video->hdr, u"HLG"_s);
        QVERIFY(!hlg->facts.video->mastering);
    }

    void clipping()
    {
        const auto found = scan(MadeMedia::demo(u"concert-encore/sd.mp4"_s));
        QVERIFY(found.has_value());
        QVERIFY(found->signal.clippedSamples > 10'000);
        QVERIFY(!found->signal.clipping.isEmpty());
        QVERIFY(found->signal.truePeakDbtp.value_or(-99) > 0);
        // A made one, exact: two bursts of full scale in 16 bits, one channel.
        const QString made = m_made.make(u"clip.wav"_s,
            u"-f lavfi -i aevalsrc=between(t\\,0.5\\,0.51)-between(t\\,1.2\\,1.21)|0.5*sin(2*PI*440*t):s=48000:d=2 -c:a pcm_s16le"_s);
        const auto exact = scan(made);
        QVERIFY(exact.has_value());
        QVERIFY(isNear(static_cast<double>(exact->signal.clippedSamples), 962, 2));
        QCOMPARE(exact->signal.clipping.size(), 2);
        QVERIFY(isNear(exact->signal.clipping.first().startMs, 500, 0.1));
        QVERIFY(isNear(exact->signal.clipping.first().durationMs, 10, 0.1));
        QVERIFY(isNear(exact->signal.clipping.last().startMs, 1200, 0.1));
    }

    void soundAlone()
    {
        const auto found = scan(MadeMedia::demo(u"podcast-112/hq.mp3"_s));
        QVERIFY(found.has_value());
        QVERIFY(!found->facts.video);
        QCOMPARE(found->facts.audio.size(), 1);
        QCOMPARE(found->facts.audio.first().codec, u"mp3"_s);
        QVERIFY(isNear(found->facts.durationMs.value_or(0), 20'000, 60));
        QVERIFY(found->signal.integratedLufs.value_or(-70) > -40);
        QVERIFY(found->signal.luminance.isEmpty());
        QVERIFY(found->signal.fieldOrder.isEmpty());
    }

    void pictureAlone()
    {
        const auto found = scan(MadeMedia::demo(u"metro-rush-hour/sd.mp4"_s)); // its sound was taken away
        QVERIFY(found && found->facts.video);
        QVERIFY(found->facts.audio.isEmpty());
        QVERIFY(!found->signal.integratedLufs);
        QVERIFY(found->signal.silence.isEmpty());
    }

    void coverPictureIsNoVideo()
    {
        const QString cover = m_made.make(u"cover.png"_s, u"-f lavfi -i color=red:s=64x64 -frames:v 1"_s);
        const QString tone = m_made.make(u"tone.wav"_s, u"-f lavfi -i sine=d=1"_s);
        const QString path = m_made.make(u"cover.mp3"_s,
            u"-i %1 -i %2 -map 0:a -map 1:v -c:v copy -c:a libmp3lame -disposition:v attached_pic"_s.arg(tone, cover));
        QVERIFY(!path.isEmpty());
        const auto found = scan(path);
        QVERIFY(found.has_value());
        QVERIFY(!found->facts.video);
        QCOMPARE(found->facts.audio.size(), 1);
    }

    void fieldOrder_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("flagged");
        const QString source = u"-f lavfi -i testsrc2=s=320x240:r=50:d=4,rotate=t "_s;
        const QString top = source + u"-vf tinterlace=interleave_top,fieldorder=tff "_s;
        const QString bottom = source + u"-vf tinterlace=interleave_bottom,fieldorder=bff "_s;
        QTest::newRow("progressive") << source + u"-c:v libx264 -preset ultrafast"_s << u"progressive"_s
                                     << u"progressive"_s;
        QTest::newRow("top") << top + u"-c:v libx264 -preset ultrafast -flags +ildct -x264-params tff=1"_s << u"tff"_s
                             << u"tff"_s;
        QTest::newRow("bottom") << bottom + u"-c:v libx264 -preset ultrafast -flags +ildct -x264-params bff=1"_s
                                << u"bff"_s << u"bff"_s;
        QTest::newRow("top, flagged bottom") << source
                + u"-vf tinterlace=interleave_top,setfield=bff -c:v mpeg2video -q:v 2 -flags +ildct -field_order bb -top 0"_s
                                             << u"tff"_s << u"bff"_s;
        QTest::newRow("no motion") << u"-f lavfi -i color=gray:s=320x240:r=25:d=4 -c:v libx264 -preset ultrafast"_s
                                   << QString() << u"progressive"_s;
    }
    void fieldOrder()
    {
        QFETCH(QString, arguments);
        QFETCH(QString, shown);
        QFETCH(QString, flagged);
        const QString path = m_made.make(u"fields.mkv"_s, arguments);
        QVERIFY(!path.isEmpty());
        const auto found = scan(path);
        QVERIFY(found && found->facts.video);
        QCOMPARE(found->signal.fieldOrder, shown);
        QCOMPARE(found->facts.video->scan, flagged);
    }

    void shape()
    {
        const QString path = m_made.make(u"turned.mp4"_s,
            u"-f lavfi -i testsrc2=s=352x288:r=24000/1001:d=2,setsar=12/11 -c:v libx264 -preset ultrafast -pix_fmt yuv422p10le"_s);
        QVERIFY(!path.isEmpty());
        const QString turned = m_made.make(u"turned90.mp4"_s, u"-i %1 -c copy -metadata:s:v rotate=270"_s.arg(path));
        const auto found = scan(turned);
        QVERIFY(found && found->facts.video);
        const VideoFacts& video = *found->facts.video;
        QCOMPARE(video.chroma, u"4:2:2"_s);
        QCOMPARE(video.bitDepth, 10);
        QVERIFY(isNear(video.frameRate.value_or(0), 24'000.0 / 1001, 1e-3));
        if (video.rotation != 0) { // later versions of ffmpeg write the rotation in another way
            QVERIFY(video.rotation == 90 || video.rotation == 270);
            QVERIFY(isNear(video.aspect.value_or(0), 3.0 / 4, 1e-3));
        } else {
            QVERIFY(isNear(video.aspect.value_or(0), 4.0 / 3, 1e-3));
        }
    }

    void startTimes()
    {
        const QString path = m_made.make(u"late.ts"_s,
            u"-f lavfi -i testsrc2=s=320x180:d=3 -itsoffset 0.4 -f lavfi -i sine=d=3 -c:v libx264 -preset ultrafast -c:a aac -output_ts_offset 100"_s);
        QVERIFY(!path.isEmpty());
        const auto found = scan(path);
        QVERIFY(found && found->facts.video && found->facts.audio.size() == 1);
        const double video = found->facts.video->startMs.value_or(0),
                     audio = found->facts.audio.first().startMs.value_or(0);
        QVERIFY(isNear(video, 101'400, 100));
        QVERIFY(isNear(audio - video, 400, 50));
        QVERIFY(isNear(found->facts.startMs.value_or(0), std::min(video, audio), 1e-6));
        QCOMPARE(found->facts.video->keyFramesMs.value(0, -1), 0.0);
        QVERIFY(isNear(found->signal.luminance.value(0).x(), 0, 1));
        QVERIFY(isNear(found->signal.loudnessLufs.value(0).x(), 400, 50));
    }

    void variableFrameRate()
    {
        const QString path = m_made.make(u"vfr.mkv"_s,
            u"-f lavfi -i testsrc2=s=320x180:r=25:d=4,select=not(eq(mod(n\\,7)\\,3)) -vsync vfr -c:v libx264 -preset ultrafast"_s);
        const auto found = scan(path);
        QVERIFY(found && found->facts.video);
        QCOMPARE(found->facts.video->constantFrameRate, false);
    }

    void reference()
    {
        const QString original = MadeMedia::demo(u"rainy-street-walk/ld.mp4"_s);
        const auto same = scan(original, {}, original);
        QVERIFY(same.has_value());
        QCOMPARE(same->signal.psnrDb, 100.0);
        QVERIFY(isNear(same->signal.ssim.value_or(0), 1, 1e-6));
        const auto other = scan(MadeMedia::demo(u"rainy-street-walk/sd.mp4"_s), {}, original);
        QVERIFY(other.has_value());
        QVERIFY(other->signal.referenceTrouble.isEmpty());
        QVERIFY(other->signal.psnrDb.value_or(0) > 25 && other->signal.psnrDb.value_or(0) < 60);
        QVERIFY(other->signal.ssim.value_or(0) > 0.8 && other->signal.ssim.value_or(0) < 1);
        const auto wrong = scan(MadeMedia::demo(u"desert-road/sd.mp4"_s), {}, original);
        QVERIFY(wrong.has_value());
        QVERIFY(wrong->signal.psnrDb.value_or(99) < 20);
        const auto none = scan(original, {}, MadeMedia::demo(u"podcast-112/hq.mp3"_s));
        QVERIFY(none.has_value()); // what is checked can be measured all the same
        QVERIFY(!none->signal.psnrDb);
        QVERIFY(!none->signal.referenceTrouble.isEmpty());
    }

    void progressRises()
    {
        QList<double> seen;
        const auto found =
            scan(MadeMedia::demo(u"alpine-time-lapse/4k.mp4"_s), {}, {}, {}, [&seen](double part) { seen << part; });
        QVERIFY(found.has_value());
        QVERIFY(seen.size() >= 3);
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
        QVERIFY(seen.first() >= 0 && seen.first() < 0.9);
        QCOMPARE(seen.last(), 1.0);
    }

    void stops()
    {
        QElapsedTimer since;
        const auto found =
            scan(MadeMedia::demo(u"alpine-time-lapse/4k.mp4"_s), {}, {}, m_stop.get_token(), [&](double) {
                if (!since.isValid() && m_stop.request_stop())
                    since.start();
            });
        QVERIFY(!found.has_value());
        QCOMPARE(found.error().kind, ErrorKind::Cancelled);
        QVERIFY(since.isValid());
        qInfo() << "stopped after" << since.elapsed() << "ms";
        QVERIFY(since.elapsed() < 2'000); // 100 ms on a machine that does nothing else
    }

private:
    MadeMedia m_made;
    std::stop_source m_stop; // as a local GCC 12 takes it for uninitialised
};

QTEST_GUILESS_MAIN(TestMediaScan)
#include "tst_media_scan.moc"
