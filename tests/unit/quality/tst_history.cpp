// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/history.h"

#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

namespace {

PastStream step(const QString& definition, const QString& key)
{
    return { .definition = definition,
        .format = u"mp4"_s,
        .narrowBand = u"0"_s,
        .key = key,
        .declared = { .hdr = u"HDR10"_s, .durationMs = 10'040.0, .bitrateKbps = 700.0 },
        .measured = PastFacts { .hdr = u"HDR10"_s,
            .videoCodec = u"hevc"_s,
            .audioCodec = u"aac"_s,
            .encryption = u"none"_s,
            .width = 1920,
            .height = 1080,
            .sizeBytes = 1'000'000,
            .durationMs = 10'000.0,
            .bitrateKbps = 800.0,
            .frameRate = 25.0,
            .bitDepth = 10,
            .channels = 2,
            .sampleRate = 48'000 },
        .rules = {
            .judged = { u"container.fast-start"_s, u"delivery.range"_s }, .found = { u"container.fast-start"_s } } };
}

PastCheck checkOf(const QList<PastStream>& streams)
{
    return { .at = QDateTime(QDate(2026, 11, 24), QTime(8, 0), Qt::UTC),
        .verdict = Verdict::Warn,
        .deep = true,
        .policy = u"0123456789abcdef"_s,
        .streams = streams,
        .ladder = { .judged = { u"ladder.aspect"_s }, .found = {} } };
}

} // namespace

class TestHistory final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void packedAndBack()
    {
        PastStream bare;
        bare.key = u"k"_s;
        const PastCheck check = checkOf({ step(u"HD"_s, u"1"_s), bare });
        const auto again = unpackCheck(packCheck(check), check.at);
        QVERIFY(again);
        QCOMPARE(*again, check);
        for (const QByteArray& damaged : { QByteArray(), QByteArray("x"), QByteArray("\xff\xff\xff\xff\x78", 5),
                 qCompress("[]"), qCompress("{\"verdict\":\"great\"}"), packCheck(check).first(40) })
            QVERIFY(!unpackCheck(damaged, check.at));
    }

    void whatIsRemembered()
    {
        AssetResult result;
        StreamSheet sheet;
        sheet.key = u"k"_s;
        sheet.info.definition = u"HD"_s;
        sheet.info.format = u"mp4"_s;
        sheet.info.playUrl = u"https://example.com/?auth_key=1-2-3-4"_s;
        sheet.declared.durationMs = 5000;
        sheet.declared.sizeBytes = 7;
        sheet.declared.video = VideoFacts();
        MediaFacts facts;
        facts.durationMs = 4520;
        facts.video = VideoFacts { .codec = u"h264"_s, .hdr = u"SDR"_s };
        sheet.container = facts;
        result.sheet.streams = { sheet };
        result.judgement.verdict = Verdict::Fail;
        result.judgement.findings = { { .rule = u"a.b"_s, .severity = Severity::Error, .stream = u"k"_s },
            { .rule = u"a.b"_s, .severity = Severity::Error, .stream = u"k"_s },
            { .rule = u"a.c"_s, .severity = Severity::Info, .stream = u"k"_s },
            { .rule = u"a.d"_s, .severity = Severity::Error, .stream = u"other"_s }, { .rule = u"a.f"_s } };
        result.judgement.judged = { { u"k"_s, { u"a.b"_s, u"a.e"_s } }, { QString(), { u"a.f"_s } } };
        const PastCheck check = pastCheck(result, {}, u"mark"_s);
        QCOMPARE(check.verdict, Verdict::Fail);
        QCOMPARE(check.streams.size(), 1);
        const PastStream& stream = check.streams.at(0);
        QVERIFY(stream.measured);
        QCOMPARE(stream.measured->durationMs, std::optional(4520.0));
        QCOMPARE(stream.measured->hdr, u"SDR"_s);
        QCOMPARE(stream.measured->videoCodec, u"h264"_s);
        QCOMPARE(stream.declared.durationMs, std::optional(5000.0));
        QCOMPARE(stream.declared.sizeBytes, std::optional<qint64>(7));
        QCOMPARE(stream.declared.hdr, u"SDR"_s); // no HDRType: the service knows of none
        QCOMPARE(stream.rules.judged, QStringList({ u"a.b"_s, u"a.e"_s }));
        QCOMPARE(stream.rules.found, QStringList(u"a.b"_s));
        QCOMPARE(check.ladder.found, QStringList(u"a.f"_s));
        QCOMPARE(check.policy, u"mark"_s);
        QVERIFY(!check.deep);
        QVERIFY(!qUncompress(packCheck(check)).contains("auth_key"));
    }

    void changesInWords_data()
    {
        QTest::addColumn<QList<PastStream>>("before");
        QTest::addColumn<QList<PastStream>>("now");
        QTest::addColumn<QStringList>("said");
        const PastStream hd = step(u"HD"_s, u"1"_s);
        const auto changed = [&hd](const std::function<void(PastStream&)>& change) {
            PastStream other = hd;
            change(other);
            return QList<PastStream> { other };
        };
        const QList<PastStream> same { hd };
        QTest::newRow("nothing") << same << same << QStringList();
        QTest::newRow("nothing, transcoded anew")
            << same << changed([](PastStream& s) { s.key = u"9"_s; }) << QStringList();
        QTest::newRow("lost HDR") << same << changed([](PastStream& s) { s.measured->hdr = u"SDR"_s; })
                                  << QStringList(u"HD mp4 lost HDR10"_s);
        QTest::newRow("became HDR") << changed([](PastStream& s) { s.measured->hdr = u"SDR"_s; }) << same
                                    << QStringList(u"HD mp4 is HDR10 now"_s);
        QTest::newRow("other HDR") << same << changed([](PastStream& s) { s.measured->hdr = u"HLG"_s; })
                                   << QStringList(u"HD mp4 was HDR10 and is HLG now"_s);
        QTest::newRow("shorter") << same << changed([](PastStream& s) { s.measured->durationMs = 9'520; })
                                 << QStringList(u"HD mp4 is 0.48 s shorter"_s);
        QTest::newRow("longer") << same << changed([](PastStream& s) { s.measured->durationMs = 10'020; })
                                << QStringList(u"HD mp4 is 0.02 s longer"_s);
        QTest::newRow("rounding") << same << changed([](PastStream& s) { s.measured->durationMs = 10'019; })
                                  << QStringList();
        QTest::newRow("smaller") << same << changed([](PastStream& s) { s.measured->sizeBytes = 880'000; })
                                 << QStringList(u"HD mp4: the file is 12 % smaller"_s);
        QTest::newRow("bitrate") << same << changed([](PastStream& s) { s.measured->bitrateKbps = 1'600; })
                                 << QStringList(u"HD mp4: the bitrate is 100 % higher"_s);
        QTest::newRow("picture") << same << changed([](PastStream& s) { s.measured->height = 1'088; })
                                 << QStringList(u"HD mp4: Picture was 1920×1080 and is 1920×1088 now"_s);
        QTest::newRow("not known now") << same << changed([](PastStream& s) {
            s.measured->height.reset();
            s.measured->frameRate.reset();
            s.measured->durationMs.reset();
            s.measured->videoCodec.clear();
        }) << QStringList();
        QTest::newRow("frame rate") << same << changed([](PastStream& s) { s.measured->frameRate = 30'000 / 1001.0; })
                                    << QStringList(u"HD mp4: Frame rate was 25 and is 29.97 now"_s);
        QTest::newRow("rules") << same << changed([](PastStream& s) {
            s.rules.found = { u"delivery.range"_s };
        }) << QStringList({ u"HD mp4 breaks “Ranges” now"_s, u"HD mp4 no longer breaks “Fast start”"_s });
        // A deep check finds what a check of the headers has not looked for.
        QTest::newRow("not judged before") << same << changed([](PastStream& s) {
            s.rules.judged << u"signal.black"_s;
            s.rules.found << u"signal.black"_s;
        }) << QStringList();
        QTest::newRow("not judged now") << same << changed([](PastStream& s) { s.rules = {}; }) << QStringList();
        // Like with like: a header that could not be read once is no change of the file.
        QTest::newRow("declared both times")
            << same << changed([](PastStream& s) { s.measured.reset(); }) << QStringList();
        QTest::newRow("declared another") << same << changed([](PastStream& s) {
            s.measured.reset();
            s.declared.hdr = u"SDR"_s;
            s.declared.durationMs = 9'560;
        }) << QStringList({ u"HD mp4 lost HDR10"_s, u"HD mp4 is 0.48 s shorter"_s });
        QTest::newRow("declared another, the same file")
            << same << changed([](PastStream& s) { s.declared.durationMs = 9'560; }) << QStringList();
        QTest::newRow("new and gone") << same << QList<PastStream> { step(u"SD"_s, u"2"_s) }
                                      << QStringList({ u"SD mp4 is new"_s, u"HD mp4 is gone"_s });
        // The one that keeps its key is itself, whatever stands before it.
        PastStream twin = step(u"HD"_s, u"2"_s);
        twin.measured->durationMs = 1;
        QTest::newRow("keys first") << same << QList<PastStream> { twin, hd } << QStringList(u"HD mp4 is new"_s);
        PastStream plain = hd, lost = hd; // beside another one of its step, which is named by its range
        plain.key = u"5"_s;
        plain.measured->hdr = u"SDR"_s;
        lost.measured->durationMs = 9'520;
        QTest::newRow("named apart") << QList<PastStream> { plain, hd } << QList<PastStream> { plain, lost }
                                     << QStringList(u"HD mp4 HDR10 is 0.48 s shorter"_s);
        // Of two of one step the one with the same dynamic range is meant.
        PastStream sdr = step(u"HD"_s, u"2"_s);
        sdr.measured->hdr = u"SDR"_s;
        PastStream newHdr = step(u"HD"_s, u"8"_s), newSdr = sdr;
        newSdr.key = u"9"_s;
        QTest::newRow("ranges apart") << QList<PastStream> { sdr, hd } << QList<PastStream> { newHdr, newSdr }
                                      << QStringList();
    }
    void changesInWords()
    {
        QFETCH(const QList<PastStream>, before);
        QFETCH(const QList<PastStream>, now);
        QFETCH(const QStringList, said);
        QLocale::setDefault(QLocale::c());
        QCOMPARE(changesSince(checkOf(before), checkOf(now)).all(), said);
    }

    void whichFindingsAreNew()
    {
        const PastStream hd = step(u"HD"_s, u"1"_s);
        PastStream worse = step(u"HD"_s, u"2"_s), other = step(u"SD"_s, u"3"_s); // transcoded anew, and one more
        worse.rules.found << u"delivery.range"_s;
        PastCheck before = checkOf({ hd }), now = checkOf({ worse, other });
        now.ladder.found = { u"ladder.aspect"_s };
        CheckChanges changes = changesSince(before, now);
        const QSet<std::pair<QString, QString>> expected { { u"2"_s, u"delivery.range"_s },
            { u"3"_s, u"container.fast-start"_s }, { QString(), u"ladder.aspect"_s } };
        QCOMPARE(changes.newFindings, expected);
        QCOMPARE(changes.facts, QStringList(u"SD mp4 is new"_s));
        QCOMPARE(changes.found,
            QStringList({ u"HD mp4 breaks “Ranges” now"_s, u"The ladder breaks “Same aspect ratio” now"_s }));
        QCOMPARE(changesSince(now, before).fixed.size(), 2);
        before.policy = u"another"_s; // what was found then may have been another question
        changes = changesSince(before, now);
        QVERIFY(changes.otherPolicy);
        QVERIFY(changes.newFindings.isEmpty() && changes.found.isEmpty() && changes.fixed.isEmpty());
        QCOMPARE(changes.facts, QStringList(u"SD mp4 is new"_s));
        before.policy.clear(); // not known: of an older report
        QCOMPARE(changesSince(before, now).newFindings, expected);
        Policy strict;
        strict.setRule(u"delivery.range"_s, { Severity::Off, {} });
        QCOMPARE(policyMark(Policy()), policyMark(Policy()));
        QVERIFY(policyMark(strict) != policyMark(Policy()));
    }

    void isBounded()
    {
        QList<PastStream> many;
        for (int i = 0; i < 1000; ++i)
            many << step(QString::number(i), QString::number(i));
        QCOMPARE(changesSince(checkOf({}), checkOf(many)).all().size(), 200);
        QCOMPARE(changesSince(checkOf(many), checkOf({})).all().size(), 200);
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
