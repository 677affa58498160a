// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/signal_events.h"

#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

//! What one can step to in a decoded rendition, and what its curves say at a moment.
class TestSignalEvents final : public QObject {
    Q_OBJECT
    using Kind = SignalEvent::Kind;

    static SignalFacts facts()
    {
        SignalFacts signal;
        signal.black = { { 2000, 1500 } };
        signal.freeze = { { 2000, 3000 } };
        signal.silence = { { 500, 600 } };
        signal.faults = { { 4200, u"error while decoding MB 3 4"_s } };
        signal.bitrateKbps = { { 0, 900 }, { 100, 1204 }, { 200, 1300 } };
        signal.loudnessLufs = { { 400, -17.24 } };
        signal.luminance = { { 0, 0.26 } };
        return signal;
    }

private Q_SLOTS:
    void eventsStandByTheirBeginning()
    {
        const QList<SignalEvent> events = signalEvents(facts());
        QList<Kind> kinds;
        for (const SignalEvent& event : events)
            kinds.append(event.kind);
        QCOMPARE(kinds, (QList<Kind> { Kind::Silence, Kind::Black, Kind::Freeze, Kind::DecodeFault }));
        QCOMPARE(events.at(1).endMs(), 3500.0);
        QCOMPARE(signalEventText(events.at(1)), u"black, 0:02.000, 1.5 s"_s);
        QCOMPARE(signalEventText(events.at(3)), u"decode error, 0:04.200, error while decoding MB 3 4"_s);
        QVERIFY(signalEvents({}).isEmpty());
    }

    void valuesAreThoseOfTheNearestPoint()
    {
        const auto at = [](double ms) { return signalAt(facts(), ms).join(u" · "_s); };
        QCOMPARE(at(60), u"1,204 kbit/s · -17.2 LUFS · luminance 26 %"_s);
        QCOMPARE(at(50), u"900 kbit/s · -17.2 LUFS · luminance 26 %"_s); // as near to both: the earlier
        QVERIFY(at(600).endsWith(u"silence"_s));
        QVERIFY(at(2500).endsWith(u"black · frozen"_s));
        QVERIFY(at(3500).endsWith(u"frozen"_s) && !at(3500).contains(u"black"_s)); // its end is not in it
        QVERIFY(at(4250).contains(u"decode error"_s)); // a moment counts as long as a point
        QVERIFY(!at(4300).contains(u"decode error"_s));
        QVERIFY(signalAt(facts(), 60'000).isEmpty()); // nothing was measured anywhere near
    }
};

QTEST_GUILESS_MAIN(TestSignalEvents)
#include "tst_signal_events.moc"
