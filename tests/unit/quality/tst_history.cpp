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
        .key = key,
        .hdr = u"HDR10"_s,
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
        .sampleRate = 48'000,
        .rules = { u"container.fast-start"_s } };
}

PastCheck checkOf(const QList<PastStream>& streams)
{
    return { .at = QDateTime(QDate(2026, 11, 24), QTime(8, 0), Qt::UTC), .verdict = Verdict::Warn, .streams = streams };
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
        MediaFacts facts;
        facts.durationMs = 4520;
        facts.video = VideoFacts { .codec = u"h264"_s, .hdr = u"SDR"_s };
        sheet.container = facts;
        result.sheet.streams = { sheet };
        result.judgement.verdict = Verdict::Fail;
        result.judgement.findings = { { .rule = u"a.b"_s, .severity = Severity::Error, .stream = u"k"_s },
            { .rule = u"a.b"_s, .severity = Severity::Error, .stream = u"k"_s },
            { .rule = u"a.c"_s, .severity = Severity::Info, .stream = u"k"_s },
            { .rule = u"a.d"_s, .severity = Severity::Error, .stream = u"other"_s } };
        const PastCheck check = pastCheck(result, {});
        QCOMPARE(check.verdict, Verdict::Fail);
        QCOMPARE(check.streams.size(), 1);
        QCOMPARE(check.streams.at(0).durationMs, std::optional(4520.0)); // as the file has it
        QCOMPARE(check.streams.at(0).sizeBytes, std::optional<qint64>(7)); // not measured: as declared
        QCOMPARE(check.streams.at(0).hdr, QString());
        QCOMPARE(check.streams.at(0).videoCodec, u"h264"_s);
        QCOMPARE(check.streams.at(0).rules, QStringList(u"a.b"_s));
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
        QTest::newRow("lost HDR") << same << changed([](PastStream& s) { s.hdr.clear(); })
                                  << QStringList(u"HD mp4 lost HDR10."_s);
        QTest::newRow("became HDR") << changed([](PastStream& s) { s.hdr.clear(); }) << same
                                    << QStringList(u"HD mp4 is HDR10 now."_s);
        QTest::newRow("other HDR") << same << changed([](PastStream& s) { s.hdr = u"HLG"_s; })
                                   << QStringList(u"HD mp4 was HDR10 and is HLG now."_s);
        QTest::newRow("shorter") << same << changed([](PastStream& s) { s.durationMs = 9'520; })
                                 << QStringList(u"HD mp4 is 0.48 s shorter."_s);
        QTest::newRow("longer") << same << changed([](PastStream& s) { s.durationMs = 10'020; })
                                << QStringList(u"HD mp4 is 0.02 s longer."_s);
        QTest::newRow("rounding") << same << changed([](PastStream& s) { s.durationMs = 10'019; }) << QStringList();
        QTest::newRow("smaller") << same << changed([](PastStream& s) { s.sizeBytes = 880'000; })
                                 << QStringList(u"HD mp4: the file is 12 % smaller."_s);
        QTest::newRow("bitrate") << same << changed([](PastStream& s) { s.bitrateKbps = 1'600; })
                                 << QStringList(u"HD mp4: the bitrate is 100 % higher."_s);
        QTest::newRow("picture") << same << changed([](PastStream& s) { s.height = 1'088; })
                                 << QStringList(u"HD mp4: Picture was 1920×1080 and is 1920×1088 now."_s);
        QTest::newRow("not known now") << same << changed([](PastStream& s) {
            s.height.reset();
            s.frameRate.reset();
            s.durationMs.reset();
            s.videoCodec.clear();
        }) << QStringList();
        QTest::newRow("frame rate") << same << changed([](PastStream& s) { s.frameRate = 30'000 / 1001.0; })
                                    << QStringList(u"HD mp4: Frame rate was 25 and is 29.97 now."_s);
        QTest::newRow("rules") << same << changed([](PastStream& s) {
            s.rules = { u"signal.black"_s };
        }) << QStringList({ u"HD mp4 breaks signal.black now."_s, u"HD mp4 no longer breaks container.fast-start."_s });
        QTest::newRow("new and gone") << same << QList<PastStream> { step(u"SD"_s, u"2"_s) }
                                      << QStringList({ u"SD mp4 is new."_s, u"HD mp4 is gone."_s });
        // The one that keeps its key is itself, whatever stands before it.
        PastStream twin = step(u"HD"_s, u"2"_s);
        twin.durationMs = 1;
        QTest::newRow("keys first") << same << QList<PastStream> { twin, hd } << QStringList(u"HD mp4 is new."_s);
        // Of two of one step the one with the same dynamic range is meant.
        PastStream sdr = step(u"HD"_s, u"2"_s);
        sdr.hdr.clear();
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
        QCOMPARE(changesSince(checkOf(before), checkOf(now)), said);
    }

    void isBounded()
    {
        QList<PastStream> many;
        for (int i = 0; i < 1000; ++i)
            many << step(QString::number(i), QString::number(i));
        QCOMPARE(changesSince(checkOf({}), checkOf(many)).size(), 200);
        QCOMPARE(changesSince(checkOf(many), checkOf({})).size(), 200);
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
