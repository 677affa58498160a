// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/playback_world.h"

#include <QTest>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

// The real player on the real sandbox's media.
class TestPlayer final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const auto backend = Player::chooseBackend();
        QVERIFY2(backend.has_value(), backend ? "" : qPrintable(backend.error().advice));
        m_world = std::make_unique<PlaybackWorld>();
        QVERIFY2(m_world->trouble.isEmpty(), qPrintable(m_world->trouble));
    }

    void plays_data()
    {
        QTest::addColumn<QString>("definition");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("encryption");
        QTest::newRow("mp4") << u"SD"_s << u"mp4"_s << QString();
        QTest::newRow("1080p mp4") << u"HD"_s << u"mp4"_s << QString();
        QTest::newRow("HLS") << u"SD"_s << u"m3u8"_s << QString();
        QTest::newRow("AES-128 HLS") << u"SD"_s << u"m3u8"_s << u"HLSEncryption"_s;
    }
    void plays()
    {
        QFETCH(QString, definition);
        QFETCH(QString, format);
        QFETCH(QString, encryption);
        const PlaySource source = m_world->stream(definition, format, encryption);
        QVERIFY(!source.url.isEmpty());
        WatchedPlayer watched(m_world->http);
        Player& player = watched.player;
        player.open(source);
        QCOMPARE(player.state(), Player::State::Opening);
        QTRY_VERIFY_WITH_TIMEOUT(watched.firsts.size() == 1, 15'000);
        QCOMPARE(player.state(), Player::State::Playing);
        QTRY_VERIFY_WITH_TIMEOUT(player.position() > 400, 15'000);
        QVERIFY(watched.code > 0);
        QVERIFY(std::abs(player.duration() - source.declaredDurationMs) <= 1000);
        const Player::Stats stats = player.stats();
        QVERIFY(stats.frames > 5);
        QVERIFY(stats.firstFrameMs >= 0);
        QVERIFY(!stats.frameSize.isEmpty());
        QVERIFY(stats.hdr.isEmpty());
        QVERIFY(!stats.pixelFormat.isEmpty());
        QVERIFY(!stats.backend.isEmpty());
        player.close();
        QCOMPARE(player.state(), Player::State::Empty);
        QCOMPARE(watched.failures.size(), 0);
    }

    void playsSoundAlone_data()
    {
        QTest::addColumn<bool>("announced");
        QTest::newRow("as audio") << true;
        QTest::newRow("a bare URL") << false;
    }
    void playsSoundAlone()
    {
        QFETCH(bool, announced);
        PlaySource source =
            m_world->stream(PlaybackWorld::podcast, [](const PlayInfo& i) { return i.format == u"mp3"; });
        QVERIFY(!source.url.isEmpty());
        source.audioOnly = announced;
        WatchedPlayer watched(m_world->http);
        watched.player.open(source);
        QTRY_VERIFY_WITH_TIMEOUT(watched.player.position() > 300, 15'000);
        QCOMPARE(watched.player.state(), Player::State::Playing);
        watched.player.seek(10'000);
        QTRY_VERIFY_WITH_TIMEOUT(watched.player.position() >= 10'000, 15'000);
        watched.player.pause();
        QCOMPARE(watched.player.state(), Player::State::Paused);
        QCOMPARE(watched.failures.size(), 0);
    }

    void tellsHdr_data()
    {
        QTest::addColumn<QString>("hdr");
        QTest::newRow("HDR10") << u"HDR10"_s;
        QTest::newRow("HLG") << u"HLG"_s;
    }
    void tellsHdr()
    {
        QFETCH(QString, hdr);
        const PlaySource source = m_world->stream(
            PlaybackWorld::fireworks, [&](const PlayInfo& i) { return i.hdrType == hdr && i.definition == u"HD"; });
        QVERIFY(!source.url.isEmpty());
        WatchedPlayer watched(m_world->http);
        watched.player.open(source, 0, true);
        QTRY_VERIFY_WITH_TIMEOUT(watched.firsts.size() == 1, 20'000);
        QCOMPARE(watched.player.stats().hdr, hdr);
    }

    void seeksToTheFrame_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("mp4") << u"mp4"_s;
        QTest::newRow("HLS") << u"m3u8"_s;
    }
    void seeksToTheFrame()
    {
        QFETCH(QString, format);
        WatchedPlayer watched(m_world->http);
        Player& player = watched.player;
        player.open(m_world->stream(u"SD"_s, format), 0, true);
        QTRY_VERIFY_WITH_TIMEOUT(watched.firsts.size() == 1, 15'000);
        const int base = watched.code; // the first frame's number
        // 25 fps. Frames near segment borders are the hard ones in HLS.
        for (const int frame : { 125, 126, 124, 10, 45, 49, 50, 51, 99, 149, 301, 0, 400 }) {
            watched.seeks.clear();
            player.seek(frame * 40);
            QTRY_COMPARE_WITH_TIMEOUT(watched.seeks.size(), 1, 15'000);
            QCOMPARE(watched.code - base, frame);
            QCOMPARE(player.position(), frame * 40);
        }
        QCOMPARE(player.state(), Player::State::Paused);
    }

    void stepsByOneFrame()
    {
        WatchedPlayer watched(m_world->http);
        Player& player = watched.player;
        player.open(m_world->stream(u"SD"_s, u"mp4"_s), 4000, true);
        QTRY_VERIFY_WITH_TIMEOUT(watched.firsts.size() == 1, 15'000);
        int expected = watched.code;
        QCOMPARE(player.position(), 4000);
        for (const int step : { 1, 1, 1, -1, -1, -1, -1, 1, 25, -25 }) {
            watched.seeks.clear();
            player.step(step);
            QTRY_COMPARE_WITH_TIMEOUT(watched.seeks.size(), 1, 15'000);
            expected += step;
            QCOMPARE(watched.code, expected);
        }
        // Held down: every press counts, also those that come while the picture is not there yet.
        for (int i = 0; i < 5; ++i)
            player.step(1);
        QTRY_COMPARE_WITH_TIMEOUT(watched.code, expected + 5, 15'000);
        // While playing: pauses.
        player.play();
        QTRY_VERIFY_WITH_TIMEOUT(watched.code > expected + 8, 15'000);
        player.step(1);
        QCOMPARE(player.state(), Player::State::Paused);
    }

    void lastOfQuickSeeksWins()
    {
        WatchedPlayer watched(m_world->http);
        Player& player = watched.player;
        player.open(m_world->stream(u"SD"_s, u"mp4"_s), 0, true);
        QTRY_VERIFY_WITH_TIMEOUT(watched.firsts.size() == 1, 15'000);
        const int base = watched.code;
        for (int ms = 1000; ms <= 15'000; ms += 200)
            player.seek(ms);
        QTRY_COMPARE_WITH_TIMEOUT(watched.code - base, 375, 15'000);
        QCOMPARE(player.position(), 15'000);
        player.seek(-5);
        QTRY_COMPARE_WITH_TIMEOUT(watched.code - base, 0, 15'000);
        player.seek(999'999'999); // stays on the last frames
        QTRY_VERIFY_WITH_TIMEOUT(player.position() > player.duration() - 200, 15'000);
        QCOMPARE(watched.failures.size(), 0);
    }

    void switchesWithoutLosingAnything_data()
    {
        QTest::addColumn<bool>("paused");
        QTest::addColumn<QString>("format");
        QTest::newRow("paused, mp4 to mp4") << true << u"mp4"_s;
        QTest::newRow("playing, mp4 to mp4") << false << u"mp4"_s;
        QTest::newRow("paused, mp4 to HLS") << true << u"m3u8"_s;
    }
    void switchesWithoutLosingAnything()
    {
        QFETCH(bool, paused);
        QFETCH(QString, format);
        WatchedPlayer watched(m_world->http);
        Player& player = watched.player;
        player.setVolume(0.3);
        player.setMuted(true);
        player.setRate(2);
        player.open(m_world->stream(u"SD"_s, u"mp4"_s), 5000, paused);
        QTRY_VERIFY_WITH_TIMEOUT(watched.firsts.size() == 1, 15'000);
        const QSize before = player.stats().frameSize;
        const qint64 at = player.position();
        const int code = watched.code;
        player.switchTo(m_world->stream(u"HD"_s, format));
        QCOMPARE(player.state(), Player::State::Opening);
        QTRY_VERIFY_WITH_TIMEOUT(watched.firsts.size() == 2, 15'000);
        QVERIFY(player.stats().frameSize != before);
        QCOMPARE(player.state(), paused ? Player::State::Paused : Player::State::Playing);
        QCOMPARE(player.volume(), 0.3);
        QVERIFY(player.isMuted());
        QCOMPARE(player.rate(), 2.0);
        if (paused) {
            QCOMPARE(watched.code, code);
            QCOMPARE(player.position(), at);
        } else {
            QVERIFY(player.position() >= at);
            QTRY_VERIFY_WITH_TIMEOUT(player.position() > at + 500, 15'000);
        }
    }

    void endsAndStartsAgain()
    {
        WatchedPlayer watched(m_world->http);
        Player& player = watched.player;
        player.open(m_world->stream(u"SD"_s, u"mp4"_s), 19'000);
        QTRY_COMPARE_WITH_TIMEOUT(player.state(), Player::State::Ended, 20'000);
        QVERIFY(player.position() > 19'500);
        player.play();
        QCOMPARE(player.state(), Player::State::Playing);
        QTRY_VERIFY_WITH_TIMEOUT(player.position() > 200 && player.position() < 5000, 15'000);
        QCOMPARE(watched.failures.size(), 0);
    }

    void seeksAndStepsAfterTheEnd_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("mp4") << u"mp4"_s;
        QTest::newRow("HLS") << u"m3u8"_s;
    }
    void seeksAndStepsAfterTheEnd()
    {
        QFETCH(QString, format);
        WatchedPlayer watched(m_world->http);
        Player& player = watched.player;
        const auto playToTheEnd = [&] {
            player.play();
            QTRY_COMPARE_WITH_TIMEOUT(player.state(), Player::State::Ended, 20'000);
        };
        player.open(m_world->stream(u"SD"_s, format), 19'500);
        QTRY_COMPARE_WITH_TIMEOUT(player.state(), Player::State::Ended, 20'000);
        const int last = watched.code;
        watched.seeks.clear();
        player.seek(8000);
        QCOMPARE(player.state(), Player::State::Paused);
        QTRY_COMPARE_WITH_TIMEOUT(watched.seeks.size(), 1, 15'000);
        QCOMPARE(player.position(), 8000);
        QCOMPARE(player.state(), Player::State::Paused);
        player.play();
        QTRY_VERIFY_WITH_TIMEOUT(player.position() > 8500, 15'000);

        player.seek(19'500);
        playToTheEnd();
        QCOMPARE(watched.code, last);
        watched.seeks.clear();
        player.step(-1);
        QCOMPARE(player.state(), Player::State::Paused);
        QTRY_COMPARE_WITH_TIMEOUT(watched.seeks.size(), 1, 15'000);
        QCOMPARE(watched.code, last - 1);

        // Held down: the presses that come while it opens anew count as well. What comes last is a seek.
        playToTheEnd();
        for (int i = 0; i < 5; ++i)
            player.step(-1);
        QTRY_COMPARE_WITH_TIMEOUT(watched.code, last - 5, 15'000);
        playToTheEnd();
        player.step(-1);
        player.seek(4000);
        QTRY_COMPARE_WITH_TIMEOUT(player.position(), 4000, 15'000);
        QCOMPARE(player.state(), Player::State::Paused);
        QCOMPARE(watched.failures.size(), 0);
    }

    void soundGoesOnAfterItsEnd()
    {
        const PlaySource source =
            m_world->stream(PlaybackWorld::podcast, [](const PlayInfo& i) { return i.format == u"mp3"; });
        WatchedPlayer watched(m_world->http);
        Player& player = watched.player;
        player.open(source, source.declaredDurationMs - 700);
        QTRY_COMPARE_WITH_TIMEOUT(player.state(), Player::State::Ended, 30'000);
        player.seek(5000);
        QCOMPARE(player.state(), Player::State::Paused);
        QTRY_COMPARE_WITH_TIMEOUT(watched.firsts.size(), 2, 15'000);
        player.play();
        QTRY_VERIFY_WITH_TIMEOUT(player.position() > 5200 && player.position() < 15'000, 15'000);
        QCOMPARE(watched.failures.size(), 0);
    }

private:
    std::unique_ptr<PlaybackWorld> m_world;
};

QTEST_MAIN(TestPlayer)
#include "tst_player.moc"
