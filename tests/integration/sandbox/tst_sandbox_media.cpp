// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox_fixture.h"

#include <QTcpSocket>
#include <QUrlQuery>

#include <openssl/evp.h>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestSandboxMedia : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyPlayUrlIsServed();
    void ranges_data();
    void ranges();
    void headAndCors();
    void refusals();
    void clearPlaylist();
    void encryptedPlaylist();
    void proprietaryPlaylistHasNoKey();
    void urlsExpireWithTheClock();
    void urlTtlActsAtOnce();
    void connectionsAreCounted();

private:
    std::unique_ptr<SandboxFixture> m_box;
    QUrl m_hd;
    qint64 m_size = 0;
};

void TestSandboxMedia::initTestCase()
{
    m_box = std::make_unique<SandboxFixture>();
    QCOMPARE(m_box->problem(), QString());
    const QJsonObject hd = SandboxFixture::stream(m_box->playInfo(SandboxFixture::cityId()), u"HD"_s, u"mp4"_s);
    m_hd = SandboxFixture::playUrl(hd);
    m_size = hd["Size"_L1].toInteger();
    QVERIFY(m_size > 100'000);
}

void TestSandboxMedia::everyPlayUrlIsServed()
{
    const QJsonArray medias =
        m_box->ask("ListMediaBasicInfos", { { "MaxResults", "100" } }).json()["MediaInfos"_L1].toArray();
    int streams = 0;
    for (const QJsonValue& media : medias) {
        const QString cover = media["MediaBasicInfo"_L1]["CoverURL"_L1].toString();
        if (!cover.isEmpty()) {
            const RawReply reply = get(QUrl(cover));
            QVERIFY2(reply.status == 200, qPrintable(cover));
            QCOMPARE(reply.header("Content-Type"), "image/jpeg");
            QVERIFY(reply.body.startsWith("\xff\xd8\xff"));
        }
        const QJsonArray list = m_box->playInfo(media["MediaId"_L1].toString())["PlayInfoList"_L1].toArray();
        for (const QJsonValue& info : list) {
            const QUrl url(info["PlayURL"_L1].toString());
            const RawReply reply = get(url, "Range: bytes=0-15\r\n");
            QVERIFY2(reply.status == 206, qPrintable(url.toString()));
            const QString format = info["Format"_L1].toString();
            QCOMPARE(reply.header("Content-Type"),
                format == "mp4"_L1       ? "video/mp4"
                    : format == "mp3"_L1 ? "audio/mpeg"
                                         : "application/vnd.apple.mpegurl");
            if (format == "mp4"_L1)
                QCOMPARE(reply.body.mid(4, 4), "ftyp");
            ++streams;
        }
    }
    QVERIFY(streams > 70);
}

void TestSandboxMedia::ranges_data()
{
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<int>("status");
    QTest::addColumn<qint64>("first"); // negative: from the end
    QTest::addColumn<qint64>("length"); // 0: the whole rest
    const auto row = [](const char* range, int status, qint64 first, qint64 length) {
        QTest::newRow(range) << QByteArray(range) << status << first << length;
    };
    row("", 200, 0, 0);
    row("bytes=0-0", 206, 0, 1);
    row("bytes=0-", 206, 0, 0);
    row("bytes=1000-1999", 206, 1000, 1000);
    row("bytes=-500", 206, -500, 0);
    row("bytes=100000-999999999", 206, 100'000, 0);
    row("bytes=999999999-", 416, 0, 0);
    row("bytes=-0", 416, 0, 0);
}

void TestSandboxMedia::ranges()
{
    QFETCH(QByteArray, range);
    QFETCH(int, status);
    QFETCH(qint64, first);
    QFETCH(qint64, length);
    const QByteArray whole = get(m_hd).body;
    QCOMPARE(whole.size(), m_size);
    const RawReply reply = get(m_hd, range.isEmpty() ? QByteArray() : "Range: " + range + "\r\n");
    QCOMPARE(reply.status, status);
    if (status == 416) {
        QCOMPARE(reply.header("Content-Range"), "bytes */" + QByteArray::number(m_size));
        return;
    }
    QCOMPARE(reply.header("Accept-Ranges"), "bytes");
    const qint64 from = first < 0 ? m_size + first : first;
    const QByteArray expected = length > 0 ? whole.mid(from, length) : whole.mid(from);
    QVERIFY(reply.body == expected);
    if (status == 206) {
        QCOMPARE(reply.header("Content-Range"),
            "bytes " + QByteArray::number(from) + '-' + QByteArray::number(from + expected.size() - 1) + '/'
                + QByteArray::number(m_size));
    }
}

void TestSandboxMedia::headAndCors()
{
    const QByteArray target = m_hd.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    RawReply reply =
        exchange(m_box->mediaPort(), "HEAD " + target + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.promised, m_size);
    QVERIFY(reply.body.isEmpty());
    QCOMPARE(reply.header("Access-Control-Allow-Origin"), "*");
    reply = exchange(m_box->mediaPort(), "OPTIONS " + target + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    QCOMPARE(reply.status, 204);
    QVERIFY(reply.header("Access-Control-Allow-Headers").contains("Range"));
}

void TestSandboxMedia::refusals()
{
    const auto code = [](const RawReply& reply) {
        return reply.body.mid(reply.body.indexOf("<Code>") + 6).split('<').first();
    };
    QUrl url = m_hd;
    url.setQuery(QString());
    RawReply reply = get(url);
    QCOMPARE(reply.status, 403);
    QCOMPARE(code(reply), "AccessDenied");
    QCOMPARE(reply.header("Content-Type"), "application/xml");
    url.setQuery(m_hd.query().chopped(1) + u'0');
    url = url == m_hd ? QUrl(url.toString().chopped(1) + u'1') : url;
    reply = get(url);
    QCOMPARE(reply.status, 403);
    QCOMPARE(code(reply), "SignatureDoesNotMatch");
    url = m_hd;
    url.setPath(u'/' + SandboxFixture::cityId() + u"/../catalog.json"_s);
    QVERIFY(get(url).status >= 400);
    for (const char* path : { "/", "/x", "/x/y.mp4", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd" })
        QCOMPARE(get(QUrl(m_box->server().mediaEndpoint() + QLatin1StringView(path))).status, 404);
    // The key is never served as a file.
    reply = get(QUrl(m_box->server().mediaEndpoint() + u'/' + SandboxFixture::lectureId() + u"/hls.key"_s));
    QCOMPARE(reply.status, 403);
}

void TestSandboxMedia::clearPlaylist()
{
    const QUrl url =
        SandboxFixture::playUrl(SandboxFixture::stream(m_box->playInfo(SandboxFixture::cityId()), u"HD"_s, u"m3u8"_s));
    const auto lines = get(url).body.split('\n');
    QCOMPARE(lines.first(), "#EXTM3U");
    int segments = 0;
    for (const QByteArray& line : lines) {
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const RawReply segment = get(url.resolved(QUrl::fromEncoded(line)));
        QCOMPARE(segment.status, 200);
        QCOMPARE(segment.header("Content-Type"), "video/mp2t");
        QCOMPARE(segment.body.at(0), 'G');
        QCOMPARE(segment.body.size() % 188, 0);
        ++segments;
    }
    QCOMPARE(segments, 10);
}

void TestSandboxMedia::encryptedPlaylist()
{
    const QUrl url = SandboxFixture::playUrl(
        SandboxFixture::stream(m_box->playInfo(SandboxFixture::lectureId()), u"HD"_s, u"m3u8"_s, u"HLSEncryption"_s));
    QVERIFY(QUrlQuery(url).hasQueryItem(u"MtsHlsUriToken"_s));
    const auto lines = get(url).body.split('\n');
    QByteArray keyLine, firstSegment;
    for (const QByteArray& line : lines) {
        if (line.startsWith("#EXT-X-KEY:"))
            keyLine = line;
        else if (firstSegment.isEmpty() && !line.isEmpty() && !line.startsWith('#'))
            firstSegment = line;
    }
    QVERIFY(keyLine.contains("METHOD=AES-128"));
    const QByteArray uri = keyLine.mid(keyLine.indexOf("URI=\"") + 5).split('"').first();
    QVERIFY(uri.contains("Ciphertext="));
    const QUrl keyUrl = url.resolved(QUrl::fromEncoded(uri));
    const RawReply key = get(keyUrl);
    QCOMPARE(key.status, 200);
    QCOMPARE(key.body.size(), 16);
    QUrl stripped = keyUrl;
    stripped.setQuery(u"Ciphertext=x"_s);
    QCOMPARE(get(stripped).status, 403);

    QByteArray iv = QByteArray(16, '\0');
    if (keyLine.contains("IV=0x"))
        iv = QByteArray::fromHex(keyLine.mid(keyLine.indexOf("IV=0x") + 5, 32));
    const QByteArray secret = get(url.resolved(QUrl::fromEncoded(firstSegment))).body;
    QByteArray plain(secret.size() + 16, '\0');
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(
        EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    const auto bytes = [](const QByteArray& data) { return reinterpret_cast<const unsigned char*>(data.data()); };
    int length = 0, rest = 0;
    auto* const out = reinterpret_cast<unsigned char*>(plain.data());
    QCOMPARE(EVP_DecryptInit_ex(context.get(), EVP_aes_128_cbc(), nullptr, bytes(key.body), bytes(iv)), 1);
    QCOMPARE(EVP_DecryptUpdate(context.get(), out, &length, bytes(secret), int(secret.size())), 1);
    QCOMPARE(EVP_DecryptFinal_ex(context.get(), out + length, &rest), 1);
    QCOMPARE(plain.at(0), 'G');
    QCOMPARE(plain.at(188), 'G');
    QVERIFY(secret.at(0) != 'G' || secret.at(188) != 'G');
}

void TestSandboxMedia::proprietaryPlaylistHasNoKey()
{
    const QJsonObject stream = SandboxFixture::stream(
        m_box->playInfo(SandboxFixture::lectureId()), u"SD"_s, u"m3u8"_s, u"AliyunVoDEncryption"_s);
    QCOMPARE(stream["Encrypt"_L1].toInteger(), 1);
    const QByteArray text = get(SandboxFixture::playUrl(stream)).body;
    QVERIFY(text.contains("METHOD=AliyunVoDEncryption"));
    QVERIFY(!text.contains("hls.key"));
}

void TestSandboxMedia::urlsExpireWithTheClock()
{
    QCOMPARE(get(m_hd, "Range: bytes=0-9\r\n").status, 206);
    m_box->fault("clock-skew=3590");
    QCOMPARE(get(m_hd, "Range: bytes=0-9\r\n").status, 206);
    m_box->fault("clock-skew=3605");
    const RawReply reply = get(m_hd, "Range: bytes=10-19\r\n");
    m_box->fault("");
    QCOMPARE(reply.status, 403);
    QVERIFY(reply.body.contains("<Code>AccessDenied</Code>") && reply.body.contains("Request has expired."));
    QCOMPARE(get(m_hd, "Range: bytes=0-9\r\n").status, 206);
}

void TestSandboxMedia::urlTtlActsAtOnce()
{
    // A URL that was issued to live for an hour dies as soon as the fault says so, between two ranges.
    const QUrl url =
        SandboxFixture::playUrl(SandboxFixture::stream(m_box->playInfo(SandboxFixture::cityId()), u"SD"_s, u"mp4"_s));
    QCOMPARE(get(url, "Range: bytes=0-9\r\n").status, 206);
    m_box->fault("url-ttl=1");
    QTRY_COMPARE(get(url, "Range: bytes=10-19\r\n").status, 403);
    // A URL issued now says itself when it ends.
    const QJsonObject fresh = m_box->playInfo(SandboxFixture::cityId());
    const QUrl shortLived = SandboxFixture::playUrl(SandboxFixture::stream(fresh, u"HD"_s, u"mp4"_s));
    const qint64 until = QUrlQuery(shortLived).queryItemValue(u"auth_key"_s).section(u'-', 0, 0).toLongLong();
    QVERIFY(qAbs(until - QDateTime::currentSecsSinceEpoch()) <= 2);
    const QUrl encrypted =
        SandboxFixture::playUrl(SandboxFixture::stream(fresh, u"SD"_s, u"m3u8"_s, u"HLSEncryption"_s));
    QTRY_COMPARE(get(shortLived).status, 403);
    QTRY_COMPARE(get(encrypted).status, 403);
    m_box->fault("");
}

void TestSandboxMedia::connectionsAreCounted()
{
    QTRY_COMPARE(m_box->server().openMediaConnections(), 0);
    m_box->server().resetPeakMediaConnections();
    QCOMPARE(m_box->server().peakMediaConnections(), 0);
    const QString cover =
        m_box->ask("ListMediaBasicInfos").json()["MediaInfos"_L1][0]["MediaBasicInfo"_L1]["CoverURL"_L1].toString();
    const QByteArray request =
        "GET " + QUrl(cover).toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority) + " HTTP/1.1\r\nHost: h\r\n\r\n";
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < 3; ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->connectToHost(u"127.0.0.1"_s, quint16(m_box->mediaPort()));
        QVERIFY(sockets.back()->waitForConnected());
    }
    QTRY_COMPARE(m_box->server().openMediaConnections(), 3);
    // Many covers over one connection, which is kept.
    QByteArray etag;
    for (int i = 0; i < 20; ++i) {
        sockets.front()->write(request);
        QByteArray reply;
        qsizetype whole = -1;
        while (whole < 0 || reply.size() < whole) {
            QVERIFY(sockets.front()->waitForReadyRead(10'000));
            reply += sockets.front()->readAll();
            const qsizetype head = reply.indexOf("\r\n\r\n");
            if (head < 0)
                continue;
            const RawReply parsed { .head = reply.left(head) };
            whole = head + 4 + parsed.header("Content-Length").toLongLong();
            QVERIFY(etag.isEmpty() || etag == parsed.header("ETag"));
            etag = parsed.header("ETag");
        }
        QCOMPARE(reply.size(), whole);
    }
    QVERIFY(etag.size() > 10);
    sockets.clear();
    QTRY_COMPARE(m_box->server().openMediaConnections(), 0);
    QCOMPARE(m_box->server().peakMediaConnections(), 3);
    m_box->server().resetPeakMediaConnections();
    QCOMPARE(m_box->server().peakMediaConnections(), 0);
}

QTEST_GUILESS_MAIN(TestSandboxMedia)
#include "tst_sandbox_media.moc"
