// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/frame_image.h"
#include "ui/player/frame_scaler.h"
#include "ui/player/screenshot.h"
#include "ui/player/seek_bar.h"
#include "ui/player/timecode.h"
#include "ui/player/volume_slider.h"

#include <QDir>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace proofreel;
using namespace Qt::StringLiterals;

namespace {

//! One colour all over, as a decoder would give it.
QVideoFrame plainFrame(QVideoFrameFormat::PixelFormat pixelFormat, const QSize& size, int luma, int u, int v,
    QVideoFrameFormat::ColorSpace space = QVideoFrameFormat::ColorSpace_BT709)
{
    QVideoFrameFormat format(size, pixelFormat);
    format.setColorSpace(space);
    format.setColorRange(QVideoFrameFormat::ColorRange_Video);
    QVideoFrame frame(format);
    if (!frame.map(QVideoFrame::WriteOnly))
        return {};
    const bool wide = pixelFormat == QVideoFrameFormat::Format_P010;
    const auto fill = [&frame, wide](int plane, int one, int other) {
        for (int i = 0; i + (wide ? 3 : 1) < frame.mappedBytes(plane); i += wide ? 4 : 2) {
            uchar* at = frame.bits(plane) + i;
            if (wide) { // ten bits at the upper end of sixteen, little endian
                at[0] = at[2] = 0;
                at[1] = static_cast<uchar>(one);
                at[3] = static_cast<uchar>(other);
            } else {
                at[0] = static_cast<uchar>(one);
                at[1] = static_cast<uchar>(other);
            }
        }
    };
    fill(0, luma, luma);
    if (frame.planeCount() == 2) {
        fill(1, u, v);
    } else {
        fill(1, u, u);
        fill(2, v, v);
    }
    frame.unmap();
    return frame;
}

bool isNear(const QColor& one, const QColor& other)
{
    return std::abs(one.red() - other.red()) <= 6 && std::abs(one.green() - other.green()) <= 6
        && std::abs(one.blue() - other.blue()) <= 6;
}

} // namespace

class TestPlayerParts final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void timecodes_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<double>("fps");
        QTest::addColumn<QString>("expected");
        QTest::newRow("zero") << qint64(0) << 25.0 << u"00:00:00:00"_s;
        QTest::newRow("frame 1") << qint64(40) << 25.0 << u"00:00:00:01"_s;
        QTest::newRow("last frame of a second") << qint64(960) << 25.0 << u"00:00:00:24"_s;
        QTest::newRow("7 s 12 frames") << qint64(7480) << 25.0 << u"00:00:07:12"_s;
        QTest::newRow("rounded down by the millisecond") << qint64(33) << 29.97 << u"00:00:00:01"_s;
        QTest::newRow("50 fps") << qint64(980) << 50.0 << u"00:00:00:49"_s;
        QTest::newRow("hours") << qint64(3 * 3600'000 + 62'000) << 24.0 << u"03:01:02:00"_s;
        QTest::newRow("no rate") << qint64(7123) << 0.0 << u"00:00:07.123"_s;
        QTest::newRow("not a number") << qint64(7123) << std::nan("") << u"00:00:07.123"_s;
        QTest::newRow("absurd rate") << qint64(7123) << 1e9 << u"00:00:07.123"_s;
        QTest::newRow("negative") << qint64(-5) << 25.0 << u"00:00:00:00"_s;
    }

    void timecodes()
    {
        QFETCH(const qint64, ms);
        QFETCH(const double, fps);
        QTEST(timecode(ms, fps), "expected");
    }

    void colours_data()
    {
        QTest::addColumn<QVideoFrame>("frame");
        QTest::addColumn<QColor>("expected");
        using Format = QVideoFrameFormat;
        const QSize size(64, 36);
        QTest::newRow("black") << plainFrame(Format::Format_YUV420P, size, 16, 128, 128) << QColor(0, 0, 0);
        QTest::newRow("white") << plainFrame(Format::Format_YUV420P, size, 235, 128, 128) << QColor(255, 255, 255);
        QTest::newRow("709 red") << plainFrame(Format::Format_YUV420P, size, 63, 102, 240) << QColor(255, 0, 0);
        QTest::newRow("601 red") << plainFrame(Format::Format_YUV420P, size, 81, 90, 240, Format::ColorSpace_BT601)
                                 << QColor(255, 0, 0);
        QTest::newRow("2020 red") << plainFrame(Format::Format_NV12, size, 74, 97, 240, Format::ColorSpace_BT2020)
                                  << QColor(255, 0, 0);
        QTest::newRow("NV12 blue") << plainFrame(Format::Format_NV12, size, 32, 240, 118) << QColor(0, 0, 255);
        QTest::newRow("P010 white") << plainFrame(Format::Format_P010, size, 235, 128, 128, Format::ColorSpace_BT2020)
                                    << QColor(255, 255, 255);
        QTest::newRow("P010 grey") << plainFrame(Format::Format_P010, size, 126, 128, 128) << QColor(128, 128, 128);
    }

    void colours()
    {
        QFETCH(const QVideoFrame, frame);
        QFETCH(const QColor, expected);
        QVERIFY(frame.isValid());
        const QImage image = frameImage(frame, { 32, 18 });
        QCOMPARE(image.size(), QSize(32, 18));
        const QColor got = image.pixelColor(16, 9);
        QVERIFY2(isNear(got, expected), qPrintable(got.name() + u" for "_s + expected.name()));
    }

    void turnsAsTheFrameSays()
    {
        QVideoFrame frame = plainFrame(QVideoFrameFormat::Format_YUV420P, { 64, 36 }, 235, 128, 128);
        QVERIFY(frame.map(QVideoFrame::ReadWrite));
        std::fill_n(frame.bits(0), frame.bytesPerLine(0) * 8, uchar(16)); // the top is black
        frame.unmap();
        frame.setRotationAngle(QVideoFrame::Rotation90);
        QCOMPARE(pictureSize(frame), QSize(36, 64));
        const QImage image = frameImage(frame, pictureSize(frame));
        QCOMPARE(image.size(), QSize(36, 64));
        QVERIFY(image.pixelColor(34, 32).lightness() < 40); // clockwise: the top is now at the right
        QVERIFY(image.pixelColor(2, 32).lightness() > 200);
    }

    void unreadableFramesGiveNothing()
    {
        QVERIFY(frameImage({}, { 10, 10 }).isNull());
        QVERIFY(frameImage(plainFrame(QVideoFrameFormat::Format_YUV420P, { 64, 36 }, 16, 128, 128), {}).isNull());
    }

    void scalerKeepsOnlyTheLatest()
    {
        FrameScaler scaler;
        QSignalSpy ready(&scaler, &FrameScaler::ready);
        for (int luma = 16; luma <= 235; ++luma)
            scaler.request(plainFrame(QVideoFrameFormat::Format_YUV420P, { 640, 360 }, luma, 128, 128), { 320, 180 });
        const auto last = [&ready] {
            return ready.isEmpty() ? QColor() : ready.constLast().constFirst().value<QImage>().pixelColor(5, 5);
        };
        QTRY_VERIFY(isNear(last(), Qt::white));
        QVERIFY2(ready.size() <= 3, qPrintable(QString::number(ready.size())));
        ready.clear();
        scaler.request(plainFrame(QVideoFrameFormat::Format_YUV420P, { 640, 360 }, 16, 128, 128), { 320, 180 });
        scaler.cancel();
        scaler.request(plainFrame(QVideoFrameFormat::Format_YUV420P, { 640, 360 }, 235, 128, 128), { 320, 180 });
        QTRY_VERIFY(isNear(last(), Qt::white));
        QCOMPARE(ready.size(), 1);
    }

    void seekBarClickAndDrag()
    {
        SeekBar bar;
        bar.resize(214, 20); // a groove of 200 px
        bar.setDuration(20'000);
        bar.show();
        QSignalSpy seeks(&bar, &SeekBar::seekRequested);
        QTest::mousePress(&bar, Qt::LeftButton, {}, { 7 + 100, 10 });
        QCOMPARE(seeks.takeFirst().constFirst().toLongLong(), 10'000);
        bar.setPosition(1000); // the player's own position must not pull the knob from under the pointer
        QCOMPARE(bar.value(), 10'000);
        QTest::mouseMove(&bar, { 7 + 150, 10 });
        QTRY_COMPARE(seeks.size(), 1);
        QCOMPARE(seeks.takeFirst().constFirst().toLongLong(), 15'000);
        QTest::mouseRelease(&bar, Qt::LeftButton, {}, { 7 + 150, 10 });
        bar.setPosition(1000);
        QCOMPARE(bar.value(), 1000);
        QTest::mouseClick(&bar, Qt::LeftButton, {}, { 0, 10 });
        QCOMPARE(seeks.takeFirst().constFirst().toLongLong(), 0);
        QTest::mouseClick(&bar, Qt::LeftButton, {}, { 213, 10 });
        QCOMPARE(seeks.takeFirst().constFirst().toLongLong(), 20'000);
    }

    void seekBarWithoutDurationDoesNothing()
    {
        SeekBar bar;
        bar.resize(214, 20);
        bar.show();
        QSignalSpy seeks(&bar, &SeekBar::seekRequested);
        QTest::mouseClick(&bar, Qt::LeftButton, {}, { 100, 10 });
        QVERIFY(seeks.isEmpty());
        bar.setDuration(std::numeric_limits<qint64>::max()); // hostile; must not overflow
        QVERIFY(bar.maximum() > 0);
    }

    void screenshotNames_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << u"City night drive"_s << u"City night drive 00-00-07-12.png"_s;
        QTest::newRow("path") << u"../../etc/passwd"_s << u"-..-etc-passwd 00-00-07-12.png"_s;
        QTest::newRow("hidden") << u".bashrc"_s << u"bashrc 00-00-07-12.png"_s;
        QTest::newRow("devices") << u"a:b*c?\"<>|\n"_s << u"a-b-c- 00-00-07-12.png"_s;
        QTest::newRow("chinese") << u"夜景 HDR"_s << u"夜景 HDR 00-00-07-12.png"_s;
    }

    void screenshotNames()
    {
        QFETCH(const QString, title);
        QTEST(screenshotName(title, u"00:00:07:12"_s), "expected");
    }

    void screenshotsAreWrittenWholeOrNotAtAll()
    {
        const QTemporaryDir folder;
        const QVideoFrame frame = plainFrame(QVideoFrameFormat::Format_YUV420P, { 64, 36 }, 235, 128, 128);
        std::optional<Result<QString>> result;
        const auto take = [&result](const Result<QString>& saved) { result = saved; };
        saveScreenshot(frame, folder.filePath(u"a.png"_s), this, take);
        QTRY_VERIFY(result);
        QVERIFY(result->has_value());
        QCOMPARE(QImage(folder.filePath(u"a.png"_s)).size(), QSize(64, 36));

        result.reset();
        saveScreenshot(frame, folder.filePath(u"no/such/folder/a.png"_s), this, take);
        QTRY_VERIFY(result);
        QVERIFY(!result->has_value());
        QCOMPARE(result->error().kind, ErrorKind::Io);
        QVERIFY(!result->error().advice.isEmpty());
    }

    void aFullDiskLeavesThePictureThatWasThere()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.png"_s);
        QImage image(64, 36, QImage::Format_RGB32);
        for (int i = 0; i < image.width() * image.height(); ++i) // nothing to compress
            image.setPixel(i % 64, i / 64, QRandomGenerator(quint32(i)).generate());
        QVERIFY(writePng(image, path));
        // The limit on the size of files stands for the disk: it takes a part, as a full disk does.
        rlimit old {};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit tight { 1000, old.rlim_max };
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
        const auto refused = writePng(image.mirrored(), path);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &old), 0);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Io);
        QCOMPARE(QImage(path).convertToFormat(QImage::Format_RGB32), image);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList { u"a.png"_s });
    }
};

QTEST_MAIN(TestPlayerParts)
#include "tst_player_parts.moc"
