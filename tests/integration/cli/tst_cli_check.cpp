// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `check` as a CI job would use it: the real program against its own sandbox in another process.
#include "tests/integration/cli/cli_process.h"
#include "tests/support/json_schema.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace proofreel::test;

namespace {

const QString kPreparing = u"e1a2b3c4d5f60718293a4b5c6d7e8f90"_s;
const QString kNobody = u"00000000000000000000000000000001"_s;

QStringList check(const QStringList& arguments)
{
    return QStringList { u"check"_s } + arguments;
}

} // namespace

class TestCliCheck final : public QObject {
    Q_OBJECT

private:
    CliSandbox m_demo, m_clean, m_defects;
    QTemporaryDir m_folder;

    [[nodiscard]] QString file(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    static QStringList idsOf(const CliSandbox& sandbox)
    {
        QStringList ids;
        const QJsonArray list = sandbox.ready.value("mediaIds"_L1).toArray();
        for (const QJsonValue& id : list)
            ids << id.toString();
        return ids;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_demo.start({ u"--assets"_s, u"40"_s }));
        QVERIFY(m_clean.start({ u"--catalogue"_s, u"clean"_s }));
        QVERIFY(m_defects.start({ u"--catalogue"_s, u"defects"_s }));
    }
    void cleanupTestCase()
    {
        QVERIFY(m_demo.stop());
        QVERIFY(m_clean.stop());
        QVERIFY(m_defects.stop());
    }

    void cleanLaddersPass()
    {
        const CliFinished done = m_clean.run(check(idsOf(m_clean)) + QStringList { u"--output"_s, u"json"_s });
        QVERIFY2(done.exitCode == 0, (done.out + done.err).constData());
        const QJsonObject json = QJsonDocument::fromJson(done.out).object();
        QCOMPARE(json["summary"_L1]["fail"_L1].toInt(), 0);
        QCOMPARE(json["summary"_L1]["error"_L1].toInt(), 0);
        QCOMPARE(json["assets"_L1].toArray().size(), idsOf(m_clean).size());
    }

    [[nodiscard]] QString onTerminal(const QString& type, const QString& mediaId) const
    {
        QProcessEnvironment environment = m_defects.environment();
        environment.insert(u"TERM"_s, type);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(u"script"_s, // of bsdutils, which gives it a terminal
            { u"-qec"_s,
                u"'%1' --endpoint %2 check %3"_s.arg(
                    qEnvironmentVariable("PROOFREEL_CLI"), m_defects.endpoint(), mediaId),
                u"/dev/null"_s });
        return QString::fromUtf8(finishCli(process).out);
    }
    void aTerminalGetsLinesThatItCanBreak()
    {
        const QString mp3 = u"defec700000000000000000000000004"_s;
        const QString text = onTerminal(u"xterm"_s, mp3);
        QVERIFY2(text.contains(mp3 + u"  failed  Video in mp3\r\n"_s), qPrintable(text));
        QVERIFY(text.contains(u"\n    warning  declared.format-stream-type  LD mp3: StreamType is video"_s));
        QVERIFY(!text.contains(u"MediaId "_s));
        QVERIFY(onTerminal(u"dumb"_s, mp3).contains(u"MediaId "_s)); // the table that a pipe gets
    }

    static QByteArrayList picturesIn(const QByteArray& html)
    {
        static const QRegularExpression source(u"data:image/jpeg;base64,([^\"]*)\""_s);
        QByteArrayList pictures;
        for (auto found = source.globalMatch(QString::fromLatin1(html)); found.hasNext();)
            pictures << QByteArray::fromBase64(found.next().captured(1).toLatin1());
        std::sort(pictures.begin(), pictures.end());
        return pictures;
    }
    void deepReportShowsTheEvidence()
    {
        const QString rainyStreet = u"bfae9d8c7b6a59483726b5a4f3e2d1c0"_s; // black from 3 s on
        const CliFinished done = m_demo.run(check({ rainyStreet, u"--deep"_s, u"--report"_s, file("evidence.html") }));
        QVERIFY2(done.out.contains("signal.black"), (done.out + done.err).constData());
        const QByteArrayList pictures = picturesIn(bytesOf(file("evidence.html")));
        QVERIFY(!pictures.isEmpty());
        for (const QByteArray& jpeg : pictures)
            QVERIFY(jpeg.startsWith("\xff\xd8") && jpeg.endsWith("\xff\xd9"));
        // A journal has them, whether or not its own run made a report; .htm is the same report.
        const QStringList kept = check({ rainyStreet, u"--deep"_s, u"--resume"_s, file("evidence.journal") });
        QCOMPARE(m_demo.run(kept).exitCode & ~1, 0);
        for (const QStringList& arguments : { kept + QStringList { u"--report"_s, file("kept.htm") },
                 check({ rainyStreet, u"--deep"_s, u"--report"_s, file("evidence.htm") }) }) {
            QCOMPARE(m_demo.run(arguments).exitCode & ~1, 0);
            QCOMPARE(picturesIn(bytesOf(arguments.constLast())), pictures);
        }
    }

    void againstTheOriginal()
    {
        const QString washedOut = u"defec700000000000000000000000079"_s;
        const QStringList arguments = check({ washedOut, u"--deep"_s, u"--reference"_s, u"original"_s, u"--resume"_s,
            file("reference.journal"), u"--output"_s, u"json"_s });
        const CliFinished done = m_defects.run(arguments);
        const QJsonObject json = QJsonDocument::fromJson(done.out).object();
        const QJsonArray streams = json["assets"_L1][0]["streams"_L1].toArray();
        QVERIFY2(streams.size() == 2, done.err.constData());
        const QJsonValue washed = streams.at(0)["decoded"_L1], original = streams.at(1)["decoded"_L1];
        QVERIFY(washed["signal"_L1]["psnrDb"_L1].toDouble(99) < 30);
        QVERIFY(washed["curves"_L1]["psnrDb"_L1].toArray().size() > 10);
        QVERIFY(!washed["signal"_L1]["reference"_L1].toString().isEmpty());
        QVERIFY(original["signal"_L1]["psnrDb"_L1].isUndefined()); // never against itself
        QVERIFY(original["signal"_L1]["referenceTrouble"_L1].isUndefined());
        QVERIFY(!json["summary"_L1]["reference"_L1].toString().isEmpty());
        QStringList rules;
        const QJsonArray findings = json["assets"_L1][0]["findings"_L1].toArray();
        for (const QJsonValue& finding : findings)
            rules << finding["rule"_L1].toString();
        QVERIFY(rules.contains(u"reference.psnr"_s) && rules.contains(u"reference.ssim"_s));
        const CliFinished again = m_defects.run(arguments); // out of the journal
        QCOMPARE(QJsonDocument::fromJson(again.out)["assets"_L1], json["assets"_L1]);
        QStringList other = arguments;
        other.replaceInStrings(u"original"_s, u"source"_s);
        QCOMPARE(m_defects.run(other).exitCode, 2); // another question
    }

    //! What changes from run to run, and the order in which assets end.
    static QByteArrayList comparable(const QByteArray& html)
    {
        QString text = QString::fromUtf8(html);
        static const QRegularExpression times(u"\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC"_s);
        text.replace(times, u"TIME"_s);
        QByteArrayList lines = text.toUtf8().split('\n');
        std::sort(lines.begin(), lines.end());
        return lines;
    }
    void aResumedReportIsTheSame()
    {
        // Sound, portrait, and last two with evidence.
        const QStringList ids { u"0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d"_s, u"bfae9d8c7b6a59483726b5a4f3e2d1c0"_s,
            u"c0bfae9d8c7b6a594837c6b5a4f3e2d1"_s, u"c7e1f4a2093b4d5e8f60718293a4b5c6"_s };
        const auto arguments = [&](const char* name) {
            return check(ids)
                + QStringList { u"--deep"_s, u"--jobs"_s, u"1"_s, u"--resume"_s, file(name) + u".journal"_s,
                      u"--report"_s, file(name) + u".html"_s };
        };
        QCOMPARE(m_demo.run(arguments("whole")).exitCode & ~1, 0);
        QProcess killed;
        killed.setProcessEnvironment(m_demo.environment());
        killed.start(qEnvironmentVariable("PROOFREEL_CLI"),
            QStringList { u"--endpoint"_s, m_demo.endpoint() } + arguments("killed"));
        QTRY_VERIFY_WITH_TIMEOUT(bytesOf(file("killed.journal")).count('\n') >= 3, kCliLimitMs);
        killed.kill();
        QVERIFY(killed.waitForFinished(kCliLimitMs));
        QVERIFY(!QFile::exists(file("killed.html")));
        const qsizetype kept = bytesOf(file("killed.journal")).count('\n') - 1;
        QVERIFY2(kept < ids.size(), "it was killed too late to be resumed");
        QCOMPARE(m_demo.run(arguments("killed")).exitCode & ~1, 0);
        const QByteArray whole = bytesOf(file("whole.html"));
        QVERIFY(whole.count("<svg ") > 10 && whole.contains("data:image/jpeg"));
        QCOMPARE(comparable(bytesOf(file("killed.html"))), comparable(whole));
    }

    void whatMayNotBeFetchedIsNamed()
    {
        const QString pointsHome = u"defec700000000000000000000000063"_s,
                      pointsToAFile = u"defec700000000000000000000000062"_s;
        const QStringList json { u"--output"_s, u"json"_s };
        const CliFinished done = m_defects.run(check({ pointsHome }) + json);
        const QJsonValue hls = QJsonDocument::fromJson(done.out)["assets"_L1][0]["streams"_L1][0]["hls"_L1];
        QCOMPARE(hls["refusedHost"_L1].toString(), u"169.254.169.254"_s);
        // A file of this PC is never opened, whatever is allowed.
        const CliFinished file = m_defects.run(check({ pointsToAFile, u"--allow-private-hosts"_s }) + json);
        QVERIFY2(file.out.contains("hls.refused"), file.err.constData());
        QVERIFY(file.out.contains("\"refused\"") && !file.out.contains("refusedHost"));
        // What was allowed is part of the question.
        const QStringList kept { pointsToAFile, u"--resume"_s, this->file("private.journal") };
        QVERIFY(m_defects.run(check(kept)).exitCode != 2);
        QCOMPARE(m_defects.run(check(kept) + QStringList { u"--allow-private-hosts"_s }).exitCode, 2);
    }

    void defectsFailWithEveryReport()
    {
        QStringList arguments = check(idsOf(m_defects));
        for (const char* const name : { "r.html", "r.json", "r.csv", "r.xml" })
            arguments << u"--report"_s << file(name);
        const CliFinished done = m_defects.run(arguments);
        QVERIFY2(done.exitCode == 1 || done.exitCode == 6, done.err.constData());
        QVERIFY(done.out.contains("fail"));
        const CliFinished printed = runCli(QProcessEnvironment::systemEnvironment(), check({ u"--schema"_s }));
        QCOMPARE(printed.exitCode, 0);
        const JsonSchema schema(QJsonDocument::fromJson(printed.out).object());
        const QJsonObject json = QJsonDocument::fromJson(bytesOf(file("r.json"))).object();
        QCOMPARE(schema.problems(json), QStringList());
        QVERIFY(json["summary"_L1]["fail"_L1].toInt() > 0);
        QXmlStreamReader xml(bytesOf(file("r.xml")));
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        for (const char* const name : { "r.html", "r.json", "r.csv", "r.xml" }) {
            const QByteArray text = bytesOf(file(name));
            QVERIFY(text.contains(idsOf(m_defects).first().toUtf8()));
            QVERIFY(!text.contains("auth_key=1") && !text.contains("Signature=") && !text.contains("x-oss-signature="));
        }
        QVERIFY(QDir(m_folder.path()).entryList({ u"*.part"_s }).isEmpty());
    }

    void changesSinceAnEarlierReport()
    {
        const QString harbour = u"5c1fd2e0a7b94c3d8e6f1029384756aa"_s;
        CliSandbox sandbox, anew;
        QVERIFY(sandbox.start({}) && anew.start({ u"--fault"_s, u"retranscode=1"_s }));
        (void)anew.run({ u"list"_s }); // the first call: what comes after it is transcoded anew
        const CliFinished before = sandbox.run(check({ harbour, u"--report"_s, file("before.json") }));
        QVERIFY2(QFile::exists(file("before.json")), before.err.constData());
        const CliFinished same =
            sandbox.run(check({ harbour, u"--since"_s, file("before.json"), u"--report"_s, file("same.json") }));
        QCOMPARE(same.exitCode, before.exitCode);
        const auto changes = [this](const char* name) {
            return QJsonDocument::fromJson(bytesOf(file(name))).object()["assets"_L1][0]["changes"_L1].toObject();
        };
        QVERIFY(changes("before.json").isEmpty());
        QCOMPARE(changes("same.json")["facts"_L1].toArray(), QJsonArray());
        QCOMPARE(changes("same.json")["found"_L1].toArray(), QJsonArray());
        QVERIFY(changes("same.json").contains("fixed"_L1));
        const CliFinished after = anew.run(check({ harbour, u"--since"_s, file("before.json"), u"--report"_s,
            file("after.json"), u"--report"_s, file("after.html") }));
        QVERIFY2(changes("after.json")["facts"_L1].toArray().contains(u"HD mp4 lost HDR10"_s),
            (after.out + after.err).constData());
        QVERIFY(bytesOf(file("after.html")).contains("<li>2K mp4 lost HDR10</li>"));
        const CliFinished printed = runCli(QProcessEnvironment::systemEnvironment(), check({ u"--schema"_s }));
        const JsonSchema schema(QJsonDocument::fromJson(printed.out).object());
        QCOMPARE(schema.problems(QJsonDocument::fromJson(bytesOf(file("after.json"))).object()), QStringList());
        QVERIFY(put(file("lax.toml"), "[rules]\n\"delivery.cors\" = \"off\"\n"));
        (void)anew.run(check({ harbour, u"--since"_s, file("before.json"), u"--policy"_s, file("lax.toml"),
            u"--report"_s, file("lax.json") }));
        QCOMPARE(changes("lax.json")["otherPolicy"_L1], QJsonValue(true));
        QCOMPARE(changes("lax.json")["found"_L1].toArray(), QJsonArray());
        QVERIFY(sandbox.stop() && anew.stop());
    }

    void exitCodes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        const QString id = idsOf(m_demo).first();
        QTest::newRow("unknown asset") << QStringList { kNobody } << 4;
        QTest::newRow("not ready") << QStringList { kPreparing } << 6;
        QTest::newRow("several reasons") << QStringList { kNobody, kPreparing } << 5;
        QTest::newRow("nothing named") << QStringList {} << 2;
        QTest::newRow("no id") << QStringList { u"abc"_s } << 2;
        QTest::newRow("a URL") << QStringList { u"https://example.com/a.mp4"_s } << 2;
        QTest::newRow("two sources") << QStringList { id, u"--match"_s, u"title = 'a'"_s } << 2;
        QTest::newRow("no such file") << QStringList { u"--from"_s, u"/no/such/file"_s } << 2;
        QTest::newRow("report of no kind") << QStringList { id, u"--report"_s, u"x.pdf"_s } << 2;
        QTest::newRow("no earlier report") << QStringList { id, u"--since"_s, u"/no/such/file"_s } << 2;
        QTest::newRow("earlier report of no kind") << QStringList { id, u"--since"_s, u"/etc/passwd"_s } << 2;
        QTest::newRow("no such policy") << QStringList { id, u"--policy"_s, u"lenient"_s } << 2;
        QTest::newRow("no jobs") << QStringList { id, u"--jobs"_s, u"0"_s } << 2;
        QTest::newRow("foreign journal") << QStringList { id, u"--resume"_s, u"/etc/passwd"_s } << 2;
        QTest::newRow("reference without decoding") << QStringList { id, u"--reference"_s, u"original"_s } << 2;
        QTest::newRow("no such reference") << QStringList { id, u"--deep"_s, u"--reference"_s, u"/no/such.mov"_s } << 2;
        QTest::newRow("no match") << QStringList { u"--match"_s, u"title = 'There is none of this name'"_s } << 4;
        QTest::newRow("wrong match") << QStringList { u"--match"_s, u"title = "_s } << 2;
    }
    void exitCodes()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        const CliFinished done = m_demo.run(check(arguments));
        QVERIFY2(done.exitCode == exitCode, (QByteArray::number(done.exitCode) + ": " + done.err).constData());
        QVERIFY(!done.err.isEmpty());
    }

    void nothingIsPrintedOfACheckThatNeverBegan()
    {
        for (const QString& match : { u"title = 'There is none of this name'"_s, u"title = "_s }) {
            for (const QString& format : { u"json"_s, u"csv"_s, u"table"_s }) {
                const CliFinished done = m_demo.run(check({ u"--match"_s, match, u"--output"_s, format }));
                QVERIFY(done.exitCode != 0 && !done.err.isEmpty());
                QCOMPARE(done.out, QByteArray()); // no half document
            }
        }
    }

    void aWrongPolicyIsToldWithItsLine()
    {
        QVERIFY(put(file("policy.toml"), "# mine\n[rules]\n\"container.duratoin\" = \"error\"\n"));
        const CliFinished done = m_demo.run(check({ kNobody, u"--policy"_s, file("policy.toml") }));
        QCOMPARE(done.exitCode, 2);
        QVERIFY2(done.err.contains("policy.toml, line 3"), done.err.constData());
    }

    void aRefusedKey()
    {
        QProcessEnvironment environment = m_demo.environment();
        environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s, u"wrongwrongwrong"_s);
        const CliFinished done =
            runCli(environment, QStringList { u"--endpoint"_s, m_demo.endpoint() } + check(idsOf(m_demo)));
        QCOMPARE(done.exitCode, 3);
    }

    void idsFromFileAndPipe()
    {
        const QString first = idsOf(m_demo).at(0), second = idsOf(m_demo).at(1);
        QVERIFY(put(file("ids.csv"),
            QStringLiteral("# mine\nTitle,MediaId\n\"a, b\",%1\nb,%2\nc,%1\n").arg(first, second).toUtf8()));
        const CliFinished done = m_demo.run(check({ u"--from"_s, file("ids.csv"), u"--output"_s, u"json"_s }));
        const QJsonArray assets = QJsonDocument::fromJson(done.out)["assets"_L1].toArray();
        QCOMPARE(assets.size(), 2); // each once

        QProcess piped;
        piped.setProcessEnvironment(m_demo.environment());
        piped.start(qEnvironmentVariable("PROOFREEL_CLI"),
            QStringList { u"--endpoint"_s, m_demo.endpoint() }
                + check({ u"--from"_s, u"-"_s, u"--output"_s, u"csv"_s }));
        piped.write((first + u'\n' + second + u'\n').toUtf8());
        piped.closeWriteChannel();
        QVERIFY(piped.waitForFinished(kCliLimitMs));
        const QByteArray csv = piped.readAllStandardOutput();
        QVERIFY(csv.startsWith("mediaId,title,verdict,"));
        QVERIFY(csv.contains(first.toUtf8()) && csv.contains(second.toUtf8()));

        QVERIFY(put(file("bad.txt"), (first + u"\nwhat is this\n"_s).toUtf8()));
        const CliFinished bad = m_demo.run(check({ u"--from"_s, file("bad.txt") }));
        QCOMPARE(bad.exitCode, 2);
        QVERIFY2(bad.err.contains("what is this"), bad.err.constData());
    }

    void matchAndResume()
    {
        const QStringList arguments = check({ u"--match"_s, u"mediaType in ('video')"_s, u"--resume"_s,
            file("match.journal"), u"--output"_s, u"csv"_s });
        const CliFinished first = m_demo.run(arguments);
        QVERIFY(first.out.count('\n') > 30);
        const CliFinished again = m_demo.run(arguments);
        QCOMPARE(again.exitCode, first.exitCode);
        QByteArrayList lines = again.out.split('\n'), before = first.out.split('\n');
        std::sort(lines.begin(), lines.end());
        std::sort(before.begin(), before.end());
        QCOMPARE(lines, before);
        // Another question needs another journal.
        QCOMPARE(m_demo.run(arguments + QStringList { u"--policy"_s, u"strict-vod"_s }).exitCode, 2);
    }

    void interruptedWithWhatThereIs()
    {
        CliSandbox stuck;
        QVERIFY(stuck.start({ u"--fault"_s, u"hang-media"_s }));
        const QStringList arguments = check({ kPreparing, idsOf(m_demo).first(), u"--resume"_s, file("int.journal"),
            u"--report"_s, file("int.json"), u"--output"_s, u"csv"_s });
        QProcess process;
        process.setProcessEnvironment(stuck.environment());
        process.start(
            qEnvironmentVariable("PROOFREEL_CLI"), QStringList { u"--endpoint"_s, stuck.endpoint() } + arguments);
        QByteArray out;
        while (!out.contains(kPreparing.toUtf8())) { // the one that needs no media
            QVERIFY(process.waitForReadyRead(kCliLimitMs));
            out += process.readAllStandardOutput();
        }
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(kCliLimitMs));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 5);
        const QJsonObject report = QJsonDocument::fromJson(bytesOf(file("int.json"))).object();
        QCOMPARE(report["summary"_L1]["complete"_L1], QJsonValue(false));
        QCOMPARE(report["assets"_L1].toArray().size(), 1);
        QVERIFY(stuck.stop());
        // Goes on where the media answers.
        const CliFinished done = m_demo.run(arguments);
        QCOMPARE(done.exitCode, 6); // the one that is not ready is told again
        const QJsonObject whole = QJsonDocument::fromJson(bytesOf(file("int.json"))).object();
        QCOMPARE(whole["summary"_L1]["complete"_L1], QJsonValue(true));
        QCOMPARE(whole["assets"_L1].toArray().size(), 2);
    }

    void aReaderThatGoesEndsIt()
    {
        QProcess shell;
        shell.setProcessEnvironment(m_demo.environment());
        shell.start(u"sh"_s,
            { u"-c"_s,
                u"{ \"$0\" --endpoint \"$1\" check --match \"mediaType in ('video')\" --output csv; echo $? >&2; } | head -n 1"_s,
                qEnvironmentVariable("PROOFREEL_CLI"), m_demo.endpoint() });
        QVERIFY(shell.waitForFinished(kCliLimitMs));
        const QByteArray err = shell.readAllStandardError().trimmed();
        QVERIFY2(err.endsWith("141"), err.constData());
    }
};

QTEST_GUILESS_MAIN(TestCliCheck)
#include "tst_cli_check.moc"
