// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// tst_mediainfo_helper --hold FILE: reads a file by way of a helper process, and never ends if that does not.

#include "quality/container_probe.h"
#include "quality/probe/mediainfo_facts.h"
#include "quality/probe/mediainfo_pool.h"
#include "tests/support/media_shelf.h"
#include "tests/support/processes.h"
#include "tests/support/thread_result.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>

#include <algorithm>
#include <csignal>
#include <numeric>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = 8 * 1024 * 1024;

QByteArray corpus(const QString& name)
{
    return contents(QStringLiteral(PROBE_CORPUS) + u'/' + name);
}

//! Found by changing files of the corpus: version 23.04 of the library reads loop.mp4 for ever, and takes memory for
//! bomb.mp4 without end.
QByteArray hostile(const QString& name)
{
    return contents(QStringLiteral(HOSTILE_FILES) + u'/' + name);
}

MediaInfoHelper::Read reader(const QByteArray& bytes)
{
    return [bytes](qint64 offset, char* buffer, qint64 length) -> Result<qint64> {
        const qint64 count = std::clamp<qint64>(bytes.size() - offset, 0, length);
        std::copy_n(bytes.constData() + offset, count, buffer);
        return count;
    };
}

Result<mediainfo::Fields> readAll(MediaInfoPool& pool, const QByteArray& bytes, const std::stop_token& stop = {})
{
    return pool.readFields(bytes.size(), mostBytes, reader(bytes), stop);
}

QString kindOf(const Result<mediainfo::Fields>& fields)
{
    return fields ? u"ok"_s : Error::kindName(fields.error().kind);
}

} // namespace

//! MediaInfoLib in a process that can be ended: whatever happens to it, a check goes on and nothing is left behind.
class MediaInfoHelperTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(childrenOf(getpid()).isEmpty()); }
    void cleanup() { QVERIFY2(childrenOf(getpid()).isEmpty(), "a process is left behind"); }
    void oneProcessReadsManyFiles();
    void bytesMayComeInAnyPortions();
    void isConfined();
    void hostileFilesEnd_data();
    void hostileFilesEnd();
    void stopsInTheMiddle();
    void errorsOfTheReadingPass();
    void killedOnceIsTriedAgain();
    void killedEachTimeIsAnError();
    void killedWhileIdle();
    void endsWithItsParent();
    void nonsenseIsHungUpOn_data();
    void nonsenseIsHungUpOn();
    void silenceIsNotWaitedForLong();
    void missingProgram();
};

void MediaInfoHelperTest::oneProcessReadsManyFiles()
{
    MediaInfoPool pool;
    const auto first = readAll(pool, corpus(u"tiny.mp4"_s));
    QVERIFY(first);
    QCOMPARE(mediaInfoFacts(*first).format, u"mp4"_s);
    const auto processes = childrenOf(getpid());
    QCOMPARE(processes.size(), 1);
    const auto second = readAll(pool, corpus(u"tiny.mp3"_s));
    QVERIFY(second);
    QCOMPARE(mediaInfoFacts(*second).format, u"mp3"_s);
    QCOMPARE(childrenOf(getpid()), processes);
}

void MediaInfoHelperTest::bytesMayComeInAnyPortions()
{
    MediaInfoPool pool;
    const QByteArray bytes = corpus(u"tiny.mp4"_s);
    const auto whole = readAll(pool, bytes);
    QList<qint64> lengths;
    const auto portions = pool.readFields(bytes.size(), mostBytes,
        [&, read = reader(bytes)](qint64 offset, char* buffer, qint64 length) {
            const auto count = read(offset, buffer, std::min<qint64>(length, 700));
            lengths.append(count.value_or(0));
            return count;
        },
        {});
    QVERIFY(whole && portions);
    QCOMPARE(mediainfo::encode(*portions), mediainfo::encode(*whole));
    QVERIFY(lengths.size() > 5);
    // Nothing is fetched to fill up a portion, and nothing once the library has seen enough.
    QVERIFY(std::accumulate(lengths.cbegin(), lengths.cend(), qint64(0)) <= bytes.size() + 700);
}

void MediaInfoHelperTest::isConfined()
{
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "nobodys-business");
    MediaInfoPool pool;
    QVERIFY(readAll(pool, corpus(u"tiny.mp4"_s)));
    qunsetenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET");
    const QString folder = u"/proc/%1/"_s.arg(childrenOf(getpid()).value(0));
    QVERIFY(!contents(folder + u"environ"_s).contains("nobodys-business"));
    QCOMPARE(QDir(folder + u"fd"_s).entryList(QDir::NoDotAndDotDot | QDir::System | QDir::Files),
        QStringList({ u"0"_s, u"1"_s, u"2"_s }));
#ifndef PROOFREEL_SANITIZED
    QVERIFY(QRegularExpression(u"Max open files +3 "_s)
                .match(QString::fromLatin1(contents(folder + u"limits"_s)))
                .hasMatch());
#endif
}

void MediaInfoHelperTest::hostileFilesEnd_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("says");
    QTest::newRow("loop") << u"loop.mp4"_s << u"reasonable time"_s;
#ifdef PROOFREEL_SANITIZED // its memory has no limit there, but its time has
    QTest::newRow("bomb") << u"bomb.mp4"_s << u"damaged"_s;
#else
    QTest::newRow("bomb") << u"bomb.mp4"_s << u"cannot be read: it is damaged"_s;
#endif
}

void MediaInfoHelperTest::hostileFilesEnd()
{
    QFETCH(const QString, name);
    QFETCH(const QString, says);
    Shelf shelf;
    QVERIFY(!shelf.trouble);
    shelf.files = { { "/a.mp4", hostile(name) } };
    Http http;
    TransferStats stats;
    QElapsedTimer clock;
    clock.start();
    const auto facts = resultInThread([&] { return probeContainer(http, shelf.url(u"/a.mp4"_s), {}, stats); });
    QVERIFY(!facts);
    QCOMPARE(Error::kindName(facts.error().kind), u"Media"_s);
    QVERIFY2(facts.error().message.contains(says), qPrintable(facts.error().message));
    QVERIFY2(clock.elapsed() < 25'000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(childrenOf(getpid()).isEmpty());
    QCOMPARE(workingThreads(), 0);
}

void MediaInfoHelperTest::stopsInTheMiddle()
{
    MediaInfoPool pool;
    std::stop_source stop;
    QElapsedTimer clock;
    std::jthread stopper([&] {
        // It has worked for a tenth of a second, and so is in the midst of its loop.
        while (ticksOf(childrenOf(getpid()).value(0)) < 10)
            std::this_thread::yield();
        clock.start();
        stop.request_stop();
    });
    const auto fields = readAll(pool, hostile(u"loop.mp4"_s), stop.get_token());
    stopper.join();
    QCOMPARE(kindOf(fields), u"Cancelled"_s);
    QVERIFY2(clock.elapsed() < 500, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(childrenOf(getpid()).isEmpty());
}

void MediaInfoHelperTest::errorsOfTheReadingPass()
{
    MediaInfoPool pool;
    const auto fields = pool.readFields(1000, mostBytes,
        [](qint64, char*, qint64) -> Result<qint64> { return fail({ .kind = ErrorKind::Proxy, .code = u"no"_s }); },
        {});
    QCOMPARE(kindOf(fields), u"Proxy"_s);
    QCOMPARE(fields.error().code, u"no"_s);
    QVERIFY(childrenOf(getpid()).isEmpty());
    QVERIFY(readAll(pool, corpus(u"tiny.mp4"_s)));
}

void MediaInfoHelperTest::killedOnceIsTriedAgain()
{
    MediaInfoPool pool;
    const QByteArray bytes = corpus(u"tiny.mp4"_s);
    int reads = 0;
    const auto fields = pool.readFields(bytes.size(), mostBytes,
        [&, read = reader(bytes)](qint64 offset, char* buffer, qint64 length) {
            if (++reads == 1)
                kill(childrenOf(getpid()).value(0), SIGKILL);
            return read(offset, buffer, length);
        },
        {});
    QCOMPARE(kindOf(fields), u"ok"_s);
    QVERIFY(reads > 1);
}

void MediaInfoHelperTest::killedEachTimeIsAnError()
{
    MediaInfoPool pool;
    const QByteArray bytes = corpus(u"tiny.mp4"_s);
    for (const int signal : { SIGKILL, SIGSEGV }) {
        const auto fields = pool.readFields(bytes.size(), mostBytes,
            [&, read = reader(bytes)](qint64 offset, char* buffer, qint64 length) {
                kill(childrenOf(getpid()).value(0), signal);
                return read(offset, buffer, length);
            },
            {});
        QCOMPARE(kindOf(fields), u"Media"_s);
        QVERIFY(childrenOf(getpid()).isEmpty());
    }
}

void MediaInfoHelperTest::killedWhileIdle()
{
    MediaInfoPool pool;
    QVERIFY(readAll(pool, corpus(u"tiny.mp4"_s)));
    const pid_t pid = childrenOf(getpid()).value(0);
    kill(pid, SIGKILL);
    QTRY_VERIFY(isGone(pid));
    QVERIFY(readAll(pool, corpus(u"tiny.mp4"_s)));
}

void MediaInfoHelperTest::endsWithItsParent()
{
    QProcess parent;
    parent.start(QCoreApplication::applicationFilePath(), { u"--hold"_s, QStringLiteral(HOSTILE_FILES "/loop.mp4") });
    QVERIFY(parent.waitForStarted());
    const auto parentId = static_cast<pid_t>(parent.processId());
    // In the midst of its loop, where it hears nothing.
    QTRY_VERIFY_WITH_TIMEOUT(ticksOf(childrenOf(parentId).value(0)) >= 10, 20'000);
    const pid_t pid = childrenOf(parentId).value(0);
    parent.kill();
    QVERIFY(parent.waitForFinished());
    QTRY_VERIFY(isGone(pid));
}

void MediaInfoHelperTest::nonsenseIsHungUpOn_data()
{
    QTest::addColumn<int>("size"); // see mediainfo_double.cpp
    QTest::addColumn<QString>("kind");
    QTest::newRow("before it asks") << 1 << u"Io"_s;
    QTest::newRow("asks without end") << 2 << u"Media"_s;
    QTest::newRow("does not listen") << 3 << u"Media"_s;
    QTest::newRow("unknown word") << 4 << u"Media"_s;
    QTest::newRow("wrong fields") << 5 << u"Media"_s;
    QTest::newRow("4 GB of fields") << 6 << u"Media"_s;
    QTest::newRow("beyond the file") << 7 << u"Media"_s;
    QTest::newRow("too much at once") << 8 << u"Media"_s;
    QTest::newRow("crash") << 9 << u"Media"_s;
    QTest::newRow("ends") << 10 << u"Media"_s;
    QTest::newRow("hangs up") << 11 << u"Media"_s;
}

void MediaInfoHelperTest::nonsenseIsHungUpOn()
{
    QFETCH(const int, size);
    QFETCH(const QString, kind);
    MediaInfoPool pool(QStringLiteral(MEDIAINFO_DOUBLE), std::chrono::milliseconds(3000));
    QElapsedTimer clock;
    clock.start();
    const auto fields = readAll(pool, QByteArray(size, 'x'));
    QCOMPARE(kindOf(fields), kind);
    QVERIFY(!fields.error().message.isEmpty());
    QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(childrenOf(getpid()).isEmpty());
}

void MediaInfoHelperTest::silenceIsNotWaitedForLong()
{
    MediaInfoPool pool(QStringLiteral(MEDIAINFO_DOUBLE), std::chrono::milliseconds(1000));
    const auto fields = readAll(pool, QByteArray(12, 'x'));
    QCOMPARE(kindOf(fields), u"Media"_s);
    QVERIFY(fields.error().message.contains("reasonable time"_L1));
    QVERIFY(childrenOf(getpid()).isEmpty());
}

void MediaInfoHelperTest::missingProgram()
{
    for (const QString& program : { u"/nowhere/at-all"_s, u"/bin/false"_s }) {
        MediaInfoPool pool(program);
        QCOMPARE(kindOf(readAll(pool, QByteArray(10, 'x'))), u"Io"_s);
    }
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--hold") == 0) {
        QFile file(QFile::decodeName(argv[2]));
        MediaInfoPool pool;
        return file.open(QIODevice::ReadOnly) && readAll(pool, file.readAll()) ? 0 : 1;
    }
    MediaInfoHelperTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_mediainfo_helper.moc"
