// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clock.h"
#include "core/http.h"
#include "ims/client.h"
#include "media/reply_trouble.h"
#include "quality/asset_check.h"
#include "quality/host_pool.h"
#include "quality/silent_hosts.h"
#include "sandbox/server.h"
#include "tests/support/in_worker.h"
#include "tests/support/made_media.h"
#include "tests/support/media_shelf.h"

#include <QElapsedTimer>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

//! A host that says nothing, or breaks off, in the middle of a deep check: what the line failed at is never told as a
//! fault of the media, and a fault of the media never as one of the line.
class TestSilentHosts final : public QObject {
    Q_OBJECT
private:
    using Reply = RawServer::Reply;

    AssetResult check(const QString& path)
    {
        PlayInfo info;
        info.format = path.endsWith("mp4"_L1) ? u"mp4"_s : u"m3u8"_s;
        info.playUrl = m_shelf.url(path).toString();
        AssetSheet sheet { .mediaId = u"m"_s, .requestedAt = QDateTime::currentDateTimeUtc() };
        sheet.streams += inWorker(
            [&] { return measureStream(m_http, u"m"_s, {}, info, { .deep = true, .delivery = false }, {}, {}); });
        const Policy policy = *Policy::parse("rules.declared.missing-field = \"off\"", {}); // nothing is declared here
        return { .sheet = sheet, .judgement = judge(sheet, policy, sheet.requestedAt), .thumbnails = {} };
    }
    MadeMedia m_made;
    Shelf m_shelf;
    Http m_http;
    std::function<Reply(const QByteArray&)> m_whole; // what the shelf says of itself

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!MadeMedia::program().isEmpty(), "the ffmpeg program is needed");
        QVERIFY(!m_shelf.trouble);
        m_whole = m_shelf.server.handler;
        const QString file = m_made.make(u"a.mp4"_s,
            u"-f lavfi -i testsrc2=s=320x180:r=25:d=6,noise=alls=30:allf=t -f lavfi -i sine=frequency=500:duration=6 "
            u"-c:v "
            "libx264 -preset ultrafast -crf 26 -g 50 -pix_fmt yuv420p -color_primaries bt709 -color_trc bt709 "
            "-colorspace bt709 -c:a aac -ac 2 -movflags +faststart"_s);
        QVERIFY(!file.isEmpty());
        QVERIFY(!m_made
                     .make(u"index.m3u8"_s,
                         u"-i %1 -c copy -f hls -hls_time 2 -hls_playlist_type vod -hls_segment_filename %2"_s.arg(
                             file, m_made.path(u"%d.ts"_s)))
                     .isEmpty());
        for (const char* name : { "a.mp4", "index.m3u8", "0.ts", "1.ts", "2.ts" }) {
            QFile one(m_made.path(QString::fromLatin1(name)));
            QVERIFY(one.open(QIODevice::ReadOnly));
            m_shelf.files.insert('/' + QByteArray(name), one.readAll());
        }
        QVERIFY(m_shelf.files.value("/a.mp4").size() > 500'000); // more than its headers are read of
    }

    void verdicts_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* path, const char* fault, const char* verdict, const char* reason) {
            QTest::addRow("%s of %s", fault, path) << QString::fromLatin1(path) << QString::fromLatin1(fault)
                                                   << QString::fromLatin1(verdict) << QString::fromLatin1(reason);
        };
        row("/index.m3u8", "nothing", "pass", "");
        row("/index.m3u8", "slow", "pass", "");
        row("/index.m3u8", "stall", "error", "fell silent in the middle of its reply for 15 s");
        row("/index.m3u8", "reset", "error", "closed the connection without an answer");
        row("/index.m3u8", "throttled", "error", "The media server failed (429)");
        row("/index.m3u8", "missing", "fail", "missing on the server (404)");
        row("/index.m3u8", "cut", "fail", "ended the connection in the middle of its reply");
        row("/index.m3u8", "short", "fail", "");
        row("/a.mp4", "nothing", "pass", "");
        row("/a.mp4", "slow", "pass", "");
        row("/a.mp4", "stall", "error", "fell silent in the middle of its reply for 15 s");
        row("/a.mp4", "reset", "error", "closed the connection without an answer");
        row("/a.mp4", "cut", "fail", "ended the connection in the middle of its reply");
    }
    void verdicts()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, fault);
        QFETCH(const QString, verdict);
        QFETCH(const QString, reason);
        m_shelf.server.handler = [&](const QByteArray& request) -> Reply {
            const Reply good = m_whole(request);
            // The second segment, or what comes behind the headers of the file.
            const bool isHit = request.contains("/1.ts ")
                || (request.contains("/a.mp4 ") && !request.contains("bytes=0-") && good.parts[0].size() > 200'000);
            if (!isHit)
                return good;
            const QByteArray all = good.parts[0], half = all.left(all.size() / 2);
            if (fault == "slow"_L1)
                return { { half, all.mid(half.size()) }, false, 2'000 }; // a next request may come on it
            if (fault == "stall"_L1)
                return { { half }, false };
            if (fault == "reset"_L1)
                return { {}, true };
            if (fault == "cut"_L1)
                return { { half } };
            if (fault == "throttled"_L1)
                return { { statusReply("429 Too Many Requests", "later") } };
            if (fault == "missing"_L1)
                return { { statusReply("404 Not Found", "no") } };
            if (fault == "short"_L1)
                return { { okReply(m_shelf.files.value("/1.ts").left(20'001)) } };
            return good;
        };
        const AssetResult result = check(path);
        QStringList said;
        for (const Finding& finding : result.judgement.findings)
            said += finding.rule + u": "_s + finding.message;
        const QString all = said.join(u'\n');
        QVERIFY2(verdictName(result.judgement.verdict) == verdict, qPrintable(all));
        QVERIFY2(all.contains(reason), qPrintable(all));
        if (verdict == "error"_L1) { // so the whole asset says why
            QVERIFY(result.trouble() && isUnanswered(*result.trouble()));
            QVERIFY2(result.trouble()->message.contains(reason), qPrintable(result.trouble()->message));
            QCOMPARE(said.size(), 1); // one cause, one finding
        }
    }

    //! All of a ladder on a host that is dead: it is waited for once, not once for each request of each rendition.
    void aDeadHostIsWaitedForOnce()
    {
        sandbox::Server server({});
        QVERIFY(!server.start());
        sandbox::Faults faults;
        faults.hangMedia = true;
        server.setFaults(faults);
        SystemClock clock;
        Client client(m_http, clock);
        client.setAccount({ .credentials = { server.accessKeyId(), server.accessKeySecret(), {} },
            .endpoint = QUrl(server.endpoint()) });
        HostPool pool(2);
        AssetCheck check(client, pool,
            [this](const QString& mediaId, const StreamKey& key, const PlayInfo& info, const MeasureOptions& options,
                std::stop_token stop, const std::function<void(double)>& progress) {
                return measureStream(m_http, mediaId, key, info, options, std::move(stop), progress);
            });
        QElapsedTimer timer;
        timer.start();
        std::optional<AssetResult> result;
        check.check(u"86434e152b7d4f20be480574439fe001"_s, { .measure = { .deep = true } }, Policy(),
            { .done = [&](AssetResult done) { result = std::move(done); } });
        QTRY_VERIFY_WITH_TIMEOUT(result, 150'000);
        const qint64 elapsed = timer.elapsed();
        qInfo("%lld renditions in %lld ms", qint64(result->sheet.streams.size()), elapsed);
        QVERIFY2(elapsed < 30'000, qPrintable(QString::number(elapsed))); // twice the time limit of one request
        QVERIFY(result->sheet.streams.size() > 8);
        QCOMPARE(verdictName(result->judgement.verdict), u"error"_s);
        const QString host = QUrl(server.mediaEndpoint()).authority();
        qsizetype spared = 0;
        for (const StreamSheet& stream : result->sheet.streams) {
            QVERIFY(stream.container && !*stream.container);
            const Error& error = (*stream.container).error();
            if (error.kind == ErrorKind::Unsupported) // for the service's own player
                continue;
            QCOMPARE(error.kind, ErrorKind::Timeout);
            QVERIFY2(error.message.contains(host), qPrintable(error.message));
            spared += error.message.contains("was not asked again"_L1);
        }
        QVERIFY(spared >= result->sheet.streams.size() - 4);
    }

    //! One host among others, and one that is moody: only who has said nothing at all is dead.
    void whoHasAnsweredIsAskedAgain()
    {
        QStringList asked;
        const MeasureStream measure =
            sparingSilentHosts([&asked](const QString&, const StreamKey&, const PlayInfo& info, const MeasureOptions&,
                                   std::stop_token, const std::function<void(double)>&) {
                asked += info.playUrl;
                StreamSheet sheet { .info = info };
                sheet.container = MediaFacts();
                if (info.playUrl.endsWith("silence"_L1))
                    sheet.container = fail({ .kind = ErrorKind::Timeout, .message = u"silent"_s });
                else
                    sheet.transfer.bytesFetched = 1;
                return sheet;
            });
        const auto ask = [&measure](const char* url) {
            PlayInfo info;
            info.playUrl = QLatin1StringView(url);
            return measure(u"m"_s, {}, info, {}, {}, {});
        };
        QVERIFY(!*ask("http://dead.example.com/silence").container);
        const StreamSheet spared = ask("http://dead.example.com/b");
        QCOMPARE(spared.info.playUrl, u"http://dead.example.com/b"_s);
        QCOMPARE(spared.container->error().kind, ErrorKind::Timeout);
        QVERIFY(spared.container->error().message.startsWith("dead.example.com "_L1));
        QVERIFY(*ask("http://dead.example.com:8080/a").container); // another
        QVERIFY(*ask("http://moody.example.com/a").container);
        QVERIFY(!*ask("http://moody.example.com/silence").container);
        QVERIFY(*ask("http://moody.example.com/b").container);
        QCOMPARE(asked.size(), 5);
    }
};

QTEST_GUILESS_MAIN(TestSilentHosts)
#include "tst_silent_hosts.moc"
