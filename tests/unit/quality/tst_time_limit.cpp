// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/time_limit.h"

#include <QTest>

#include <memory>

using namespace proofreel;
using namespace std::chrono_literals;

class TestTimeLimit final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void growsWithWhatIsKnown()
    {
        const DeepLimit limit { .least = 10min, .timesLength = 10 };
        QCOMPARE(limit.of(30'000.0, 1'000'000), 10min); // a trailer
        QCOMPARE(limit.of(7'200'000.0, 1'000'000), 20h); // two hours
        QCOMPARE(limit.of(30'000.0, 4'500'000'000), 10h); // 36 Gbit at 1 Mbit/s
        QCOMPARE(limit.of({}, 4'500'000'000), 10h);
        QCOMPARE(limit.of(7'200'000.0, {}), 20h);
        QCOMPARE(limit.of(1e15, 1), 48h); // whatever it says
        QCOMPARE(limit.of({}, {}), 48h);
    }
    void endsOnce()
    {
        const auto outer = std::make_unique<std::stop_source>(); // GCC 12 warns of one on the stack
        TimeLimit limit(outer->get_token());
        QVERIFY(!limit.token().stop_requested() && !limit.ranOut());
        limit.endAfter(1h);
        limit.endAfter(1ms); // the last one counts
        QTRY_VERIFY(limit.token().stop_requested());
        QTRY_COMPARE(limit.ranOut(), 1ms);
        QVERIFY(!outer->stop_requested());
        QCOMPARE(DeepLimit::exceeded(1ms).kind, ErrorKind::Timeout);
        QVERIFY(DeepLimit::exceeded(20h).message.contains(u"1200"));
        QVERIFY(DeepLimit::exceeded(1500ms).message.contains(u"1.5"));
    }
    void isStoppedByAnother()
    {
        const auto outer = std::make_unique<std::stop_source>();
        TimeLimit limit(outer->get_token());
        limit.endAfter(1h);
        outer->request_stop();
        QVERIFY(limit.token().stop_requested());
        QVERIFY(!limit.ranOut());
        const TimeLimit late(outer->get_token());
        QVERIFY(late.token().stop_requested());
    }
};

QTEST_GUILESS_MAIN(TestTimeLimit)
#include "tst_time_limit.moc"
