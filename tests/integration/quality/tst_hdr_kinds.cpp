// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http.h"
#include "quality/container_probe.h"
#include "quality/decode_scan.h"
#include "sandbox/server.h"
#include "tests/support/in_worker.h"
#include "tests/support/media_shelf.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QStandardPaths>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

//! Every kind of HDR in every packaging, as the headers' side and the frames' side of the ledger name it.
class HdrKindsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void bothSides_data();
    void bothSides();
    void otherPrograms_data();
    void otherPrograms();
    void boxWithoutTheRest();

private:
    VideoFacts headers(const QString& file)
    {
        const auto facts = inWorker([&] {
            TransferStats stats;
            return probeContainer(m_http, m_shelf.url(u'/' + file), {}, stats);
        });
        return facts && facts->video ? *facts->video : VideoFacts();
    }
    VideoFacts frames(const QString& file)
    {
        const auto found = inWorker([&] {
            TransferStats stats;
            return scanDecoded(m_http, m_shelf.url(u'/' + file), {}, {}, stats);
        });
        return found && found->facts.video ? *found->facts.video : VideoFacts();
    }
    [[nodiscard]] QString said(const QString& program, const QStringList& arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder);
        process.start(program, arguments);
        return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
    }
    QString m_folder;
    Shelf m_shelf;
    Http m_http;
};

void HdrKindsTest::initTestCase()
{
    m_folder = sandbox::Server::findMediaFolder(u"clean"_s);
    QVERIFY2(!m_folder.isEmpty(), "the target quality_media was not built");
    QVERIFY(!m_shelf.trouble);
    const QDir folder(m_folder);
    for (const char* kind : { "hdr", "hlg", "plus", "vivid", "dv81", "dv84", "dv5", "d" }) {
        QDirIterator all(folder.filePath(QLatin1StringView(kind)), QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            if (QLatin1StringView(kind) == "d"_L1 && !file.fileName().contains("dv-box"_L1))
                continue;
            QVERIFY(file.open(QIODevice::ReadOnly));
            m_shelf.files.insert('/' + folder.relativeFilePath(file.fileName()).toUtf8(), file.readAll());
        }
    }
}

void HdrKindsTest::bothSides_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("hdr");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<bool>("mastered");
    const struct {
        const char *folder, *hdr, *detail;
        bool mastered;
    } kinds[] = {
        { "hdr", "HDR10", "", true },
        { "hlg", "HLG", "", false },
        { "plus", "HDR10", "HDR10+", true },
        { "vivid", "HDRVivid", "", true },
        { "dv81", "DolbyVision", "profile 8.1", true },
        { "dv84", "DolbyVision", "profile 8.4", false },
        { "dv5", "DolbyVision", "profile 5", false },
    };
    for (const auto& kind : kinds) {
        for (const char* file : { "fd.mp4", "fd-hls/index.m3u8", "ld-fmp4/index.m3u8" })
            QTest::addRow("%s/%s", kind.folder, file)
                << QString::fromLatin1(kind.folder) + u'/' + QString::fromLatin1(file) << QString::fromLatin1(kind.hdr)
                << QString::fromLatin1(kind.detail) << kind.mastered;
    }
}

void HdrKindsTest::bothSides()
{
    QFETCH(const QString, file);
    QFETCH(const QString, hdr);
    QFETCH(const QString, detail);
    QFETCH(const bool, mastered);
    for (const VideoFacts& video : { headers(file), frames(file) }) {
        QCOMPARE(video.codec, u"hevc"_s);
        QCOMPARE(video.hdr, hdr);
        QCOMPARE(video.hdrDetail, detail);
        QCOMPARE(video.bitDepth, std::optional(10));
        QCOMPARE(video.mastering.has_value(), mastered);
        if (mastered) {
            QCOMPARE(video.mastering->maxLuminance, 1000.0);
            QCOMPARE(video.mastering->minLuminance, 0.005);
            QCOMPARE(video.mastering->primaries, u"Display P3"_s);
        }
        QCOMPARE(video.maxCll, mastered ? std::optional(1000) : std::nullopt);
        QCOMPARE(video.maxFall, mastered ? std::optional(400) : std::nullopt);
    }
}

void HdrKindsTest::otherPrograms_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("ffprobe");
    QTest::addColumn<QString>("mediainfo");
    QTest::newRow("HDR10+") << u"plus/fd.mp4"_s << u"SMPTE2094-40 (HDR10+)"_s << u"SMPTE ST 2094 App 4"_s;
    QTest::newRow("HDR Vivid") << u"vivid/fd.mp4"_s << u"CUVA 005.1 2021 (Vivid)"_s << u"HDR Vivid"_s;
    QTest::newRow("Dolby Vision 8.1") << u"dv81/fd.mp4"_s << u"Dolby Vision Metadata"_s << u"dvhe.08"_s;
    QTest::newRow("Dolby Vision 8.4") << u"dv84/fd.mp4"_s << u"Dolby Vision Metadata"_s << u"HLG"_s;
    QTest::newRow("Dolby Vision 5") << u"dv5/fd.mp4"_s << u"Dolby Vision Metadata"_s << u"dvhe.05"_s;
}

// Of every frame, and by readers that are not ours: the metadata are valid.
void HdrKindsTest::otherPrograms()
{
    QFETCH(const QString, file);
    QFETCH(const QString, ffprobe);
    QFETCH(const QString, mediainfo);
    if (!QStandardPaths::findExecutable(u"ffprobe"_s).isEmpty()) {
        const QString seen = said(u"ffprobe"_s,
            { u"-v"_s, u"error"_s, u"-select_streams"_s, u"v"_s, u"-show_entries"_s,
                u"frame_side_data=side_data_type"_s, file });
        QCOMPARE(seen.count(ffprobe), 120);
    }
    if (QStandardPaths::findExecutable(u"mediainfo"_s).isEmpty())
        QSKIP("mediainfo is not installed");
    const QString seen = said(u"mediainfo"_s,
        { u"--Output=Video;%HDR_Format/String% %HDR_Format_Profile% %HDR_Format_Compatibility%"_s, file });
    QVERIFY2(seen.contains(mediainfo), qPrintable(seen));
}

void HdrKindsTest::boxWithoutTheRest()
{
    QCOMPARE(headers(u"d/dv-box.mp4"_s).hdr, u"DolbyVision"_s);
    QCOMPARE(headers(u"d/dv-box.mp4"_s).hdrDetail, u"profile 8.1"_s);
    QCOMPARE(frames(u"d/dv-box.mp4"_s).hdr, u"HDR10"_s);
    QCOMPARE(frames(u"d/dv-box.mp4"_s).hdrDetail, QString());
}

QTEST_GUILESS_MAIN(HdrKindsTest)
#include "tst_hdr_kinds.moc"
