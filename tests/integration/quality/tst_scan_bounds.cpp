// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hostile_scan_files.h"

#include "quality/decode_scan.h"
#include "tests/support/media_shelf.h"
#include "tests/support/thread_result.h"

#include <QFile>
#include <QTimer>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

namespace {

void forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("5") == 1);
}

qint64 memory(const char* name) // bytes
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray all = file.readAll();
    const qsizetype at = all.indexOf(name) + qstrlen(name) + 1;
    return all.mid(at, all.indexOf("kB", at) - at).trimmed().toLongLong() * 1024;
}

} // namespace

// Small files that would keep the deep check busy for ever, or take all memory.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

class TestScanBounds final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ends_data();
    void ends();
};

void TestScanBounds::ends_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("told"); // in the first fault, or in the error
    QTest::addColumn<int>("mostMiB"); // on top of what the test has
    const auto size = [](const QByteArray& bytes) { return quint32(bytes.size()); };
    const QByteArray nothing(2000, 'x');
    const QByteArray picture = hugePng(64, 64);
    const QByteArray huge = hugePng(16'000, 16'000);
    QTest::newRow("samples of one byte, again and again")
        << hostileMovie({ { "png ", 9'000'000, 1, 1000 } }, nothing) << u"Media"_s << 400;
    QTest::newRow("one picture, again and again")
        << hostileMovie({ { "png ", 300'000, size(picture), 1 } }, picture) << u"more data than the file"_s << 200;
    QTest::newRow("many tracks of many samples")
        << hostileMovie(QList<HostileTrack>(100, { "png ", 20'000'000, 1, 20'000'000 }), nothing) << u"TooLarge"_s
        << 50;
    QTest::newRow("many tracks of many samples, in a fragment")
        << fileType() + fragmentedMovie(100) + fragment(100, 15'000'000) + box("mdat", nothing) << u"TooLarge"_s << 50;
    QTest::newRow("many fragments of many tracks")
        << fileType() + fragmentedMovie(100) + box("moof", {}).repeated(500'000) + box("mdat", nothing) << u"TooLarge"_s
        << 400;
    QTest::newRow("huge pictures") << hostileMovie({ { "png ", 30, size(huge), 1, 16'000, 16'000 } }, huge)
                                   << u"16000 × 16000"_s << 500;
    QTest::newRow("huge pictures, said to be small")
        << hostileMovie({ { "png ", 30, size(huge), 1, 64, 64 } }, huge) << u"16000 × 16000"_s << 500;
    QTest::newRow("sound of 1 Hz") << slowWave(500'000) << u"1 Hz"_s << 100;
}

void TestScanBounds::ends()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, told);
    QFETCH(const int, mostMiB);
    Shelf shelf;
    QVERIFY(!shelf.trouble);
    shelf.files = { { "/a", body } };
    Http http;
    std::stop_source stop;
    QTimer::singleShot(120'000, &http, [&stop] { stop.request_stop(); }); // or a failure would take for ever
    TransferStats stats;
    forgetPeak();
    const qint64 before = memory("VmRSS:");
    const auto found = resultInThread(
        [&] { return scanDecoded(http, shelf.url(u"/a"_s), { .allowPrivateHosts = true }, stop.get_token(), stats); });
    const qint64 took = (memory("VmHWM:") - before) / (1024 * 1024);
    QVERIFY2(!stop.stop_requested(), "was busy until it was stopped");
    QVERIFY(found || !found.error().message.isEmpty());
    QVERIFY(!found || !found->signal.faults.isEmpty());
    const QString all = found ? found->signal.faults.constFirst().text : found.error().details();
    QVERIFY2(all.contains(told), qPrintable(all));
    if (!kSanitized) // which keeps freed memory
        QVERIFY2(took < mostMiB, qPrintable(QString::number(took)));
}

QTEST_GUILESS_MAIN(TestScanBounds)
#include "tst_scan_bounds.moc"
