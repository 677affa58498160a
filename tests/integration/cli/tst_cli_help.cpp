// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the console says about itself, in Chinese: help and errors of the command line, of the real program.
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Said {
    QString out, err;
};

Said inChinese(const QStringList& arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"zh_CN.UTF-8"_s);
    environment.remove(u"LANGUAGE"_s);
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("PROOFREEL_CLI"), arguments);
    if (!process.waitForFinished(30'000))
        process.kill();
    return { QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError()) };
}

bool hasHan(const QString& text)
{
    static const QRegularExpression han(uR"(\p{Han})"_s);
    return han.match(text).hasMatch();
}

} // namespace

class TestCliHelp final : public QObject {
    Q_OBJECT

    static QStringList commands()
    {
        const QString help = inChinese({ u"--help"_s }).out;
        static const QRegularExpression row(uR"(^  ([a-z][a-z-]+) )"_s, QRegularExpression::MultilineOption);
        QStringList names;
        for (const auto& match : row.globalMatch(help.mid(help.indexOf(u"命令:"_s))))
            names.append(match.captured(1));
        return names;
    }

private Q_SLOTS:
    void everyRowIsTranslated_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("program") << QStringList { u"--help"_s };
        const QStringList names = commands();
        QVERIFY(names.size() >= 5);
        for (const QString& name : names)
            QTest::newRow(qPrintable(name)) << QStringList { name, u"--help"_s };
    }
    void everyRowIsTranslated()
    {
        QFETCH(QStringList, arguments);
        const QString help = inChinese(arguments).out;
        QVERIFY(help.contains(u"用法"_s));
        // A description stands behind the name, or on the next line where the name is long.
        static const QRegularExpression row(
            uR"(^  (-[-\w,]+|[a-z-]+)(?: .*)?(?:\n {20,}.*)?$)"_s, QRegularExpression::MultilineOption);
        int rows = 0;
        for (const auto& match : row.globalMatch(help)) {
            ++rows;
            static const QRegularExpression name(uR"(^\S+( \S+){0,5}  +|\n)"_s);
            const QString description = match.captured().trimmed().section(name, 1);
            QVERIFY2(hasHan(description), qPrintable(match.captured()));
        }
        QVERIFY(rows >= 2);
    }

    void errorsAreTranslated_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("about");
        QTest::newRow("no command") << QStringList {} << QString();
        QTest::newRow("unknown command") << QStringList { u"dance"_s } << QString();
        QTest::newRow("unknown flag") << QStringList { u"list"_s, u"--dance"_s } << u"--dance"_s;
        QTest::newRow("flag missing") << QStringList { u"sign"_s } << u"--action"_s;
        QTest::newRow("value missing") << QStringList { u"list"_s, u"--limit"_s } << u"--limit"_s;
        QTest::newRow("no number") << QStringList { u"sandbox"_s, u"--port"_s, u"x%2"_s } << u"x%2"_s;
        QTest::newRow("out of range") << QStringList { u"play"_s, u"--repeat"_s, u"0"_s } << u"--repeat"_s;
        QTest::newRow("not one of these") << QStringList { u"list"_s, u"--output"_s, u"xml"_s } << u"jsonl"_s;
        QTest::newRow("needs another") << QStringList { u"play"_s, u"--stream"_s, u"1"_s } << u"--media-id"_s;
        QTest::newRow("excludes") << QStringList { u"play"_s, u"--media-id"_s, u"a"_s, u"--play-url"_s, u"b"_s }
                                  << u"--play-url"_s;
    }
    void errorsAreTranslated()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, about);
        const QString first = inChinese(arguments).err.section(u'\n', 0, 0);
        QVERIFY2(hasHan(first) && first.contains(about), qPrintable(first));
    }
};

QTEST_GUILESS_MAIN(TestCliHelp)
#include "tst_cli_help.moc"
