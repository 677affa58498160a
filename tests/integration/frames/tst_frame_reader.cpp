// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/evidence.h"
#include "frames/frame_jpeg.h"
#include "frames/frame_reader.h"
#include "frames/media_input.h"
#include "tests/support/made_media.h"
#include "tests/support/media_world.h"
#include "tests/support/thread_result.h"

#include <QImage>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

namespace {

// The number that the demo's pictures carry as 16 black or white columns; -1: none.
int frameCode(const AVFrame* frame)
{
    const bool wide = frame->format == AV_PIX_FMT_YUV420P10LE;
    if (!wide && frame->format != AV_PIX_FMT_YUV420P)
        return -1;
    const uint8_t* line = frame->data[0] + static_cast<ptrdiff_t>(frame->height / 2) * frame->linesize[0];
    int code = 0;
    for (int bit = 0; bit < 16; ++bit) {
        const int x = (2 * bit + 1) * frame->width / 32;
        const int luma = wide ? (line[2 * x] | line[2 * x + 1] << 8) >> 2 : line[x];
        code |= luma >= 110 ? 1 << bit : 0;
    }
    return code;
}

int jpegCode(const QImage& image)
{
    int code = 0;
    for (int bit = 0; bit < 16; ++bit)
        code |= qGray(image.pixel((2 * bit + 1) * image.width() / 32, image.height() / 2)) >= 110 ? 1 << bit : 0;
    return code;
}

} // namespace

// Exact pictures at any time: the demo's media say in each picture which one it is.
class TestFrameReader final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<MediaWorld>();
        QVERIFY2(m_world->trouble.isEmpty(), qPrintable(m_world->trouble));
    }
    void init() { m_world->fault({}); }

    void exactAtAnyTime_data()
    {
        QTest::addColumn<QString>("definition");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("encryption");
        QTest::newRow("mp4") << u"SD"_s << u"mp4"_s << QString();
        QTest::newRow("HLS") << u"HD"_s << u"m3u8"_s << QString();
        QTest::newRow("AES-128 HLS") << u"SD"_s << u"m3u8"_s << u"HLSEncryption"_s;
    }
    void exactAtAnyTime()
    {
        QFETCH(QString, definition);
        QFETCH(QString, format);
        QFETCH(QString, encryption);
        const QUrl url = m_world->url(definition, format, encryption);
        QVERIFY(!url.isEmpty());
        struct Seen {
            double asked = 0, shown = 0;
            int code = -1;
        };
        const auto seen = resultInThread([&]() -> Result<QList<Seen>> {
            auto input = MediaInput::open(m_world->http, url, {}, { .allowPrivateHosts = true });
            if (!input)
                return fail(input.error());
            auto reader = FrameReader::open((*input)->context(), {});
            if (!reader)
                return fail(reader.error());
            QList<Seen> all;
            for (const double ms : { 10'000.0, 0.0, 39.9, 40.0, 19'960.0, 2'000.0, 1'999.0, 7'777.0, 99'000.0 }) {
                const auto picture = (*reader)->at(ms);
                if (!picture)
                    return fail(picture.error());
                all.append({ ms, picture->ms, frameCode(picture->frame.get()) });
            }
            return all;
        });
        QVERIFY2(seen.has_value(), seen ? "" : qPrintable(seen.error().details()));
        for (const Seen& each : *seen) {
            const int expected = std::min(499, static_cast<int>(each.asked / 40));
            QVERIFY2(each.code == expected && std::abs(each.shown - expected * 40) < 0.1,
                qPrintable(u"asked for %1 ms, got frame %2 at %3 ms"_s.arg(each.asked).arg(each.code).arg(each.shown)));
        }
    }

    void evidence()
    {
        const QUrl url = m_world->url(u"HD"_s, u"mp4"_s);
        const auto jpeg = resultInThread([&] { return evidenceJpeg(m_world->http, url, 12'345, 320, {}, true); });
        QVERIFY2(jpeg.has_value(), jpeg ? "" : qPrintable(jpeg.error().details()));
        const QImage image = QImage::fromData(*jpeg, "JPEG");
        QCOMPARE(image.size(), QSize(320, 180));
        QCOMPARE(jpegCode(image), 308);
        QVERIFY2(jpeg->size() < 40'000, qPrintable(QString::number(jpeg->size())));
    }

    void evidenceOfNothing()
    {
        const QUrl sound = QUrl(m_world->server.mediaEndpoint() + u"/nothing/here.mp4"_s);
        const auto none = resultInThread([&] { return evidenceJpeg(m_world->http, sound, 0, 320, {}, true); });
        QVERIFY(!none.has_value());
        m_world->fault(u"hang-media"_s);
        m_stop.request_stop();
        const QUrl url = m_world->url(u"HD"_s, u"mp4"_s);
        const auto stopped =
            resultInThread([&] { return evidenceJpeg(m_world->http, url, 0, 320, m_stop.get_token(), true); });
        QVERIFY(!stopped.has_value());
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    }

    void hdrIsBroughtDown()
    {
        const FormatPtr media = MadeMedia::open(MadeMedia::demo(u"hdr-fireworks/hd-hdr10.mp4"_s));
        QVERIFY(media);
        const auto reader = FrameReader::open(media.get(), {});
        QVERIFY(reader.has_value());
        const auto picture = (*reader)->at(1000);
        QVERIFY(picture.has_value());
        QCOMPARE(frameCode(picture->frame.get()), 25);
        const auto jpeg = frameJpeg(*picture, 640);
        QVERIFY2(jpeg.has_value(), jpeg ? "" : qPrintable(jpeg.error().details()));
        const QImage image = QImage::fromData(*jpeg, "JPEG");
        QCOMPARE(image.size(), QSize(640, 360));
        // White at 1000 cd/m² is white again, and black stays black.
        QVERIFY(qGray(image.pixel(20, 180)) > 200); // bit 0 of 25
        QVERIFY(qGray(image.pixel(60, 180)) < 30); // bit 1
    }

    void shapeAndRotation()
    {
        const QString path = m_made.make(u"wide.mp4"_s,
            u"-f lavfi -i color=red:s=360x288:d=1,drawbox=w=180:c=blue:t=fill,setsar=16/15 -c:v libx264 -preset ultrafast -pix_fmt yuv420p"_s);
        QVERIFY(!path.isEmpty());
        const FormatPtr media = MadeMedia::open(path);
        const auto reader = FrameReader::open(media.get(), {});
        QVERIFY(reader.has_value());
        auto picture = (*reader)->at(500);
        QVERIFY(picture.has_value());
        const auto upright = frameJpeg(*picture, 1000);
        QVERIFY(upright.has_value());
        QCOMPARE(QImage::fromData(*upright).size(), QSize(384, 288)); // square pixels; not enlarged
        picture->rotation = 90;
        const auto turned = frameJpeg(*picture, 144);
        QVERIFY(turned.has_value());
        const QImage image = QImage::fromData(*turned);
        QCOMPARE(image.size(), QSize(144, 192));
        const QColor top = image.pixelColor(72, 20), bottom = image.pixelColor(72, 170);
        QVERIFY(top.blue() > 200 && top.red() < 60); // what was left is at the top, clockwise
        QVERIFY(bottom.red() > 200 && bottom.blue() < 60);
    }

private:
    MadeMedia m_made;
    std::stop_source m_stop;
    std::unique_ptr<MediaWorld> m_world;
};

QTEST_GUILESS_MAIN(TestFrameReader)
#include "tst_frame_reader.moc"
