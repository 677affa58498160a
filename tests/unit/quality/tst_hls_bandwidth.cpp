// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/hls_bandwidth.h"

#include <QTest>

using namespace proofreel;

class TestHlsBandwidth final : public QObject {
    Q_OBJECT
private:
    static HlsPlaylist playlist(const QList<QPair<double, qint64>>& segments, std::optional<double> targetMs = 4000)
    {
        HlsPlaylist made;
        made.targetDurationMs = targetMs;
        for (const auto& [ms, bytes] : segments)
            made.segments.append({ .declaredMs = ms, .bytes = bytes });
        measureBandwidth(made);
        return made;
    }

private Q_SLOTS:
    void measures()
    {
        const HlsPlaylist list = playlist({ { 4000, 500'000 }, { 4000, 1'000'000 }, { 4000, 500'000 } });
        QCOMPARE(list.averageKbps.value_or(0), 2'000'000 * 8 / 12'000.0);
        QCOMPARE(list.peakKbps.value_or(0), 2000.0);
    }
    void aShortOneIsNoPeak()
    {
        // A last segment of 0.1 s holds a whole key frame. It counts with the one before it (4.1 s).
        const HlsPlaylist list = playlist({ { 4000, 500'000 }, { 4000, 500'000 }, { 100, 100'000 } });
        QCOMPARE(list.peakKbps.value_or(0), 600'000 * 8 / 4100.0);
    }
    void shortOnesCountTogether()
    {
        const HlsPlaylist list =
            playlist({ { 1000, 100'000 }, { 1000, 400'000 }, { 1000, 300'000 }, { 1000, 100'000 } });
        QCOMPARE(list.peakKbps.value_or(0), 700'000 * 8 / 2000.0);
    }
    void withoutATarget()
    {
        const HlsPlaylist list = playlist({ { 2000, 100'000 }, { 6000, 600'000 } }, std::nullopt);
        QCOMPARE(list.peakKbps.value_or(0), 800.0);
    }
    void saysNothingOfWhatItDoesNotKnow()
    {
        QVERIFY(!playlist({}).peakKbps);
        QVERIFY(!playlist({ { 4000, 500'000 }, { 4000, 0 } }).averageKbps);
        QVERIFY(!playlist({ { 0, 500'000 } }).averageKbps);
    }
};

QTEST_APPLESS_MAIN(TestHlsBandwidth)
#include "tst_hls_bandwidth.moc"
