// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "core/logging.h"
#include "workspace/command_line_help.h"
#include "workspace/language.h"
#include "workspace/quit_on_signal.h"

#include <CLI/CLI.hpp>

#include <QGuiApplication>
#include <QLocale>

#include <cstdio>

namespace proofreel::cli {

namespace {

//! Help and errors of the command line itself: CLI11 throws them; this is the border.
int parseAndRun(CLI::App& app, Common& common, int argc, char** argv)
{
    struct Command {
        const char* name;
        Run run;
    };
    const Command commands[] = {
        { "sandbox", addSandbox(app) },
        { "sign", addSign(app) },
        { "play-info", addPlayInfo(app, common) },
        { "list", addList(app, common) },
        { "search", addSearch(app, common) },
        { "categories", addCategories(app, common) },
        { "play", addPlay(app, common) },
        { "check", addCheck(app, common) },
        { "probe", addProbe(app, common) },
        { "rules", addRules(app) },
    };
    translateCommandLine(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        const int status = app.exit(problem); // prints help on stdout, errors on stderr
        return status == 0 ? Done : WrongArguments;
    }
    installLogging(common.verbose);
    for (const Command& command : commands) {
        if (app.got_subcommand(command.name))
            return command.run();
    }
    return WrongArguments;
}

} // namespace

} // namespace proofreel::cli

int main(int argc, char** argv)
{
    using namespace proofreel::cli;
    // Decoded frames need QtGui, but never a display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    proofreel::installLogging(false);
    int qtArgc = 1; // the arguments are ours: Qt must not take "-style" and the like out of them
    QGuiApplication application(qtArgc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Proofreel"));
    QCoreApplication::setApplicationName(QStringLiteral("proofreel"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PROOFREEL_VERSION));
    proofreel::setLanguage(QLocale());
    proofreel::quitOnSignal();

    CLI::App app(Cli::tr("Browse, play and check renditions in Alibaba Cloud Intelligent Media Services").toStdString(),
        "proofreel-cli");
    app.set_version_flag("--version", "proofreel-cli " PROOFREEL_VERSION);
    app.require_subcommand(1);
    app.fallthrough();
    app.footer(Cli::tr("Credentials: --profile, else ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET and\n"
                       "ALIBABA_CLOUD_SECURITY_TOKEN, else the default profile. Secrets are never taken from the "
                       "command line.\n"
                       "Exit codes: 0 done, 1 findings, 2 wrong arguments, 3 credentials or permission, 4 not found,\n"
                       "5 network or service, 6 media cannot be opened or decoded.")
                   .toStdString());
    Common common;
    app.add_option("--profile", common.profile, Cli::tr("Account in the keychain").toStdString());
    app.add_option(
        "--endpoint", common.endpoint, Cli::tr("URL of the service (http:// for loopback only)").toStdString());
    app.add_option("--region", common.region, Cli::tr("Region, e.g. cn-shanghai").toStdString());
    app.add_option(
        "--proxy", common.proxy, Cli::tr("http://host:port, socks5://host:port, direct or system").toStdString());
    app.add_flag("--verbose", common.verbose, Cli::tr("Say on stderr what happens").toStdString());
    return parseAndRun(app, common, argc, argv);
}
