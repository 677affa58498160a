// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/playback_world.h"
#include "tests/support/raw_server.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

namespace {

sandbox::Faults withFault(const QString& text)
{
    sandbox::Faults faults;
    faults.set(text);
    return faults;
}

// Failed once, with words that a person can use.
void compareOneFailure(const WatchedPlayer& watched, ErrorKind kind)
{
    QCOMPARE(watched.player.state(), Player::State::Failed);
    QCOMPARE(watched.failures.size(), 1);
    const Error error = watched.player.error();
    QCOMPARE(Error::kindName(error.kind), Error::kindName(kind));
    QVERIFY(!error.message.isEmpty());
    QVERIFY(!error.details().contains("auth_key="_L1));
}

} // namespace

// What servers do to a player, and what comes of it: one message, or none at all.
class TestPlayerFaults final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const auto backend = Player::chooseBackend();
        QVERIFY2(backend.has_value(), backend ? "" : qPrintable(backend.error().advice));
        m_world = std::make_unique<PlaybackWorld>();
        QVERIFY2(m_world->trouble.isEmpty(), qPrintable(m_world->trouble));
    }
    void init() { m_world->server.setFaults({}); }

    void refusesOtherAddresses_data()
    {
        QTest::addColumn<QString>("url");
        for (const char* url : { "file:///etc/passwd", "ftp://127.0.0.1/a.mp4", "data:video/mp4;base64,AAAA",
                 "rtsp://127.0.0.1/a", "qrc:/a.mp4", "", "playbin://x", "http:///nohost" })
            QTest::newRow(*url ? url : "empty") << QString::fromLatin1(url);
    }
    void refusesOtherAddresses()
    {
        QFETCH(QString, url);
        WatchedPlayer watched(m_world->http);
        watched.player.open({ .url = QUrl(url), .key = {}, .title = {} });
        compareOneFailure(watched, ErrorKind::Unsupported);
        QCOMPARE(watched.frames, 0);
    }

    void refusesPlaylistsThatPointElsewhere_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("by name") << u"/index.m3u8"_s;
        QTest::newRow("in disguise") << u"/video.mp4"_s;
    }
    void refusesPlaylistsThatPointElsewhere()
    {
        QFETCH(QString, path);
        RawServer server;
        QVERIFY(server.start());
        server.handler = [](const QByteArray&) {
            return RawServer::Reply {
                .parts = { okReply(
                    "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n") }
            };
        };
        WatchedPlayer watched(m_world->http);
        watched.player.open({ .url = QUrl(u"http://"_s + server.authority() + path), .key = {}, .title = {} });
        QTRY_COMPARE_WITH_TIMEOUT(watched.player.state(), Player::State::Failed, 20'000);
        compareOneFailure(watched, ErrorKind::Unsupported);
        QCOMPARE(watched.frames, 0);
    }

    void tellsWhatTheServerSaid_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("403") << statusReply("403 Forbidden", "<Error><Code>AccessDenied</Code></Error>")
                             << ErrorKind::Permission;
        QTest::newRow("404") << statusReply("404 Not Found", "gone") << ErrorKind::NotFound;
        QTest::newRow("500") << statusReply("500 Oops", "") << ErrorKind::Service;
        QTest::newRow("empty") << okReply({}) << ErrorKind::Media;
        QTest::newRow("web page") << okReply("<!doctype html><html>Please log in</html>", "Content-Type: text/html\r\n")
                                  << ErrorKind::Media;
        QTest::newRow("garbage") << okReply(QByteArray(200'000, 'x'), "Content-Type: video/mp4\r\n")
                                 << ErrorKind::Media;
    }
    void tellsWhatTheServerSaid()
    {
        QFETCH(QByteArray, reply);
        QFETCH(ErrorKind, kind);
        RawServer server;
        QVERIFY(server.start());
        server.handler = [reply](const QByteArray&) { return RawServer::Reply { .parts = { reply } }; };
        WatchedPlayer watched(m_world->http);
        watched.player.open({ .url = QUrl(u"http://"_s + server.authority() + u"/a.mp4"_s), .key = {}, .title = {} });
        QTRY_COMPARE_WITH_TIMEOUT(watched.player.state(), Player::State::Failed, 30'000);
        compareOneFailure(watched, kind);
        QCoreApplication::processEvents();
        QCOMPARE(watched.failures.size(), 1);
        // The same again on demand.
        watched.player.retry();
        QCOMPARE(watched.player.state(), Player::State::Opening);
        QTRY_COMPARE_WITH_TIMEOUT(watched.player.state(), Player::State::Failed, 30'000);
        QCOMPARE(watched.failures.size(), 2);
    }

    // A bare address without an ending: what the server says, and sends, decides how it is opened.
    void opensWhatNoEndingAnnounces_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("picture");
        QTest::newRow("mp3") << u"city-night-drive/sq.mp3"_s << QByteArray("audio/mpeg") << false;
        QTest::newRow("mp3 of no type") << u"city-night-drive/sq.mp3"_s << QByteArray("application/octet-stream")
                                        << false;
        QTest::newRow("mp4") << u"city-night-drive/fd.mp4"_s << QByteArray("video/mp4") << true;
    }
    void opensWhatNoEndingAnnounces()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, type);
        QFETCH(bool, picture);
        QFile media(sandbox::Server::findMediaFolder() + u'/' + file);
        QVERIFY(media.open(QIODevice::ReadOnly));
        RawServer server;
        QVERIFY(server.start());
        server.handler = [reply = okReply(media.readAll(), "Content-Type: " + type + "\r\n")](
                             const QByteArray&) { return RawServer::Reply { .parts = { reply } }; };
        WatchedPlayer watched(m_world->http);
        watched.player.open(
            { .url = QUrl(u"http://"_s + server.authority() + u"/stream?id=7"_s), .key = {}, .title = {} });
        QTRY_COMPARE_WITH_TIMEOUT(watched.player.state(), Player::State::Playing, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(watched.player.position() > 300, 15'000);
        QCOMPARE(watched.frames > 0, picture);
        QCOMPARE(watched.failures.size(), 0);
        QCOMPARE(server.connections, 2); // the question, and one opening that was right at once
    }

    void failsOnceWhereNobodyListens()
    {
        WatchedPlayer watched(m_world->http);
        watched.player.open({ .url = QUrl(u"http://127.0.0.1:9/a.mp4"_s), .key = {}, .title = {} });
        QTRY_COMPARE_WITH_TIMEOUT(watched.player.state(), Player::State::Failed, 30'000);
        compareOneFailure(watched, ErrorKind::Network);
    }

    void renewsAnExpiredLinkAndGoesOn()
    {
        const PlaySource source = m_world->stream(u"SD"_s, u"mp4"_s);
        WatchedPlayer watched(m_world->http);
        int asked = 0;
        watched.player.setRenewer([&](const QString& key, QObject*, std::function<void(Result<QUrl>)> done) {
            ++asked;
            m_world->server.setFaults({});
            const PlaySource fresh = m_world->stream(u"SD"_s, u"mp4"_s);
            done(fresh.key == key ? Result<QUrl>(fresh.url) : fail({ .kind = ErrorKind::NotFound }));
            return CallHandle();
        });
        watched.player.open(source, 3000);
        QTRY_VERIFY_WITH_TIMEOUT(watched.player.position() > 3500, 15'000);
        letLinksExpire();
        // A seek to where nothing is buffered asks the server, which refuses.
        watched.player.seek(16'000);
        QTRY_COMPARE_WITH_TIMEOUT(asked, 1, 40'000);
        QTRY_VERIFY_WITH_TIMEOUT(watched.player.state() == Player::State::Playing && watched.frames > 0, 20'000);
        const qint64 at = watched.player.position();
        QTRY_VERIFY_WITH_TIMEOUT(watched.player.position() > at + 400, 15'000);
        QCOMPARE(watched.renewals.size(), 1);
        QCOMPARE(watched.failures.size(), 0);
        QVERIFY(watched.player.source().url != source.url);
    }

    void opensAnExpiredLinkByRenewingIt()
    {
        const PlaySource source = m_world->stream(u"SD"_s, u"m3u8"_s);
        letLinksExpire();
        WatchedPlayer watched(m_world->http);
        watched.player.setRenewer([&](const QString&, QObject*, std::function<void(Result<QUrl>)> done) {
            m_world->server.setFaults({});
            done(m_world->stream(u"SD"_s, u"m3u8"_s).url);
            return CallHandle();
        });
        watched.player.open(source, 2000, true);
        QTRY_COMPARE_WITH_TIMEOUT(watched.player.state(), Player::State::Paused, 30'000);
        QCOMPARE(watched.player.position(), 2000);
        QCOMPARE(watched.failures.size(), 0);
    }

    void failsAsExpiredWhereNobodyRenews()
    {
        const PlaySource source = m_world->stream(u"SD"_s, u"mp4"_s);
        letLinksExpire();
        WatchedPlayer watched(m_world->http);
        watched.player.open(source);
        QTRY_COMPARE_WITH_TIMEOUT(watched.player.state(), Player::State::Failed, 30'000);
        QCOMPARE(watched.failures.size(), 1);
        QCOMPARE(watched.player.error().httpStatus, 403);
    }

    void copesWith_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("plays"); // shows at least a picture; whether it fails later is the row's business
        QTest::newRow("no range") << u"no-range"_s << u"mp4"_s << true;
        QTest::newRow("slow") << u"slow=2000"_s << u"mp4"_s << true;
        QTest::newRow("cut early") << u"cut-after=2000"_s << u"mp4"_s << false;
        QTest::newRow("cut later") << u"cut-after=400000"_s << u"mp4"_s << true;
        QTest::newRow("stalls") << u"stall-after=2000"_s << u"mp4"_s << false;
        QTest::newRow("missing segment") << u"missing-segment=1"_s << u"m3u8"_s << false;
        QTest::newRow("hangs") << u"hang-media"_s << u"mp4"_s << false;
        QTest::newRow("hangs with HLS") << u"hang-media"_s << u"m3u8"_s << false;
        QTest::newRow("wrong length") << u"wrong-length"_s << u"mp4"_s
                                      << false; // GStreamer waits for what was promised
    }
    void copesWith()
    {
        QFETCH(QString, fault);
        QFETCH(QString, format);
        QFETCH(bool, plays);
        const PlaySource source = m_world->stream(u"SD"_s, format);
        m_world->server.setFaults(withFault(fault));
        WatchedPlayer watched(m_world->http);
        watched.player.open(source);
        if (plays) {
            QTRY_VERIFY_WITH_TIMEOUT(watched.firsts.size() >= 1, 30'000);
            QTRY_VERIFY_WITH_TIMEOUT(watched.frames > 3, 30'000);
            QCOMPARE(watched.failures.size(), 0);
        } else {
            QTRY_COMPARE_WITH_TIMEOUT(watched.player.state(), Player::State::Failed, 60'000);
            QCOMPARE(watched.failures.size(), 1);
            QVERIFY(!watched.player.error().message.isEmpty());
        }
    }

    void goesAtOnceWhileAServerHangs()
    {
        const PlaySource source = m_world->stream(u"SD"_s, u"mp4"_s);
        m_world->server.setFaults(withFault(u"hang-media"_s));
        QElapsedTimer since;
        {
            WatchedPlayer watched(m_world->http);
            watched.player.open(source);
            QTRY_VERIFY(isHanging(source));
            since.start();
        }
        QVERIFY2(since.elapsed() < 1000, "destruction waits for nobody"); // seconds where it would wait
    }

    void aHungServerDelaysNoOtherOpen()
    {
        const PlaySource hung = m_world->stream(u"HD"_s, u"mp4"_s);
        int goodHeight = 0; // as the catalogue declares it
        const PlaySource good = m_world->stream(PlaybackWorld::drive, [&](const PlayInfo& info) {
            const bool match = info.definition == u"SD" && info.format == u"mp4" && info.encryptType.isEmpty();
            if (match)
                goodHeight = int(info.height.value_or(0));
            return match;
        });
        QVERIFY(goodHeight > 0);
        m_world->server.setFaults(withFault(u"hang-media"_s));
        WatchedPlayer watched(m_world->http);
        watched.player.open(hung);
        QTRY_VERIFY(isHanging(hung));
        m_world->server.setFaults({});
        watched.player.open(good);
        QTRY_COMPARE_WITH_TIMEOUT(watched.player.state(), Player::State::Playing, 15'000);
        QCOMPARE(watched.player.stats().frameSize.height(), goodHeight);
        QCOMPARE(watched.failures.size(), 0);
    }

private:
    // Days go by for the server, and it refuses every link that it gave.
    void letLinksExpire() { m_world->server.setFaults(withFault(u"clock-skew=172800"_s)); }
    // A request for it has reached the server, and waits there.
    [[nodiscard]] bool isHanging(const PlaySource& source) const
    {
        return m_world->server.requestLog().contains(u"GET "_s + source.url.path() + u" hangs"_s);
    }

    std::unique_ptr<PlaybackWorld> m_world;
};

QTEST_MAIN(TestPlayerFaults)
#include "tst_player_faults.moc"
