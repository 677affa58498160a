// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "sandbox/server.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QTextStream>

#include <cstdio>

namespace proofreel::cli {

namespace {

struct Arguments {
    quint16 port = 0;
    qint64 assets = 0;
    quint32 seed = 1;
    std::string catalogue = "demo";
    std::vector<std::string> faults;
};

int run(const Arguments& arguments)
{
    sandbox::Options options;
    options.port = arguments.port;
    options.assets = arguments.assets;
    options.seed = arguments.seed;
    options.catalogue = QString::fromStdString(arguments.catalogue);
    for (const std::string& fault : arguments.faults) {
        if (const auto problem = options.faults.set(QString::fromStdString(fault))) {
            QTextStream(stderr) << *problem << Qt::endl;
            return WrongArguments;
        }
    }
    sandbox::Server server(std::move(options));
    if (const auto problem = server.start()) {
        QTextStream(stderr) << *problem << Qt::endl;
        return ServiceFailed;
    }
    QTextStream(stdout) << QString::fromUtf8(server.readyLine()) << Qt::endl;
    QCoreApplication::exec();
    return Done;
}

} // namespace

Run addSandbox(CLI::App& app)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        app.add_subcommand("sandbox", Cli::tr("Serve a local IMS and its media until interrupted").toStdString());
    command->add_option(
        "--port", arguments->port, Cli::tr("Port of the API on 127.0.0.1; 0: a free one").toStdString());
    command
        ->add_option("--assets", arguments->assets, Cli::tr("Synthetic assets beyond the demo catalogue").toStdString())
        ->check(CLI::Range(qint64(0), qint64(1'000'000)));
    command
        ->add_option("--catalogue", arguments->catalogue,
            Cli::tr("demo, or for tests of quality checks: defects, clean").toStdString())
        ->check(CLI::IsMember({ "demo", "defects", "clean" }));
    command->add_option("--seed", arguments->seed, Cli::tr("Seed of the synthetic assets").toStdString());
    command
        ->add_option("--fault", arguments->faults,
            Cli::tr("Misbehave; repeatable: %1")
                .arg(sandbox::Faults::names().join(QLatin1StringView(", ")))
                .toStdString())
        ->take_all()
        ->expected(1);
    return [arguments] { return run(*arguments); };
}

} // namespace proofreel::cli
