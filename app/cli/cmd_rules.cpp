// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/output.h"
#include "quality/nearest_name.h"
#include "quality/policy.h"

#include <CLI/CLI.hpp>

#include <QTextStream>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace proofreel::cli {

namespace {

struct Arguments {
    std::string policy = "default", id, output = "table";
    bool explains = false;
};

QJsonObject rowOf(const Rule& rule, const RuleSetting& setting)
{
    return {
        { u"rule"_s, rule.id },
        { u"severity"_s, severityName(setting.severity) },
        { u"tolerance"_s, setting.tolerance ? QJsonValue(*setting.tolerance) : QJsonValue() },
        { u"unit"_s, rule.unit },
        { u"deep"_s, rule.deep },
        { u"title"_s, rule.title },
        { u"explanation"_s, rule.explanation },
        { u"source"_s, rule.source },
    };
}

RowWriter writerFor(const Arguments& arguments)
{
    return { RowWriter::formatFrom(arguments.output),
        { { u"rule"_s, 30 }, { u"severity"_s, 8 }, { u"tolerance"_s, -9 }, { u"unit"_s, 7 }, { u"deep"_s, 5 },
            { u"title"_s, 40 }, { u"explanation"_s }, { u"source"_s } } };
}

int list(const Arguments& arguments, const PolicySettings& settings)
{
    RowWriter writer = writerFor(arguments);
    for (const Rule& rule : allRules())
        writer.write(rowOf(rule, settings.setting(rule.id)));
    return writer.flush() ? Done : writer.failure();
}

int explain(const Arguments& arguments, const PolicySettings& settings)
{
    const QString id = QString::fromStdString(arguments.id);
    const auto rule = findRule(id);
    if (!rule) {
        QStringList ids;
        for (const Rule& known : allRules())
            ids << known.id;
        const QString nearest = nearestName(id, ids);
        return report({ .kind = ErrorKind::NotFound,
            .message = Cli::tr("There is no rule “%1”.").arg(id),
            .advice = nearest.isEmpty() ? Cli::tr("“proofreel-cli rules list” names them all.")
                                        : Cli::tr("Is “%1” meant?").arg(nearest) });
    }
    const RuleSetting setting = settings.setting(rule->id);
    if (arguments.output == "csv") {
        RowWriter writer = writerFor(arguments);
        writer.write(rowOf(*rule, setting));
        return writer.flush() ? Done : writer.failure();
    }
    if (arguments.output == "json") {
        printJson(rowOf(*rule, setting));
        return Done;
    }
    QTextStream out(stdout);
    out << rule->id << ": " << rule->title << '\n' << rule->explanation << "\n\n";
    out << Cli::tr("Severity: %1").arg(severityName(setting.severity)) << '\n';
    if (setting.tolerance)
        out << Cli::tr("Tolerance: %1").arg((QString::number(*setting.tolerance) + u' ' + rule->unit).trimmed())
            << '\n';
    out << (rule->deep ? Cli::tr("Needs decoding: check --deep") : Cli::tr("Judged by headers alone")) << '\n';
    out << Cli::tr("Source: %1").arg(rule->source) << '\n';
    return Done;
}

int run(const Arguments& arguments)
{
    const auto policy = Policy::named(QString::fromStdString(arguments.policy));
    if (!policy) {
        (void)report(policy.error());
        return WrongArguments;
    }
    const PolicySettings settings = policy->settingsFor({});
    return arguments.explains ? explain(arguments, settings) : list(arguments, settings);
}

void addShared(CLI::App& command, Arguments& arguments)
{
    command
        .add_option("--policy", arguments.policy,
            Cli::tr("Policy file, or default, strict-vod or broadcast-r128").toStdString())
        ->capture_default_str();
    command.add_option("--output", arguments.output, Cli::tr("table, json or csv").toStdString())
        ->check(CLI::IsMember({ "table", "json", "csv" }))
        ->capture_default_str();
}

} // namespace

Run addRules(CLI::App& app)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand("rules", Cli::tr("What a check looks for").toStdString());
    command->require_subcommand(1);
    CLI::App* listing =
        command->add_subcommand("list", Cli::tr("All rules, with severity and tolerance under a policy").toStdString());
    addShared(*listing, *arguments);
    CLI::App* explaining = command->add_subcommand("explain", Cli::tr("What one rule means").toStdString());
    explaining->add_option("id", arguments->id, Cli::tr("Rule, e.g. ladder.duration").toStdString())->required();
    addShared(*explaining, *arguments);
    explaining->callback([arguments] { arguments->explains = true; });
    return [arguments] { return run(*arguments); };
}

} // namespace proofreel::cli
