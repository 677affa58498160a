// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// list, search and categories of the real program against its sandbox, which also misbehaves.
#include "tests/integration/cli/cli_process.h"

#include <QSet>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;
using namespace proofreel::test;

namespace {

const QStringList kKeys { u"CateId"_s, u"CoverURL"_s, u"CreateTime"_s, u"Duration"_s, u"MediaId"_s, u"MediaType"_s,
    u"Status"_s, u"Title"_s };

QList<QJsonObject> linesOf(const QByteArray& out)
{
    QList<QJsonObject> rows;
    const auto lines = out.split('\n');
    for (const QByteArray& line : lines) {
        if (!line.isEmpty())
            rows << QJsonDocument::fromJson(line).object();
    }
    return rows;
}

template <typename Rows>
QStringList idsOf(const Rows& rows)
{
    QStringList ids;
    for (const auto& row : rows)
        ids << QJsonValue(row).toObject().value("MediaId"_L1).toString();
    return ids;
}

qsizetype different(const QStringList& ids)
{
    return QSet<QString>(ids.begin(), ids.end()).size();
}

} // namespace

class TestCliBrowse final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.start({ u"--assets"_s, QString::number(kAssets) })); }
    void cleanupTestCase() { QVERIFY(m_sandbox.stop()); }
    void wholeList_data();
    void wholeList();
    void search();
    void searchConditions_data();
    void searchConditions();
    void searchWithoutType();
    void wrongArguments_data();
    void wrongArguments();
    void categories();
    void misbehaving_data();
    void misbehaving();
    void repeatsForEver_data();
    void repeatsForEver();
    void failsInTheMiddle();
    void interrupted();
    void readerGoesAway();
    void fullDisk();

private:
    static constexpr int kAssets = 1500;
    [[nodiscard]] qsizetype total() const { return m_sandbox.ready.value("assets"_L1).toInt(); }
    void startSlowList(const CliSandbox& slow, QProcess& process, QByteArray& out);
    void endsEarly(QProcess& process, QByteArray& out);
    CliSandbox m_sandbox;
};

void TestCliBrowse::wholeList_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("list") << u"list"_s;
    QTest::newRow("search") << u"search"_s;
}

void TestCliBrowse::wholeList()
{
    QFETCH(const QString, command);
    const CliFinished json = m_sandbox.run({ command, u"--output"_s, u"json"_s });
    QVERIFY2(json.exitCode == 0, json.err.constData());
    const QStringList ids = idsOf(arrayOf(json.out));
    QCOMPARE(different(ids), ids.size());
    if (command == "list"_L1)
        QCOMPARE(ids.size(), total());
    else
        QVERIFY(ids.size() > total() / 2); // video and audio
    QCOMPARE(arrayOf(json.out).first().toObject().keys(), kKeys);
    const CliFinished lines = m_sandbox.run({ command, u"--output"_s, u"jsonl"_s });
    QCOMPARE(idsOf(linesOf(lines.out)), ids);
    const CliFinished limited = m_sandbox.run({ command, u"--output"_s, u"jsonl"_s, u"--limit"_s, u"217"_s });
    QCOMPARE(idsOf(linesOf(limited.out)), ids.mid(0, 217));
}

void TestCliBrowse::search()
{
    const QJsonObject wanted =
        arrayOf(m_sandbox.run({ u"list"_s, u"--limit"_s, u"1"_s, u"--output"_s, u"json"_s }).out).first().toObject();
    const QString id = wanted.value("MediaId"_L1).toString();
    const CliFinished exact =
        m_sandbox.run({ u"search"_s, u"--match"_s, u"mediaId == ‘%1’"_s.arg(id), u"--output"_s, u"json"_s });
    QVERIFY2(exact.exitCode == 0, exact.err.constData());
    QCOMPARE(idsOf(arrayOf(exact.out)), QStringList { id });
    const CliFinished quoted =
        m_sandbox.run({ u"search"_s, u"--title"_s, u"' or cateId == '4211"_s, u"--output"_s, u"json"_s });
    QCOMPARE(quoted.exitCode, 0);
    QCOMPARE(arrayOf(quoted.out), QJsonArray()); // searched for as words, and nothing has them
    const CliFinished longTitle = m_sandbox.run({ u"search"_s, u"--title"_s, QString(u"word "_s).repeated(30) });
    QCOMPARE(longTitle.exitCode, 0);
    QVERIFY(longTitle.err.contains("60")); // it says that the text is searched for in pieces
}

void TestCliBrowse::searchConditions_data()
{
    QTest::addColumn<QStringList>("conditions");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QStringList>("values"); // any of them, in every row
    QTest::newRow("title") << QStringList { u"--title"_s, u"NIGHT"_s } << u"Title"_s << QStringList { u"night"_s };
    QTest::newRow("type") << QStringList { u"--type"_s, u"audio"_s } << u"MediaType"_s << QStringList { u"audio"_s };
    QTest::newRow("types") << QStringList { u"--type"_s, u"audio"_s, u"--type"_s, u"video"_s } << u"MediaType"_s
                           << QStringList { u"audio"_s, u"video"_s };
    QTest::newRow("image") << QStringList { u"--type"_s, u"image"_s } << u"MediaType"_s << QStringList { u"image"_s };
    QTest::newRow("category") << QStringList { u"--category"_s, u"4211"_s } << u"CateId"_s << QStringList { u"4211"_s };
    QTest::newRow("status") << QStringList { u"--status"_s, u"Normal"_s } << u"Status"_s << QStringList { u"Normal"_s };
    QTest::newRow("status number") << QStringList { u"--status"_s, u"3"_s } << u"Status"_s
                                   << QStringList { u"Normal"_s };
    QTest::newRow("time") << QStringList { u"--after"_s, u"2026-11-19"_s, u"--before"_s, u"2026-11-20T00:00:00Z"_s }
                          << u"CreateTime"_s << QStringList { u"2026-11-19T"_s };
}

void TestCliBrowse::searchConditions()
{
    QFETCH(const QStringList, conditions);
    QFETCH(const QString, key);
    QFETCH(const QStringList, values);
    const CliFinished finished =
        m_sandbox.run(QStringList { u"search"_s, u"--output"_s, u"json"_s, u"--limit"_s, u"200"_s } + conditions);
    QVERIFY2(finished.exitCode == 0, finished.err.constData());
    const QJsonArray rows = arrayOf(finished.out);
    QVERIFY(!rows.isEmpty());
    for (const auto& row : rows) {
        const QString got = row.toObject().value(key).toVariant().toString();
        QVERIFY2(std::any_of(values.begin(), values.end(),
                     [&got](const QString& value) { return got.contains(value, Qt::CaseInsensitive); }),
            qPrintable(got));
    }
}

void TestCliBrowse::searchWithoutType()
{
    QSet<QString> types;
    const CliFinished finished = m_sandbox.run({ u"search"_s, u"--output"_s, u"jsonl"_s });
    for (const QJsonObject& row : linesOf(finished.out))
        types << row.value("MediaType"_L1).toString();
    QCOMPARE(types, (QSet<QString> { u"video"_s, u"audio"_s })); // the service itself would leave audio out
}

void TestCliBrowse::wrongArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("match and title") << QStringList { u"--match"_s, u"title = 'a'"_s, u"--title"_s, u"a"_s };
    QTest::newRow("broken match") << QStringList { u"--match"_s, u"title ="_s };
    QTest::newRow("image and video") << QStringList { u"--type"_s, u"image"_s, u"--type"_s, u"video"_s };
    QTest::newRow("unknown type") << QStringList { u"--type"_s, u"hologram"_s };
    QTest::newRow("unknown status") << QStringList { u"--status"_s, u"Fine"_s };
    QTest::newRow("name of a category") << QStringList { u"--category"_s, u"City"_s };
    QTest::newRow("quote in a tag") << QStringList { u"--tag"_s, u"it's"_s };
    QTest::newRow("no date") << QStringList { u"--after"_s, u"tomorrow"_s };
    QTest::newRow("dates exchanged") << QStringList { u"--after"_s, u"2026-02-01"_s, u"--before"_s, u"2026-01-01"_s };
    QTest::newRow("no limit") << QStringList { u"--limit"_s, u"0"_s };
}

void TestCliBrowse::wrongArguments()
{
    QFETCH(const QStringList, arguments);
    const CliFinished finished = m_sandbox.run(QStringList { u"search"_s, u"--output"_s, u"jsonl"_s } + arguments);
    QVERIFY2(finished.exitCode == 2, finished.err.constData());
    QVERIFY(finished.out.isEmpty() && !finished.err.isEmpty());
}

void TestCliBrowse::categories()
{
    const CliFinished finished = m_sandbox.run({ u"categories"_s, u"--output"_s, u"json"_s });
    QVERIFY2(finished.exitCode == 0, finished.err.constData());
    QSet<qint64> above { -1 };
    QSet<qint64> levels;
    const QJsonArray rows = arrayOf(finished.out);
    for (const auto& value : rows) {
        const QJsonObject row = value.toObject();
        QCOMPARE(row.keys(),
            (QStringList { u"CateId"_s, u"CateName"_s, u"Level"_s, u"ParentId"_s, u"SubTotal"_s, u"Type"_s }));
        QVERIFY(above.contains(row.value("ParentId"_L1).toInteger())); // a parent stands before its children
        above << row.value("CateId"_L1).toInteger();
        levels << row.value("Level"_L1).toInteger();
        QVERIFY(!row.value("CateName"_L1).toString().startsWith(u' '));
    }
    QCOMPARE(above.size(), rows.size() + 1);
    QCOMPARE(levels, (QSet<qint64> { 0, 1, 2 }));
    QVERIFY(m_sandbox.run({ u"categories"_s }).out.contains("\n")); // as a table, too
    const CliFinished material =
        m_sandbox.run({ u"categories"_s, u"--type"_s, u"material"_s, u"--output"_s, u"jsonl"_s });
    QVERIFY(!linesOf(material.out).isEmpty());
    for (const QJsonObject& row : linesOf(material.out))
        QCOMPARE(row.value("Type"_L1).toString(), u"material"_s);
}

void TestCliBrowse::misbehaving_data()
{
    QTest::addColumn<QString>("fault");
    for (const char* fault :
        { "uneven-pages", "duplicate-rows", "moving-total", "odd-titles", "huge-title=2", "throttle=4", "error-500=5" })
        QTest::newRow(fault) << QString::fromLatin1(fault);
}

//! Whatever the pages are like: each asset once, in the same order, and a document that can be read.
void TestCliBrowse::misbehaving()
{
    QFETCH(const QString, fault);
    const QString assets = fault.startsWith("huge"_L1) ? u"150"_s : fault.contains(u'-') ? u"700"_s : u"300"_s;
    CliSandbox good, bad;
    QVERIFY(good.start({ u"--assets"_s, assets }));
    QVERIFY(bad.start({ u"--assets"_s, assets, u"--fault"_s, fault }));
    for (const QString& command : { u"list"_s, u"search"_s }) {
        const CliFinished expected = good.run({ command, u"--output"_s, u"json"_s });
        const CliFinished got = bad.run({ command, u"--output"_s, u"json"_s });
        QVERIFY2(got.exitCode == 0, got.err.constData());
        QCOMPARE(idsOf(arrayOf(got.out)), idsOf(arrayOf(expected.out)));
        QCOMPARE(idsOf(linesOf(bad.run({ command, u"--output"_s, u"jsonl"_s }).out)), idsOf(arrayOf(expected.out)));
    }
}

void TestCliBrowse::repeatsForEver_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("rows"); // at least so many were written before
    QTest::newRow("list") << u"repeat-token"_s << u"list"_s << 300;
    QTest::newRow("search") << u"repeat-token"_s << u"search"_s << 150;
    QTest::newRow("categories") << u"category-loop"_s << u"categories"_s << 1;
}

void TestCliBrowse::repeatsForEver()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, command);
    QFETCH(const int, rows);
    CliSandbox bad;
    QVERIFY(bad.start({ u"--assets"_s, u"1000"_s, u"--fault"_s, fault }));
    const CliFinished got = bad.run({ command, u"--output"_s, u"json"_s });
    QCOMPARE(got.exitCode, 5);
    QVERIFY2(got.err.contains("not complete") && got.err.contains("Protocol"), got.err.constData());
    QVERIFY(arrayOf(got.out).size() >= rows); // what came is there, and the document is whole
    if (command != "categories"_L1)
        QCOMPARE(different(idsOf(arrayOf(got.out))), rows);
}

//! Starts a list of 5000 that takes its time and returns when the first page is out.
void TestCliBrowse::startSlowList(const CliSandbox& slow, QProcess& process, QByteArray& out)
{
    process.setProcessEnvironment(slow.environment());
    process.start(qEnvironmentVariable("PROOFREEL_CLI"),
        { u"--endpoint"_s, slow.endpoint(), u"list"_s, u"--output"_s, u"json"_s });
    QTRY_VERIFY_WITH_TIMEOUT((out += process.readAllStandardOutput()).count("MediaId") >= 100, kCliLimitMs);
}

//! A whole document of whole pages, though the list was not at its end.
void TestCliBrowse::endsEarly(QProcess& process, QByteArray& out)
{
    QVERIFY(process.waitForFinished(kCliLimitMs));
    out += process.readAllStandardOutput();
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 5);
    QVERIFY(!process.readAllStandardError().isEmpty());
    QVERIFY(QJsonDocument::fromJson(out).isArray());
    QVERIFY(arrayOf(out).size() >= 100 && arrayOf(out).size() < 5000);
    QCOMPARE(arrayOf(out).size() % 100, 0);
}

void TestCliBrowse::failsInTheMiddle()
{
    CliSandbox slow;
    QVERIFY(slow.start({ u"--assets"_s, u"5000"_s, u"--fault"_s, u"api-latency=200"_s }));
    QProcess process;
    QByteArray out;
    startSlowList(slow, process, out);
    QVERIFY(slow.stop()); // the service goes away
    endsEarly(process, out);
}

void TestCliBrowse::interrupted()
{
    CliSandbox slow;
    QVERIFY(slow.start({ u"--assets"_s, u"5000"_s, u"--fault"_s, u"api-latency=200"_s }));
    QProcess process;
    QByteArray out;
    startSlowList(slow, process, out);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    endsEarly(process, out);
}

void TestCliBrowse::readerGoesAway()
{
    QProcess shell;
    shell.setProcessEnvironment(m_sandbox.environment());
    shell.start(u"/bin/bash"_s,
        { u"-c"_s,
            u"set -o pipefail; \"$PROOFREEL_CLI\" --endpoint %1 list --output jsonl | head -n 1"_s.arg(
                m_sandbox.endpoint()) });
    QVERIFY(shell.waitForFinished(kCliLimitMs));
    QCOMPARE(shell.exitCode(), 128 + SIGPIPE); // as any filter
    QCOMPARE(shell.readAllStandardError(), QByteArray());
    QCOMPARE(linesOf(shell.readAllStandardOutput()).size(), 1);
}

void TestCliBrowse::fullDisk()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("needs /dev/full");
    QProcess process;
    process.setProcessEnvironment(m_sandbox.environment());
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(qEnvironmentVariable("PROOFREEL_CLI"), { u"--endpoint"_s, m_sandbox.endpoint(), u"list"_s });
    QVERIFY(process.waitForFinished(kCliLimitMs));
    QCOMPARE(process.exitCode(), 5);
    QVERIFY(process.readAllStandardError().contains("cannot be written"));
}

QTEST_GUILESS_MAIN(TestCliBrowse)
#include "tst_cli_browse.moc"
