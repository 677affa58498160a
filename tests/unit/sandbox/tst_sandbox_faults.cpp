// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/faults.h"

#include <QTest>

using proofreel::sandbox::Faults;
using namespace Qt::StringLiterals;

class TestSandboxFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesEveryName();
    void refuses_data();
    void refuses();
    void namesAreThoseOfTheContract();
};

void TestSandboxFaults::takesEveryName()
{
    Faults faults;
    for (const char* text : { "api-latency=250", "throttle=3", "error-500=4", "clock-skew=-1200", "bad-json",
             "truncate-json", "huge-json=33", "hang-api", "forbidden", "url-ttl=5", "slow=64", "stall-after=70000",
             "cut-after=5000000000", "hang-media", "missing-segment=2", "no-range", "wrong-length", "tls",
             "repeat-token", "uneven-pages", "moving-total", "duplicate-rows", "no-basic-info=7", "huge-title=2",
             "odd-titles", "bad-covers", "category-loop", "retranscode=9" }) {
        const auto error = faults.set(QString::fromLatin1(text));
        QVERIFY2(!error, qPrintable(error.value_or(QString())));
    }
    QCOMPARE(faults.apiLatencyMs, 250);
    QCOMPARE(faults.throttleEvery, 3);
    QCOMPARE(faults.error500Every, 4);
    QCOMPARE(faults.clockSkewS, -1200);
    QVERIFY(faults.badJson && faults.truncateJson && faults.hangApi && faults.forbidden);
    QCOMPARE(faults.hugeJsonMiB, 33);
    QCOMPARE(faults.urlTtlS, 5);
    QCOMPARE(faults.slowKBps, 64);
    QCOMPARE(faults.stallAfter, 70'000);
    QCOMPARE(faults.cutAfter, 5'000'000'000);
    QVERIFY(faults.hangMedia && faults.noRange && faults.wrongLength && faults.tls);
    QCOMPARE(faults.missingSegment, 2);
    QVERIFY(faults.repeatToken && faults.unevenPages && faults.movingTotal && faults.duplicateRows);
    QVERIFY(faults.oddTitles && faults.badCovers && faults.categoryLoop);
    QCOMPARE(faults.noBasicInfo, 7);
    QCOMPARE(faults.hugeTitleMiB, 2);
    QCOMPARE(faults.retranscodeAfter, 9);
}

void TestSandboxFaults::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    QTest::newRow("unknown") << u"slow-motion=1"_s << u"Unknown fault \"slow-motion\". Known: api-latency=MS"_s;
    QTest::newRow("empty") << QString() << u"Unknown fault"_s;
    QTest::newRow("case") << u"TLS"_s << u"Unknown fault \"TLS\""_s;
    QTest::newRow("no value") << u"slow"_s << u"Fault \"slow\" needs a whole number from 1"_s;
    QTest::newRow("empty value") << u"slow="_s << u"needs a whole number"_s;
    QTest::newRow("words") << u"throttle=often"_s << u"needs a whole number"_s;
    QTest::newRow("fraction") << u"url-ttl=1.5"_s << u"needs a whole number"_s;
    QTest::newRow("zero") << u"throttle=0"_s << u"needs a whole number"_s;
    QTest::newRow("negative") << u"cut-after=-5"_s << u"needs a whole number"_s;
    QTest::newRow("too much") << u"huge-json=99999"_s << u"from 1 to 4096"_s;
    QTest::newRow("overflow") << u"slow=99999999999999999999"_s << u"needs a whole number"_s;
    QTest::newRow("value for a switch") << u"tls=1"_s << u"Fault \"tls\" takes no value."_s;
}

void TestSandboxFaults::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, part);
    Faults faults;
    const QString error = faults.set(text).value_or(u"accepted"_s);
    QVERIFY2(error.contains(part), qPrintable(error));
    QVERIFY(faults.slowKBps == 0 && faults.throttleEvery == 0 && !faults.tls);
}

void TestSandboxFaults::namesAreThoseOfTheContract()
{
    QCOMPARE(Faults::names().join(u' '),
        u"api-latency=MS throttle=N error-500=N clock-skew=SECONDS bad-json truncate-json huge-json=MIB hang-api "
        "forbidden url-ttl=SECONDS slow=KBPS stall-after=BYTES cut-after=BYTES hang-media missing-segment=N no-range "
        "wrong-length tls repeat-token uneven-pages moving-total duplicate-rows no-basic-info=N huge-title=MIB "
        "odd-titles "
        "bad-covers category-loop retranscode=N"_s);
}

QTEST_GUILESS_MAIN(TestSandboxFaults)
#include "tst_sandbox_faults.moc"
