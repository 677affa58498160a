// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/rule.h"
#include "sandbox/manifest.h"
#include "tests/support/planted.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTest>

using namespace proofreel::sandbox;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

//! The catalogues "clean" and "defects": what is said of them is so in the bytes.
class TestQualityMedia : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFamilyHasItsDefects();
    void cleanLaddersDeclareWhatIsThere();
    void cleanSoundIsAtItsLoudness_data();
    void cleanSoundIsAtItsLoudness();
    void cleanKeyFramesAreAligned();
    void defectsAreInTheBytes_data();
    void defectsAreInTheBytes();
    void playlistsAreAsPlanted_data();
    void playlistsAreAsPlanted();

private:
    //! Standard output and error of a tool in the folder of the media.
    QString run(const QString& tool, const QStringList& arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.setWorkingDirectory(m_folder);
        process.start(QStandardPaths::findExecutable(tool), arguments);
        return process.waitForFinished(30'000) ? QString::fromUtf8(process.readAll()) : QString();
    }
    QString m_folder;
    Manifest m_clean, m_defects;
};

void TestQualityMedia::initTestCase()
{
    m_folder = Server::findMediaFolder(u"clean"_s);
    QVERIFY2(!m_folder.isEmpty(), "the target quality_media was not built");
    for (const auto& [manifest, file] : { std::pair(&m_clean, "clean.json"), { &m_defects, "defects.json" } }) {
        const auto problem = manifest->load(m_folder, QString::fromLatin1(file));
        QVERIFY2(!problem, qPrintable(problem.value_or(QString())));
    }
    if (QStandardPaths::findExecutable(u"ffprobe"_s).isEmpty())
        QSKIP("ffmpeg is not installed");
}

void TestQualityMedia::everyFamilyHasItsDefects()
{
    QSet<QString> families, rules;
    int planted = 0;
    const auto assets = plantedAssets(u"defects"_s);
    QCOMPARE(assets.size(), m_defects.assets.size());
    for (const PlantedAsset& asset : assets) {
        QVERIFY2(!asset.planted.isEmpty(), qPrintable(asset.title));
        planted += int(asset.planted.size());
        for (const Planted& one : asset.planted) {
            const auto rule = proofreel::findRule(one.rule);
            QVERIFY2(rule, qPrintable(one.rule));
            families.insert(rule->family());
            rules.insert(one.rule);
        }
    }
    QVERIFY2(planted >= 80 && rules.size() >= 70, qPrintable(u"%1 of %2 rules"_s.arg(planted).arg(rules.size())));
    for (const auto& rule : proofreel::allRules())
        QVERIFY2(families.contains(rule.family()), qPrintable(rule.id));
    for (const PlantedAsset& asset : plantedAssets(u"clean"_s))
        QVERIFY(asset.planted.isEmpty());
    QVERIFY(m_clean.assets.size() >= 6);
}

void TestQualityMedia::cleanLaddersDeclareWhatIsThere()
{
    for (const Asset& asset : std::as_const(m_clean.assets)) {
        for (const Rendition& rendition : asset.renditions) {
            const QString name = asset.folder + u'/' + rendition.file;
            const char* const fields[] = { "Size", "Duration", "Bitrate", "Width", "Height", "Fps", "BitDepth",
                "HDRType" };
            for (const char* field : fields)
                QVERIFY2(rendition.declared[QLatin1StringView(field)] == rendition.measured[QLatin1StringView(field)],
                    qPrintable(name + u' ' + QString::fromLatin1(field)));
            QVERIFY2(qAbs(rendition.measured["Duration"_L1].toString().toDouble() - 4.8) < 0.03, qPrintable(name));
        }
    }
}

void TestQualityMedia::cleanSoundIsAtItsLoudness_data()
{
    QTest::addColumn<QString>("file");
    for (const char* file : { "base/ld.mp4", "base/sd-hls/index.m3u8", "hdr/fd.mp4", "sound/sq.mp3", "sound/hq.mp3" })
        QTest::addRow("%s", file) << QString::fromLatin1(file);
}

void TestQualityMedia::cleanSoundIsAtItsLoudness()
{
    QFETCH(QString, file);
    const QString text = run(u"ffmpeg"_s,
        { u"-nostdin"_s, u"-i"_s, file, u"-map"_s, u"0:a"_s, u"-af"_s, u"ebur128=peak=true"_s, u"-f"_s, u"null"_s,
            u"-"_s });
    const auto value = [&text](const char* form) {
        return QRegularExpression(QString::fromLatin1(form))
            .match(text.mid(text.lastIndexOf("Summary"_L1)))
            .captured(1)
            .toDouble();
    };
    const double loudness = value("I: +(-?[0-9.]+) LUFS"), peak = value("Peak: +(-?[0-9.]+) dBFS");
    QVERIFY2(qAbs(loudness + 23) < 0.4 && peak < -10 && peak > -30, qPrintable(text.right(600)));
}

void TestQualityMedia::cleanKeyFramesAreAligned()
{
    for (const char* file : { "base/fd.mp4", "base/ld.mp4", "base/sd.mp4", "base/nb.mp4", "hdr/ld.mp4", "hlg/ld.mp4",
             "dv5/fd.mp4", "portrait/sd.mp4" }) {
        const QString text = run(u"ffprobe"_s,
            { u"-v"_s, u"error"_s, u"-select_streams"_s, u"v"_s, u"-show_entries"_s, u"packet=pts_time,flags"_s,
                u"-of"_s, u"csv=p=0"_s, QString::fromLatin1(file) });
        QStringList keys;
        for (const QString& line : text.split(u'\n'))
            if (line.contains(",K"_L1))
                keys.append(line.section(u',', 0, 0));
        QCOMPARE(keys, (QStringList { u"0.000000"_s, u"2.000000"_s, u"4.000000"_s }));
    }
}

void TestQualityMedia::defectsAreInTheBytes_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("show");
    QTest::addColumn<QString>("expected"); // a regular expression over ffprobe's words
    const struct {
        const char* file;
        const char* show;
        const char* expected;
    } rows[] = {
        { "d/mpegts.mp4", "format=format_name", "mpegts" },
        { "d/sound-only.mp4", "stream=codec_type", "^\\s*codec_type=audio\\s*$" },
        { "d/turned.mp4", "stream_side_data=rotation", "rotation=-?90" },
        { "base/ld.mp4", "stream=sample_aspect_ratio", "1:1" },
        { "d/wide-pixels.mp4", "stream=sample_aspect_ratio", "4:3" },
        { "d/late.mp4", "stream=start_time", "start_time=0.8" },
        { "d/chroma.mp4", "stream=pix_fmt", "yuv444p" },
        { "d/pq-bare.mp4", "stream=color_transfer", "smpte2084" },
        { "d/short.mp4", "stream=duration", "duration=4\\.0" },
        { "d/shape.mp4", "stream=width,height", "width=960\\s+height=720" },
        { "d/rate.mp4", "stream=avg_frame_rate", "30/1" },
        { "d/mono.mp4", "stream=channels,sample_rate", "sample_rate=44100\\s+channels=1" },
        { "d/mute.mp4", "stream=codec_type", "^\\s*codec_type=video\\s*$" },
        { "d/shifted.mp4", "stream=start_time", "start_time=0.5" },
        { "d/sound-late.mp4", "stream=start_time", "start_time=0.0+\\s+start_time=0.37" },
        { "d/colour.mp4", "stream=color_space,color_primaries", "smpte170m" },
        { "d/fields.mp4", "stream=field_order", "field_order=b" },
    };
    for (const auto& row : rows)
        QTest::addRow("%s", row.file) << QString::fromLatin1(row.file) << QString::fromLatin1(row.show)
                                      << QString::fromLatin1(row.expected);
}

void TestQualityMedia::defectsAreInTheBytes()
{
    QFETCH(QString, file);
    QFETCH(QString, show);
    QFETCH(QString, expected);
    const QString text = run(u"ffprobe"_s,
        { u"-v"_s, u"error"_s, u"-show_entries"_s, show, u"-of"_s, u"default=noprint_wrappers=1"_s, file });
    QVERIFY2(QRegularExpression(expected).match(text).hasMatch(), qPrintable(text));
}

void TestQualityMedia::playlistsAreAsPlanted_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("has");
    QTest::addColumn<QByteArray>("hasNot");
    const struct {
        const char* file;
        const char* has;
        const char* hasNot;
    } rows[] = {
        { "base/auto", "RESOLUTION=1280x720", "RESOLUTION=1920x1080" },
        { "d/hls-extinf", "#EXTINF:2.400000", "" },
        { "d/hls-target", "TARGETDURATION:1\n", "" },
        { "d/hls-endless", "#EXTINF", "ENDLIST" },
        { "d/bandwidth", "BANDWIDTH=90000,", "" },
        { "d/resolution", "RESOLUTION=1920x1080", "RESOLUTION=1280x720" },
        { "d/codecs", "hvc1", "avc1" },
        { "d/refused-file", "file:///etc/hostname", "seg_001.ts" },
        { "d/refused-private", "http://169.254.169.254/", "\nseg_001.ts" },
        { "b/self", "\nindex.m3u8", "EXTINF" },
        { "b/page", "<html>", "EXTM3U" },
    };
    for (const auto& row : rows)
        QTest::addRow("%s", row.file) << QString::fromLatin1(row.file) << QByteArray(row.has) << QByteArray(row.hasNot);
}

void TestQualityMedia::playlistsAreAsPlanted()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, has);
    QFETCH(QByteArray, hasNot);
    QFile playlist(m_folder + u'/' + file + u"/index.m3u8"_s);
    QVERIFY(playlist.open(QIODevice::ReadOnly));
    const QByteArray text = playlist.readAll();
    QVERIFY2(text.contains(has), text.constData());
    QVERIFY2(hasNot.isEmpty() || !text.contains(hasNot), text.constData());
}

QTEST_GUILESS_MAIN(TestQualityMedia)
#include "tst_quality_media.moc"
