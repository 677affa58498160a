// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/scan/media_scan.h"
#include "tests/support/made_media.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

namespace {

using Spans = QList<TimeSpan>;

Result<DecodedFacts> scan(const QString& path, const QString& reference = {})
{
    const FormatPtr media = MadeMedia::open(path);
    const FormatPtr other = reference.isEmpty() ? FormatPtr() : MadeMedia::open(reference);
    if (!media)
        return fail({ .kind = ErrorKind::Io });
    return scanMedia({ .media = media.get(), .reference = other.get() }, {}, {}, {});
}

QList<double> numbers(const QString& text, const QString& pattern)
{
    QList<double> found;
    auto matches = QRegularExpression(pattern).globalMatch(text);
    while (matches.hasNext())
        found.append(matches.next().captured(1).toDouble());
    return found;
}

// Starts and ends of a filter's log; what has not ended then ends with the media, as ours does.
Spans spansOf(const QString& said, const QString& start, const QString& end, double mediaEndMs)
{
    const QList<double> starts = numbers(said, start), ends = numbers(said, end);
    Spans spans;
    for (qsizetype i = 0; i < starts.size(); ++i) {
        const double from = starts.at(i) * 1000;
        spans.append({ from, (i < ends.size() ? ends.at(i) * 1000 : mediaEndMs) - from });
    }
    return spans;
}

// The text is the failure; empty: they are the same. The last span may end with the media's last frame or behind it.
QString difference(const Spans& ours, const Spans& theirs, double toleranceMs, double frameMs, double mediaEndMs)
{
    if (ours.size() != theirs.size())
        return u"%1 against %2 spans"_s.arg(ours.size()).arg(theirs.size());
    for (qsizetype i = 0; i < ours.size(); ++i) {
        const double endsOurs = ours.at(i).startMs + ours.at(i).durationMs;
        const double endsTheirs = theirs.at(i).startMs + theirs.at(i).durationMs;
        const double more = endsOurs > mediaEndMs - 2 * frameMs ? frameMs : 0;
        if (std::abs(ours.at(i).startMs - theirs.at(i).startMs) > toleranceMs
            || std::abs(endsOurs - endsTheirs) > toleranceMs + more)
            return u"%1 to %2 against %3 to %4"_s.arg(ours.at(i).startMs)
                .arg(endsOurs)
                .arg(theirs.at(i).startMs)
                .arg(endsTheirs);
    }
    return {};
}

double lastNumber(const QString& text, const QString& pattern)
{
    const QList<double> found = numbers(text, pattern);
    return found.isEmpty() ? NAN : found.last();
}

} // namespace

// The same files through the ffmpeg program's own filters: equal, within what the program's texts round away.
class TestScanAgainstFfmpeg final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!MadeMedia::program().isEmpty(), "the ffmpeg program is needed");
        // Black, frozen, silent and loud by turns, to the very end.
        QVERIFY(!m_made
                     .make(u"turns.mp4"_s,
                         u"-f lavfi -i "
                         u"testsrc2=s=480x270:r=30:d=14,drawbox=c=black:t=fill:enable='between(t\\,2\\,3.4)+between("
                         u"t\\,6\\,6.1)+gte(t\\,13)',loop=45:1:240 "
                         "-f lavfi -i "
                         "aevalsrc='0.9*sin(2*PI*300*t)*(lt(mod(t\\,5)\\,3)+0.1)*not(between(t\\,7\\,8.5))*lt(t\\,12)|"
                         "0.7*sin(2*PI*997*t)*lt(mod(t\\,5)\\,3.5)*not(between(t\\,7\\,8.5))*lt(t\\,12)':s=48000:d=15 "
                         "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac -b:a 192k"_s)
                     .isEmpty());
        QVERIFY(
            !m_made
                 .make(u"surround.mkv"_s,
                     u"-f lavfi -i testsrc2=s=320x180:r=24000/1001:d=6 -f lavfi -i anoisesrc=a=0.3:r=44100:d=6:seed=3 "
                     u"-af pan=5.1|FL=c0|FR=0.5*c0|FC=0.2*c0|LFE=0*c0|BL=0.1*c0|BR=0.1*c0 "
                     "-c:v libx264 -preset ultrafast -c:a flac"_s)
                 .isEmpty());
    }

    void filters_data()
    {
        QTest::addColumn<QString>("path");
        for (const char* name : { "rainy-street-walk/hd.mp4", "concert-encore/sd.mp4", "harbour-at-dawn/hd-hdr10.mp4",
                 "metro-rush-hour/hd.mp4", "podcast-112/hq.mp3" })
            QTest::newRow(name) << MadeMedia::demo(QString::fromLatin1(name));
        QTest::newRow("turns") << m_made.path(u"turns.mp4"_s);
        QTest::newRow("surround, 23.976") << m_made.path(u"surround.mkv"_s);
    }
    void filters()
    {
        QFETCH(QString, path);
        const auto ours = scan(path);
        QVERIFY2(ours.has_value(), ours ? "" : qPrintable(ours.error().details()));
        const SignalFacts& signal = ours->signal;
        if (path == m_made.path(u"turns.mp4"_s)) // or all of this would compare nothing with nothing
            QVERIFY(signal.black.size() >= 2 && signal.freeze.size() >= 2 && signal.silence.size() >= 2);
        const double frameMs = 1000 / ours->facts.video.value_or(VideoFacts { .frameRate = 25 }).frameRate.value_or(25);
        const double soundEnd = ours->facts.audio.isEmpty() ? 0 : *ours->facts.audio.first().durationMs;
        if (ours->facts.video) {
            const double end = *ours->facts.video->durationMs;
            const QString said =
                MadeMedia::said({ u"-i"_s, path, u"-an"_s, u"-vf"_s, u"blackdetect=d=0.2,freezedetect=d=0.2,idet"_s });
            const Spans black = spansOf(said, u"black_start:([\\d.]+)"_s, u"black_end:([\\d.]+)"_s, end);
            const Spans freeze = spansOf(said, u"freeze_start: ([\\d.]+)"_s, u"freeze_end: ([\\d.]+)"_s, end);
            const QString blackDiffers = difference(signal.black, black, 1, frameMs, end);
            QVERIFY2(blackDiffers.isEmpty(), qPrintable(u"black: "_s + blackDiffers));
            const QString freezeDiffers = difference(signal.freeze, freeze, 1, frameMs, end);
            QVERIFY2(freezeDiffers.isEmpty(), qPrintable(u"freeze: "_s + freezeDiffers));
            const double progressive = lastNumber(said, u"Multi frame detection:.*Progressive:\\s*(\\d+)"_s);
            QVERIFY(progressive * 2 < static_cast<double>(*ours->facts.video->frames)
                || signal.fieldOrder == u"progressive"_s);
            QCOMPARE(lastNumber(said, u"frame=\\s*(\\d+)"_s), static_cast<double>(*ours->facts.video->frames));
        }
        if (!ours->facts.audio.isEmpty()) {
            const QString said = MadeMedia::said(
                { u"-i"_s, path, u"-vn"_s, u"-af"_s, u"ebur128=peak=true:framelog=verbose,silencedetect=d=0.2"_s });
            const Spans silence = spansOf(said, u"silence_start: ([\\d.]+)"_s, u"silence_end: ([\\d.]+)"_s, soundEnd);
            const QString silenceDiffers = difference(signal.silence, silence, 1, 25, soundEnd);
            QVERIFY2(silenceDiffers.isEmpty(), qPrintable(u"silence: "_s + silenceDiffers));
            const double integrated = lastNumber(said, u"I:\\s+(-?[\\d.]+) LUFS"_s);
            const double range = lastNumber(said, u"LRA:\\s+([\\d.]+) LU"_s);
            const double peak = lastNumber(said, u"Peak:\\s+(-?[\\d.]+) dBFS"_s);
            QVERIFY2(std::abs(signal.integratedLufs.value_or(0) - integrated) <= 0.051,
                qPrintable(u"%1 against %2 LUFS"_s.arg(signal.integratedLufs.value_or(0)).arg(integrated)));
            QVERIFY2(std::abs(signal.loudnessRangeLu.value_or(-1) - range) <= 0.051,
                qPrintable(u"%1 against %2 LU"_s.arg(signal.loudnessRangeLu.value_or(-1)).arg(range)));
            QVERIFY2(std::abs(signal.truePeakDbtp.value_or(99) - peak) <= 0.06,
                qPrintable(u"%1 against %2 dBTP"_s.arg(signal.truePeakDbtp.value_or(99)).arg(peak)));
        }
    }

    void luminance()
    {
        const QString path = m_made.path(u"turns.mp4"_s);
        const auto ours = scan(path);
        QVERIFY(ours.has_value());
        const QString said = MadeMedia::said(
            { u"-i"_s, path, u"-an"_s, u"-vf"_s, u"signalstats,metadata=print:key=lavfi.signalstats.YAVG:file=-"_s });
        const QList<double> theirs = numbers(said, u"YAVG=([\\d.]+)"_s);
        QCOMPARE(theirs.size(), *ours->facts.video->frames);
        for (const QPointF& point : ours->signal.luminance) {
            const auto frame = static_cast<qsizetype>(std::lround(point.x() * 30 / 1000)); // three in each 100 ms
            double mean = 0;
            for (qsizetype i = frame; i < frame + 3; ++i)
                mean += theirs.value(i, theirs.last()) / 255 / 3;
            QVERIFY2(std::abs(point.y() - mean) < 0.01,
                qPrintable(u"%1 against %2 at %3"_s.arg(point.y()).arg(mean).arg(point.x())));
        }
    }

    void distances_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("as");
        const auto demo = [](const char* name) { return MadeMedia::demo(QString::fromLatin1(name)); };
        QTest::newRow("SD against HD") << demo("rainy-street-walk/sd.mp4") << demo("rainy-street-walk/hd.mp4")
                                       << u"scale=1920:1080:flags=bicubic,format=yuv420p"_s;
        QTest::newRow("SD against LD") << demo("rainy-street-walk/sd.mp4") << demo("rainy-street-walk/ld.mp4")
                                       << u"scale=854:480:flags=bicubic,format=yuv420p"_s;
        QTest::newRow("HDR10 against itself in 2K")
            << demo("harbour-at-dawn/hd-hdr10.mp4") << demo("harbour-at-dawn/2k-hdr10.mp4")
            << u"scale=2560:1440:flags=bicubic,format=yuv420p10le"_s;
    }
    void distances()
    {
        QFETCH(QString, path);
        QFETCH(QString, reference);
        QFETCH(QString, as);
        const auto ours = scan(path, reference);
        QVERIFY(ours.has_value());
        const QString graph = u"[0:v]%1,setsar=1,split[a][b];[1:v]setsar=1,split[c][d];[a][c]psnr;[b][d]ssim"_s.arg(as);
        const QString said =
            MadeMedia::said({ u"-i"_s, path, u"-i"_s, reference, u"-an"_s, u"-filter_complex"_s, graph });
        const double psnr = lastNumber(said, u"PSNR .*average:([\\d.]+)"_s);
        const double ssim = lastNumber(said, u"SSIM .*All:([\\d.]+)"_s);
        QVERIFY2(std::abs(ours->signal.psnrDb.value_or(0) - psnr) < 0.01,
            qPrintable(u"%1 against %2 dB"_s.arg(ours->signal.psnrDb.value_or(0)).arg(psnr)));
        QVERIFY2(std::abs(ours->signal.ssim.value_or(0) - ssim) < 0.0005,
            qPrintable(u"%1 against %2"_s.arg(ours->signal.ssim.value_or(0)).arg(ssim)));
    }

    // Another size, rate and start: pictures stand beside each other by their time from the first one on.
    void timesAreAligned_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("encoded");
        QTest::newRow("half the rate, smaller") << u"half.mp4"_s << u"-vf fps=25,scale=320:180 -crf 30"_s;
        QTest::newRow("starts at 1.4 s and more") << u"late.ts"_s << u"-vf scale=320:180 -crf 30 -output_ts_offset 7"_s;
        QTest::newRow("ends before") << u"short.mkv"_s << u"-vf scale=480:270 -crf 35 -t 2"_s;
        QTest::newRow("larger") << u"large.mp4"_s << u"-vf scale=1280:720 -crf 30"_s;
    }
    void timesAreAligned()
    {
        QFETCH(QString, name);
        QFETCH(QString, encoded);
        const QString reference = m_made.path(u"fifty.mp4"_s);
        if (!QFile::exists(reference))
            QVERIFY(!m_made
                         .make(u"fifty.mp4"_s,
                             u"-f lavfi -i mandelbrot=s=640x360:r=50:end_scale=0.03 -t 4 "
                             u"-c:v libx264 -preset ultrafast -crf 12 -pix_fmt yuv420p"_s)
                         .isEmpty());
        const QString path =
            m_made.make(name, u"-i %1 %2 -c:v libx264 -preset ultrafast -pix_fmt yuv420p"_s.arg(reference, encoded));
        QVERIFY(!path.isEmpty());
        const auto ours = scan(path, reference);
        QVERIFY(ours.has_value());
        const QString graph =
            u"[0:v]setpts=PTS-STARTPTS,scale=640:360:flags=bicubic,format=yuv420p,setsar=1,split[a][b];"
            u"[1:v]setpts=PTS-STARTPTS,setsar=1,split[c][d];[a][c]psnr=shortest=1[p];[b][d]ssim=shortest=1"_s;
        const QString said = MadeMedia::said({ u"-i"_s, path, u"-i"_s, reference, u"-an"_s, u"-filter_complex"_s,
            graph + u"[s]"_s, u"-map"_s, u"[s]"_s, u"-f"_s, u"null"_s, u"-"_s, u"-map"_s, u"[p]"_s });
        const double psnr = lastNumber(said, u"PSNR .*average:([\\d.]+)"_s);
        const double ssim = lastNumber(said, u"SSIM .*All:([\\d.]+)"_s);
        QVERIFY2(std::abs(ours->signal.psnrDb.value_or(0) - psnr) < 0.01,
            qPrintable(u"%1 against %2 dB"_s.arg(ours->signal.psnrDb.value_or(0)).arg(psnr)));
        QVERIFY2(std::abs(ours->signal.ssim.value_or(0) - ssim) < 0.0005,
            qPrintable(u"%1 against %2"_s.arg(ours->signal.ssim.value_or(0)).arg(ssim)));
        QCOMPARE(ours->signal.referenceTrouble, QString());
    }

    // The curves say where it drops: there is noise in the third second only.
    void curvesShowWhere()
    {
        const QString reference = m_made.make(u"plain.mp4"_s,
            u"-f lavfi -i testsrc2=s=320x180:r=25:d=5 -c:v libx264 -preset ultrafast -crf 10 -pix_fmt yuv420p"_s);
        const QString path = m_made.make(u"noisy.mp4"_s,
            u"-i %1 -vf noise=alls=60:allf=t:enable='between(t\\,2\\,2.99)' -c:v libx264 -preset ultrafast -crf 10 -pix_fmt yuv420p"_s
                .arg(reference));
        QVERIFY(!reference.isEmpty() && !path.isEmpty());
        const auto ours = scan(path, reference);
        QVERIFY(ours.has_value());
        QVERIFY(ours->signal.psnrCurve.size() >= 49 && ours->signal.psnrCurve.size() == ours->signal.ssimCurve.size());
        for (qsizetype i = 0; i < ours->signal.psnrCurve.size(); ++i) {
            const QPointF psnr = ours->signal.psnrCurve.at(i), ssim = ours->signal.ssimCurve.at(i);
            const bool isNoisy = psnr.x() >= 2000 && psnr.x() < 3000;
            QVERIFY2((psnr.y() < 32) == isNoisy && (ssim.y() < 0.93) == isNoisy,
                qPrintable(u"%1 dB, %2 at %3 ms"_s.arg(psnr.y()).arg(ssim.y()).arg(psnr.x())));
        }
    }

    void hdrIsNotComparedWithSdr()
    {
        const auto ours =
            scan(MadeMedia::demo(u"harbour-at-dawn/hd-hdr10.mp4"_s), MadeMedia::demo(u"rainy-street-walk/hd.mp4"_s));
        QVERIFY(ours.has_value());
        QVERIFY(!ours->signal.psnrDb && !ours->signal.ssim && ours->signal.psnrCurve.isEmpty());
        QVERIFY(ours->signal.referenceTrouble.contains(u"HDR"_s));
    }

private:
    MadeMedia m_made;
};

QTEST_GUILESS_MAIN(TestScanAgainstFfmpeg)
#include "tst_scan_against_ffmpeg.moc"
