// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/ranged_reader.h"
#include "tests/support/in_thread.h"
#include "tests/support/media_world.h"

#include <QElapsedTimer>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> readAll(RangedReader& reader, qint64 from = 0, qint64 piece = 32 * 1024)
{
    QByteArray all;
    QByteArray buffer(piece, '\0');
    while (true) {
        const auto count = reader.read(from + all.size(), buffer.data(), buffer.size());
        if (!count)
            return fail(count.error());
        if (*count == 0)
            return all;
        all.append(buffer.constData(), *count);
    }
}

template <typename T>
QString kindOf(const Result<T>& result)
{
    return result ? u"ok"_s : Error::kindName(result.error().kind);
}

} // namespace

//! Reads of the sandbox's media, well and with its faults.
class RangedReaderTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { m_world->fault({}); }
    void wholeFileIsTheFile();
    void headCostsOneSmallRequest();
    void tailAndHolesAreExact();
    void withoutRangesItIsDownloaded();
    void faultsHaveTheirOwnErrors_data();
    void faultsHaveTheirOwnErrors();
    void linkThatEndsInTheMiddle();
    void stopWakesAtOnce();
    void limitOfBytesHolds();
    void otherThreadReadsOn();

private:
    std::unique_ptr<MediaWorld> m_world;
    QUrl m_url;
    QByteArray m_file;
};

void RangedReaderTest::initTestCase()
{
    m_world = std::make_unique<MediaWorld>();
    QVERIFY2(m_world->trouble.isEmpty(), qPrintable(m_world->trouble));
    m_url = m_world->url(u"4K"_s, u"mp4"_s);
    m_file = MediaWorld::served(u"4k.mp4"_s);
    QVERIFY(m_url.isValid() && m_file.size() > 2'000'000);
}

void RangedReaderTest::wholeFileIsTheFile()
{
    inThread([&] {
        RangedReader reader(m_world->http, m_url, {});
        const auto size = reader.size();
        QVERIFY2(size, qPrintable(kindOf(size)));
        QCOMPARE(*size, m_file.size());
        QVERIFY(reader.hasRanges());
        QCOMPARE(reader.firstReply().status, 206);
        QVERIFY(reader.firstReply().body.isEmpty());
        const auto all = readAll(reader);
        QVERIFY2(all, qPrintable(kindOf(all)));
        QVERIFY(*all == m_file);
        QCOMPARE(reader.stats().bytesFetched, m_file.size()); // nothing twice
        QVERIFY2(reader.stats().requests < 7 + m_file.size() / 1'000'000,
            qPrintable(QString::number(reader.stats().requests)));
    });
}

void RangedReaderTest::headCostsOneSmallRequest()
{
    RangedReader reader(m_world->http, m_url, {});
    QByteArray buffer(40'000, '\0');
    for (const qint64 offset : { 0, 20'000, 8, 25'000 }) {
        const auto count = reader.read(offset, buffer.data(), buffer.size());
        QVERIFY2(count, qPrintable(kindOf(count)));
        QCOMPARE(buffer.left(*count), m_file.mid(offset, *count));
    }
    QCOMPARE(reader.stats().requests, 1);
    QCOMPARE(reader.stats().bytesFetched, 65'536);
}

void RangedReaderTest::tailAndHolesAreExact()
{
    RangedReader reader(m_world->http, m_url, {});
    const qint64 size = m_file.size();
    for (const qint64 from : { size - 100'000, size - 300'000, qint64(1'000'000), qint64(0) }) {
        const auto rest = readAll(reader, from, 70'000);
        QVERIFY2(rest, qPrintable(kindOf(rest)));
        QVERIFY(*rest == m_file.mid(from));
    }
    char byte = 0;
    QCOMPARE(reader.read(size, &byte, 1).value_or(-1), 0);
    QCOMPARE(reader.read(size + 5, &byte, 1).value_or(-1), 0);
}

void RangedReaderTest::withoutRangesItIsDownloaded()
{
    m_world->fault(u"no-range"_s);
    RangedReader reader(m_world->http, m_url, {});
    QCOMPARE(reader.size().value_or(-1), m_file.size());
    QVERIFY(!reader.hasRanges());
    QCOMPARE(reader.stats().bytesFetched, 65'536);
    const auto all = readAll(reader);
    QVERIFY2(all, qPrintable(kindOf(all)));
    QVERIFY(*all == m_file);
    QVERIFY2(reader.stats().requests <= 5, qPrintable(QString::number(reader.stats().requests)));
}

void RangedReaderTest::faultsHaveTheirOwnErrors_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("deadlineMs");
    QTest::addColumn<QString>("kind");
    QTest::newRow("wrong-length") << u"wrong-length"_s << 0 << u"Protocol"_s;
    QTest::newRow("cut-after head") << u"cut-after=1000"_s << 0 << u"Protocol"_s;
    QTest::newRow("cut-after later") << u"cut-after=100000"_s << 0 << u"Protocol"_s;
    QTest::newRow("stall-after") << u"stall-after=100000"_s << 700 << u"Timeout"_s;
    QTest::newRow("hang-media") << u"hang-media"_s << 300 << u"Timeout"_s;
    QTest::newRow("slow") << u"slow=50"_s << 600 << u"Timeout"_s;
}

void RangedReaderTest::faultsHaveTheirOwnErrors()
{
    QFETCH(const QString, fault);
    QFETCH(const int, deadlineMs);
    QFETCH(const QString, kind);
    m_world->fault(fault);
    RangedReader reader(m_world->http, m_url, {}, { .deadline = std::chrono::milliseconds(deadlineMs) });
    QElapsedTimer clock;
    clock.start();
    const auto all = readAll(reader);
    QCOMPARE(kindOf(all), kind);
    QVERIFY(!all.error().message.isEmpty());
    QVERIFY2(clock.elapsed() < deadlineMs + 5'000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(kindOf(readAll(reader)), kind); // and again, not something else
}

void RangedReaderTest::linkThatEndsInTheMiddle()
{
    RangedReader reader(m_world->http, m_url, {});
    QCOMPARE(reader.size().value_or(-1), m_file.size());
    m_world->fault(u"url-ttl=1"_s);
    // Whoever reads on after the link's end is told so; the first reads may still fall before it.
    const auto fresh = [&] {
        RangedReader another(m_world->http, m_url, {});
        return kindOf(another.size());
    };
    QTRY_COMPARE_WITH_TIMEOUT(fresh(), u"Expired"_s, 10'000);
    QCOMPARE(kindOf(readAll(reader)), u"Expired"_s);
}

void RangedReaderTest::stopWakesAtOnce()
{
    m_world->fault(u"hang-media"_s);
    std::stop_source source;
    QElapsedTimer clock;
    qint64 woke = -1;
    QString kind;
    std::atomic_bool asked = false;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        RangedReader reader(m_world->http, m_url, source.get_token());
        asked = true;
        kind = kindOf(reader.size());
        woke = clock.elapsed();
    }));
    const qsizetype before = m_world->server.requestLog().size();
    thread->start();
    QTRY_VERIFY(asked && m_world->server.requestLog().size() > before); // it hangs there now
    clock.start();
    source.request_stop();
    QTRY_VERIFY(thread->isFinished());
    QCOMPARE(kind, u"Cancelled"_s);
    QVERIFY2(woke < 500, qPrintable(QString::number(woke)));

    // Stopped before it began: nothing is asked for at all, or nobody waits for it.
    RangedReader late(m_world->http, m_url, source.get_token());
    QCOMPARE(kindOf(late.size()), u"Cancelled"_s);
}

void RangedReaderTest::limitOfBytesHolds()
{
    for (const auto& fault : { QString(), u"no-range"_s }) {
        m_world->fault(fault);
        RangedReader reader(m_world->http, m_url, {}, { .maxBytes = 300'000 });
        const auto all = readAll(reader);
        QCOMPARE(kindOf(all), u"TooLarge"_s);
        QVERIFY2(reader.stats().bytesFetched <= 300'000, qPrintable(QString::number(reader.stats().bytesFetched)));
    }
}

void RangedReaderTest::otherThreadReadsOn()
{
    RangedReader reader(m_world->http, m_url, {});
    QByteArray all(m_file.size(), '\0');
    qint64 at = 0;
    // Turn by turn, so that what one thread fetches ahead is wanted by another.
    while (at < all.size()) {
        inThread([&] {
            const qint64 until = std::min<qint64>(at + 300'000, all.size());
            while (at < until) {
                const auto count = reader.read(at, all.data() + at, until - at);
                QVERIFY2(count && *count > 0, qPrintable(kindOf(count)));
                at += *count;
            }
        });
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(all == m_file);
}

QTEST_GUILESS_MAIN(RangedReaderTest)
#include "tst_ranged_reader.moc"
