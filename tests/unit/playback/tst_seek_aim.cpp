// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playback/seek_aim.h"

#include <QTest>

using namespace proofreel;

class TestSeekAim final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsTheFrameOfAPosition_data()
    {
        QTest::addColumn<double>("fps");
        QTest::addColumn<qint64>("positionUs");
        QTest::addColumn<qint64>("frame");
        QTest::newRow("start") << 25.0 << qint64(0) << qint64(0);
        QTest::newRow("last ms of a frame") << 25.0 << qint64(39'000) << qint64(0);
        QTest::newRow("next") << 25.0 << qint64(40'000) << qint64(1);
        // 1 / 29.97 s is 33.37 ms, which positions in whole milliseconds say as 33.
        QTest::newRow("cut to ms") << 30000 / 1001.0 << qint64(33'000) << qint64(1);
        QTest::newRow("one ms less") << 30000 / 1001.0 << qint64(32'000) << qint64(0);
        QTest::newRow("far") << 30000 / 1001.0 << qint64(3'336'666'000) << qint64(100'000);
        QTest::newRow("50 fps") << 50.0 << qint64(19'980'000) << qint64(999);
        QTest::newRow("negative") << 25.0 << qint64(-5'000'000) << qint64(0);
    }
    void findsTheFrameOfAPosition()
    {
        QFETCH(double, fps);
        QFETCH(qint64, positionUs);
        SeekAim aim;
        aim.reset(fps, 0);
        QTEST(aim.frameAt(positionUs), "frame");
    }

    void everyFramesStartIsThatFrame()
    {
        for (const double fps : { 23.976, 24.0, 25.0, 29.97, 30000 / 1001.0, 50.0, 59.94, 120.0 }) {
            SeekAim aim;
            aim.reset(fps, 0);
            for (qint64 frame = 0; frame < 20'000; ++frame) {
                const qint64 cut = aim.startOfFrameUs(frame) / 1000 * 1000;
                QCOMPARE(aim.frameAt(cut), frame);
            }
        }
    }

    void aimsAtTheMiddle()
    {
        SeekAim aim;
        aim.reset(25, 20'000);
        QCOMPARE(aim.askMs(0), 20);
        QCOMPARE(aim.askMs(125), 5020);
        QCOMPARE(aim.missBy(125, 5'020'000), 0);
        QCOMPARE(aim.missBy(125, 5'040'000), 1);
        QCOMPARE(aim.missBy(125, 4'960'000), -1);
    }

    void staysOneFrameClearOfTheEnd()
    {
        SeekAim aim;
        aim.reset(25, 20'000);
        QCOMPARE(aim.frameCount(), 500);
        QCOMPARE(aim.clampFrame(10'000), 499);
        QCOMPARE(aim.clampFrame(-1), 0);
        QCOMPARE(aim.askMs(499), 19'960);
        QCOMPARE(aim.clampAskMs(1'000'000), 19'960);
        QCOMPARE(aim.clampAskMs(-1), 0);
        aim.reset(25, 0);
        QCOMPARE(aim.frameCount(), -1);
        QCOMPARE(aim.clampFrame(10'000), 10'000); // nothing known, nothing cut
    }

    void calibratesWithTheFirstFrame()
    {
        SeekAim aim;
        aim.reset(25, 20'000, true); // HLS
        aim.calibrate(780'000);
        aim.calibrate(5'000'000); // only the first counts
        QCOMPARE(aim.positionUs(780'000), 0);
        QCOMPARE(aim.askMs(125), 5800);
        QCOMPARE(aim.missBy(125, 5'800'000), 0);

        aim.reset(25, 20'000, false); // an edit list: frames start late, seeks do not
        aim.calibrate(80'000);
        QCOMPARE(aim.askMs(125), 5020);
        QCOMPARE(aim.missBy(125, 5'100'000), 0);

        aim.reset(25, 20'000, true);
        aim.calibrate(3'600'000'000); // no offset: something else is wrong
        QCOMPARE(aim.positionUs(5'000'000), 5'000'000);
    }

    void declaredRateStays()
    {
        SeekAim aim;
        aim.reset(50, 0);
        aim.setFrameRate(25);
        QCOMPARE(aim.frameUs(), 20'000);
        aim.reset(0, 0);
        QCOMPARE(aim.frameUs(), 40'000); // assumed until known
        aim.setFrameRate(50);
        QCOMPARE(aim.frameUs(), 20'000);
        aim.reset(1e9, -5); // nonsense from a service
        QCOMPARE(aim.frameUs(), 40'000);
        QCOMPARE(aim.frameCount(), -1);
    }

    void learnsOnce() // last: it is remembered for the process
    {
        SeekAim aim;
        aim.reset(25, 20'000);
        QVERIFY(aim.learnFromMiss());
        QCOMPARE(aim.askMs(125), 5000);
        QVERIFY(!aim.learnFromMiss());
        SeekAim other;
        other.reset(25, 20'000);
        QCOMPARE(other.askMs(10), 400);
    }
};

QTEST_GUILESS_MAIN(TestSeekAim)
#include "tst_seek_aim.moc"
