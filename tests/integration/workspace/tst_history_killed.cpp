// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a batch has checked is in the history, whenever the program was killed.

#include "program_run.h"

#include "../quality/batch_fixture.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QSettings>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

class TestHistoryKilled final : public QObject {
    Q_OBJECT
private:
    using State = BatchDesk::State;
    std::unique_ptr<sandbox::Server> m_server;
    QStringList m_ids;

    [[nodiscard]] std::unique_ptr<ProgramRun> start() const
    {
        auto program =
            std::make_unique<ProgramRun>(m_server->endpoint(), m_server->accessKeyId(), m_server->accessKeySecret());
        return program->isReady() ? std::move(program) : nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"Proofreel"_s);
        QCoreApplication::setApplicationName(u"proofreel-test"_s);
        m_server = std::make_unique<sandbox::Server>(sandbox::Options { .assets = 60 });
        QVERIFY(!m_server->start());
        m_ids = BatchFixture(*m_server).ids(20);
        QCOMPARE(m_ids.size(), 20);
    }
    void init()
    {
        QSettings().clear();
        QDir(QFileInfo(LocalStore::defaultFile()).path()).removeRecursively();
    }

    void whatOnlyTheJournalHas()
    {
        // A batch that checks one, is stopped, and of which the journal has two more that nobody was told of.
        QHash<QString, QDateTime> at;
        {
            auto program = start();
            QVERIFY(program);
            program->desk().start(m_ids, false);
            QTRY_VERIFY_WITH_TIMEOUT(program->desk().progress().done >= 3, 60'000);
            program->desk().cancel();
            QTRY_COMPARE(program->desk().state(), State::Stopped);
            for (const QString& id : program->desk().model().idsOf(
                     { BatchModel::Kind::Pass, BatchModel::Kind::Warn, BatchModel::Kind::Fail })) {
                std::optional<Result<AssetResult>> result;
                program->desk().read(
                    id, &program->workspace, [&](Result<AssetResult> read) { result = std::move(read); });
                QTRY_VERIFY(result);
                QVERIFY(*result);
                at.insert(id, (**result).sheet.requestedAt);
            }
            QVERIFY(at.size() >= 2);
            QVERIFY(program->settle());
            for (auto one = at.cbegin(); one != at.cend(); ++one)
                QCOMPARE(program->history(one.key()).size(), 1);
            // As if it had been killed before these were written; the last one has a past that stays.
            const QString last = at.keys().constLast();
            for (const QString& id : at.keys())
                if (id != last)
                    program->workspace.memory().checks().forget(id);
            QVERIFY(program->settle());
            QCOMPARE(program->history(at.keys().constFirst()).size(), 0);
        }
        auto program = start();
        QVERIFY(program);
        QTRY_COMPARE(program->desk().state(), State::Remembered);
        program->desk().open();
        QTRY_COMPARE(program->desk().state(), State::Stopped);
        for (auto one = at.cbegin(); one != at.cend(); ++one) {
            QTRY_COMPARE(program->history(one.key()).size(), 1);
            QCOMPARE(program->history(one.key()).constFirst().at, one.value());
            QVERIFY(!program->history(one.key()).constFirst().streams.isEmpty());
            QCOMPARE(program->history(one.key()).constFirst().policy, policyMark(program->desk().policy()));
        }
    }

    void killedAtAnyMoment()
    {
        QRandomGenerator random(4711);
        int kills = 0;
        for (int round = 0; round < 6; ++round) {
            QProcess runner;
            QStringList arguments { m_server->endpoint(), m_server->accessKeyId(), m_server->accessKeySecret() };
            runner.start(QStringLiteral(PROGRAM_RUNNER), round == 0 ? arguments + m_ids : arguments);
            QByteArray output;
            const int results = 1 + random.bounded(2);
            while (output.count("checked ") < results && !output.contains("end")) {
                QVERIFY2(runner.waitForReadyRead(30'000), output.constData());
                output += runner.readAllStandardOutput();
            }
            QElapsedTimer moment; // it goes on meanwhile
            moment.start();
            const qint64 momentNs = random.bounded(3'000'000);
            while (moment.nsecsElapsed() < momentNs) {}
            kills += !output.contains("end");
            runner.kill();
            QVERIFY(runner.waitForFinished(20'000));
        }
        QVERIFY(kills >= 3);
        auto program = start();
        QVERIFY(program);
        QTRY_COMPARE(program->desk().state(), State::Remembered);
        program->desk().resume();
        QTRY_COMPARE_WITH_TIMEOUT(program->desk().state(), State::Finished, 60'000);
        QVERIFY(program->settle());
        int known = 0;
        for (const QString& id : std::as_const(m_ids)) {
            std::optional<Result<AssetResult>> result;
            program->desk().read(id, &program->workspace, [&](Result<AssetResult> read) { result = std::move(read); });
            QTRY_VERIFY(result);
            QVERIFY(*result);
            if ((**result).judgement.verdict == Verdict::Error)
                continue;
            QTRY_COMPARE(program->history(id).size(), 1); // and none is there twice
            QCOMPARE(program->history(id).constFirst().at, (**result).sheet.requestedAt);
            ++known;
        }
        QVERIFY2(known > 10, qPrintable(QString::number(known)));
    }
};

QTEST_GUILESS_MAIN(TestHistoryKilled)
#include "tst_history_killed.moc"
