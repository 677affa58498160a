// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// program_runner ENDPOINT KEY SECRET [MEDIAID...]: starts a batch of these; without any goes on with the one that is
// there. Says on stdout "checked ID" for each, "end".

#include "program_run.h"

#include <QCoreApplication>

#include <cstdio>

using namespace proofreel;

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Proofreel"));
    QCoreApplication::setApplicationName(QStringLiteral("proofreel-test"));
    const QStringList arguments = QCoreApplication::arguments();
    test::ProgramRun program(arguments.at(1), arguments.at(2), arguments.at(3));
    if (!program.isReady())
        return 1;
    BatchDesk& desk = program.desk();
    QObject::connect(&desk, &BatchDesk::checked, &desk, [](const AssetResult& result) {
        std::printf("checked %s\n", qPrintable(result.sheet.mediaId));
        std::fflush(stdout);
    });
    if (arguments.size() > 4)
        desk.start(arguments.mid(4), false);
    else if (QTest::qWaitFor([&desk] { return desk.state() == BatchDesk::State::Remembered; }, 20'000))
        desk.resume();
    const bool ended = QTest::qWaitFor([&desk] { return desk.state() == BatchDesk::State::Finished; }, 120'000);
    std::printf("end\n");
    return ended ? 0 : 1;
}
