// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/decode_scan.h"
#include "quality/scan/media_scan.h"
#include "tests/support/made_media.h"
#include "tests/support/media_world.h"
#include "tests/support/thread_result.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

namespace {

Result<DecodedFacts> scan(const QString& path)
{
    const FormatPtr media = MadeMedia::open(path);
    if (!media)
        return fail({ .kind = ErrorKind::Io, .message = u"not opened"_s });
    return scanMedia({ .media = media.get() }, {}, {}, {});
}

} // namespace

// Media of every broken kind, and the way through the network: facts with faults, or an error that says why.
class TestScanDamaged final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<MediaWorld>();
        QVERIFY2(m_world->trouble.isEmpty(), qPrintable(m_world->trouble));
        m_source = m_made.make(u"source.ts"_s,
            u"-f lavfi -i testsrc2=s=640x360:r=25:d=8 -f lavfi -i sine=d=8 -c:v libx264 -preset ultrafast -g 50 -c:a aac -shortest"_s);
        QVERIFY(!m_source.isEmpty());
    }
    void init() { m_world->fault({}); }

    void faultsHaveTimes()
    {
        // One stretch of the picture's packets in the middle is overwritten.
        const QString path = broken(u"middle.ts"_s, [](QByteArray& bytes) {
            const qsizetype from = bytes.size() / 2 / 188 * 188;
            for (qsizetype i = from; i < from + 188 * 60; ++i) {
                if (i % 188 >= 24)
                    bytes[i] = static_cast<char>(i * 7);
            }
        });
        const auto found = scan(path);
        QVERIFY(found && found->facts.video);
        const SignalFacts& signal = found->signal;
        QVERIFY(signal.decodeErrors > 0);
        QVERIFY(!signal.faults.isEmpty());
        QVERIFY(signal.faults.size() <= 100);
        QVERIFY(std::is_sorted(signal.faults.begin(), signal.faults.end(),
            [](const DecodeFault& a, const DecodeFault& b) { return a.atMs < b.atMs; }));
        for (const DecodeFault& fault : signal.faults) {
            QVERIFY2(fault.atMs > 2'500 && fault.atMs < 6'500, qPrintable(u"%1: %2"_s.arg(fault.atMs).arg(fault.text)));
            QVERIFY(!fault.text.isEmpty());
            QVERIFY2(!fault.text.contains(u"0x"_s) && !fault.text.contains(u'\n'), qPrintable(fault.text));
        }
        QVERIFY(found->facts.video->frames.value_or(0) > 150); // the rest was measured
        QVERIFY(found->facts.durationMs.value_or(0) > 7'500);
    }

    void wholeFileHasNone()
    {
        const auto found = scan(m_source);
        QVERIFY(found.has_value());
        QCOMPARE(found->signal.decodeErrors, 0);
    }

    void brokenKinds_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : { "cut", "noise everywhere", "empty", "zeros", "html", "head only", "cut mp4" })
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void brokenKinds()
    {
        QFETCH(QString, kind);
        QString path;
        if (kind == "cut mp4"_L1) {
            QFile whole(MadeMedia::demo(u"rainy-street-walk/ld.mp4"_s));
            QVERIFY(whole.open(QIODevice::ReadOnly));
            path = write(u"cut.mp4"_s, whole.read(whole.size() * 2 / 3));
        } else {
            path = broken(u"kind.ts"_s, [&kind](QByteArray& bytes) {
                if (kind == "cut"_L1)
                    bytes.resize(bytes.size() * 2 / 3 + 77);
                else if (kind == "empty"_L1)
                    bytes.clear();
                else if (kind == "zeros"_L1)
                    bytes.fill('\0');
                else if (kind == "html"_L1)
                    bytes = "<html><body>" + QByteArray(100'000, 'x') + "</body></html>";
                else if (kind == "head only"_L1)
                    bytes.resize(188 * 6);
                for (qsizetype i = 0; kind == "noise everywhere"_L1 && i < bytes.size(); i += 97)
                    bytes[i] = static_cast<char>(i / 97);
            });
        }
        const auto found = scan(path);
        if (!found) {
            QVERIFY2(found.error().kind == ErrorKind::Media || found.error().kind == ErrorKind::Io,
                qPrintable(found.error().details()));
            return;
        }
        QVERIFY(found->facts.video || !found->facts.audio.isEmpty());
        QVERIFY(kind.startsWith("cut"_L1) || found->signal.decodeErrors > 0);
        if (kind == "cut mp4"_L1)
            QVERIFY(found->facts.video->frames.value_or(0) < 250);
    }

    void changesOnTheWay()
    {
        const QString small = m_made.make(u"small.ts"_s,
            u"-f lavfi -i testsrc2=s=320x180:r=25:d=3 -f lavfi -i sine=r=44100:d=3 -c:v libx264 -preset ultrafast -c:a aac -ac 1"_s);
        const QString large = m_made.make(u"large.ts"_s,
            u"-f lavfi -i testsrc2=s=640x360:r=25:d=3 -f lavfi -i sine=r=48000:d=3 -c:v libx264 -preset ultrafast -c:a aac -ac 2 -output_ts_offset 3"_s);
        QFile one(small), two(large);
        QVERIFY(one.open(QIODevice::ReadOnly) && two.open(QIODevice::ReadOnly));
        const auto found = scan(write(u"changes.ts"_s, one.readAll() + two.readAll()));
        QVERIFY(found && found->facts.video && found->facts.audio.size() == 1);
        QVERIFY(found->facts.video->frames.value_or(0) >= 148);
        QCOMPARE(found->facts.video->width, 320);
        QCOMPARE(found->facts.audio.first().channels, 1);
        bool told = false;
        for (const DecodeFault& fault : found->signal.faults)
            told = told || (fault.text.contains(u"640"_s) && fault.atMs > 2'900 && fault.atMs < 3'200);
        QVERIFY(told);
        QVERIFY2(found->signal.loudnessLufs.last().x() > 5'500, "the sound behind the change was not measured");
    }

    void noDecoder()
    {
        // A codec that nobody has: the sample description is renamed.
        QFile file(MadeMedia::demo(u"rainy-street-walk/ld.mp4"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        bytes.replace("avc1", "zzz1");
        const auto found = scan(write(u"unknown.mp4"_s, bytes));
        if (found) // libavformat may drop such a stream: then the sound is left
            QVERIFY(!found->facts.video);
        else
            QVERIFY(found.error().kind == ErrorKind::Unsupported || found.error().kind == ErrorKind::Media);
    }

    void subtitlesAlone()
    {
        const auto found = scan(MadeMedia::demo(u"city-night-subtitles/en.srt"_s));
        QVERIFY(!found.has_value());
        QCOMPARE(found.error().kind, ErrorKind::Media);
    }

    void throughTheNetwork_data()
    {
        QTest::addColumn<QString>("definition");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("encryption");
        QTest::newRow("mp4") << u"LD"_s << u"mp4"_s << QString();
        QTest::newRow("HLS") << u"SD"_s << u"m3u8"_s << QString();
        QTest::newRow("AES-128 HLS") << u"SD"_s << u"m3u8"_s << u"HLSEncryption"_s;
    }
    void throughTheNetwork()
    {
        QFETCH(QString, definition);
        QFETCH(QString, format);
        QFETCH(QString, encryption);
        TransferStats stats;
        const auto found = scanUrl(m_world->url(definition, format, encryption), {}, stats);
        QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().details()));
        QCOMPARE(found->signal.decodeErrors, 0);
        QVERIFY(found->facts.video);
        QCOMPARE(found->facts.video->frames, 500);
        QVERIFY(std::abs(found->facts.video->frameRate.value_or(0) - 25) < 0.01);
        QVERIFY(stats.bytesFetched > 100'000);
        QVERIFY(stats.requests > 0);
    }

    void aMissingSegmentIsAFault()
    {
        m_world->fault(u"missing-segment=3"_s);
        TransferStats stats;
        const auto found = scanUrl(m_world->url(u"SD"_s, u"m3u8"_s), {}, stats);
        QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().details()));
        QVERIFY(found->signal.decodeErrors > 0);
        QVERIFY(found->facts.video && found->facts.video->frames.value_or(0) >= 440);
    }

    void networkTroubleIsAnError()
    {
        const QUrl url = m_world->url(u"HD"_s, u"mp4"_s);
        m_world->fault(u"cut-after=300000"_s);
        TransferStats stats;
        const auto cut = scanUrl(url, {}, stats);
        // Each range is cut anew, so all may come in the end; if not, it is the network's error.
        QVERIFY(cut || cut.error().kind != ErrorKind::Media);
        m_world->fault({});
        const auto nothing = scanUrl(QUrl(m_world->server.mediaEndpoint() + u"/nothing/here.mp4"_s), {}, stats);
        QVERIFY(!nothing.has_value());
        QVERIFY(nothing.error().kind != ErrorKind::Cancelled);
    }

    void referenceThatCannotBeRead()
    {
        TransferStats stats;
        ScanOptions options;
        options.reference = QUrl(m_world->server.mediaEndpoint() + u"/nothing/here.mp4"_s);
        const auto found = scanUrl(m_world->url(u"LD"_s, u"mp4"_s), options, stats);
        QVERIFY(found.has_value());
        QVERIFY(!found->signal.psnrDb);
        QVERIFY(!found->signal.referenceTrouble.isEmpty());
        options.reference = m_world->url(u"SD"_s, u"mp4"_s);
        const auto compared = scanUrl(m_world->url(u"SD"_s, u"m3u8"_s), options, stats);
        QVERIFY(compared.has_value());
        QCOMPARE(compared->signal.psnrDb, 100.0); // the same pictures in another package
        QVERIFY(compared->signal.referenceTrouble.isEmpty());
    }

    void stopsWhileTheServerIsSilent()
    {
        m_world->fault(u"stall-after=200000"_s);
        const QUrl url = m_world->url(u"HD"_s, u"mp4"_s);
        QElapsedTimer since;
        TransferStats stats;
        QTimer::singleShot(1'500, &m_world->http, [this, &since] { // until then it hangs
            since.start();
            m_stop.request_stop();
        });
        const auto found = resultInThread([&] {
            ScanOptions options;
            options.allowPrivateHosts = true;
            return scanDecoded(m_world->http, url, options, m_stop.get_token(), stats);
        });
        const qint64 took = since.elapsed();
        m_world->fault({});
        QVERIFY(!found.has_value());
        QCOMPARE(found.error().kind, ErrorKind::Cancelled);
        QVERIFY2(took < 1'000, qPrintable(QString::number(took)));
    }

private:
    QString write(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_made.path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    QString broken(const QString& name, const std::function<void(QByteArray&)>& damage)
    {
        QFile file(m_source);
        QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        damage(bytes);
        return write(name, bytes);
    }
    Result<DecodedFacts> scanUrl(const QUrl& url, ScanOptions options, TransferStats& stats)
    {
        options.allowPrivateHosts = true;
        return resultInThread([&] { return scanDecoded(m_world->http, url, options, {}, stats); });
    }

    MadeMedia m_made;
    QString m_source;
    std::stop_source m_stop;
    std::unique_ptr<MediaWorld> m_world;
};

QTEST_GUILESS_MAIN(TestScanDamaged)
#include "tst_scan_damaged.moc"
