// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/command_line.h"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace proofreel {

namespace {

constexpr int kWrongArguments = 2; // as proofreel-cli

} // namespace

ParsedCommandLine parseCommandLine(int argc, const char* const* argv)
{
    CLI::App app("Browse, play and check renditions in Alibaba Cloud Intelligent Media Services", "proofreel");
    app.footer(
        "Credentials: --profile, else ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET and\n"
        "ALIBABA_CLOUD_SECURITY_TOKEN, else the account used last. Secrets are never taken from the command line.");
    app.set_version_flag("--version", "proofreel " PROOFREEL_VERSION);

    bool demo = false;
    bool verbose = false;
    std::string tour;
    std::string profile, mediaId, inputUrl, playUrl, endpoint, region, proxy;
    std::vector<std::string> targets;
    app.add_flag("--demo", demo, "Start a local IMS in this process and open a working account on it");
    app.add_option("--profile", profile, "Use this account");
    auto* id = app.add_option("--media-id", mediaId, "Open the asset with this MediaId");
    auto* input = app.add_option("--input-url", inputUrl, "Open the asset that was registered with this URL");
    auto* play = app.add_option("--play-url", playUrl, "Play this URL");
    id->excludes(input)->excludes(play);
    input->excludes(play);
    app.add_option("ID-or-URL", targets, "MediaId, InputURL or play URL");
    app.add_option("--endpoint", endpoint, "URL of the service (http:// for loopback only)");
    app.add_option("--region", region, "Region, e.g. cn-shanghai");
    app.add_option("--proxy", proxy, "http://host:port, socks5://host:port, direct or system");
    app.add_option("--tour", tour, "Do the main job without a person, leave a screenshot here, and end");
    app.add_flag("--verbose", verbose, "Say on stderr what happens");

    ParsedCommandLine parsed;
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        parsed.exitCode = app.exit(problem) == 0 ? 0 : kWrongArguments;
        return parsed;
    }
    CommandLine& options = parsed.options;
    options.workspace = { .demo = demo,
        .profile = QString::fromStdString(profile),
        .endpoint = QString::fromStdString(endpoint),
        .region = QString::fromStdString(region),
        .proxy = QString::fromStdString(proxy) };
    options.verbose = verbose;
    options.tour = QString::fromStdString(tour);
    options.mediaId = QString::fromStdString(mediaId);
    options.inputUrl = QString::fromStdString(inputUrl);
    options.playUrl = QString::fromStdString(playUrl);
    for (const std::string& target : targets)
        options.targets.append(QString::fromStdString(target));
    return parsed;
}

} // namespace proofreel
