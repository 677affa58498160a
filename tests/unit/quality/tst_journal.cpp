// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/call_pacer.h"
#include "quality/host_pool.h"
#include "quality/journal.h"
#include "quality/result_json.h"
#include "quality/thin_curves.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <sys/resource.h>

using namespace proofreel;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

AssetResult result(const QString& id, std::optional<ErrorKind> error = std::nullopt)
{
    AssetResult made;
    made.sheet.mediaId = id;
    made.sheet.media.title = u"Title of "_s + id;
    made.judgement.verdict = error ? Verdict::Error : Verdict::Warn;
    if (error)
        made.sheet.error = Error { .kind = *error, .message = u"why"_s };
    else
        made.judgement.findings = {
            { .rule = u"container.duration"_s, .stream = u"k"_s, .atMs = 5.5, .message = u"x"_s }
        };
    return made;
}

const JournalQuestion kQuestion { "policy", false };

} // namespace

class TestJournal final : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    [[nodiscard]] QString file(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    static QByteArray bytesOf(const QString& path)
    {
        QFile in(path);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    static bool put(const QString& path, const QByteArray& bytes)
    {
        QFile out(path);
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
    }

private Q_SLOTS:
    void toBeCheckedAgain()
    {
        const QString path = file("again");
        {
            auto journal = Journal::open(path, kQuestion);
            QVERIFY(journal);
            for (const QString& id : { u"1"_s, u"2"_s, u"3"_s })
                QVERIFY((*journal)->append(result(id)));
            QVERIFY((*journal)->append(result(u"4"_s, ErrorKind::Network)));
            QCOMPARE((*journal)->count(), 3); // also of what came since it was opened
            QVERIFY((*journal)->has(u"1"_s) && !(*journal)->has(u"4"_s));
            QVERIFY((*journal)->read(u"1"_s) && (*journal)->read(u"4"_s));
            QVERIFY((*journal)->forget({ u"1"_s, u"3"_s, u"4"_s, u"never"_s }));
            QCOMPARE((*journal)->count(), 1);
            QVERIFY(!(*journal)->has(u"1"_s) && !(*journal)->knows(u"4"_s));
            QVERIFY(!(*journal)->read(u"1"_s));
            QVERIFY((*journal)->append(result(u"3"_s)));
        }
        QStringList seen;
        auto journal = Journal::open(path, kQuestion, [&seen](const AssetResult& one) { seen << one.sheet.mediaId; });
        QVERIFY(journal);
        QCOMPARE(seen, QStringList({ u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"3"_s }));
        QCOMPARE((*journal)->count(), 2);
        QVERIFY(!(*journal)->has(u"1"_s) && (*journal)->has(u"2"_s) && (*journal)->has(u"3"_s));
    }

    void goesOnWhereItEnded()
    {
        const QString path = file("a");
        {
            auto journal = Journal::open(path, kQuestion);
            QVERIFY2(journal, qPrintable(journal ? QString() : journal.error().message));
            QCOMPARE((*journal)->count(), 0);
            QVERIFY((*journal)->append(result(u"1"_s)));
            QVERIFY((*journal)->append(result(u"2"_s, ErrorKind::NotFound)));
            QVERIFY((*journal)->append(result(u"3"_s, ErrorKind::Network)));
        }
        auto journal = Journal::open(path, kQuestion);
        QVERIFY(journal);
        QCOMPARE((*journal)->count(), 2);
        QVERIFY((*journal)->has(u"1"_s) && (*journal)->has(u"2"_s));
        QVERIFY(!(*journal)->has(u"3"_s)); // nobody answered: it was not checked
        const auto again = (*journal)->read(u"1"_s);
        QVERIFY(again);
        QCOMPARE(resultToJson(*again), resultToJson(result(u"1"_s)));
        QCOMPARE((*journal)->read(u"9"_s).error().kind, ErrorKind::Io);
        QVERIFY((*journal)->append(result(u"3"_s)));
        journal->reset();
        journal = Journal::open(path, kQuestion);
        QVERIFY(journal);
        QCOMPARE((*journal)->count(), 3);
        QCOMPARE((*journal)->read(u"3"_s)->judgement.verdict, Verdict::Warn); // the last one counts
    }

    void anyCutIsHealed()
    {
        const QString path = file("cut");
        {
            auto journal = Journal::open(path, kQuestion);
            QVERIFY(journal);
            for (int i = 0; i < 3; ++i)
                QVERIFY((*journal)->append(result(QString::number(i))));
        }
        const QByteArray whole = bytesOf(path);
        const QString part = file("part");
        for (qsizetype length = 0; length <= whole.size(); length += length < 40 ? 1 : 13) {
            QVERIFY(put(part, whole.first(length)));
            auto journal = Journal::open(part, kQuestion);
            QVERIFY2(journal, qPrintable(QString::number(length)));
            const qsizetype lines = std::max<qsizetype>(whole.first(length).count('\n') - 1, 0);
            QCOMPARE((*journal)->count(), lines);
            QVERIFY((*journal)->append(result(u"new"_s)));
            journal->reset();
            journal = Journal::open(part, kQuestion);
            QVERIFY(journal);
            QCOMPARE((*journal)->count(), lines + 1);
        }
    }

    void damageInTheMiddleCostsOneResult()
    {
        const QString path = file("middle");
        {
            auto journal = Journal::open(path, kQuestion);
            for (int i = 0; i < 3; ++i)
                QVERIFY((*journal)->append(result(QString::number(i))));
        }
        QByteArray bytes = bytesOf(path);
        bytes.replace(bytes.indexOf("\"mediaId\":\"1\""), 5, "\xff\0{]\x01");
        QVERIFY(put(path, bytes));
        auto journal = Journal::open(path, kQuestion);
        QVERIFY(journal);
        QVERIFY((*journal)->has(u"0"_s) && !(*journal)->has(u"1"_s) && (*journal)->has(u"2"_s));
    }

    void anotherQuestionIsRefused()
    {
        const QString path = file("other");
        QVERIFY(Journal::open(path, kQuestion));
        const QByteArray before = bytesOf(path);
        for (const JournalQuestion& other : { JournalQuestion { "policy", true }, JournalQuestion { "another", false },
                 JournalQuestion { "policy", false, u"original"_s },
                 JournalQuestion { .policyText = "policy", .allowPrivateHosts = true } }) {
            const auto journal = Journal::open(path, other);
            QVERIFY(!journal);
            QCOMPARE(journal.error().kind, ErrorKind::InvalidRequest);
        }
        QCOMPARE(bytesOf(path), before);
    }

    void theReferenceIsPartOfTheQuestion()
    {
        const QString path = file("reference");
        const JournalQuestion against { "policy", true, u"/films/master.mov"_s };
        QVERIFY(Journal::open(path, against));
        QVERIFY(Journal::open(path, against));
        QVERIFY(!bytesOf(path).contains("master.mov"));
        JournalQuestion other = against;
        for (const QString& reference : { QString(), u"source"_s, u"/films/other.mov"_s }) {
            other.reference = reference;
            const auto journal = Journal::open(path, other);
            QVERIFY(!journal);
            QCOMPARE(journal.error().kind, ErrorKind::InvalidRequest);
        }
    }

    void picturesAndCurvesComeBack()
    {
        AssetResult made = result(u"1"_s);
        made.thumbnails = { { u"k@5"_s, QByteArray("\xff\xd8 \0 jpeg", 9) }, { u"k@9"_s, QByteArray(1000, 'x') } };
        StreamSheet stream { .key = u"k"_s };
        DecodedFacts decoded;
        for (int i = 0; i < 1'000; ++i)
            decoded.signal.psnrCurve.append({ i * 100.0, 30.0 + i % 10 });
        stream.decoded = decoded;
        made.sheet.streams = { stream };
        AssetResult vast = result(u"2"_s);
        for (int i = 0; i < 100; ++i)
            vast.thumbnails.insert(u"k@%1"_s.arg(i), QByteArray(100'000, char(i)));
        auto journal = Journal::open(file("pictures"), kQuestion);
        QVERIFY(journal);
        QVERIFY((*journal)->append(made) && (*journal)->append(vast));
        journal->reset();
        journal = Journal::open(file("pictures"), kQuestion);
        QVERIFY(journal);
        const auto again = (*journal)->read(u"1"_s);
        QVERIFY(again);
        QCOMPARE(again->thumbnails, made.thumbnails);
        QCOMPARE((*again->sheet.streams.constFirst().decoded)->signal.psnrCurve, thinned(decoded.signal.psnrCurve));
        const auto bounded = (*journal)->read(u"2"_s);
        QVERIFY(bounded);
        QVERIFY(!bounded->thumbnails.isEmpty() && bounded->thumbnails.size() < 10);
        QVERIFY(QFileInfo(file("pictures")).size() < 1'000'000);
    }

    void foreignFilesAreLeftAlone()
    {
        for (const QByteArray& content : { QByteArray("notes"), QByteArray("notes\nmore\n"), QByteArray(300, 'x'),
                 QByteArray("\0\n", 2), QByteArray("{\"journal\":\"proofreel check 2\",\"policy\":1}\n") }) {
            const QString path = file("foreign");
            QVERIFY(put(path, content));
            const auto journal = Journal::open(path, kQuestion);
            QVERIFY(!journal);
            QCOMPARE(journal.error().kind, ErrorKind::InvalidRequest);
            QCOMPARE(bytesOf(path), content);
        }
        QCOMPARE(Journal::open(file("no/such/folder"), kQuestion).error().kind, ErrorKind::Io);
        QCOMPARE(Journal::open(m_folder.path(), kQuestion).error().kind, ErrorKind::Io);
    }

    void oneWriterAtATime()
    {
        const auto first = Journal::open(file("locked"), kQuestion);
        QVERIFY(first);
        const auto second = Journal::open(file("locked"), kQuestion);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::InvalidRequest);
    }

    void aFullDiskLosesNothing()
    {
        const QString path = file("full");
        auto journal = Journal::open(path, kQuestion);
        QVERIFY(journal);
        QVERIFY((*journal)->append(result(u"1"_s)));
        const QByteArray before = bytesOf(path);
        // The limit on the size of files stands for the disk: it cuts a line in the middle, as a full disk does.
        rlimit old {};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit tight { rlim_t(before.size() + 40), old.rlim_max };
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
        const auto refused = (*journal)->append(result(u"2"_s));
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &old), 0);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Io);
        QVERIFY(refused.error().message.contains(u"full"_s)); // the file's name
        QCOMPARE(bytesOf(path), before);
        QVERIFY((*journal)->append(result(u"2"_s)));
        journal->reset();
        journal = Journal::open(path, kQuestion);
        QVERIFY(journal);
        QCOMPARE((*journal)->count(), 2);
    }

    void pacerStaysBelow()
    {
        CallPacer pacer(10);
        CallPacer::Time now { 1h };
        int calls = 0;
        for (const CallPacer::Time end = now + 10s; now < end;) {
            const auto wait = pacer.take(now);
            calls += wait == 0ms;
            now += wait;
        }
        QVERIFY2(calls >= 95 && calls <= 105, qPrintable(QString::number(calls)));

        pacer.slowDown(now);
        QCOMPARE(pacer.rate(), 5.0);
        pacer.slowDown(now + 10ms); // of the same moment
        QCOMPARE(pacer.rate(), 5.0);
        QVERIFY(pacer.take(now) > 0ms);
        for (int i = 0; i < 100; ++i)
            pacer.slowDown(now += 2s);
        QCOMPARE(pacer.rate(), 0.2);
        QVERIFY(pacer.take(now) <= 10s); // it never stops
        for (int i = 0; i < 100; ++i)
            pacer.answered();
        QCOMPARE(pacer.rate(), 10.0);
    }

    void poolLimitsHosts()
    {
        std::atomic<int> running { 0 }, most { 0 }, ofA { 0 }, mostOfA { 0 };
        QSemaphore gate;
        {
            HostPool pool(4, 2);
            const auto job = [&](bool isA) {
                return [&, isA] {
                    const auto raise = [](std::atomic<int>& count, std::atomic<int>& peak) {
                        const int here = ++count;
                        for (int seen = peak; seen < here && !peak.compare_exchange_weak(seen, here);) {}
                    };
                    raise(running, most);
                    if (isA)
                        raise(ofA, mostOfA);
                    gate.acquire();
                    --running;
                    if (isA)
                        --ofA;
                };
            };
            for (int i = 0; i < 6; ++i)
                pool.run(u"a"_s, job(true));
            for (int i = 0; i < 6; ++i)
                pool.run(u"b"_s, job(false));
            QTRY_COMPARE(running.load(), 4); // two of each: the ones behind have passed
            QCOMPARE(ofA.load(), 2);
            for (int i = 0; i < 12; ++i) {
                gate.release();
                QTRY_VERIFY(gate.available() == 0);
            }
            QTRY_COMPARE(running.load(), 0);
        }
        QCOMPARE(most.load(), 4);
        QCOMPARE(mostOfA.load(), 2);
    }

    void poolDropsWhatHasNotBegun()
    {
        std::atomic<int> begun { 0 };
        QSemaphore gate;
        {
            HostPool pool(1);
            for (int i = 0; i < 5; ++i)
                pool.run(u"a"_s, [&] {
                    ++begun;
                    gate.acquire();
                });
            QTRY_COMPARE(begun.load(), 1);
            gate.release();
        }
        QCOMPARE(begun.load(), 1);
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
