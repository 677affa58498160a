// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/cover_loader.h"

#include <QBuffer>
#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

namespace {

QByteArray encoded(QSize size, const char* format)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

} // namespace

class TestCoverDecode final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decode_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QSize>("expected"); // empty: refused
        QTest::newRow("jpeg") << encoded({ 1920, 1080 }, "jpeg") << QSize(640, 360);
        QTest::newRow("png") << encoded({ 320, 180 }, "png") << QSize(320, 180);
        QTest::newRow("portrait") << encoded({ 1080, 1920 }, "jpeg") << QSize(202, 360);
        QTest::newRow("one line") << encoded({ 5000, 1 }, "png") << QSize(640, 1);
        QTest::newRow("bmp") << encoded({ 16, 16 }, "bmp") << QSize(16, 16);
        QTest::newRow("too many pixels") << encoded({ 8000, 4200 }, "png") << QSize();
        QTest::newRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>") << QSize();
        QTest::newRow("xpm") << QByteArray("/* XPM */\nstatic char* x[] = {\"1 1 1 1\",\"a c #000\",\"a\"};")
                             << QSize();
        QTest::newRow("html") << QByteArray("<html>403</html>") << QSize();
        QTest::newRow("cut") << encoded({ 320, 180 }, "png").first(60) << QSize();
        QTest::newRow("empty") << QByteArray() << QSize();
        QByteArray bomb = encoded({ 16, 16 }, "bmp");
        bomb.replace(18, 8, QByteArray("\xff\xff\xff\x7f\xff\xff\xff\x7f", 8)); // says 2^31 x 2^31
        QTest::newRow("lying header") << bomb << QSize();
    }

    void decode()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QSize, expected);
        const QImage image = decodeCover(bytes);
        QCOMPARE(image.isNull(), expected.isEmpty());
        if (!image.isNull())
            QCOMPARE(image.size(), expected);
    }
};

QTEST_GUILESS_MAIN(TestCoverDecode)
#include "tst_cover_decode.moc"
