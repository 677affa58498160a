// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/media_rows.h"
#include "ims/match_builder.h"

#include <CLI/CLI.hpp>

#include <QTextStream>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace proofreel::cli {

namespace {

struct Arguments {
    std::string title, category, match, after, before;
    std::vector<std::string> tags, types, statuses;
    qint64 limit = std::numeric_limits<qint64>::max();
    std::string output = "table";
};

QStringList texts(const std::vector<std::string>& from)
{
    QStringList out;
    for (const std::string& text : from)
        out << QString::fromStdString(text);
    return out;
}

Error wrong(const QString& message, const QString& advice)
{
    return { .kind = ErrorKind::InvalidRequest, .message = message, .advice = advice };
}

//! Milliseconds since the epoch; nothing typed: nullopt. A time without an offset is UTC, as in the service's replies.
Result<std::optional<qint64>> timeOf(const std::string& typed)
{
    const QString text = QString::fromStdString(typed).trimmed();
    if (text.isEmpty())
        return std::optional<qint64>();
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return fail(
            wrong(Cli::tr("“%1” is not a date.").arg(text.left(60)), Cli::tr("Write it like 2026-11-23T08:00:00Z.")));
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return std::optional<qint64>(time.toMSecsSinceEpoch());
}

Result<MatchText> matchOf(const Arguments& arguments)
{
    if (!arguments.match.empty())
        return MatchText { halfWidthMatch(QString::fromStdString(arguments.match)), {} };
    const auto after = timeOf(arguments.after);
    const auto before = timeOf(arguments.before);
    if (!after || !before)
        return fail((!after ? after : before).error());
    MatchBuilder match;
    match.titleContains(QString::fromStdString(arguments.title)).tagIn(texts(arguments.tags));
    if (!arguments.category.empty()) {
        bool ok = false;
        const qint64 id = QString::fromStdString(arguments.category).toLongLong(&ok);
        if (!ok)
            return fail(wrong(Cli::tr("“%1” is not the number of a category.")
                                  .arg(QString::fromStdString(arguments.category).left(60)),
                Cli::tr("See the numbers with: proofreel-cli categories")));
        match.cateIdIs(id);
    }
    static const QStringList statusNames { u"Init"_s, u"Preparing"_s, u"PrepareFail"_s, u"Normal"_s };
    QList<int> statuses;
    for (const QString& status : texts(arguments.statuses)) {
        const qsizetype number = statusNames.indexOf(status);
        statuses << (number >= 0 ? int(number) : status.toInt());
    }
    match.statusIn(statuses);
    // Without a type the service searches video only.
    match.mediaTypeIn(arguments.types.empty() ? QStringList { u"video"_s, u"audio"_s } : texts(arguments.types));
    match.createdBetween(*after, before->has_value() ? std::optional(**before - 1) : std::nullopt);
    return match.build();
}

int run(Workspace& workspace, const Arguments& arguments, const MatchText& match)
{
    for (const QString& note : match.notes)
        QTextStream(stderr) << note << Qt::endl;
    MediaPages pages;
    pages.limit = arguments.limit;
    pages.pageSize = 50;
    pages.tokenIsPlace = false;
    pages.ask = [&](const QString& token, int page, int size, QObject* context, MediaPages::Done done) {
        return workspace.client().searchMedia({ .match = match.text,
                                                  .sortBy = u"utcCreate:Desc"_s,
                                                  .pageNo = page,
                                                  .pageSize = size,
                                                  .scrollToken = token },
            context, std::move(done));
    };
    return printMedias(pages, arguments.output);
}

QString statusProblem(const std::string& text)
{
    static const std::set<std::string> names { "Init", "Preparing", "PrepareFail", "Normal" };
    const bool isNumber = !text.empty() && text.size() < 4 && text.find_first_not_of("0123456789") == std::string::npos;
    if (isNumber || names.count(text) > 0)
        return {};
    return Cli::tr("“%1” is not a status.").arg(QString::fromStdString(text));
}

} // namespace

Run addSearch(CLI::App& app, const Common& common)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        app.add_subcommand("search", Cli::tr("Search the media library (SearchMedia), newest first").toStdString());
    CLI::Option* match = command->add_option("--match", arguments->match,
        Cli::tr(
            "Match expression of SearchMedia, sent as it is; without mediaType in it the service searches video only")
            .toStdString());
    for (CLI::Option* condition :
        {
            command->add_option("--title", arguments->title, Cli::tr("Text that the title contains").toStdString()),
            command->add_option(
                "--category", arguments->category, Cli::tr("CateId, as \"categories\" lists").toStdString()),
            command
                ->add_option("--tag", arguments->tags, Cli::tr("Has this tag; repeated: has one of them").toStdString())
                ->expected(1)
                ->take_all(),
            command
                ->add_option("--type", arguments->types,
                    Cli::tr("video, audio, image or text; default: video and audio").toStdString())
                ->expected(1)
                ->take_all()
                ->check(CLI::IsMember({ "video", "audio", "image", "text" })),
            command
                ->add_option("--status", arguments->statuses,
                    Cli::tr("Init, Preparing, PrepareFail, Normal or IMS's number").toStdString())
                ->expected(1)
                ->take_all()
                ->check([](const std::string& text) { return statusProblem(text).toStdString(); }),
            command->add_option("--after", arguments->after,
                Cli::tr("Created at this time or later (ISO 8601, default UTC)").toStdString()),
            command->add_option("--before", arguments->before, Cli::tr("Created before this time").toStdString()),
        })
        condition->excludes(match);
    command->add_option("--limit", arguments->limit, Cli::tr("Stop after this many").toStdString())
        ->check(CLI::PositiveNumber);
    addRowOutput(*command, arguments->output);
    return [arguments, &common]() -> int {
        const auto expression = matchOf(*arguments);
        if (!expression)
            return report(expression.error());
        return withWorkspace(common, [&](Workspace& workspace) { return run(workspace, *arguments, *expression); });
    };
}

} // namespace proofreel::cli
