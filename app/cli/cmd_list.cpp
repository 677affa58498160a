// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/media_rows.h"

#include <CLI/CLI.hpp>

namespace proofreel::cli {

namespace {

struct Arguments {
    std::string type, status;
    qint64 limit = std::numeric_limits<qint64>::max();
    std::string output = "table";
};

int run(Workspace& workspace, const Arguments& arguments)
{
    MediaPages pages;
    pages.limit = arguments.limit;
    pages.ask = [&](const QString& token, int, int size, QObject* context, MediaPages::Done done) {
        MediaListQuery query;
        query.mediaType = QString::fromStdString(arguments.type);
        query.status = QString::fromStdString(arguments.status);
        query.nextToken = token;
        query.maxResults = size;
        return workspace.client().listMediaBasicInfos(query, context, std::move(done));
    };
    return printMedias(pages, arguments.output);
}

} // namespace

Run addList(CLI::App& app, const Common& common)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        app.add_subcommand("list", Cli::tr("List the media library (ListMediaBasicInfos)").toStdString());
    command->add_option("--type", arguments->type, Cli::tr("video, audio, image or text").toStdString())
        ->check(CLI::IsMember({ "video", "audio", "image", "text" }));
    command->add_option("--status", arguments->status, Cli::tr("Init, Preparing, PrepareFail or Normal").toStdString())
        ->check(CLI::IsMember({ "Init", "Preparing", "PrepareFail", "Normal" }));
    command->add_option("--limit", arguments->limit, Cli::tr("Stop after this many").toStdString())
        ->check(CLI::PositiveNumber);
    addRowOutput(*command, arguments->output);
    return [arguments, &common] {
        return withWorkspace(common, [arguments](Workspace& workspace) { return run(workspace, *arguments); });
    };
}

} // namespace proofreel::cli
