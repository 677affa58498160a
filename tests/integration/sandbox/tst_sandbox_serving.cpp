// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox_fixture.h"
#include "tests/support/planted.h"

using namespace proofreel::sandbox;
using namespace Qt::StringLiterals;

//! How the media host hands out the catalogues for quality checks, over a socket of the test's own.
class TestSandboxServing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void unknownCatalogue();
    void cleanOnesAreDeliveredWell();
    void plantedHeaders_data();
    void plantedHeaders();
    void redirect();
    void openToEverybody();
    void shortLivedLink();
    void keys();
    void madePlaylist();
    void foreignAddressesStand();

private:
    //! The one stream of the asset of that title; the "defects" catalogue unless another is given.
    QJsonObject stream(const QString& title, SandboxFixture* fixture = nullptr)
    {
        SandboxFixture& world = fixture ? *fixture : *m_defects;
        for (const auto& asset : proofreel::test::plantedAssets(fixture ? u"clean"_s : u"defects"_s)) {
            if (asset.title == title)
                return world.playInfo(asset.mediaId)["PlayInfoList"_L1].toArray().at(0).toObject();
        }
        return {};
    }
    QUrl url(const QString& title) { return SandboxFixture::playUrl(stream(title)); }

    std::unique_ptr<SandboxFixture> m_defects;
};

void TestSandboxServing::initTestCase()
{
    m_defects = std::make_unique<SandboxFixture>(Options { .catalogue = u"defects"_s });
    QVERIFY2(m_defects->problem().isEmpty(), qPrintable(m_defects->problem()));
}

void TestSandboxServing::unknownCatalogue()
{
    Server server({ .catalogue = u"none such"_s });
    const auto problem = server.start();
    QVERIFY(problem && problem->contains("defects"_L1));
}

void TestSandboxServing::cleanOnesAreDeliveredWell()
{
    SandboxFixture clean(Options { .catalogue = u"clean"_s });
    QVERIFY2(clean.problem().isEmpty(), qPrintable(clean.problem()));
    QVERIFY(clean.server().assetCount() >= 6);
    for (const QString& id : clean.server().mediaIds()) {
        const QJsonArray list = clean.playInfo(id)["PlayInfoList"_L1].toArray();
        QVERIFY(!list.isEmpty());
        for (const QJsonValue& info : list) {
            const RawReply reply =
                get(QUrl(info["PlayURL"_L1].toString()), "Range: bytes=0-99\r\nOrigin: http://a\r\n");
            QCOMPARE(reply.status, 206);
            QCOMPARE(reply.header("Accept-Ranges"), QByteArray("bytes"));
            QCOMPARE(reply.header("Access-Control-Allow-Origin"), QByteArray("*"));
            QVERIFY(reply.header("Cache-Control").contains("max-age"));
            const QString format = info["Format"_L1].toString();
            QCOMPARE(reply.header("Content-Type"),
                format == "mp4"_L1       ? QByteArray("video/mp4")
                    : format == "mp3"_L1 ? QByteArray("audio/mpeg")
                                         : QByteArray("application/vnd.apple.mpegurl"));
            if (format != "m3u8"_L1)
                QVERIFY(reply.header("Content-Range").endsWith('/' + QByteArray::number(info["Size"_L1].toInteger())));
        }
    }
}

void TestSandboxServing::plantedHeaders_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addRow("refused") << u"Refused by the server"_s << 403 << QByteArray() << QByteArray();
    QTest::addRow("no ranges") << u"No ranges"_s << 200 << QByteArray("Accept-Ranges") << QByteArray();
    QTest::addRow("no length") << u"Length of the file is not said"_s << 200 << QByteArray("Content-Length")
                               << QByteArray();
    QTest::addRow("type") << u"text/html"_s << 206 << QByteArray("Content-Type") << QByteArray("text/html");
    QTest::addRow("cors") << u"No CORS"_s << 206 << QByteArray("Access-Control-Allow-Origin") << QByteArray();
    QTest::addRow("cache") << u"Not to be cached"_s << 206 << QByteArray("Cache-Control") << QByteArray("no-store");
}

void TestSandboxServing::plantedHeaders()
{
    QFETCH(QString, title);
    QFETCH(int, status);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    const RawReply reply = get(url(title), "Range: bytes=0-99\r\nConnection: close\r\n");
    QCOMPARE(reply.status, status);
    if (!header.isEmpty())
        QCOMPARE(reply.header(header), value);
}

void TestSandboxServing::redirect()
{
    const QUrl first = url(u"Sent on to another host"_s);
    QUrl expected = first;
    expected.setHost(u"localhost"_s);
    const RawReply reply = get(first);
    QCOMPARE(reply.status, 302);
    QCOMPARE(QUrl::fromEncoded(reply.header("Location")), expected);
    const QByteArray target = expected.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    QCOMPARE(exchange(expected.port(), "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n").status, 200);
}

void TestSandboxServing::openToEverybody()
{
    const auto bare = [](const QJsonObject& info) {
        return QUrl(info["FileURL"_L1].toString()).adjusted(QUrl::RemoveQuery);
    };
    QCOMPARE(get(bare(stream(u"FileURL open to everybody"_s))).status, 200);
    QCOMPARE(get(bare(stream(u"No CORS"_s))).status, 403);
}

void TestSandboxServing::shortLivedLink()
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const auto lifeOf = [now](const QUrl& url) {
        return url.query().section("auth_key="_L1, 1).section(u'-', 0, 0).toLongLong() - now;
    };
    QVERIFY(lifeOf(url(u"Link for two minutes"_s)) <= 122);
    QVERIFY(lifeOf(url(u"No CORS"_s)) > 3000);
}

void TestSandboxServing::keys()
{
    const auto keyUrl = [this](const QString& title) {
        const QByteArray text = get(url(title)).body;
        const qsizetype at = text.indexOf("URI=\"") + 5;
        return url(title).resolved(QUrl::fromEncoded(text.mid(at, text.indexOf('"', at) - at)));
    };
    QCOMPARE(get(keyUrl(u"Key that is refused"_s)).status, 403);
    const RawReply hanging = get(keyUrl(u"Key that never comes"_s), {}, 400);
    QVERIFY(hanging.status == 0 && !hanging.ended);
}

void TestSandboxServing::madePlaylist()
{
    const RawReply reply = get(url(u"A playlist of 100,000 segments"_s));
    QCOMPARE(reply.body.count("#EXTINF"), 100'000);
    QCOMPARE(reply.body.count("auth_key="), 100'000);
    QVERIFY(reply.body.endsWith("#EXT-X-ENDLIST\n"));
}

void TestSandboxServing::foreignAddressesStand()
{
    QVERIFY(get(url(u"Points to a file"_s)).body.contains("\nfile:///etc/hostname\n"));
    QVERIFY(get(url(u"Points to a private address"_s)).body.contains("\nhttp://169.254.169.254/latest/seg_001.ts\n"));
}

QTEST_GUILESS_MAIN(TestSandboxServing)
#include "tst_sandbox_serving.moc"
