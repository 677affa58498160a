// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/catalog.h"
#include "sandbox/media_url.h"
#include "sandbox/playlist_writer.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace proofreel::sandbox;
using namespace Qt::StringLiterals;

class TestSandboxCatalog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsAndMerges();
    void refusesWhatIsMissing();
    void syntheticIdsLeadBack();
    void syntheticIdsFollowTheSeed();
    void inputUrls_data();
    void inputUrls();
    void urlsExpire_data();
    void urlsExpire();
    void urlsAreBoundToTheirPath();
    void playlistPartsAreSigned();
    void keyTokens();

private:
    void write(const QString& name, const QByteArray& text) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QTemporaryDir m_folder;
};

void TestSandboxCatalog::initTestCase()
{
    write(u"catalog.json"_s, R"({"PlayInfoDefaults": {"Status": "Normal", "Encrypt": 0},
        "categories": [{"CateId": 1, "ParentId": -1, "Level": 0, "CateName": "A"}],
        "assets": [
        {"MediaId": "00000000000000000000000000000002", "Title": "older", "created": "2026-01-01T00:00:00Z", "folder": "b",
         "InputURL": "https://bucket.oss-cn-shanghai.aliyuncs.com/b.mp4",
         "streams": [{"file": "x.mp4", "PlayInfo": {"Bitrate": "20", "HDRType": null, "JobId": "j"}}]},
        {"MediaId": "00000000000000000000000000000001", "Title": "newer", "created": "2026-01-02T00:00:00Z", "folder": "a",
         "InputURL": "vod://1", "streams": [{"file": "y.mp4", "PlayInfo": {}}]},
        {"MediaId": "00000000000000000000000000000003", "Title": "not yet", "created": "2026-01-03T00:00:00Z",
         "Status": "Preparing", "InputURL": "oss://bucket/c.mp4"}]})");
    write(u"media.json"_s, R"({"b/x.mp4": {"Size": 7, "Bitrate": "900", "HDRType": "HDR10", "codec": "hevc"},
        "a/y.mp4": {"Size": 8, "Bitrate": "100"}})");
}

void TestSandboxCatalog::readsAndMerges()
{
    Catalog catalog;
    QVERIFY(!catalog.load(m_folder.path(), 0, 1));
    QCOMPARE(catalog.size(), 3);
    QCOMPARE(catalog.title(0), u"not yet"_s);
    QCOMPARE(catalog.title(1), u"newer"_s);
    const Asset asset = catalog.asset(2);
    const QJsonObject declared = asset.renditions.first().declared;
    QCOMPARE(declared["Bitrate"_L1].toString(), u"20"_s);
    QCOMPARE(declared["Size"_L1].toInteger(), 7);
    QCOMPARE(declared["Encrypt"_L1].toInteger(-1), 0);
    QCOMPARE(declared["JobId"_L1].toString(), u"j"_s);
    QVERIFY(!declared.contains("HDRType"_L1));
    QVERIFY(!declared.contains("codec"_L1));
    QCOMPARE(asset.renditions.first().measured["Bitrate"_L1].toString(), u"900"_s);
}

void TestSandboxCatalog::refusesWhatIsMissing()
{
    Catalog catalog;
    QVERIFY(catalog.load(u"/nonexistent"_s, 0, 1).value().contains("Cannot read"_L1));
    QVERIFY(catalog.load(m_folder.path(), -1, 1));
    QVERIFY(catalog.load(m_folder.path(), 1'000'001, 1));
    QTemporaryDir other;
    QVERIFY(QFile::copy(m_folder.filePath(u"catalog.json"_s), other.filePath(u"catalog.json"_s)));
    QFile media(other.filePath(u"media.json"_s));
    QVERIFY(media.open(QIODevice::WriteOnly));
    media.write("{}");
    media.close();
    QVERIFY(Catalog().load(other.path(), 0, 1).value().contains("which media.json does not have"_L1));
    QVERIFY(media.open(QIODevice::WriteOnly));
    media.write("nonsense");
    media.close();
    QVERIFY(Catalog().load(other.path(), 0, 1).value().contains("is not a JSON object"_L1));
}

void TestSandboxCatalog::syntheticIdsLeadBack()
{
    Catalog catalog;
    QVERIFY(!catalog.load(m_folder.path(), 1'000'000, 7));
    QCOMPARE(catalog.size(), 1'000'003);
    QSet<QString> seen;
    qint64 previous = std::numeric_limits<qint64>::max();
    for (qint64 i = 0; i < catalog.size(); i += 997) {
        const QString id = catalog.mediaId(i);
        QCOMPARE(id.size(), 32);
        QCOMPARE(catalog.indexOf(id), i);
        QVERIFY(!seen.contains(id));
        seen.insert(id);
        const qint64 created = catalog.facts(i).createdMs;
        QVERIFY(created < previous); // newest first
        previous = created;
    }
    const Asset last = catalog.asset(catalog.size() - 1);
    QCOMPARE(catalog.indexOf(last.mediaId), catalog.size() - 1);
    QCOMPARE(catalog.indexOfInputUrl(last.inputUrl), catalog.size() - 1);
    QVERIFY(!last.folder.isEmpty());
    QString wrong = last.mediaId;
    wrong[0] = wrong[0] == u'a' ? u'b' : u'a';
    QCOMPARE(catalog.indexOf(wrong), -1);
    QCOMPARE(catalog.indexOf(u"zz"_s), -1);
    QCOMPARE(catalog.indexOf(QString(32, u'g')), -1);
    QCOMPARE(catalog.indexOf(last.mediaId.toUpper()), -1);
}

void TestSandboxCatalog::syntheticIdsFollowTheSeed()
{
    Catalog a, b, c;
    QVERIFY(!a.load(m_folder.path(), 10, 7) && !b.load(m_folder.path(), 10, 7) && !c.load(m_folder.path(), 10, 8));
    QCOMPARE(a.mediaId(5), b.mediaId(5));
    QCOMPARE(a.title(5), b.title(5));
    QVERIFY(a.mediaId(5) != c.mediaId(5));
    QCOMPARE(c.indexOf(a.mediaId(5)), -1);
}

void TestSandboxCatalog::inputUrls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("index");
    QTest::newRow("vod") << u"vod://1"_s << 1;
    QTest::newRow("as registered") << u"https://bucket.oss-cn-shanghai.aliyuncs.com/b.mp4"_s << 2;
    QTest::newRow("same object, oss") << u"oss://bucket/b.mp4"_s << 2;
    QTest::newRow("same object, https") << u"https://bucket.oss-cn-shanghai.aliyuncs.com/c.mp4"_s << 0;
    QTest::newRow("unknown") << u"oss://bucket/nothing.mp4"_s << -1;
    QTest::newRow("nonsense") << u"not a url"_s << -1;
}

void TestSandboxCatalog::inputUrls()
{
    QFETCH(QString, url);
    QFETCH(int, index);
    Catalog catalog;
    QVERIFY(!catalog.load(m_folder.path(), 0, 1));
    QCOMPARE(catalog.indexOfInputUrl(url), index);
}

void TestSandboxCatalog::urlsExpire_data()
{
    QTest::addColumn<int>("style");
    QTest::newRow("CDN type A") << int(UrlStyle::CdnTypeA);
    QTest::newRow("OSS V1") << int(UrlStyle::OssV1);
    QTest::newRow("OSS V4") << int(UrlStyle::OssV4);
}

void TestSandboxCatalog::urlsExpire()
{
    QFETCH(int, style);
    const qint64 now = 1'700'000'000'123;
    const MediaUrls urls;
    const QString url = urls.issue(u"http://h"_s, u"/id/茶 1.mp4"_s, UrlStyle(style), now, 60);
    QVERIFY(url.startsWith("http://h/id/%E8%8C%B6%201.mp4?"_L1));
    QByteArray target = url.mid(8).toLatin1();
    QCOMPARE(urls.verify(target, now, 0), UrlVerdict::Valid);
    QCOMPARE(urls.verify(target, now + 60'000, 0), UrlVerdict::Valid);
    QCOMPARE(urls.verify(target, now + 61'000, 0), UrlVerdict::Expired);
    // A lifetime imposed after the issue counts from the issue.
    QCOMPARE(urls.verify(target, now + 5'000, 10), UrlVerdict::Valid);
    QCOMPARE(urls.verify(target, now + 11'000, 10), UrlVerdict::Expired);
    QCOMPARE(MediaUrls().verify(target, now, 0), UrlVerdict::Wrong);
    target.replace("id/", "ie/");
    QCOMPARE(urls.verify(target, now, 0), UrlVerdict::Wrong);
}

void TestSandboxCatalog::urlsAreBoundToTheirPath()
{
    const MediaUrls urls;
    QCOMPARE(urls.verify("/a/b.mp4", 0, 0), UrlVerdict::Unsigned);
    QCOMPARE(urls.verify("/a/b.mp4?auth_key=1-2-3-4", 0, 0), UrlVerdict::Wrong);
    QCOMPARE(urls.verify("/a/b.mp4?auth_key=", 0, 0), UrlVerdict::Wrong);
    QCOMPARE(urls.verify("/a/b.mp4?Signature=x&Expires=9999999999", 0, 0), UrlVerdict::Wrong);
    QCOMPARE(urls.verify("/a/b.mp4?x-oss-signature=x", 0, 0), UrlVerdict::Wrong);
    // A longer life cannot be had by editing the URL.
    QByteArray target = urls.issue(QString(), u"/a/b.mp4"_s, UrlStyle::CdnTypeA, 1'700'000'000'000, 60).toLatin1();
    target.replace("auth_key=17", "auth_key=27");
    QCOMPARE(urls.verify(target, 0, 0), UrlVerdict::Wrong);
}

void TestSandboxCatalog::playlistPartsAreSigned()
{
    const qint64 now = 1'700'000'000'000;
    const MediaUrls urls;
    for (const UrlStyle style : { UrlStyle::CdnTypeA, UrlStyle::OssV1, UrlStyle::OssV4 }) {
        const QByteArray target = urls.issue(QString(), u"/id/hd/index.m3u8"_s, style, now, 60).toLatin1();
        const QByteArray text = signedPlaylist("#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"hls.key\",IV=0x1\n#EXTINF:2,\n"
                                               "seg_000.ts\n#EXT-X-ENDLIST\n#EXT-X-MAP:URI=\"init.m4s\",X=1\n",
            target, urls, "/id/hls.key", "a+b");
        const auto lines = text.split('\n');
        QCOMPARE(lines.size(), 7);
        QVERIFY(lines[1].startsWith("#EXT-X-KEY:METHOD=AES-128,URI=\"/id/hls.key?Ciphertext="));
        QVERIFY(lines[1].endsWith("&MtsHlsUriToken=a%2Bb\",IV=0x1"));
        QVERIFY(lines[3].startsWith("seg_000.ts?"));
        QCOMPARE(urls.verify("/id/hd/" + lines[3], now + 59'000, 0), UrlVerdict::Valid);
        QCOMPARE(urls.verify("/id/hd/" + lines[3], now + 61'000, 0), UrlVerdict::Expired);
        QCOMPARE(urls.verify("/id/hd/" + lines[3], now + 11'000, 10), UrlVerdict::Expired);
        QCOMPARE(lines[4], "#EXT-X-ENDLIST");
        QVERIFY(lines[5].startsWith("#EXT-X-MAP:URI=\"init.m4s?") && lines[5].endsWith("\",X=1"));
        const QByteArray section = lines[5].mid(16, lines[5].size() - 16 - 5);
        QCOMPARE(urls.verify("/id/hd/" + section, now + 59'000, 0), UrlVerdict::Valid);
    }
    const QByteArray other = "#EXT-X-KEY:METHOD=AliyunVoDEncryption,URI=\"alivod://license\"\n";
    QCOMPARE(signedPlaylist(other, "/id/index.m3u8", urls, "/id/hls.key", {}), other);
}

void TestSandboxCatalog::keyTokens()
{
    const qint64 now = 1'700'000'000'000;
    const MediaUrls urls;
    const QByteArray token = urls.keyToken(u"id"_s, now, 60);
    QVERIFY(urls.isKeyTokenValid(token, u"id"_s, now + 59'999, 0));
    QVERIFY(!urls.isKeyTokenValid(token, u"id"_s, now + 60'000, 0));
    QVERIFY(!urls.isKeyTokenValid(token, u"id"_s, now + 11'000, 10));
    QVERIFY(!urls.isKeyTokenValid(token, u"other"_s, now, 0));
    QVERIFY(!urls.isKeyTokenValid({}, u"id"_s, now, 0));
    QVERIFY(!urls.isKeyTokenValid("a.b.c", u"id"_s, now, 0));
}

QTEST_GUILESS_MAIN(TestSandboxCatalog)
#include "tst_sandbox_catalog.moc"
