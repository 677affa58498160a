// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/command_line.h"

#include "workspace/command_line_help.h"
#include "workspace/language.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QLocale>

#include <optional>
#include <string>
#include <vector>

namespace proofreel {

namespace {

constexpr int kWrongArguments = 2; // as proofreel-cli

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

struct Values {
    bool demo = false;
    bool verbose = false;
    std::string profile, mediaId, inputUrl, playUrl, endpoint, region, proxy, tour;
    std::vector<std::string> targets;
};

void declare(CLI::App& app, Values& values)
{
    app.description(
        Words::tr("Browse, play and check renditions in Alibaba Cloud Intelligent Media Services").toStdString());
    app.footer(
        Words::tr("Credentials: --profile, else ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET and\n"
                  "ALIBABA_CLOUD_SECURITY_TOKEN, else the account used last. Secrets are never taken from the "
                  "command line.")
            .toStdString());
    app.set_version_flag("--version", "proofreel " PROOFREEL_VERSION);
    const auto add = [&app](const std::string& name, auto& value, const QString& description) {
        return app.add_option(name, value, description.toStdString());
    };
    app.add_flag("--demo", values.demo,
        Words::tr("Start a local IMS in this process and open a working account on it").toStdString());
    add("--profile", values.profile, Words::tr("Use this account"));
    auto* id = add("--media-id", values.mediaId, Words::tr("Open the asset with this MediaId"));
    auto* input = add("--input-url", values.inputUrl, Words::tr("Open the asset that was registered with this URL"));
    auto* play = add("--play-url", values.playUrl, Words::tr("Play this URL"));
    id->excludes(input)->excludes(play);
    input->excludes(play);
    add("ID-or-URL", values.targets, Words::tr("MediaId, InputURL or PlayURL"));
    add("--endpoint", values.endpoint, Words::tr("URL of the service (http:// for loopback only)"));
    add("--region", values.region, Words::tr("Region, e.g. cn-shanghai"));
    add("--proxy", values.proxy, Words::tr("http://host:port, socks5://host:port, direct or system"));
    add("--tour", values.tour, Words::tr("Do the main job without a person, leave a screenshot here, and end"));
    app.add_flag("--verbose", values.verbose, Words::tr("Say on stderr what happens").toStdString());
}

//! Help, version and errors, in the person's language. They need no display, so the application is not there yet.
int explain(int argc, const char* const* argv)
{
    int qtArgc = 1;
    QByteArray name("proofreel");
    char* qtArgv[] = { name.data(), nullptr };
    std::optional<QCoreApplication> application;
    if (!QCoreApplication::instance())
        application.emplace(qtArgc, qtArgv);
    setLanguage(QLocale());
    Values values;
    CLI::App app({}, "proofreel");
    declare(app, values);
    translateCommandLine(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem) == 0 ? 0 : kWrongArguments;
    }
    return 0;
}

} // namespace

ParsedCommandLine parseCommandLine(int argc, const char* const* argv)
{
    Values values;
    CLI::App app({}, "proofreel");
    declare(app, values);
    ParsedCommandLine parsed;
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError&) {
        parsed.exitCode = explain(argc, argv);
        return parsed;
    }
    CommandLine& options = parsed.options;
    options.workspace = { .demo = values.demo,
        .profile = QString::fromStdString(values.profile),
        .endpoint = QString::fromStdString(values.endpoint),
        .region = QString::fromStdString(values.region),
        .proxy = QString::fromStdString(values.proxy) };
    options.verbose = values.verbose;
    options.tour = QString::fromStdString(values.tour);
    options.mediaId = QString::fromStdString(values.mediaId);
    options.inputUrl = QString::fromStdString(values.inputUrl);
    options.playUrl = QString::fromStdString(values.playUrl);
    for (const std::string& target : values.targets)
        options.targets.append(QString::fromStdString(target));
    return parsed;
}

} // namespace proofreel
