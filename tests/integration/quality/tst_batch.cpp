// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "batch_fixture.h"

#include <QSemaphore>
#include <QTemporaryDir>

#include <atomic>
#include <mutex>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

namespace {

const QString kCity = u"86434e152b7d4f20be480574439fe001"_s; // 14 renditions
const QString kHarbour = u"5c1fd2e0a7b94c3d8e6f1029384756aa"_s; // no original
const QString kPreparing = u"e1a2b3c4d5f60718293a4b5c6d7e8f90"_s;
const QString kNobody = u"00000000000000000000000000000000"_s;

} // namespace

class TestBatch final : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<BatchSandbox> m_sandbox;

private Q_SLOTS:
    void init()
    {
        m_sandbox = std::make_unique<BatchSandbox>();
        QVERIFY2(m_sandbox->trouble.isEmpty(), qPrintable(m_sandbox->trouble));
    }
    void cleanup() { m_sandbox.reset(); }

    void oneAsset()
    {
        AssetCheck check(m_sandbox->fixture.client, m_sandbox->fixture.pool, headOf(m_sandbox->fixture.http));
        QStringList seen;
        qsizetype announced = 0;
        std::optional<AssetResult> result;
        check.check(kCity, {}, {},
            { .answered = [&](const AssetSheet& sheet) { announced = sheet.streams.size(); },
                .progress = [&](const QString& key, double) { seen << key; },
                .measured = [&](const StreamSheet& sheet) { seen << sheet.key; },
                .done = [&](AssetResult got) { result = std::move(got); } });
        QTRY_VERIFY(result);
        QCOMPARE(announced, 14);
        QCOMPARE(result->sheet.streams.size(), 14);
        QCOMPARE(seen.size(), 2 * 14);
        for (const StreamSheet& stream : result->sheet.streams) {
            QVERIFY(stream.container && *stream.container);
            QVERIFY(seen.contains(stream.key));
        }
        QVERIFY(result->judgement.verdict != Verdict::Error);
        QVERIFY(result->sheet.requestedAt.isValid());
    }

    void stoppedWhileItsEndIsOnTheWay()
    {
        std::atomic<bool> isJudged = false;
        QSemaphore go;
        bool isDone = false;
        auto pool = std::make_unique<HostPool>(1);
        auto check = std::make_unique<AssetCheck>(m_sandbox->fixture.client, *pool, headOf(m_sandbox->fixture.http));
        CallHandle handle = check->check(kNobody, {}, {},
            { .keep =
                    [&](const AssetResult&) {
                        isJudged = true;
                        go.acquire();
                    },
                .done = [&](const AssetResult&) { isDone = true; } });
        const bool isThere = QTest::qWaitFor([&] { return isJudged.load(); }, 20'000);
        go.release();
        pool.reset(); // waits for its thread, without events: the end has been posted now
        handle.abort();
        check.reset();
        QCoreApplication::processEvents();
        QVERIFY(isThere && !isDone);
    }

    void theReferenceOfEach_data()
    {
        QTest::addColumn<QString>("asset");
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("ends"); // how its path ends; empty: there is none
        QTest::newRow("original") << kCity << u"original"_s << u"/od.mp4"_s;
        QTest::newRow("no original") << kHarbour << u"original"_s << QString();
        QTest::newRow("source") << kCity << u"source"_s << u".mp4"_s;
        QTest::newRow("a URL") << kCity << u"https://example.com/master.mov?auth_key=1"_s << u"/master.mov"_s;
        QTest::newRow("none") << kCity << u"none"_s << QString();
    }
    void theReferenceOfEach()
    {
        QFETCH(QString, asset);
        QFETCH(QString, reference);
        QFETCH(QString, ends);
        std::mutex mutex;
        QHash<QString, MeasureOptions> seen; // by PlayURL's path
        const MeasureStream head = headOf(m_sandbox->fixture.http);
        AssetCheck check(m_sandbox->fixture.client, m_sandbox->fixture.pool,
            [&](const QString& id, const StreamKey& key, const PlayInfo& info, const MeasureOptions& options,
                const std::stop_token& stop, const std::function<void(double)>& progress) {
                {
                    const std::scoped_lock lock(mutex);
                    seen.insert(QUrl(info.playUrl).path(), options);
                }
                return head(id, key, info, options, stop, progress);
            });
        const auto chosen = Reference::parse(reference);
        QVERIFY(chosen);
        QCOMPARE(chosen->text(), reference);
        QVERIFY(!chosen->identity().contains(u"auth_key"_s));
        for (const bool deep : { true, false }) {
            seen.clear();
            std::optional<AssetResult> result;
            CheckOptions options;
            options.measure.deep = deep;
            options.reference = *chosen;
            check.check(asset, options, {}, { .done = [&](AssetResult got) { result = std::move(got); } });
            QTRY_VERIFY(result);
            QVERIFY(seen.size() >= 7);
            for (auto one = seen.cbegin(); one != seen.cend(); ++one) {
                const bool isOriginal = one.key().endsWith(u"/od.mp4"_s) && reference == u"original"_s;
                const bool isWanted = deep && reference != u"none"_s && !isOriginal;
                QVERIFY2(!isWanted || one->reference.path().endsWith(ends), qPrintable(one->reference.toString()));
                QCOMPARE(!one->reference.isEmpty(), isWanted && !ends.isEmpty());
                QCOMPARE(one->referenceTrouble.isEmpty(), !isWanted || !ends.isEmpty());
                QCOMPARE(one->referenceTitle.isEmpty(), one->reference.isEmpty());
            }
        }
        if (reference == u"source"_s)
            QCOMPARE(m_sandbox->server.requestLog().filter(u"GetMediaInfo"_s).size(), 1); // once for the asset
    }

    void aSourceThatIsNotHandedOut()
    {
        MediaInfoReply reply;
        reply.media.files = { MediaFile { .fileType = u"transcode_file"_s, .fileUrl = u"https://a/b.mp4"_s } };
        QVERIFY(sourceIn(reply).url.isEmpty() && !sourceIn(reply).trouble.isEmpty());
        reply.media.files.append({ .fileType = u"source_file"_s, .fileUrl = u"oss://bucket/b.mp4"_s });
        QVERIFY(sourceIn(reply).url.isEmpty());
        const FoundReference refused = sourceIn(fail({ .kind = ErrorKind::Permission, .message = u"denied"_s }));
        QVERIFY(refused.url.isEmpty() && refused.trouble.contains(u"denied"_s));
        for (const char* wrong : { "orignal", "ftp://a/b.mov", "/no/such/file.mov", "https://" })
            QVERIFY2(!Reference::parse(QString::fromLatin1(wrong)), wrong);
    }

    void abortedOneSaysNothing()
    {
        QVERIFY(m_sandbox->fault({ u"hang-media"_s }));
        AssetCheck check(m_sandbox->fixture.client, m_sandbox->fixture.pool, headOf(m_sandbox->fixture.http));
        int answered = 0;
        CallHandle call = check.check(kCity, {}, {},
            { .answered = [&](const AssetSheet&) { ++answered; },
                .measured = [&](const StreamSheet&) { QFAIL("after abort"); },
                .done = [&](const AssetResult&) { QFAIL("after abort"); } });
        QTRY_COMPARE(answered, 1);
        QTRY_VERIFY(m_sandbox->server.openMediaConnections() > 0);
        call.abort();
        QTRY_COMPARE(m_sandbox->server.openMediaConnections(), 0); // the transfers are over as well
        // The pool is free again.
        QVERIFY(m_sandbox->fault({}));
        std::optional<AssetResult> result;
        check.check(kCity, {}, {}, { .done = [&](AssetResult got) { result = std::move(got); } });
        QTRY_VERIFY(result);
    }

    void everyKindOfAsset()
    {
        BatchRun run(m_sandbox->fixture);
        QStringList ids = m_sandbox->server.mediaIds();
        ids << kNobody << kPreparing << ids.first() << kNobody;
        const QSet<QString> different(ids.cbegin(), ids.cend());
        run.batch.start(ids, fast());
        QCOMPARE(run.batch.progress().planned, different.size());
        QVERIFY(run.wait());
        QVERIFY(!run.trouble);
        QCOMPARE(run.results.size(), different.size());
        QCOMPARE(run.times.size(), different.size());
        QCOMPARE(run.of(kNobody).sheet.error->kind, ErrorKind::NotFound);
        QCOMPARE(run.of(kNobody).judgement.verdict, Verdict::Error);
        QCOMPARE(run.of(kPreparing).sheet.error->kind, ErrorKind::Media);
        QCOMPARE(run.of(kPreparing).judgement.verdict, Verdict::Error);
        QCOMPARE(run.of(kCity).sheet.streams.size(), 14);
        QCOMPARE(run.batch.summary().assets, different.size());
        QVERIFY(run.batch.summary().isComplete());
        QVERIFY(run.batch.summary().finishedAt.isValid());
        QCOMPARE(run.batch.state(), Batch::State::Finished);
    }

    void nothingToDo()
    {
        BatchRun run(m_sandbox->fixture);
        run.batch.start({}, fast());
        QVERIFY(!run.isFinished); // never before start() has returned
        QVERIFY(run.wait());
        QVERIFY(!run.trouble);
    }

    void troubleThatPasses_data()
    {
        QTest::addColumn<QStringList>("faults");
        QTest::newRow("throttled") << QStringList { u"throttle=2"_s };
        QTest::newRow("errors") << QStringList { u"error-500=2"_s };
        QTest::newRow("both") << QStringList { u"throttle=3"_s, u"error-500=5"_s };
    }
    void troubleThatPasses()
    {
        QFETCH(QStringList, faults);
        const QStringList ids = m_sandbox->fixture.ids(25);
        QCOMPARE(ids.size(), 25);
        QVERIFY(m_sandbox->fault(faults));
        BatchRun run(m_sandbox->fixture);
        run.batch.start(ids, fast());
        QVERIFY(run.wait());
        QVERIFY(!run.trouble);
        QCOMPARE(run.results.size(), ids.size());
        for (const AssetResult& result : run.results)
            QVERIFY2(!result.sheet.error, qPrintable(result.sheet.error.value_or(Error {}).details()));
    }

    void throttlingSlowsDown()
    {
        const QStringList ids = m_sandbox->fixture.ids(2);
        QVERIFY(m_sandbox->fault({ u"throttle=1"_s }));
        BatchRun run(m_sandbox->fixture);
        run.batch.start(ids, fast());
        QTRY_VERIFY(run.batch.callRate() < 1000);
        run.batch.cancel();
        QVERIFY(run.isFinished);
    }

    void expiredLinksAreRenewedOnce()
    {
        QVERIFY(m_sandbox->fault({ u"url-ttl=1"_s }));
        std::atomic<int> tries { 0 };
        const MeasureStream head = headOf(m_sandbox->fixture.http);
        // The first time each link is used until it has expired.
        QMutex mutex;
        QSet<QString> seen;
        BatchRun run(m_sandbox->fixture,
            [&](const QString& id, const StreamKey& key, const PlayInfo& info, const MeasureOptions& options,
                const std::stop_token& stop, const std::function<void(double)>& progress) {
                ++tries;
                bool isFirst = false;
                {
                    const QMutexLocker lock(&mutex);
                    isFirst = !seen.contains(key.toString());
                    seen.insert(key.toString());
                }
                StreamSheet sheet = head(id, key, info, options, stop, progress);
                while (isFirst && *sheet.container)
                    sheet = head(id, key, info, options, stop, progress);
                return sheet;
            });
        run.batch.start({ kCity }, fast());
        QVERIFY(run.wait());
        const AssetResult result = run.of(kCity);
        QCOMPARE(result.sheet.streams.size(), 14);
        for (const StreamSheet& stream : result.sheet.streams)
            QVERIFY2(stream.container && *stream.container, qPrintable(stream.label));
        QCOMPARE(tries.load(), 2 * 14);
        QVERIFY2(m_sandbox->calls() <= 6, qPrintable(QString::number(m_sandbox->calls()))); // many share an answer
    }

    void linksThatStayRefusedEnd()
    {
        BatchRun run(m_sandbox->fixture,
            [](const QString&, const StreamKey& key, const PlayInfo& info, const MeasureOptions&,
                const std::stop_token&, const std::function<void(double)>&) {
                StreamSheet sheet { .key = key.toString(), .info = info };
                sheet.container = fail({ .kind = ErrorKind::Expired });
                return sheet;
            });
        run.batch.start({ kCity }, fast());
        QVERIFY(run.wait());
        QCOMPARE(run.results.size(), 1);
        QCOMPARE(run.of(kCity).judgement.verdict, Verdict::Fail);
        QVERIFY(m_sandbox->calls() <= 15);
    }

    void cancelIsAtOnce()
    {
        QVERIFY(m_sandbox->fault({ u"hang-media"_s }));
        QTemporaryDir folder;
        auto journal = Journal::open(folder.filePath(u"j"_s), {});
        QVERIFY(journal);
        BatchRun run(m_sandbox->fixture);
        run.batch.start({ kPreparing, kCity }, fast(), *std::move(journal));
        QTRY_COMPARE_WITH_TIMEOUT(run.results.size(), 1, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_sandbox->server.openMediaConnections() > 0, 20'000);
        QElapsedTimer timer;
        timer.start();
        run.batch.cancel();
        QVERIFY(run.isFinished);
        QVERIFY(timer.elapsed() < 200);
        QVERIFY(!run.batch.summary().isComplete());
        journal = Journal::open(folder.filePath(u"j"_s), {});
        QVERIFY(journal); // it was let go
        QCOMPARE((*journal)->count(), 1);
    }

    void pausedBeginsNothing()
    {
        const QStringList ids = m_sandbox->fixture.ids(20);
        BatchRun run(m_sandbox->fixture);
        BatchOptions options = fast();
        options.assetsAtOnce = 2;
        QObject::connect(&run.batch, &Batch::checked, &run.batch, [&] {
            if (run.results.size() == 3)
                run.batch.pause();
        });
        run.batch.start(ids, options);
        QTRY_COMPARE(run.batch.state(), Batch::State::Paused);
        QTRY_COMPARE(run.results.size(), 4); // the one that had begun ends
        const qsizetype before = m_sandbox->calls();
        QTest::qWait(200); // nothing to wait for: nothing may come
        QCOMPARE(m_sandbox->calls(), before);
        QCOMPARE(run.results.size(), 4);
        run.batch.resume();
        QVERIFY(run.wait());
        QCOMPARE(run.results.size(), 20);
    }

    void resumedFromTheJournal()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"j"_s);
        const QStringList ids = m_sandbox->fixture.ids(30);
        {
            auto journal = Journal::open(path, {});
            QVERIFY(journal);
            BatchRun run(m_sandbox->fixture);
            QObject::connect(&run.batch, &Batch::checked, &run.batch, [&] {
                if (run.results.size() == 12)
                    run.batch.cancel();
            });
            run.batch.start(ids, fast(), *std::move(journal));
            QVERIFY(run.wait());
            QCOMPARE(run.results.size(), 12);
        }
        auto journal = Journal::open(path, {});
        QVERIFY(journal);
        const qsizetype kept = (*journal)->count();
        QVERIFY(kept >= 12); // some may have been kept while it was cancelled
        const qsizetype before = m_sandbox->calls();
        BatchRun run(m_sandbox->fixture);
        run.batch.start(ids, fast(), *std::move(journal));
        QVERIFY(run.wait());
        QVERIFY(!run.trouble);
        QCOMPARE(run.resumed, kept);
        QCOMPARE(run.batch.progress().resumed, kept);
        QCOMPARE(run.results.size(), 30);
        QCOMPARE(run.times.size(), 30);
        QCOMPARE(m_sandbox->calls() - before, 30 - kept);
    }

    void aRefusedKeyEndsIt()
    {
        ImsAccount account = m_sandbox->fixture.client.account();
        account.credentials.accessKeySecret = u"wrongwrongwrong"_s;
        m_sandbox->fixture.client.setAccount(account);
        QTemporaryDir folder;
        auto journal = Journal::open(folder.filePath(u"j"_s), {});
        BatchRun run(m_sandbox->fixture);
        run.batch.start(m_sandbox->server.mediaIds(), fast(), *std::move(journal));
        QVERIFY(run.wait());
        QVERIFY(run.trouble);
        QCOMPARE(run.trouble->kind, ErrorKind::Signature);
        QCOMPARE(run.results.size(), 0);
        QVERIFY(m_sandbox->calls() < 16); // and not one for each
        // Jobs that end late hold the journal, and its lock, for a moment.
        Result<std::unique_ptr<Journal>> again = fail(Error {});
        const auto isReopened = [&] {
            again = fail(Error {}); // lets go of its own lock first
            again = Journal::open(folder.filePath(u"j"_s), {});
            return again.has_value();
        };
        QTRY_VERIFY(isReopened());
        QCOMPARE((*again)->count(), 0);
    }

    void forbiddenEndsIt()
    {
        QVERIFY(m_sandbox->fault({ u"forbidden"_s }));
        BatchRun run(m_sandbox->fixture);
        run.batch.start(m_sandbox->server.mediaIds(), fast());
        QVERIFY(run.wait());
        QVERIFY(run.trouble);
        QCOMPARE(run.trouble->kind, ErrorKind::Permission);
    }

    void noNetworkIsToldForEach()
    {
        m_sandbox->server.stop();
        BatchRun run(m_sandbox->fixture);
        run.batch.start({ kCity, kPreparing }, fast());
        QVERIFY(run.wait());
        QVERIFY(!run.trouble);
        QCOMPARE(run.results.size(), 2);
        for (const AssetResult& result : run.results) {
            QVERIFY(result.sheet.error && result.sheet.error->meansNoNetwork());
            QCOMPARE(result.judgement.verdict, Verdict::Error);
        }
    }

    void diesInTheMiddle()
    {
        QVERIFY(m_sandbox->fault({ u"hang-media"_s }));
        {
            BatchRun run(m_sandbox->fixture);
            run.batch.start(m_sandbox->server.mediaIds(), fast());
            QTRY_VERIFY(m_sandbox->server.openMediaConnections() > 0);
        }
        m_sandbox.reset(); // waits for the jobs; the test's time limit is the proof
    }
};

QTEST_GUILESS_MAIN(TestBatch)
#include "tst_batch.moc"
