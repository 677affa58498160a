// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at any moment: what was said to be written is there, and the file is whole.

#include "catalog/local_store.h"
#include "catalog/review_queue.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestQueueKilled final : public QObject {
    Q_OBJECT
private:
    struct Confirmed {
        int entries = 0;
        int done = 0;
    };

    //! Runs the writer until it has confirmed \a steps changes and then a moment, and kills it.
    static std::optional<Confirmed> killedRun(const QString& file, int steps, int momentUs)
    {
        QProcess writer;
        writer.start(QStringLiteral(QUEUE_WRITER), { file });
        QByteArray output;
        const auto lines = [&output] { return output.count('\n'); };
        while (lines() < steps + 1) {
            if (!writer.waitForReadyRead(20'000))
                return std::nullopt;
            output += writer.readAllStandardOutput();
        }
        QElapsedTimer moment; // the writer goes on meanwhile
        moment.start();
        while (moment.nsecsElapsed() < momentUs * 1000LL) {}
        writer.kill();
        if (!writer.waitForFinished(20'000) || writer.exitStatus() != QProcess::CrashExit)
            return std::nullopt;
        output += writer.readAllStandardOutput();
        const QByteArray whole = output.first(output.lastIndexOf('\n')); // the last line may be cut
        const QList<QByteArray> last = whole.mid(whole.lastIndexOf('\n') + 1).split(' ');
        return last.size() == 2 ? std::optional(Confirmed { last.at(0).toInt(), last.at(1).toInt() }) : std::nullopt;
    }

private Q_SLOTS:
    void nothingConfirmedIsLost()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"library.sqlite"_s);
        QRandomGenerator random(4711);
        int most = 0;
        for (int round = 0; round < 25; ++round) {
            const auto confirmed = killedRun(file, 1 + random.bounded(60), random.bounded(3000));
            QVERIFY(confirmed);
            QVERIFY(confirmed->entries > most); // each run goes on where the one before was killed
            most = confirmed->entries;

            LocalStore store(file);
            ReviewQueue queue(store);
            queue.setAccount(u"account-1"_s);
            QTRY_VERIFY(queue.isLoaded());
            QVERIFY(!store.problem());
            QVERIFY(queue.rowCount() >= confirmed->entries);
            QVERIFY(queue.counts().done >= confirmed->done);
            // Nothing half: entries come one after the other, and done ones from the front.
            for (int row = 0; row < queue.rowCount(); ++row) {
                QVERIFY(queue.at(row).id.endsWith(QString::number(row)));
                QCOMPARE(queue.at(row).state == QueueEntry::State::Done, row < queue.counts().done);
            }
            QString check;
            std::optional<bool> done;
            store.ask<QString>(
                u"account-1"_s,
                [](LocalDb& db) -> Result<QString> {
                    QString answer;
                    const auto read = db.each(u"PRAGMA integrity_check"_s, {},
                        [&answer](const QSqlQuery& row) { answer += row.value(0).toString(); });
                    return read ? Result<QString>(answer) : fail(read.error());
                },
                &store,
                [&](const Result<QString>& answer) {
                    check = answer.value_or(QString());
                    done = true;
                });
            QTRY_VERIFY(done.has_value());
            QCOMPARE(check, u"ok"_s);
        }
        QVERIFY(most > 300);
        QVERIFY(QDir(folder.path()).entryList({ u"*damaged*"_s }).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestQueueKilled)
#include "tst_queue_killed.moc"
