// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/open_target.h"

#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestOpenTarget final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void targets_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kind"); // "id", "input", "play" or "refused"
        QTest::addColumn<QString>("value");
        const QString id = u"86434e152b7d4f20be480574439fe001"_s;
        QTest::newRow("media id") << id << u"id"_s << id;
        QTest::newRow("spaces around") << u"  \t"_s + id + u"\n"_s << u"id"_s << id;
        QTest::newRow("first of two") << id + u"\nabc"_s << u"id"_s << id;
        QTest::newRow("the page's 29 characters")
            << u"86434e152b7d4f20be480574439fe"_s << u"id"_s << u"86434e152b7d4f20be480574439fe"_s;
        QTest::newRow("oss") << u"oss://bucket/a/b.mp4"_s << u"input"_s << u"oss://bucket/a/b.mp4"_s;
        QTest::newRow("oss, chinese") << u"oss://bucket/茶山.mp4"_s << u"input"_s << u"oss://bucket/茶山.mp4"_s;
        QTest::newRow("vod") << u"vod://20b48fb04483915d"_s << u"input"_s << u"vod://20b48fb04483915d"_s;
        QTest::newRow("https bucket") << u"https://b.oss-cn-shanghai.aliyuncs.com/a.mp4"_s << u"input"_s
                                      << u"https://b.oss-cn-shanghai.aliyuncs.com/a.mp4"_s;
        QTest::newRow("signed bucket URL plays")
            << u"https://b.oss-cn-shanghai.aliyuncs.com/a.mp4?Expires=1&OSSAccessKeyId=k&Signature=s"_s << u"play"_s
            << u"a.mp4"_s;
        QTest::newRow("cdn URL plays") << u"https://cdn.example.com/x/hd.m3u8?auth_key=1-0-0-abc"_s << u"play"_s
                                       << u"hd.m3u8"_s;
        QTest::newRow("loopback plays") << u"http://127.0.0.1:8000/a.mp4"_s << u"play"_s << u"a.mp4"_s;
        QTest::newRow("look-alike host plays")
            << u"https://b.oss-cn-shanghai.aliyuncs.com.evil.example/a.mp4"_s << u"play"_s << u"a.mp4"_s;
        QTest::newRow("file") << u"file:///etc/passwd"_s << u"refused"_s << QString();
        QTest::newRow("ftp") << u"ftp://host/a.mp4"_s << u"refused"_s << QString();
        QTest::newRow("javascript") << u"javascript:alert(1)"_s << u"refused"_s << QString();
        QTest::newRow("words") << u"City night drive"_s << u"refused"_s << QString();
        QTest::newRow("no host") << u"https:///a.mp4"_s << u"refused"_s << QString();
        QTest::newRow("empty") << u"   "_s << u"refused"_s << QString();
        QTest::newRow("very long") << QString(1'000'000, u'a') << u"refused"_s << QString();
    }

    void targets()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, kind);
        QFETCH(const QString, value);
        const auto target = parseOpenTarget(text);
        if (!target) {
            QCOMPARE(u"refused"_s, kind);
            QCOMPARE(target.error().kind, ErrorKind::InvalidRequest);
            QVERIFY(target.error().advice.contains(u"MediaId"_s));
            QVERIFY(target.error().message.size() < 200);
        } else if (const auto* url = std::get_if<QUrl>(&*target)) {
            QCOMPARE(u"play"_s, kind);
            QCOMPARE(url->fileName(), value);
        } else {
            const auto& query = std::get<PlayInfoQuery>(*target);
            QCOMPARE(query.mediaId.isEmpty() ? u"input"_s : u"id"_s, kind);
            QCOMPARE(query.mediaId + query.inputUrl, value);
        }
    }

    void links_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("mediaId"); // empty: refused
        QTest::addColumn<QString>("key");
        QTest::addColumn<double>("seconds"); // -1: none
        const QString id = u"86434e152b7d4f20be480574439fe001"_s;
        const QString link = u"proofreel://asset/"_s + id;
        QTest::newRow("plain") << link << id << QString() << -1.0;
        QTest::newRow("all") << link + u"?stream=j.abc.d_2E1&t=12.5"_s << id << u"j.abc.d_2E1"_s << 12.5;
        QTest::newRow("unknown parameters") << link + u"?delete=1&t=0&x=%00"_s << id << QString() << 0.0;
        QTest::newRow("time before the start") << link + u"?t=-1"_s << id << QString() << -1.0;
        QTest::newRow("time beyond every asset") << link + u"?t=1e300"_s << id << QString() << -1.0;
        QTest::newRow("no number") << link + u"?t=nan"_s << id << QString() << -1.0;
        QTest::newRow("no key") << link + u"?stream=../../etc"_s << id << QString() << -1.0;
        QTest::newRow("key too long") << link + u"?stream=t."_s + QString(3000, u'a') << id << QString() << -1.0;
        QTest::newRow("another verb") << u"proofreel://delete/"_s + id << QString() << QString() << -1.0;
        QTest::newRow("no id") << u"proofreel://asset/"_s << QString() << QString() << -1.0;
        QTest::newRow("path behind") << link + u"/../x"_s << QString() << QString() << -1.0;
        QTest::newRow("id too short") << u"proofreel://asset/abc"_s << QString() << QString() << -1.0;
    }

    void links()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, mediaId);
        QFETCH(const QString, key);
        QFETCH(const double, seconds);
        const auto target = parseOpenTarget(text);
        QCOMPARE(target.has_value(), !mediaId.isEmpty());
        if (!target)
            return;
        const auto& link = std::get<AssetLink>(*target);
        QCOMPARE(link.mediaId, mediaId);
        QCOMPARE(link.streamKey, key);
        QCOMPARE(link.seconds.value_or(-1), seconds);
    }

    void writtenLinksAreRead_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("text");
        const QString start = u"proofreel://asset/86434e152b7d4f20be480574439fe001"_s;
        QTest::newRow("asset") << QString() << -1.0 << start;
        QTest::newRow("stream") << u"j.a.b"_s << -1.0 << start + u"?stream=j.a.b"_s;
        QTest::newRow("moment") << u"t.a_20._h1._n2"_s << 83.0404 << start + u"?stream=t.a_20._h1._n2&t=83.04"_s;
        QTest::newRow("start") << QString() << 0.0 << start + u"?t=0"_s;
    }

    void writtenLinksAreRead()
    {
        QFETCH(const QString, key);
        QFETCH(const double, seconds);
        QFETCH(const QString, text);
        const QString link =
            assetLink(u"86434e152b7d4f20be480574439fe001"_s, key, seconds < 0 ? std::nullopt : std::optional(seconds));
        QCOMPARE(link, text);
        const auto read = std::get<AssetLink>(*parseOpenTarget(link));
        QCOMPARE(read.streamKey, key);
        QVERIFY(std::abs(read.seconds.value_or(-1) - seconds) < 0.001);
    }

    void idsHoldNoSecret()
    {
        const auto idOf = [](const QString& text) { return targetId(*parseOpenTarget(text)); };
        const QString one = idOf(u"https://cdn.example.com/a.mp4?auth_key=1-0-0-CANARY"_s);
        QVERIFY(!one.contains(u"CANARY"_s));
        QVERIFY(one.startsWith(u"https://cdn.example.com/a.mp4#"_s));
        QVERIFY(one != idOf(u"https://cdn.example.com/a.mp4?auth_key=2"_s));
        QVERIFY(!idOf(u"https://user:CANARY@cdn.example.com/a.mp4"_s).contains(u"CANARY"_s));
        QCOMPARE(idOf(u"oss://bucket/a.mp4"_s), u"oss://bucket/a.mp4"_s);
        const QString id = u"86434e152b7d4f20be480574439fe001"_s;
        QCOMPARE(idOf(id), id);
        QCOMPARE(idOf(u"proofreel://asset/"_s + id + u"?t=1"_s), id);
    }
};

QTEST_GUILESS_MAIN(TestOpenTarget)
#include "tst_open_target.moc"
