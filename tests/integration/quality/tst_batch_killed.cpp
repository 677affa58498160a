// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at any moment, then resume: nothing is checked twice, and nothing is lost.

#include "batch_fixture.h"

#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

class TestBatchKilled final : public QObject {
    Q_OBJECT
private:
    struct Said {
        QSet<QString> asked, kept, old;
        bool ended = false;
    };

    //! Runs the batch; kills it once it has kept \a results and then a moment. 0: lets it end.
    static std::optional<Said> run(
        const sandbox::Server& server, const QString& journal, const QStringList& ids, int results, int momentUs)
    {
        QProcess runner;
        runner.start(QStringLiteral(BATCH_RUNNER),
            { server.endpoint(), server.accessKeyId(), server.accessKeySecret(), journal });
        runner.write(ids.join(u'\n').toUtf8());
        runner.closeWriteChannel();
        QByteArray output;
        if (results > 0) {
            while (output.count("kept ") < results && !output.contains("end")) {
                if (!runner.waitForReadyRead(20'000))
                    return std::nullopt;
                output += runner.readAllStandardOutput();
            }
            QElapsedTimer moment; // it goes on meanwhile
            moment.start();
            while (moment.nsecsElapsed() < momentUs * 1000LL) {}
            runner.kill();
        }
        if (!runner.waitForFinished(60'000))
            return std::nullopt;
        output += runner.readAllStandardOutput();
        Said said;
        const QList<QByteArray> lines = output.first(output.lastIndexOf('\n') + 1).split('\n');
        for (const QByteArray& line : lines) {
            const QString id = QString::fromUtf8(line.mid(line.indexOf(' ') + 1));
            if (line.startsWith("ask "))
                said.asked << id;
            else if (line.startsWith("kept "))
                said.kept << id;
            else if (line.startsWith("old "))
                said.old << id;
            said.ended = said.ended || line.startsWith("end");
        }
        return said;
    }

private Q_SLOTS:
    void nothingTwiceNothingLost()
    {
        sandbox::Server server(sandbox::Options { .assets = 500 });
        QVERIFY(!server.start());
        QStringList ids;
        {
            BatchFixture fixture(server);
            ids = fixture.ids(400);
        }
        QCOMPARE(ids.size(), 400);
        QTemporaryDir folder;
        const QString journal = folder.filePath(u"journal"_s);
        QRandomGenerator random(4711);
        QSet<QString> confirmed; // what a run has said to have kept
        int kills = 0;
        for (int round = 0; round < 20; ++round) {
            const auto said = run(server, journal, ids, 1 + random.bounded(12), random.bounded(20'000));
            QVERIFY(said);
            kills += !said->ended;
            QVERIFY2(!said->asked.intersects(confirmed), "checked twice");
            QVERIFY2(!said->kept.intersects(confirmed), "kept twice");
            if (!said->kept.isEmpty()) // else it may have been killed while it read the journal
                QVERIFY2(said->old.contains(confirmed), "lost");
            // What the journal holds was there before the run, or was asked for in it.
            confirmed += said->kept;
            confirmed += said->old;
        }
        QCOMPARE(kills, 20);
        QVERIFY(confirmed.size() > 20 && confirmed.size() < ids.size());
        const auto last = run(server, journal, ids, 0, 0);
        QVERIFY(last && last->ended);
        QVERIFY(!last->asked.intersects(confirmed));
        QVERIFY(last->old.contains(confirmed));
        QCOMPARE(last->old.size() + last->kept.size(), ids.size());
        // And a run on a whole journal asks for nothing.
        const auto again = run(server, journal, ids, 0, 0);
        QVERIFY(again && again->ended);
        QCOMPARE(again->old.size(), ids.size());
        QVERIFY(again->asked.isEmpty() && again->kept.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestBatchKilled)
#include "tst_batch_killed.moc"
