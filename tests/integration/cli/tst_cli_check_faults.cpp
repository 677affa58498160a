// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `check` against a service and a media host that misbehave: it ends, says why, and never says too much.
#include "tests/integration/cli/cli_process.h"

#include <QTemporaryDir>

#include <map>
#include <memory>

using namespace Qt::StringLiterals;
using namespace proofreel::test;

namespace {

constexpr int kHangLimitMs = 150'000; // three tries of 15 s, and a busy machine

const QString kLadder = u"c7e1f4a2093b4d5e8f60718293a4b5c6"_s; // three MP4 and HLS
const QString kSound = u"0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d"_s; // two MP3
const QString kPreparing = u"e1a2b3c4d5f60718293a4b5c6d7e8f90"_s;
const QString kNobody = u"00000000000000000000000000000001"_s;

QJsonArray assetsOf(const CliFinished& done)
{
    return QJsonDocument::fromJson(done.out)["assets"_L1].toArray();
}

QJsonObject assetOf(const CliFinished& done, const QString& id)
{
    const QJsonArray assets = assetsOf(done);
    for (const QJsonValue& asset : assets) {
        if (asset["mediaId"_L1].toString() == id)
            return asset.toObject();
    }
    return {};
}

QString verdictOf(const CliFinished& done, const QString& id)
{
    return assetOf(done, id)["verdict"_L1].toString();
}

//! Why an asset has its verdict, each reason as "rule or kind: sentence".
QStringList reasonsOf(const QJsonObject& asset)
{
    QStringList reasons;
    const QJsonValue error = asset["error"_L1];
    if (error.isObject())
        reasons << error["kind"_L1].toString() + u": "_s + error["message"_L1].toString();
    const QJsonArray findings = asset["findings"_L1].toArray();
    for (const QJsonValue& finding : findings)
        reasons << finding["rule"_L1].toString() + u": "_s + finding["message"_L1].toString();
    return reasons;
}

} // namespace

class TestCliCheckFaults final : public QObject {
    Q_OBJECT

private:
    //! A check that runs beside others, for its time limits are the product's own.
    struct Beside {
        CliSandbox sandbox;
        QProcess check;
    };
    std::map<QString, std::unique_ptr<Beside>> m_beside;
    QTemporaryDir m_folder;

    static QStringList sandboxWith(const QString& faults)
    {
        QStringList options { u"--assets"_s, u"40"_s };
        for (const QString& fault : faults.split(u' '))
            options << u"--fault"_s << fault;
        return options;
    }
    static void holdsNoSecret(const QByteArray& text, const QJsonObject& ready)
    {
        for (const QByteArray& secret : { ready["accessKeySecret"_L1].toString().toUtf8(),
                 ready["accessKeyId"_L1].toString().toUtf8(), "auth_key="_ba, "Signature="_ba, "Authorization"_ba })
            QVERIFY2(!text.contains(secret), text.constData());
    }
    static void judge(const CliFinished& done, int exitCode, const QString& verdict, const QString& reason)
    {
        QVERIFY2(
            done.exitCode == exitCode, (QByteArray::number(done.exitCode) + ": " + done.err + done.out).constData());
        QVERIFY(QJsonDocument::fromJson(done.out).isObject()); // whole, whatever happened
        if (verdict.isEmpty()) { // the run itself was given up
            QCOMPARE(assetsOf(done).size(), 0);
            QVERIFY2(done.err.contains(reason.toUtf8()), done.err.constData());
            return;
        }
        QVERIFY(!assetsOf(done).isEmpty());
        bool isSaid = reason.isEmpty();
        const QJsonArray assets = assetsOf(done);
        for (const QJsonValue& asset : assets) {
            const QStringList reasons = reasonsOf(asset.toObject());
            QVERIFY2(asset["verdict"_L1].toString() == verdict, qPrintable(reasons.join(u'\n')));
            QCOMPARE(reasons.isEmpty(), verdict == "pass"_L1);
            for (const QString& one : reasons) {
                QVERIFY2(one.section(u": "_s, 1).size() > 20, qPrintable(one)); // a sentence
                isSaid |= one.contains(reason);
            }
        }
        QVERIFY2(isSaid, done.out.constData());
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString& fault : { u"hang-api"_s, u"hang-media"_s, u"stall-after=4096"_s }) {
            auto& beside = m_beside[fault] = std::make_unique<Beside>();
            QVERIFY(beside->sandbox.start(sandboxWith(fault)));
            beside->check.setProcessEnvironment(beside->sandbox.environment());
            beside->check.start(qEnvironmentVariable("PROOFREEL_CLI"),
                { u"--endpoint"_s, beside->sandbox.endpoint(), u"check"_s, kLadder, u"--output"_s, u"json"_s });
        }
    }
    void cleanupTestCase()
    {
        for (const auto& [fault, beside] : m_beside)
            QVERIFY(beside->sandbox.stop());
    }

    void fault_data()
    {
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("verdict"); // empty: the run is given up
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* faults, int exitCode, const char* verdict, const char* reason) {
            QTest::newRow(faults) << exitCode << QString::fromLatin1(verdict) << QString::fromLatin1(reason);
        };
        row("throttle=3", 0, "pass", "");
        row("throttle=1", 5, "error", "Throttled: The service is getting too many requests");
        row("error-500=3", 0, "pass", "");
        row("error-500=1", 5, "error", "Service: The service failed inside");
        row("clock-skew=3600", 0, "pass", "");
        row("clock-skew=-86400", 0, "pass", "");
        row("bad-json", 5, "error", "Protocol: ");
        row("truncate-json", 5, "error", "Protocol: The service's reply ends too early");
        row("huge-json=64", 5, "error", "TooLarge: ");
        row("forbidden", 3, "", "RAM denies ice:GetPlayInfo");
        row("tls", 5, "error", "Tls: No secure connection");
        row("url-ttl=1", 0, "warn", "declared.url-expiry: ");
        row("url-ttl=1 slow=16", 1, "fail", "expired");
        row("slow=128", 0, "pass", "");
        row("cut-after=4096", 1, "fail", "container.open: It cannot be opened: 127.0.0.1");
        row("missing-segment=2", 1, "fail", "hls.segment-missing: ");
        row("no-range", 0, "warn", "delivery.range: ");
        row("wrong-length", 1, "fail", "ended the connection in the middle of its reply");
    }
    void fault()
    {
        QFETCH(int, exitCode);
        QFETCH(QString, verdict);
        QFETCH(QString, reason);
        const QString faults = QString::fromLatin1(QTest::currentDataTag());
        CliSandbox sandbox;
        QVERIFY(sandbox.start(sandboxWith(faults)));
        QStringList arguments { u"check"_s, kLadder, u"--output"_s, u"json"_s };
        // A fault of the API meets two calls that are on their way at once.
        if (verdict != "fail"_L1 && verdict != "warn"_L1)
            arguments << kSound;
        for (const char* const kind : { "html", "csv", "xml", "json" })
            arguments << u"--report"_s << m_folder.filePath(u"r."_s + QLatin1StringView(kind));
        const CliFinished done = sandbox.run(arguments);
        judge(done, exitCode, verdict, reason);
        if (QTest::currentTestFailed())
            return;
        holdsNoSecret(done.out + done.err, sandbox.ready);
        for (const char* const kind : { "html", "csv", "xml", "json" }) {
            const QByteArray report = bytesOf(m_folder.filePath(u"r."_s + QLatin1StringView(kind)));
            QVERIFY(!report.isEmpty());
            QCOMPARE(report.contains(kLadder.toUtf8()), !verdict.isEmpty());
            holdsNoSecret(report, sandbox.ready);
        }
        QVERIFY(sandbox.stop());
    }

    //! Each once, each with a verdict of its own, and a bad one before a good one takes nothing from it.
    void oneBadAssetNeverStopsTheRest_data()
    {
        QTest::addColumn<QString>("jobs");
        QTest::newRow("one after the other") << u"1"_s;
        QTest::newRow("at once") << u"8"_s;
    }
    void oneBadAssetNeverStopsTheRest()
    {
        QFETCH(QString, jobs);
        CliSandbox sandbox;
        QVERIFY(sandbox.start({ u"--assets"_s, u"40"_s }));
        const CliFinished done = sandbox.run({ u"check"_s, kNobody, kPreparing, kSound, kNobody, kLadder, kSound,
            u"--jobs"_s, jobs, u"--output"_s, u"json"_s });
        QVERIFY2(done.exitCode == 5, done.err.constData()); // several reasons
        QCOMPARE(assetsOf(done).size(), 4);
        QCOMPARE(verdictOf(done, kNobody), u"error"_s);
        QCOMPARE(assetOf(done, kNobody)["error"_L1]["kind"_L1].toString(), u"NotFound"_s);
        QCOMPARE(verdictOf(done, kPreparing), u"error"_s);
        QCOMPARE(assetOf(done, kPreparing)["error"_L1]["kind"_L1].toString(), u"Media"_s);
        QCOMPARE(verdictOf(done, kSound), u"pass"_s);
        QCOMPARE(verdictOf(done, kLadder), u"pass"_s);
        const QJsonValue summary = QJsonDocument::fromJson(done.out)["summary"_L1];
        QCOMPARE(summary["complete"_L1], QJsonValue(true));
        QCOMPARE(summary["pass"_L1].toInt(), 2);
        QCOMPARE(summary["error"_L1].toInt(), 2);
        QVERIFY(sandbox.stop());
    }

    void silence_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::newRow("stall-after=4096") << u"fell silent in the middle of its reply for 15 s"_s;
        QTest::newRow("hang-api") << u"Timeout: 127.0.0.1"_s;
        QTest::newRow("hang-media") << u"did not answer within 15 s"_s;
    }
    void silence()
    {
        QFETCH(QString, reason);
        Beside& beside = *m_beside.at(QString::fromLatin1(QTest::currentDataTag()));
        const CliFinished done = finishCli(beside.check, kHangLimitMs);
        judge(done, 5, u"error"_s, reason); // nothing is known of the asset: that is no failure of it
        holdsNoSecret(done.out + done.err, beside.sandbox.ready);
    }
};

QTEST_GUILESS_MAIN(TestCliCheckFaults)
#include "tst_cli_check_faults.moc"
