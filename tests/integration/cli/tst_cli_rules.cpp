// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli_process.h"

#include <QTemporaryDir>

using namespace proofreel::test;
using namespace Qt::StringLiterals;

namespace {

CliFinished rules(const QStringList& arguments)
{
    return runCli(QProcessEnvironment::systemEnvironment(), QStringList { u"rules"_s } + arguments);
}

} // namespace

//! The real program; without account and network.
class TestCliRules final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsAll();
    void underAPolicy();
    void explainsOne();
    void wrongArguments_data();
    void wrongArguments();
};

void TestCliRules::listsAll()
{
    const CliFinished json = rules({ u"list"_s, u"--output"_s, u"json"_s });
    QCOMPARE(json.exitCode, 0);
    const QJsonArray rows = arrayOf(json.out);
    QVERIFY(rows.size() > 80);
    for (const QJsonValue& row : rows) {
        for (const auto key : { "rule"_L1, "severity"_L1, "unit"_L1, "title"_L1, "explanation"_L1, "source"_L1 })
            QVERIFY2(row[key].isString(), json.out.constData());
        QVERIFY(row["deep"_L1].isBool() && (row["tolerance"_L1].isNull() || row["tolerance"_L1].isDouble()));
    }
    const CliFinished csv = rules({ u"list"_s, u"--output"_s, u"csv"_s });
    QCOMPARE(csv.exitCode, 0);
    QVERIFY(csv.out.startsWith("rule,severity,tolerance,unit,deep,title,explanation,source\n"));
    QCOMPARE(csv.out.count('\n'), rows.size() + 1);
    const CliFinished table = rules({ u"list"_s });
    QCOMPARE(table.exitCode, 0);
    QCOMPARE(table.out.count('\n'), rows.size() + 1);
    QVERIFY(table.out.contains("\nladder.duration "));
}

void TestCliRules::underAPolicy()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"mine.toml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[rules]\n\"ladder.duration\" = { severity = \"info\", tolerance = 40 }\n");
    file.close();
    const CliFinished mine =
        rules({ u"explain"_s, u"ladder.duration"_s, u"--policy"_s, file.fileName(), u"--output"_s, u"json"_s });
    QCOMPARE(mine.exitCode, 0);
    const QJsonObject rule = QJsonDocument::fromJson(mine.out).object();
    QCOMPARE(rule["severity"_L1].toString(), u"info"_s);
    QCOMPARE(rule["tolerance"_L1].toDouble(), 40);
    for (const QString& name : { u"default"_s, u"strict-vod"_s, u"broadcast-r128"_s })
        QCOMPARE(rules({ u"list"_s, u"--policy"_s, name }).exitCode, 0);
}

void TestCliRules::explainsOne()
{
    const CliFinished text = rules({ u"explain"_s, u"hls.extinf"_s });
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.out.startsWith("hls.extinf: EXTINF\n"));
    QVERIFY(text.out.contains("200 ms") && text.out.contains("RFC 8216 4.3.2.1") && text.out.contains("--deep"));
    QCOMPARE(rules({ u"explain"_s, u"hls.extinf"_s, u"--output"_s, u"csv"_s }).out.count('\n'), 2);
}

void TestCliRules::wrongArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("says");
    QTest::newRow("no such rule") << QStringList { u"explain"_s, u"ladder.duraton"_s } << 4 << u"ladder.duration"_s;
    QTest::newRow("no rule named") << QStringList { u"explain"_s } << 2 << QString();
    QTest::newRow("nothing to do") << QStringList {} << 2 << QString();
    QTest::newRow("no such policy") << QStringList { u"list"_s, u"--policy"_s, u"/no/such.toml"_s } << 2
                                    << u"/no/such.toml"_s;
    QTest::newRow("a policy that is wrong")
        << QStringList { u"list"_s, u"--policy"_s, u"%WRONG%"_s } << 2 << u"wrong.toml, line 2, column 1: "_s;
    QTest::newRow("no such output") << QStringList { u"list"_s, u"--output"_s, u"xml"_s } << 2 << QString();
}

void TestCliRules::wrongArguments()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QString, says);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"wrong.toml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[rules]\n\"hls.exitnf\" = \"off\"\n");
    file.close();
    arguments.replaceInStrings(u"%WRONG%"_s, file.fileName());
    const CliFinished finished = rules(arguments);
    QCOMPARE(finished.exitCode, exitCode);
    QVERIFY2(finished.out.isEmpty(), finished.out.constData());
    QVERIFY2(QString::fromUtf8(finished.err).contains(says), finished.err.constData());
}

QTEST_GUILESS_MAIN(TestCliRules)
#include "tst_cli_rules.moc"
