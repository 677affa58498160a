// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clock.h"
#include "core/http.h"
#include "sandbox/server.h"
#include "workspace/frame_grab.h"

#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace proofreel;
using namespace Qt::StringLiterals;

//! Frames that stand for missing covers, from real files through the real player.
class TestFrameGrab final : public QObject {
    Q_OBJECT

    SystemClock m_clock;
    Http m_http;
    sandbox::Server m_server { sandbox::Options {} };
    Client m_client { m_http, m_clock };
    QString m_video, m_preparing;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(!m_server.start());
        m_client.setAccount({ { m_server.accessKeyId(), m_server.accessKeySecret(), {} }, QUrl(m_server.endpoint()) });
        std::optional<MediaPage> list;
        m_client.listMediaBasicInfos({}, this, [&](const Result<MediaPage>& page) {
            if (page)
                list = *page;
        });
        QTRY_VERIFY(list.has_value());
        for (const MediaBasicInfo& media : list->medias) {
            if (media.title == "Football, 2nd half"_L1)
                m_video = media.mediaId;
            if (media.status == "Preparing"_L1)
                m_preparing = media.mediaId;
        }
        QVERIFY(!m_video.isEmpty() && !m_preparing.isEmpty());
    }

    void aFrameIsTaken()
    {
        FrameGrab grab(m_client, m_http);
        QSignalSpy taken(&grab, &FrameGrab::taken), failed(&grab, &FrameGrab::failed);
        grab.take(m_video);
        QVERIFY(grab.isTaking(m_video));
        QTRY_VERIFY_WITH_TIMEOUT(taken.size() + failed.size() > 0, 25'000);
        QCOMPARE(failed.size(), 0);
        QVERIFY(!grab.isTaking(m_video));
        const auto image = taken.constFirst().at(1).value<QImage>();
        QVERIFY(image.width() > 0 && image.width() <= 1280); // not the largest rendition
        // A picture, not a black one.
        int bright = 0;
        for (int x = 0; x < image.width(); x += 8)
            bright += qGray(image.pixel(x, image.height() / 2)) > 30 ? 1 : 0;
        QVERIFY(bright > 0);
    }

    void nothingToTake()
    {
        FrameGrab grab(m_client, m_http);
        QSignalSpy failed(&grab, &FrameGrab::failed);
        grab.take(m_preparing);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!failed.constFirst().at(1).value<Error>().message.isEmpty());
    }

    void cancelledIsSilent()
    {
        FrameGrab grab(m_client, m_http);
        QSignalSpy taken(&grab, &FrameGrab::taken), failed(&grab, &FrameGrab::failed);
        grab.take(m_video);
        grab.take(m_preparing);
        grab.cancelAll();
        QVERIFY(!grab.isTaking(m_video) && !grab.isTaking(m_preparing));
        grab.take(m_preparing);
        QTRY_COMPARE(failed.size(), 1); // the next one has its turn
        QCOMPARE(failed.constFirst().constFirst().toString(), m_preparing);
        QCOMPARE(taken.size(), 0);
    }
};

QTEST_MAIN(TestFrameGrab)
#include "tst_frame_grab.moc"
