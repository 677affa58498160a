// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logging.h"
#include "ui/command_line.h"
#include "ui/common/theme.h"
#include "ui/main_window.h"
#include "ui/tour.h"
#include "ui/window_menu.h"
#include "workspace/language.h"
#include "workspace/quit_on_signal.h"

#include <QApplication>
#include <QLocale>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    using namespace proofreel;
    const ParsedCommandLine parsed = parseCommandLine(argc, argv); // --help and --version need no display
    if (parsed.exitCode)
        return *parsed.exitCode;
    installLogging(parsed.options.verbose);

    int qtArgc = 1; // the arguments are ours: Qt must not take "-style" and the like out of them
    QApplication application(qtArgc, argv);
    QCoreApplication::setOrganizationName(u"Proofreel"_s);
    QCoreApplication::setApplicationName(u"proofreel"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PROOFREEL_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Proofreel"_s);
    QGuiApplication::setDesktopFileName(u"io.github.proofreel.Proofreel"_s);
    quitOnSignal();

    Workspace workspace(parsed.options.workspace);
    const QString language = chosenLanguage(workspace.settings());
    setLanguage(language.isEmpty() ? QLocale() : QLocale(language));
    if (const auto started = workspace.start(); !started) {
        std::fprintf(stderr, "proofreel: %s\n", qUtf8Printable(started.error().message));
        return 2;
    }
    Theme theme(application, workspace.settings());
    MainWindow window(workspace, theme);
    if (!parsed.options.tour.isEmpty())
        new Tour(workspace, window, parsed.options.tour);
    window.show();
    QTimer::singleShot(0, &window, [&window, &parsed] { window.begin(parsed.options); }); // the window first
    return QApplication::exec();
}
