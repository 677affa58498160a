// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/command_line.h"

#include <QTest>

#include <iostream>
#include <sstream>

using namespace proofreel;
using namespace Qt::StringLiterals;

namespace {

ParsedCommandLine parse(std::vector<const char*> arguments)
{
    arguments.insert(arguments.begin(), "proofreel");
    return parseCommandLine(static_cast<int>(arguments.size()), arguments.data());
}

} // namespace

class TestCommandLine final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void flagsOfTheContracts()
    {
        const auto parsed = parse({ "--demo", "--profile", "prod", "--media-id", "abc", "--endpoint",
            "http://127.0.0.1:1", "--region", "cn-beijing", "--proxy", "direct", "--verbose", "id-1", "https://x/y" });
        QVERIFY(!parsed.exitCode);
        const CommandLine& line = parsed.options;
        QVERIFY(line.workspace.demo && line.verbose);
        QCOMPARE(line.workspace.profile, u"prod"_s);
        QCOMPARE(line.workspace.endpoint, u"http://127.0.0.1:1"_s);
        QCOMPARE(line.workspace.region, u"cn-beijing"_s);
        QCOMPARE(line.workspace.proxy, u"direct"_s);
        QCOMPARE(line.mediaId, u"abc"_s);
        QCOMPARE(line.targets, QStringList({ u"id-1"_s, u"https://x/y"_s }));
    }

    void oneOfThree_data()
    {
        QTest::addColumn<QList<const char*>>("arguments");
        QTest::newRow("id and input") << QList<const char*> { "--media-id", "a", "--input-url", "b" };
        QTest::newRow("id and play") << QList<const char*> { "--media-id", "a", "--play-url", "b" };
        QTest::newRow("input and play") << QList<const char*> { "--input-url", "a", "--play-url", "b" };
        QTest::newRow("unknown") << QList<const char*> { "--secret", "x" };
    }

    void oneOfThree()
    {
        QFETCH(const QList<const char*>, arguments);
        QCOMPARE(parse({ arguments.begin(), arguments.end() }).exitCode, std::optional(2));
    }

    void helpAndVersionEndWell()
    {
        QCOMPARE(parse({ "--help" }).exitCode, std::optional(0));
        QCOMPARE(parse({ "--version" }).exitCode, std::optional(0));
        QVERIFY(!parse({}).exitCode);
    }

    void helpSpeaksTheSystemsLanguage()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(u"zh_CN"_s));
        std::ostringstream said;
        auto* const terminal = std::cout.rdbuf(said.rdbuf());
        const auto exitCode = parse({ "--help" }).exitCode;
        std::cout.rdbuf(terminal);
        QLocale::setDefault(before);
        QCOMPARE(exitCode, std::optional(0));
        const QString help = QString::fromStdString(said.str());
        for (const QString& word : { u"用法:"_s, u"选项:"_s, u"显示此帮助"_s, u"地域"_s, u"凭证"_s })
            QVERIFY2(help.contains(word), qPrintable(help));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
