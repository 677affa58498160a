// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/open_target.h"

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
        } else if (const auto* source = std::get_if<PlaySource>(&*target)) {
            QCOMPARE(u"play"_s, kind);
            QCOMPARE(source->title, value); // never the URL: it may be signed
            QVERIFY(source->key.isEmpty());
        } else {
            const auto& query = std::get<PlayInfoQuery>(*target);
            QCOMPARE(query.mediaId.isEmpty() ? u"input"_s : u"id"_s, kind);
            QCOMPARE(query.mediaId + query.inputUrl, value);
        }
    }

    void soundIsKnownByItsName()
    {
        QVERIFY(playSourceForUrl(u"https://cdn.example.com/sq.mp3?auth_key=1"_s)->audioOnly);
        QVERIFY(!playSourceForUrl(u"https://cdn.example.com/sq.mp4?x=.mp3"_s)->audioOnly);
        QVERIFY(!playSourceForUrl(u"https://cdn.example.com/"_s)->title.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOpenTarget)
#include "tst_open_target.moc"
