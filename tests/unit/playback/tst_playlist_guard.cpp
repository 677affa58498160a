// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playback/playlist_guard.h"
#include "tests/support/raw_server.h"

#include <QTest>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

class TestPlaylistGuard final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<RawServer>();
        QVERIFY(m_server->start());
        m_files.clear();
        m_server->handler = [this](const QByteArray& request) {
            const QByteArray path = request.split(' ').value(1);
            const bool known = m_files.contains(path);
            return RawServer::Reply { .parts = { known ? okReply(m_files[path]) : statusReply("404 Not Found", "") } };
        };
    }

    void passesAMediaPlaylist()
    {
        m_files["/a.m3u8"] = "#EXTM3U\n#EXTINF:1,\n0.ts\n";
        const auto checked = guard(u"/a.m3u8"_s);
        QVERIFY(checked.has_value());
        QCOMPARE(*checked, url(u"/a.m3u8"_s));
    }

    void picksOneOfAMaster()
    {
        m_files["/auto.m3u8"] =
            "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nlow/l.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=2\nhigh/h.m3u8\n";
        m_files["/high/h.m3u8"] = "#EXTM3U\n#EXTINF:1,\n0.ts\n";
        const auto checked = guard(u"/auto.m3u8"_s);
        QVERIFY(checked.has_value());
        QCOMPARE(*checked, url(u"/high/h.m3u8"_s));
    }

    void keepsTheMasterForItsSound()
    {
        m_files["/auto.m3u8"] = "#EXTM3U\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"s\",URI=\"s.m3u8\"\n"
                                "#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO=\"s\"\nv.m3u8\n";
        m_files["/v.m3u8"] = m_files["/s.m3u8"] = "#EXTM3U\n#EXTINF:1,\n0.ts\n";
        const auto checked = guard(u"/auto.m3u8"_s);
        QVERIFY(checked.has_value());
        QCOMPARE(*checked, url(u"/auto.m3u8"_s));
        m_files["/s.m3u8"] = "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n";
        QCOMPARE(guard(u"/auto.m3u8"_s).error().kind, ErrorKind::Unsupported);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("file in the variant")
            << QByteArray("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nevil.m3u8\n") << ErrorKind::Unsupported;
        QTest::newRow("nests") << QByteArray("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nnested.m3u8\n")
                               << ErrorKind::Protocol;
        QTest::newRow("missing variant") << QByteArray("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\ngone.m3u8\n")
                                         << ErrorKind::NotFound;
        QTest::newRow("web page") << QByteArray("<html>login</html>") << ErrorKind::Media;
        QTest::newRow("text") << QByteArray("hello") << ErrorKind::Protocol;
        QTest::newRow("huge") << QByteArray("#EXTM3U\n") + QByteArray(6 * 1024 * 1024, '#') << ErrorKind::TooLarge;
    }
    void refuses()
    {
        QFETCH(QByteArray, first);
        m_files["/x.m3u8"] = first;
        m_files["/evil.m3u8"] = "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n";
        m_files["/nested.m3u8"] = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nx.m3u8\n";
        const auto checked = guard(u"/x.m3u8"_s);
        QVERIFY(!checked.has_value());
        QTEST(checked.error().kind, "kind");
    }

private:
    QUrl url(const QString& target) const { return QUrl(u"http://"_s + m_server->authority() + target); }
    Result<QUrl> guard(const QString& target)
    {
        std::optional<Result<QUrl>> found;
        (void)guardPlaylist(m_http, url(target), this, [&](Result<QUrl> r) { found = std::move(r); });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(found.has_value(), 15'000); }();
        return found.value_or(fail({ .kind = ErrorKind::Cancelled }));
    }

    Http m_http;
    std::unique_ptr<RawServer> m_server;
    QHash<QByteArray, QByteArray> m_files;
};

QTEST_GUILESS_MAIN(TestPlaylistGuard)
#include "tst_playlist_guard.moc"
