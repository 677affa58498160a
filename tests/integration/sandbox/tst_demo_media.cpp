// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/manifest.h"
#include "sandbox/server.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QTest>

using namespace proofreel::sandbox;
using namespace Qt::StringLiterals;

//! The catalogue that the build made.
class TestDemoMedia : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isSmall();
    void holdsWhatWasPromised();
    void cleanLaddersDeclareWhatIsThere();
    void defectsArePlanted();
    void framesCarryTheirNumber_data();
    void framesCarryTheirNumber();

private:
    [[nodiscard]] const Asset& asset(const QString& folder) const
    {
        return *std::find_if(m_manifest.assets.begin(), m_manifest.assets.end(),
            [&folder](const Asset& candidate) { return candidate.folder == folder; });
    }
    [[nodiscard]] QJsonObject measured(const QString& folder, const QString& file) const
    {
        for (const Rendition& rendition : asset(folder).renditions) {
            if (rendition.file == file)
                return rendition.measured;
        }
        return {};
    }
    Manifest m_manifest;
    QHash<QString, QSet<QString>> m_planted; //!< by MediaId: files
};

void TestDemoMedia::initTestCase()
{
    const auto problem = m_manifest.load(Server::findMediaFolder());
    QVERIFY2(!problem, qPrintable(problem.value_or(QString())));
    QFile file(m_manifest.folder + u"/catalog.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray assets = QJsonDocument::fromJson(file.readAll())["assets"_L1].toArray();
    for (const QJsonValue& value : assets) {
        const QJsonArray planted = value["planted"_L1].toArray();
        for (const QJsonValue& defect : planted)
            m_planted[value["MediaId"_L1].toString()].insert(defect["file"_L1].toString());
    }
}

void TestDemoMedia::isSmall()
{
    qint64 bytes = 0;
    QDirIterator files(m_manifest.folder, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    QVERIFY2(bytes < 40'000'000, qPrintable(QString::number(bytes)));
}

void TestDemoMedia::holdsWhatWasPromised()
{
    QVERIFY(m_manifest.assets.size() >= 12);
    QSet<QString> types;
    QSet<QString> ids, definitions, hdr, encryptions, states, fps;
    bool portrait = false;
    for (const Asset& one : m_manifest.assets) {
        ids.insert(one.mediaId);
        states.insert(one.status);
        types.insert(one.mediaType);
        if (one.mediaType == "image"_L1)
            QVERIFY(one.sourceFile.measured["Width"_L1].toInteger() > 1000 && !one.cover.isEmpty());
        for (const Rendition& rendition : one.renditions) {
            definitions.insert(rendition.declared["Definition"_L1].toString());
            hdr.insert(rendition.measured["HDRType"_L1].toString());
            encryptions.insert(rendition.declared["EncryptType"_L1].toString());
            fps.insert(rendition.measured["Fps"_L1].toString());
            portrait |= rendition.measured["Height"_L1].toInteger() > rendition.measured["Width"_L1].toInteger();
        }
    }
    QCOMPARE(ids.size(), m_manifest.assets.size());
    for (const char* name : { "FD", "LD", "SD", "HD", "2K", "4K", "OD", "SQ", "HQ" })
        QVERIFY2(definitions.contains(QLatin1StringView(name)), name);
    QVERIFY(hdr.contains(u"HDR10"_s) && hdr.contains(u"HLG"_s));
    QVERIFY(encryptions.contains(u"HLSEncryption"_s) && encryptions.contains(u"AliyunVoDEncryption"_s));
    QVERIFY(fps.contains(u"50"_s) && portrait);
    QCOMPARE(states.size(), 4);
    QCOMPARE(types, (QSet<QString> { u"video"_s, u"audio"_s, u"image"_s, u"text"_s }));
    // Three levels, each category below one of the level above.
    QSet<qint64> levels;
    for (const Category& category : std::as_const(m_manifest.categories)) {
        levels.insert(category.level);
        const auto parent = std::find_if(m_manifest.categories.begin(), m_manifest.categories.end(),
            [&](const Category& other) { return other.id == category.parentId; });
        QVERIFY(category.parentId == -1 ? category.level == 0
                                        : parent != m_manifest.categories.end() && parent->level == category.level - 1
                    && parent->type == category.type);
    }
    QCOMPARE(levels, (QSet<qint64> { 0, 1, 2 }));
    QCOMPARE(m_manifest.assets.first().title, u"City night drive"_s);
}

void TestDemoMedia::cleanLaddersDeclareWhatIsThere()
{
    for (const Asset& one : m_manifest.assets) {
        const QSet<QString> planted = m_planted.value(one.mediaId);
        double shortest = 1e9, longest = 0;
        for (const Rendition& rendition : one.renditions) {
            if (planted.contains(rendition.file))
                continue;
            for (const char* field :
                { "Size", "Duration", "Bitrate", "Width", "Height", "Fps", "BitDepth", "HDRType" }) {
                const QLatin1StringView name(field);
                QVERIFY2(rendition.declared[name] == rendition.measured[name],
                    qPrintable(one.folder + u'/' + rendition.file + u' ' + name));
            }
            const double seconds = rendition.measured["Duration"_L1].toString().toDouble();
            shortest = qMin(shortest, seconds);
            longest = qMax(longest, seconds);
        }
        QVERIFY2(one.renditions.isEmpty() || longest - shortest < 0.1, qPrintable(one.folder));
    }
}

void TestDemoMedia::defectsArePlanted()
{
    QCOMPARE(m_planted.size(), 6);
    QVERIFY(!measured(u"metro-rush-hour"_s, u"sd.mp4"_s).contains("audio"_L1));
    const double cut = measured(u"metro-rush-hour"_s, u"hd.mp4"_s)["Duration"_L1].toString().toDouble();
    QVERIFY2(qAbs(cut - 9.52) < 0.02, qPrintable(QString::number(cut)));
    QCOMPARE(measured(u"desert-road"_s, u"hd-hdr10.mp4"_s)["HDRType"_L1].toString(), u"HDR10"_s);
    QFile playlist(m_manifest.folder + u"/concert-encore/sd-hls/index.m3u8"_s);
    QVERIFY(playlist.open(QIODevice::ReadOnly));
    QCOMPARE(playlist.readAll().count("#EXTINF:3.0"), 1);
}

void TestDemoMedia::framesCarryTheirNumber_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("frame");
    for (const auto& [file, frame] : { std::pair("city-night-drive/fd.mp4", 0), { "city-night-drive/fd.mp4", 499 },
             { "city-night-drive/hd.mp4", 333 }, { "city-night-drive/hd-hls/index.m3u8", 77 },
             { "city-night-drive/4k.mp4", 42 }, { "harbour-at-dawn/hd-hdr10.mp4", 101 },
             { "hdr-fireworks/2k-hlg.mp4", 199 }, { "portrait-dance/ld.mp4", 170 },
             { "football-second-half/sd.mp4", 399 }, { "studio-interview/hd-nb2.mp4", 127 } })
        QTest::addRow("%s %d", file, frame) << QString::fromLatin1(file) << frame;
}

void TestDemoMedia::framesCarryTheirNumber()
{
    QFETCH(QString, file);
    QFETCH(int, frame);
    const QString ffmpeg = QStandardPaths::findExecutable(u"ffmpeg"_s);
    if (ffmpeg.isEmpty())
        QSKIP("ffmpeg is not installed");
    QProcess process;
    process.start(ffmpeg,
        { u"-v"_s, u"error"_s, u"-i"_s, m_manifest.folder + u'/' + file, u"-vf"_s,
            u"select=eq(n\\,%1),crop=iw:1:0:ih/2:exact=1,format=gray"_s.arg(frame), u"-frames:v"_s, u"1"_s, u"-f"_s,
            u"rawvideo"_s, u"-"_s });
    QVERIFY(process.waitForFinished(60'000));
    const QByteArray row = process.readAllStandardOutput();
    QVERIFY(row.size() >= 480);
    int number = 0;
    for (int i = 0; i < 16; ++i)
        number |= (static_cast<unsigned char>(row.at((2 * i + 1) * row.size() / 32)) >= 128 ? 1 : 0) << i;
    QCOMPARE(number, frame);
}

QTEST_GUILESS_MAIN(TestDemoMedia)
#include "tst_demo_media.moc"
