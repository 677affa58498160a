// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playback/diagnosis.h"
#include "tests/support/raw_server.h"

#include <QSignalSpy>
#include <QTest>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray ossExpired = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>AccessDenied</Code>"
                              "<Message>Request has expired.</Message><RequestId>65A1B2</RequestId></Error>";
const QByteArray ossDenied =
    "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code><Message>You have no right</Message></Error>";
const QByteArray mp4Head("\0\0\0\x20"
                         "ftypisom\0\0\2\0",
    16);

} // namespace

class TestDiagnosis final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<RawServer>();
        QVERIFY(m_server->start());
    }

    void tellsTheCause_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("trouble");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const QByteArray& reply, bool trouble, ErrorKind kind = {},
                             const QString& code = {}, const QString& target = u"/a.mp4"_s) {
            QTest::newRow(name) << reply << target << trouble << kind << code;
        };
        row("fine", okReply(mp4Head), false);
        row("range", statusReply("206 Partial Content", mp4Head), false);
        row("expired by OSS", statusReply("403 Forbidden", ossExpired), true, ErrorKind::Expired, u"AccessDenied"_s);
        row("expired by its time", statusReply("403 Forbidden", "denied"), true, ErrorKind::Expired, {},
            u"/a.mp4?Expires=1000000000&OSSAccessKeyId=x&Signature=y"_s);
        row("forbidden", statusReply("403 Forbidden", ossDenied), true, ErrorKind::Permission, u"AccessDenied"_s);
        row("not found", statusReply("404 Not Found", "<Error><Code>NoSuchKey</Code></Error>"), true,
            ErrorKind::NotFound, u"NoSuchKey"_s);
        row("server error", statusReply("503 Unavailable", ""), true, ErrorKind::Service);
        row("throttled", statusReply("429 Too Many", ""), true, ErrorKind::Throttled);
        row("teapot", statusReply("418 Teapot", ""), true, ErrorKind::Protocol);
        row("empty", okReply({}), true, ErrorKind::Media);
        row("web page", okReply("<!DOCTYPE html><html>login", "Content-Type: text/html\r\n"), true, ErrorKind::Media);
        row("xml", okReply("<?xml version=\"1.0\"?><MPD/>"), true, ErrorKind::Media);
        row("evil xml", statusReply("403 Forbidden", "<!DOCTYPE x [<!ENTITY a \"b\">]><Error><Code>&a;&a;"), true,
            ErrorKind::Permission);
    }
    void tellsTheCause()
    {
        QFETCH(QByteArray, reply);
        QFETCH(QString, target);
        QFETCH(bool, trouble);
        m_server->handler = [reply](const QByteArray&) { return RawServer::Reply { .parts = { reply } }; };
        const Diagnosis found = ask(target);
        QCOMPARE(found.trouble.has_value(), trouble);
        if (!trouble)
            return;
        QTEST(found.trouble->kind, "kind");
        QFETCH(QString, code);
        if (!code.isEmpty())
            QCOMPARE(found.trouble->code, code);
        QVERIFY(!found.trouble->message.isEmpty());
        QVERIFY(!found.trouble->advice.isEmpty());
        QCOMPARE(found.trouble->host, m_server->authority());
        QVERIFY(m_server->requests.first().startsWith("GET ")); // signed for GET
        QVERIFY(m_server->requests.first().toLower().contains("range: bytes=0-"));
    }

    void followsAPlaylistToTheMissingSegment()
    {
        m_server->handler = [](const QByteArray& request) {
            if (request.startsWith("GET /index.m3u8"))
                return RawServer::Reply { .parts = { okReply(
                                              "#EXTM3U\n#EXTINF:2,\n0.ts\n#EXTINF:2,\n1.ts\n#EXTINF:2,\n2.ts\n") } };
            if (request.startsWith("GET /1.ts"))
                return RawServer::Reply { .parts = { statusReply("404 Not Found", "") } };
            return RawServer::Reply { .parts = { okReply("G") } };
        };
        const Diagnosis found = ask(u"/index.m3u8"_s, 2500);
        QVERIFY(found.trouble.has_value());
        QCOMPARE(found.trouble->kind, ErrorKind::NotFound);
        QCOMPARE(found.kind, MediaKind::Playlist);
        for (const QByteArray& request : m_server->requests)
            QVERIFY2(!request.startsWith("GET /0.ts"), "before the position: nobody needs it");
    }

    void asksForTheKey()
    {
        m_server->handler = [](const QByteArray& request) {
            if (request.startsWith("GET /index.m3u8"))
                return RawServer::Reply { .parts = { okReply(
                                              "#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"key\"\n#EXTINF:2,\n0.ts\n") } };
            return RawServer::Reply { .parts = { statusReply(
                                          request.startsWith("GET /key") ? "403 Forbidden" : "200 OK", "G") } };
        };
        const Diagnosis found = ask(u"/index.m3u8"_s);
        QVERIFY(found.trouble.has_value());
        QCOMPARE(found.trouble->httpStatus, 403);
    }

    void namesAnUnreachableServer()
    {
        const QString gone = m_server->authority();
        m_server->close();
        std::optional<Diagnosis> found;
        (void)diagnose(
            m_http, QUrl(u"http://"_s + gone + u"/a.mp4"_s), 0, this, [&](const Diagnosis& d) { found = d; });
        QTRY_VERIFY(found.has_value());
        QVERIFY(found->trouble.has_value());
        QCOMPARE(found->trouble->kind, ErrorKind::Network);
    }

    void abortKeepsSilent()
    {
        m_server->handler = [](const QByteArray&) { return RawServer::Reply { .parts = {}, .close = false }; };
        bool called = false;
        CallHandle call = diagnose(m_http, url(u"/a.mp4"_s), 0, this, [&](const Diagnosis&) { called = true; });
        QTRY_COMPARE(m_server->requests.size(), 1);
        call.abort();
        QTRY_COMPARE(m_server->closedByPeer, 1);
        QVERIFY(!called);
    }

private:
    QUrl url(const QString& target) const { return QUrl(u"http://"_s + m_server->authority() + target); }
    Diagnosis ask(const QString& target, qint64 positionMs = 0)
    {
        std::optional<Diagnosis> found;
        (void)diagnose(m_http, url(target), positionMs, this, [&](const Diagnosis& d) { found = d; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(found.has_value(), 15'000); }();
        return found.value_or(Diagnosis {});
    }

    Http m_http;
    std::unique_ptr<RawServer> m_server;
};

QTEST_GUILESS_MAIN(TestDiagnosis)
#include "tst_diagnosis.moc"
