// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../quality/batch_fixture.h"
#include "workspace/batch_desk.h"

#include <QAbstractItemModelTester>
#include <QMutex>
#include <QSettings>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

namespace {

const QString kCity = u"86434e152b7d4f20be480574439fe001"_s; // 14 renditions
const QString kNobody = u"00000000000000000000000000000000"_s;

//! A desk of the window, with a measurement that is one request.
struct DeskRun {
    QSettings settings;
    PolicyChoice choice { settings };
    AssetCheck check;
    BatchDesk desk;
    QHash<QString, int> told; //!< by checked()
    QMutex mutex; //!< of the next
    QSet<QString> references; //!< names of the files that were compared with

    [[nodiscard]] MeasureStream measure(Http& http)
    {
        return [this, head = headOf(http)](const QString& mediaId, const StreamKey& key, const PlayInfo& info,
                   const MeasureOptions& options, const std::stop_token& stop,
                   const std::function<void(double)>& progress) {
            if (!options.reference.isEmpty()) {
                const QMutexLocker locked(&mutex);
                references.insert(options.reference.fileName());
            }
            return head(mediaId, key, info, options, stop, progress);
        };
    }

    DeskRun(BatchFixture& fixture, const QString& folder)
        : settings(folder + u"/settings.ini"_s, QSettings::IniFormat)
        , check(fixture.client, fixture.pool, measure(fixture.http))
        , desk(fixture.client, fixture.pool, check, choice, fixture.clock)
    {
        QObject::connect(
            &desk, &BatchDesk::checked, &desk, [this](const AssetResult& result) { ++told[result.sheet.mediaId]; });
        desk.enter(folder + u"/batch"_s);
    }
    [[nodiscard]] int of(BatchModel::Kind kind) { return desk.model().count(kind); }
};

} // namespace

class TestBatchDesk final : public QObject {
    Q_OBJECT
private:
    using State = BatchDesk::State;
    std::unique_ptr<BatchSandbox> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] std::unique_ptr<DeskRun> makeDesk()
    {
        return std::make_unique<DeskRun>(m_sandbox->fixture, m_folder->path());
    }
    [[nodiscard]] QStringList files() const { return QDir(m_folder->path() + u"/batch"_s).entryList(QDir::Files); }

private Q_SLOTS:
    void init()
    {
        m_sandbox = std::make_unique<BatchSandbox>();
        QVERIFY2(m_sandbox->trouble.isEmpty(), qPrintable(m_sandbox->trouble));
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void cleanup()
    {
        m_sandbox.reset();
        m_folder.reset();
    }

    void everyRowGetsItsResult()
    {
        auto run = makeDesk();
        const QAbstractItemModelTester tester(
            &run->desk.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(run->desk.isUsable() && !run->desk.isUnfinished());
        run->desk.start({ kCity, kNobody, kCity }, false);
        QCOMPARE(run->desk.model().rowCount(), 2); // at once, each asset once
        QVERIFY(run->desk.isUnfinished());
        QTRY_COMPARE(run->desk.state(), State::Finished);
        QVERIFY(!run->desk.error());
        QCOMPARE(run->told, (QHash<QString, int> { { kCity, 1 }, { kNobody, 1 } }));
        const BatchModel& model = run->desk.model();
        QCOMPARE(model.at(0).renditions, 14);
        QCOMPARE(model.at(0).title, u"City night drive"_s);
        QCOMPARE(model.kindOf(1), BatchModel::Kind::Error); // a bad one did not stop the other
        QVERIFY(!model.at(1).worst.isEmpty());
        QCOMPARE(run->desk.progress().done, 2);
        // The whole of a result comes from the journal.
        std::optional<Result<AssetResult>> read;
        run->desk.read(kCity, this, [&read](Result<AssetResult> result) { read = std::move(result); });
        QTRY_VERIFY(read);
        QVERIFY(*read);
        QCOMPARE((**read).sheet.streams.size(), 14);
        QCOMPARE(batchRowOf(**read).worst, model.at(0).worst);
        run->desk.read(u"another"_s, this, [&read](Result<AssetResult> result) { read = std::move(result); });
        QTRY_VERIFY(!*read);
    }

    void goesOnAfterTheWindowWasClosed()
    {
        const QStringList ids = m_sandbox->fixture.ids(30);
        QCOMPARE(ids.size(), 30);
        auto run = makeDesk();
        QVERIFY(run->choice.policy().name() != u"strict-vod"_s);
        run->choice.chooseShipped(u"strict-vod"_s);
        const QString policy = run->choice.policy().name();
        run->desk.start(ids, false);
        QTRY_VERIFY(run->told.size() >= 7);
        const auto before = run->told;
        run.reset(); // in the middle
        run = makeDesk();
        run->choice.chooseShipped(u"default"_s); // the batch keeps to its own
        QTRY_COMPARE(run->desk.state(), State::Remembered);
        QVERIFY(run->desk.isUnfinished());
        QCOMPARE(run->desk.plan().mediaIds, ids);
        const qsizetype asked = m_sandbox->calls();
        run->desk.open();
        QTRY_COMPARE(run->desk.state(), State::Stopped);
        const int kept = run->desk.model().checkedCount();
        QVERIFY2(kept >= before.size(), qPrintable(QString::number(kept)));
        QCOMPARE(m_sandbox->calls(), asked);
        for (auto id = before.cbegin(); id != before.cend(); ++id)
            QVERIFY(run->desk.model().at(run->desk.model().rowOf(id.key())).state == BatchRow::State::Checked);
        run->desk.resume();
        QTRY_COMPARE_WITH_TIMEOUT(run->desk.state(), State::Finished, 30'000);
        QCOMPARE(run->desk.policy().name(), policy);
        QCOMPARE(run->desk.model().checkedCount(), 30);
        QCOMPARE(m_sandbox->calls() - asked, 30 - kept); // nothing twice
        for (auto id = run->told.cbegin(); id != run->told.cend(); ++id)
            QVERIFY(!before.contains(id.key()) && id.value() == 1);
        // It stays to be looked at.
        run.reset();
        run = makeDesk();
        QTRY_COMPARE(run->desk.state(), State::Remembered);
        QVERIFY(!run->desk.isUnfinished());
        run->desk.open();
        QTRY_COMPARE(run->desk.state(), State::Finished);
        QCOMPARE(run->desk.model().checkedCount(), 30);
        run->desk.discard();
        QCOMPARE(run->desk.state(), State::Empty);
        QTRY_COMPARE(files(), QStringList());
    }

    void aPreviewIsNoPolicyOfABatch()
    {
        auto run = makeDesk();
        Policy tried = run->choice.policy();
        tried.setRule(u"ladder.aspect"_s, { Severity::Off, {} });
        const Policy saved = run->choice.policy();
        run->choice.preview(tried, policyText(tried));
        QVERIFY(!(run->choice.policy() == saved));
        run->desk.start({ kCity }, false);
        QTRY_COMPARE(run->desk.state(), State::Finished);
        QCOMPARE(run->desk.policy(), saved);
        QCOMPARE(run->desk.plan().policyText, policyText(saved));
    }

    void theReferenceIsKept()
    {
        QVERIFY(m_sandbox->fault({ u"hang-media"_s }));
        {
            auto run = makeDesk();
            const auto original = Reference::parse(u"original"_s);
            QVERIFY(original);
            run->desk.start({ kCity }, true, *original);
            QTRY_VERIFY(m_sandbox->server.openMediaConnections() > 0);
        } // the window is closed in the middle
        QVERIFY(m_sandbox->fault({}));
        auto run = makeDesk();
        QTRY_COMPARE(run->desk.state(), State::Remembered);
        run->desk.resume();
        QTRY_COMPARE(run->desk.state(), State::Finished);
        QVERIFY(!run->desk.error()); // the journal is that of the same question
        QVERIFY(!run->desk.question().reference.isEmpty());
        QCOMPARE(run->references, QSet<QString> { u"od.mp4"_s });

        // One named file is nothing for many assets, and is written nowhere.
        run->references.clear();
        run->desk.start({ kCity }, true, { Reference::Kind::Location, QUrl(u"http://127.0.0.1/x?auth_key=CANARY"_s) });
        QTRY_COMPARE(run->desk.state(), State::Finished);
        QVERIFY(run->references.isEmpty() && run->desk.question().reference.isEmpty());
        for (const QString& name : files()) {
            QFile file(m_folder->path() + u"/batch/"_s + name);
            QVERIFY(file.open(QIODevice::ReadOnly) && !file.readAll().contains("CANARY"));
        }
    }

    void anotherOneTakesItsPlace()
    {
        auto run = makeDesk();
        QVERIFY(m_sandbox->fault({ u"hang-media"_s }));
        run->desk.start({ kCity }, false);
        QTRY_VERIFY(m_sandbox->server.openMediaConnections() > 0);
        QVERIFY(m_sandbox->fault({}));
        run->desk.start({ kNobody }, true);
        QTRY_COMPARE(run->desk.state(), State::Finished);
        QCOMPARE(run->desk.model().ids(), QStringList { kNobody });
        QVERIFY(run->desk.plan().deep);
        QCOMPARE(files().filter(QRegularExpression(u"^journal-.*jsonl$"_s)).size(), 1); // the old one is gone
    }

    void pausedAndGoesOn()
    {
        const QStringList ids = m_sandbox->fixture.ids(20);
        auto run = makeDesk();
        connect(&run->desk, &BatchDesk::checked, this, [&run] { run->desk.pause(); });
        run->desk.start(ids, false);
        QTRY_COMPARE(run->desk.state(), State::Paused);
        QTRY_COMPARE(run->of(BatchModel::Kind::Checking), 0); // what had begun ends
        const int done = run->desk.model().checkedCount();
        QVERIFY(done < 20);
        QVERIFY(run->desk.isUnfinished());
        disconnect(&run->desk, &BatchDesk::checked, this, nullptr);
        run->desk.resume();
        QTRY_COMPARE_WITH_TIMEOUT(run->desk.state(), State::Finished, 30'000);
        QCOMPARE(run->told.size(), 20);
    }

    void cancelledAndGoesOn()
    {
        const QStringList ids = m_sandbox->fixture.ids(20);
        auto run = makeDesk();
        QMetaObject::Connection once = connect(&run->desk, &BatchDesk::checked, this, [&] {
            if (run->told.size() == 5)
                run->desk.cancel();
        });
        run->desk.start(ids, false);
        QTRY_COMPARE(run->desk.state(), State::Stopped);
        QVERIFY(!run->desk.error());
        QCOMPARE(run->of(BatchModel::Kind::Waiting), 15);
        disconnect(once);
        run->desk.resume();
        QTRY_COMPARE_WITH_TIMEOUT(run->desk.state(), State::Finished, 30'000);
        QCOMPARE(run->told.size(), 20);
        for (const int times : std::as_const(run->told))
            QCOMPARE(times, 1);
    }

    void throttledOnTheWay()
    {
        const QStringList ids = m_sandbox->fixture.ids(15);
        QVERIFY(m_sandbox->fault({ u"throttle=3"_s }));
        auto run = makeDesk();
        run->desk.start(ids, false);
        QTRY_COMPARE_WITH_TIMEOUT(run->desk.state(), State::Finished, 60'000);
        QCOMPARE(run->of(BatchModel::Kind::Error), 0);
    }

    void forbiddenInTheMiddle()
    {
        const QStringList ids = m_sandbox->fixture.ids(25);
        auto run = makeDesk();
        connect(&run->desk, &BatchDesk::checked, this, [&] {
            if (run->told.size() == 5)
                QVERIFY(m_sandbox->fault({ u"forbidden"_s }));
        });
        run->desk.start(ids, false);
        // Rights may differ by asset: it is told for each, and none stops the rest.
        QTRY_COMPARE_WITH_TIMEOUT(run->desk.state(), State::Finished, 30'000);
        QCOMPARE(run->desk.model().checkedCount(), 25);
        QVERIFY(run->of(BatchModel::Kind::Error) > 0 && run->of(BatchModel::Kind::Error) <= 20);
        disconnect(&run->desk, &BatchDesk::checked, this, nullptr);
        QVERIFY(m_sandbox->fault({}));
        const QStringList failed = run->desk.model().idsOf({ BatchModel::Kind::Error });
        run->desk.checkAgain(failed);
        QTRY_COMPARE_WITH_TIMEOUT(run->desk.state(), State::Finished, 30'000);
        QCOMPARE(run->of(BatchModel::Kind::Error), 0);
        for (const QString& id : ids)
            QCOMPARE(run->told.value(id), failed.contains(id) ? 2 : 1);
        // The later result is the one that stays.
        run.reset();
        run = makeDesk();
        QTRY_COMPARE(run->desk.state(), State::Remembered);
        run->desk.open();
        QTRY_COMPARE(run->desk.state(), State::Finished);
        QCOMPARE(run->of(BatchModel::Kind::Error), 0);
    }

    void refusedKeysStopIt()
    {
        const QStringList ids = m_sandbox->fixture.ids(10);
        const ImsAccount right = m_sandbox->fixture.client.account();
        ImsAccount wrong = right;
        wrong.credentials.accessKeySecret = u"wrongwrongwrong"_s;
        m_sandbox->fixture.client.setAccount(wrong);
        auto run = makeDesk();
        run->desk.start(ids, false);
        QTRY_COMPARE(run->desk.state(), State::Stopped);
        QVERIFY(run->desk.error());
        QCOMPARE(run->desk.error()->kind, ErrorKind::Signature);
        QCOMPARE(run->of(BatchModel::Kind::Waiting), 10);
        m_sandbox->fixture.client.setAccount(right);
        run->desk.resume();
        QTRY_COMPARE_WITH_TIMEOUT(run->desk.state(), State::Finished, 30'000);
        QVERIFY(!run->desk.error());
        QCOMPARE(run->told.size(), 10);
    }

    void fullDisk()
    {
        const QStringList ids = m_sandbox->fixture.ids(20);
        auto run = makeDesk();
        run->desk.start(ids, false);
        QTRY_VERIFY(run->told.size() >= 3);
        rlimit before {};
        ::getrlimit(RLIMIT_FSIZE, &before);
        ::signal(SIGXFSZ, SIG_IGN);
        rlimit small = before;
        small.rlim_cur = 64; // what is in the journal is longer
        ::setrlimit(RLIMIT_FSIZE, &small);
        const bool stopped = QTest::qWaitFor([&] { return run->desk.state() == State::Stopped; }, 30'000);
        ::setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(stopped);
        QVERIFY(run->desk.error());
        QCOMPARE(run->desk.error()->kind, ErrorKind::Io);
        QVERIFY(!run->desk.error()->advice.isEmpty());
        const int kept = run->desk.model().checkedCount();
        QVERIFY(kept >= 3 && kept < 20);
        run->desk.resume(); // there is room again
        QTRY_COMPARE_WITH_TIMEOUT(run->desk.state(), State::Finished, 30'000);
        QCOMPARE(run->told.size(), 20);
    }

    void anotherWindowIsWriting()
    {
        const QStringList ids = m_sandbox->fixture.ids(5);
        auto run = makeDesk();
        QVERIFY(m_sandbox->fault({ u"hang-media"_s }));
        run->desk.start(ids, false);
        QTRY_COMPARE(run->desk.state(), State::Running);
        auto other = makeDesk();
        QTRY_COMPARE(other->desk.state(), State::Remembered);
        other->desk.open();
        QTRY_COMPARE(other->desk.state(), State::Stopped);
        QVERIFY(other->desk.error());
        other->desk.start({ kNobody }, false);
        QTRY_COMPARE(other->desk.state(), State::Stopped);
        QVERIFY(other->desk.error());
        QCOMPARE(BatchPlan::load(m_folder->path() + u"/batch"_s)->mediaIds, ids); // not touched
    }

    void cannotBegin()
    {
        auto run = makeDesk();
        QFile inTheWay(m_folder->path() + u"/batch"_s);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly)); // a file where the folder should be
        inTheWay.close();
        run->desk.start({ kNobody }, false);
        QTRY_COMPARE(run->desk.state(), State::Stopped);
        QVERIFY(run->desk.error());
        QCOMPARE(run->desk.error()->kind, ErrorKind::Io);
        QCOMPARE(run->desk.model().rowCount(), 1);
        QVERIFY(inTheWay.remove());
        run->desk.resume();
        QTRY_COMPARE(run->desk.state(), State::Finished);
        QVERIFY(!run->desk.error());
    }

    void resumedWhileItIsRead()
    {
        auto run = makeDesk();
        QVERIFY(m_sandbox->fault({ u"hang-media"_s }));
        run->desk.start({ kCity, kNobody }, false);
        QTRY_COMPARE(run->desk.state(), State::Running);
        run.reset();
        QVERIFY(m_sandbox->fault({}));
        run = makeDesk();
        QTRY_COMPARE(run->desk.state(), State::Remembered);
        run->desk.open();
        run->desk.resume();
        QTRY_COMPARE(run->desk.state(), State::Finished);
        QCOMPARE(run->desk.model().checkedCount(), 2);
    }

    void anotherAccount()
    {
        const QStringList ids = m_sandbox->fixture.ids(20);
        auto run = makeDesk();
        run->desk.start(ids, false);
        QTRY_VERIFY(run->told.size() >= 3);
        run->desk.leave();
        QCOMPARE(run->desk.state(), State::Empty);
        QCOMPARE(run->desk.model().rowCount(), 0);
        run->desk.start({ kCity }, false); // without an account: nothing
        QCOMPARE(run->desk.state(), State::Empty);
        run->desk.enter(m_folder->path() + u"/other"_s);
        run->desk.start({ kNobody }, false);
        QTRY_COMPARE(run->desk.state(), State::Finished);
        run->desk.leave();
        run->desk.enter(m_folder->path() + u"/batch"_s);
        QTRY_COMPARE(run->desk.state(), State::Remembered);
        run->desk.resume();
        QTRY_COMPARE_WITH_TIMEOUT(run->desk.state(), State::Finished, 30'000);
        QCOMPARE(run->desk.model().ids(), ids);
    }

    void notAPlan_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no JSON") << QByteArray("x");
        QTest::newRow("something else") << QByteArray(R"({"mediaIds":["a"]})");
        QTest::newRow("a path") << QByteArray(
            R"({"plan":"proofreel batch 1","mediaIds":["a"],"journal":"../journal-x.jsonl"})");
        QTest::newRow("no ids") << QByteArray(
            R"({"plan":"proofreel batch 1","mediaIds":[7,""],"journal":"journal-x.jsonl"})");
    }
    void notAPlan()
    {
        QFETCH(QByteArray, text);
        QVERIFY(QDir(m_folder->path()).mkdir(u"batch"_s));
        QFile file(m_folder->path() + u"/batch/batch.json"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        QVERIFY(!BatchPlan::load(m_folder->path() + u"/batch"_s));
        auto run = makeDesk();
        run->desk.start({ kNobody }, false); // and one can begin
        QTRY_COMPARE(run->desk.state(), State::Finished);
    }

    void aReportOfAll()
    {
        const QStringList ids = m_sandbox->fixture.ids(12);
        auto run = makeDesk();
        run->desk.start(ids, false);
        QTRY_COMPARE_WITH_TIMEOUT(run->desk.state(), State::Finished, 30'000);
        const QString path = m_folder->filePath(u"r.json"_s);
        qint64 last = 0;
        const auto written =
            writeReport(path, run->desk.question(), 12, run->desk.results(), {}, [&last](qint64 done) { last = done; });
        QVERIFY(written);
        QCOMPARE(last, 12);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray assets = QJsonDocument::fromJson(file.readAll()).object().value(u"assets"_s).toArray();
        QStringList found;
        for (const QJsonValue& asset : assets)
            found << asset.toObject().value(u"mediaId"_s).toString();
        QCOMPARE(found, ids); // in their order
        std::stop_source stop;
        const auto stopped = writeReport(m_folder->filePath(u"s.json"_s), run->desk.question(), 12, run->desk.results(),
            stop.get_token(), [&stop](qint64 done) {
                if (done == 3)
                    stop.request_stop();
            });
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        QVERIFY(!QFile::exists(m_folder->filePath(u"s.json"_s)));
    }
};

QTEST_GUILESS_MAIN(TestBatchDesk)
#include "tst_batch_desk.moc"
