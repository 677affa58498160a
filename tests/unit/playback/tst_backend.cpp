// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playback/backend.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestBackend final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsNothingMissingHere()
    {
        const QStringList folders = gstreamerPluginFolders();
        if (!std::any_of(folders.begin(), folders.end(), [](const QString& f) { return QDir(f).exists(); }))
            QSKIP("GStreamer is not installed");
        QCOMPARE(missingGStreamerPackages(folders), QStringList());
    }

    void namesThePackages()
    {
        QTemporaryDir folder;
        const QStringList all = missingGStreamerPackages({ folder.path() });
        QCOMPARE(all,
            QStringList({ u"gstreamer1.0-plugins-base"_s, u"gstreamer1.0-plugins-good"_s, u"gstreamer1.0-plugins-bad"_s,
                u"gstreamer1.0-libav"_s }));
        QFile plugin(folder.filePath(u"libgstlibav.so"_s));
        QVERIFY(plugin.open(QIODevice::WriteOnly));
        plugin.close();
        QVERIFY(!missingGStreamerPackages({ folder.path() }).contains(u"gstreamer1.0-libav"_s));
        QVERIFY(!missingGStreamerPackages({ u"/nowhere"_s, folder.path() }).contains(u"gstreamer1.0-libav"_s));
    }

    void looksWhereGStreamerLooks()
    {
        qputenv("GST_PLUGIN_PATH", "/first:/second");
        qputenv("GST_PLUGIN_SYSTEM_PATH_1_0", "/system");
        QCOMPARE(gstreamerPluginFolders(), QStringList({ u"/first"_s, u"/second"_s, u"/system"_s }));
        qunsetenv("GST_PLUGIN_PATH");
        qunsetenv("GST_PLUGIN_SYSTEM_PATH_1_0");
    }

    void tellsComplaintsFromFailures_data()
    {
        QTest::addColumn<QMediaPlayer::Error>("error");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("opening");
        QTest::addColumn<bool>("passing");
        const auto resource = QMediaPlayer::ResourceError;
        QTest::newRow("HLS, Qt 6.8") << resource << u"Failed to seek: Operation not permitted"_s << true << true;
        QTest::newRow("bare") << resource << u"Failed to seek"_s << true << true;
        QTest::newRow("while playing") << resource << u"Failed to seek"_s << false << false;
        QTest::newRow("not opened") << resource << u"Could not open file"_s << true << false;
        QTest::newRow("no text") << resource << QString() << true << false;
        QTest::newRow("format") << QMediaPlayer::FormatError << u"Failed to seek"_s << true << false;
        QTest::newRow("refused") << QMediaPlayer::AccessDeniedError << u"Forbidden"_s << true << false;
    }
    void tellsComplaintsFromFailures()
    {
        QFETCH(QMediaPlayer::Error, error);
        QFETCH(QString, text);
        QFETCH(bool, opening);
        QTEST(isPassingComplaint(error, text, opening), "passing");
    }

    void failsInsteadOfCrashing() // last: the choice stands for the process
    {
        QTemporaryDir empty;
        qputenv("GST_PLUGIN_SYSTEM_PATH_1_0", empty.path().toLocal8Bit());
        qputenv("QT_MEDIA_BACKEND", "gstreamer");
        const auto chosen = chooseMediaBackend();
        QVERIFY(!chosen.has_value());
        QCOMPARE(chosen.error().kind, ErrorKind::Unsupported);
        QVERIFY(chosen.error().advice.contains(u"gstreamer1.0-plugins-base"_s));
        QVERIFY(!isGStreamer());
    }
};

QTEST_GUILESS_MAIN(TestBackend)
#include "tst_backend.moc"
