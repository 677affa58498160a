// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `check` on a disk that gets full. A limit on the size of files stands for it: like a full disk it takes a part first.
#include "tests/integration/cli/cli_process.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace proofreel::test;

namespace {

const QByteArray kBefore = "what was there before\n";
constexpr auto kReason = "File too large"; // the system's word for the limit

std::function<void()> noFileOver(qint64 bytes)
{
    return [bytes] {
        const rlimit limit { rlim_t(bytes), rlim_t(bytes) };
        ::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &limit);
    };
}

QSet<QString> idsIn(const QByteArray& report)
{
    QSet<QString> ids;
    const QJsonArray assets = QJsonDocument::fromJson(report)["assets"_L1].toArray();
    for (const QJsonValue& asset : assets)
        ids << asset["mediaId"_L1].toString();
    return ids;
}

} // namespace

class TestCliCheckFullDisk final : public QObject {
    Q_OBJECT

private:
    const QStringList m_ids { u"c7e1f4a2093b4d5e8f60718293a4b5c6"_s, u"0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d"_s,
        u"b2e6d9f8450c4a7cb1f3a2958e7d6c04"_s, u"91d40ab3c2e84f51a0b7c6d5e4f30712"_s,
        u"d80f5b6c3a2e4917b4c5d6e7f8091a2b"_s, u"6d5e4f3a2b1c40998877665544332211"_s };
    CliSandbox m_demo;
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString file(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] QStringList check(const QStringList& more) const
    {
        return QStringList { u"check"_s } + m_ids + QStringList { u"--output"_s, u"json"_s } + more;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_demo.start({ u"--assets"_s, u"40"_s })); }
    void cleanupTestCase() { QVERIFY(m_demo.stop()); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void journal_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("nothing, not even the lock") << 20 << "its folder cannot be written to"_ba;
        QTest::newRow("the first result is cut") << 4'000 << QByteArray(kReason);
        QTest::newRow("some results") << 40'000 << QByteArray(kReason);
    }
    void journal()
    {
        QFETCH(int, limit);
        QFETCH(QByteArray, reason);
        const QStringList arguments = check({ u"--resume"_s, file(u"j"_s) });
        const CliFinished full = m_demo.run(arguments, noFileOver(limit));
        QVERIFY2(full.exitCode == 5, full.err.constData());
        QVERIFY2(full.err.contains(file(u"j"_s).toUtf8() + " cannot be written"), full.err.constData());
        QVERIFY2(full.err.contains(reason), full.err.constData());
        const QByteArray kept = bytesOf(file(u"j"_s));
        QVERIFY(kept.isEmpty() || kept.endsWith('\n'));
        const qsizetype results = std::max<qsizetype>(kept.count('\n') - 1, 0);
        QVERIFY(limit < 40'000 ? results == 0 : results > 0);
        // What was told as checked is kept.
        for (const QString& id : idsIn(full.out))
            QVERIFY(kept.contains(id.toUtf8()));
        QVERIFY(idsIn(full.out).size() <= results);

        const CliFinished resumed = m_demo.run(arguments);
        QVERIFY2(resumed.exitCode == 0, resumed.err.constData());
        QCOMPARE(idsIn(resumed.out), QSet<QString>(m_ids.cbegin(), m_ids.cend()));
        const QByteArray whole = bytesOf(file(u"j"_s));
        QVERIFY(whole.startsWith(kept)); // none of those was checked again
        QCOMPARE(whole.count('\n'), m_ids.size() + 1);
    }

    void report_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isTiny");
        for (const QString& kind : { u"html"_s, u"json"_s, u"csv"_s, u"xml"_s }) {
            QTest::addRow("%s, at once", qPrintable(kind)) << u"r."_s + kind << true;
            QTest::addRow("%s, at its end", qPrintable(kind)) << u"r."_s + kind << false;
        }
    }
    void report()
    {
        QFETCH(QString, name);
        QFETCH(bool, isTiny);
        const QStringList arguments = check({ u"--report"_s, file(name) });
        QCOMPARE(m_demo.run(arguments).exitCode, 0);
        const qint64 whole = bytesOf(file(name)).size();
        QVERIFY(put(file(name), kBefore));
        const CliFinished full = m_demo.run(arguments, noFileOver(isTiny ? 100 : whole - 60));
        QVERIFY2(full.exitCode == 5, full.err.constData());
        QVERIFY2(full.err.count(file(name).toUtf8() + " cannot be written") == 1, full.err.constData());
        QVERIFY2(full.err.contains(kReason), full.err.constData());
        QCOMPARE(bytesOf(file(name)), kBefore);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList { name });
    }

    //! One report that fails takes nothing from the others.
    void theOtherReportSaysWhatWasChecked()
    {
        const QStringList arguments = check({ u"--report"_s, file(u"big.xml"_s), u"--report"_s, file(u"small.csv"_s) });
        const CliFinished full = m_demo.run(arguments, noFileOver(20'000));
        QVERIFY2(full.exitCode == 5, full.err.constData());
        QVERIFY(!QFile::exists(file(u"big.xml"_s)));
        const QByteArray csv = bytesOf(file(u"small.csv"_s));
        QVERIFY(!idsIn(full.out).isEmpty());
        for (const QString& id : m_ids)
            QCOMPARE(csv.contains(id.toUtf8()), idsIn(full.out).contains(id));
        QCOMPARE(QJsonDocument::fromJson(full.out)["summary"_L1]["complete"_L1], QJsonValue(false));
    }

    void noFileToReplace_data()
    {
        QTest::addColumn<bool>("isPipe");
        QTest::newRow("a folder") << false;
        QTest::newRow("a pipe") << true;
    }
    void noFileToReplace()
    {
        QFETCH(bool, isPipe);
        const QString path = file(u"r.json"_s);
        QVERIFY(isPipe ? ::mkfifo(QFile::encodeName(path).constData(), 0600) == 0 : QDir().mkdir(path));
        const CliFinished done = m_demo.run(check({ u"--report"_s, path }));
        QVERIFY2(done.exitCode == 5, done.err.constData());
        QVERIFY2(done.err.contains("it is no file"), done.err.constData());
        QVERIFY(idsIn(done.out).isEmpty()); // told before anything is checked
        QVERIFY(!QFileInfo(path).isFile());
    }

    void output()
    {
        QProcess process;
        process.setProcessEnvironment(m_demo.environment());
        process.setStandardOutputFile(u"/dev/full"_s);
        process.start(qEnvironmentVariable("PROOFREEL_CLI"),
            QStringList { u"--endpoint"_s, m_demo.endpoint() } + check({ u"--report"_s, file(u"r.json"_s) }));
        const CliFinished done = finishCli(process);
        QVERIFY2(done.exitCode == 5, done.err.constData());
        QVERIFY2(done.err.count("No space left") == 1, done.err.constData());
        const QByteArray report = bytesOf(file(u"r.json"_s));
        const QJsonValue summary = QJsonDocument::fromJson(report)["summary"_L1];
        QCOMPARE(summary["complete"_L1], QJsonValue(false));
        QCOMPARE(summary["assets"_L1].toInt(), idsIn(report).size());
    }
};

QTEST_GUILESS_MAIN(TestCliCheckFullDisk)
#include "tst_cli_check_full_disk.moc"
