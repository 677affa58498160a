// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include <CLI/CLI.hpp>

#include <QTextStream>

#include <cstdio>

namespace proofreel::cli {

ExitCode exitCodeFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidRequest:
        return WrongArguments;
    case ErrorKind::Credentials:
    case ErrorKind::Signature:
    case ErrorKind::Permission:
    case ErrorKind::ClockSkew:
    case ErrorKind::Keychain:
        return CredentialsRefused;
    case ErrorKind::NotFound:
        return NotFound;
    case ErrorKind::Media:
    case ErrorKind::Expired:
    case ErrorKind::Unsupported:
        return MediaFailed;
    default:
        return ServiceFailed;
    }
}

int report(const Error& error)
{
    QTextStream(stderr) << error.details() << Qt::endl;
    return exitCodeFor(error.kind);
}

void addRowOutput(CLI::App& command, std::string& output)
{
    command.add_option("--output", output, Cli::tr("table, json, jsonl or csv").toStdString())
        ->check(CLI::IsMember({ "table", "json", "jsonl", "csv" }))
        ->capture_default_str();
}

WorkspaceOptions Common::workspaceOptions() const
{
    WorkspaceOptions options;
    options.profile = QString::fromStdString(profile);
    options.endpoint = QString::fromStdString(endpoint);
    options.region = QString::fromStdString(region);
    options.proxy = QString::fromStdString(proxy);
    return options;
}

int withWorkspace(const Common& common, const std::function<int(Workspace&)>& run)
{
    Workspace workspace(common.workspaceOptions());
    if (const auto started = workspace.start(); !started)
        return report(started.error());
    const auto profile = await<Profile>([&](QObject* context, std::function<void(Result<Profile>)> done) {
        return workspace.connectAccount(context, std::move(done));
    });
    return profile ? run(workspace) : report(profile.error());
}

} // namespace proofreel::cli
