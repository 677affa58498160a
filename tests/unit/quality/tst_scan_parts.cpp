// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/scan/curve.h"
#include "quality/scan/fault_log.h"
#include "quality/scan/packet_lane.h"
#include "quality/scan/sample_watch.h"
#include "quality/scan/span_list.h"
#include "quality/thin_curves.h"

#include <QTest>

#include <atomic>
#include <cmath>

using namespace proofreel;
using namespace Qt::StringLiterals;

// What a scan gathers while it goes: bounded, whatever the length, and exact where it is short.
class TestScanParts final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void curveKeepsItsMean()
    {
        Curve curve(100, 10);
        for (int i = 0; i < 1000; ++i) // 40 s in a curve for one
            curve.add(i * 40.0, i < 500 ? 1 : 3);
        const QList<QPointF> points = curve.means(500);
        QVERIFY(points.size() <= 10 && points.size() > 5);
        QCOMPARE(curve.stepMs(), 6400.0); // doubled six times
        QCOMPARE(points.first(), QPointF(500, 1));
        QCOMPARE(points.last().y(), 3.0);
        double kilobits = 0;
        const QList<QPointF> rates = curve.rates();
        for (const QPointF& point : rates)
            kilobits += point.y() * curve.stepMs() / 1000;
        QCOMPARE(kilobits, 2000.0); // nothing is lost by joining
    }

    void thinCurvesKeepTheirPeaks()
    {
        QList<QPointF> points;
        for (int i = 0; i < 4'000; ++i)
            points.append({ i * 100.3, i == 1234 ? 98.7654 : i == 2345 ? 0.123456 : 40.0 + i % 7 });
        const QList<QPointF> thin = thinned(points);
        QVERIFY(thin.size() <= mostKeptPoints && thin.size() > mostKeptPoints / 2);
        QVERIFY(thin.contains(QPointF(std::round(1234 * 100.3), 98.77)));
        QVERIFY(thin.contains(QPointF(std::round(2345 * 100.3), 0.1235)));
        QVERIFY(std::is_sorted(
            thin.cbegin(), thin.cend(), [](const QPointF& one, const QPointF& two) { return one.x() < two.x(); }));
        QCOMPARE(thinned(thin), thin); // what comes out of a journal is drawn the same
        QCOMPARE(thinned(points.first(3)),
            (QList<QPointF> { { 0, 40 }, { 100, 41 }, { 201, 42 } })); // short ones keep each point
        QCOMPARE(thinned(QList<QPointF> { { 1, 0 }, { 2, NAN }, { 3, -1e-320 }, { 4, -23.456 }, { 5, 123456 } }),
            (QList<QPointF> { { 1, 0 }, { 2, 0 }, { 3, 0 }, { 4, -23.46 }, { 5, 123500 } }));
        QVERIFY(thinned(QList<QPointF>()).isEmpty());
    }

    void curveRefusesNonsense()
    {
        Curve curve;
        curve.add(-1, 1);
        curve.add(NAN, 1);
        curve.add(1e300, 1);
        curve.add(0, INFINITY);
        QVERIFY(curve.means().isEmpty());
        for (int i = 0; i < 10; ++i)
            curve.add(i * 100.0 - 1e-9, 1); // rounding errors of times do not join buckets
        QVERIFY(curve.means().size() == 9); // the first one lies before 0
    }

    void spansJoinAndBound()
    {
        SpanList spans(100, 50);
        spans.begin(1000);
        spans.begin(1010);
        spans.end(1060);
        spans.add(1100, 1150); // 40 ms behind: one of 150 ms
        spans.add(2000, 2050); // too short
        spans.end(3000); // had not begun
        spans.begin(4000);
        spans.end(4100); // just long enough
        const QList<TimeSpan> found = spans.finish(1000);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.at(0).startMs, 0.0);
        QCOMPARE(found.at(0).durationMs, 150.0);
        QCOMPARE(found.at(1).startMs, 3000.0);
        SpanList many(1);
        for (int i = 0; i < 10'000; ++i)
            many.add(i * 10.0, i * 10.0 + 5);
        QCOMPARE(many.finish(0).size(), 2'000);
    }

    void faultsAreCountedOnce()
    {
        FaultLog log(0);
        log.passed(40);
        log.line(u"first words"_s);
        log.line(u"more words"_s);
        log.passed(80); // threads: the words are of a frame to come
        log.damaged(120, u"bad"_s);
        log.damaged(160, u"bad again"_s); // libav said nothing of it
        log.finish();
        QCOMPARE(log.count(), 2);
        QCOMPARE(log.faults().at(0).text, u"first words"_s);
        QCOMPARE(log.faults().at(0).atMs, 120.0);
        QCOMPARE(log.faults().at(1).text, u"bad again"_s);
    }

    void wordsAloneAreAFault()
    {
        FaultLog log(5000);
        log.line(u"before the first frame"_s);
        for (int i = 1; i <= 100; ++i)
            log.passed(5000 + i * 40.0);
        log.line(u"at the end"_s);
        log.line(u"of the same"_s);
        QCOMPARE(log.count(), 1);
        QCOMPARE(log.faults().first().atMs, 5000.0);
        log.finish();
        QCOMPARE(log.count(), 2);
        QCOMPARE(log.faults().last().atMs, 9000.0);
        for (int i = 0; i < 1000; ++i)
            log.damaged(i, u"x"_s);
        QCOMPARE(log.count(), 1002);
        QCOMPARE(log.faults().size(), 100);
    }

    void samples()
    {
        SampleWatch watch(200);
        std::vector<double> stereo;
        const auto put = [&stereo](int count, double left, double right) {
            for (int i = 0; i < count; ++i)
                stereo.insert(stereo.end(), { left, right });
        };
        put(100, 0.5, 0.5);
        put(2, 1, 0.5); // two are no clipping
        put(100, 0.5, -0.5);
        put(3, 0.2, -1.7);
        put(295, 0.0009, 0);
        put(100, 0.0011, 0); // one channel is heard
        SignalFacts facts;
        for (size_t from = 0; from < stereo.size(); from += 14) { // runs go on over the borders of frames
            const auto frames = static_cast<int>(std::min<size_t>(14, stereo.size() - from) / 2);
            watch.add(stereo.data() + from, frames, 2, 1000, 5000 + static_cast<double>(from) / 2);
        }
        watch.finish(5600, 5000, facts);
        QCOMPARE(facts.clippedSamples, 3);
        QCOMPARE(facts.clipping.size(), 1);
        QCOMPARE(facts.clipping.first().startMs, 202.0);
        QCOMPARE(facts.clipping.first().durationMs, 3.0);
        QCOMPARE(facts.silence.size(), 1);
        QCOMPARE(facts.silence.first().startMs, 205.0);
        QCOMPARE(facts.silence.first().durationMs, 295.0);
    }

    void laneGivesAllInOrder()
    {
        QList<int64_t> seen;
        {
            PacketLane lane(
                [&seen](const AVPacket* packet) { seen.append(packet ? packet->pts : -1); }, m_never.get_token());
            for (int i = 0; i < 1000; ++i) {
                PacketPtr packet(av_packet_alloc());
                packet->pts = i;
                lane.put(std::move(packet));
            }
            lane.end();
            QVERIFY(lane.waitDone(std::chrono::seconds(20)));
        }
        QCOMPARE(seen.size(), 1001);
        QCOMPARE(seen.at(999), 999);
        QCOMPARE(seen.last(), -1);
    }

    void laneStopsWhileFull()
    {
        std::atomic<int> worked = 0;
        std::atomic<bool> go = false;
        PacketLane lane(
            [&](const AVPacket*) {
                ++worked;
                go.wait(false);
            },
            m_stop.get_token());
        std::jthread feeder([&lane] {
            for (int i = 0; i < 1000; ++i)
                lane.put(PacketPtr(av_packet_alloc()));
        });
        QTRY_COMPARE(worked.load(), 1);
        m_stop.request_stop();
        feeder.join(); // put() waits no more
        go = true;
        go.notify_all();
        QVERIFY(lane.waitDone(std::chrono::seconds(20)));
        QCOMPARE(worked.load(), 1);
    }

private:
    std::stop_source m_never, m_stop;
};

QTEST_GUILESS_MAIN(TestScanParts)
#include "tst_scan_parts.moc"
