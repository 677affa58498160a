// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/output.h"
#include "cli/play_run.h"
#include "streams/asset_session.h"
#include "streams/playability.h"
#include "workspace/play_source.h"

#include <CLI/CLI.hpp>

#include <QTextStream>

#include <cstdio>

namespace proofreel::cli {

namespace {

struct Arguments {
    std::string mediaId, stream, playUrl, output = "table";
    double seconds = 3;
    double seek = 0;
    int repeat = 1;
};

//! The row that \a wanted names (a number from 1, or a key); without it the best that can be played, mp4 first.
int chooseRow(const StreamModel& model, const QString& wanted)
{
    bool isNumber = false;
    const int number = wanted.toInt(&isNumber);
    if (isNumber)
        return number >= 1 && number <= model.rowCount() ? number - 1 : -1;
    if (!wanted.isEmpty())
        return model.rowOf(StreamKey::fromString(wanted));
    const auto rank = [&model](int row) {
        const PlayInfo& info = model.at(row);
        return std::pair(info.format == QStringLiteral("mp4"), definitionRank(info.definition));
    };
    int best = -1;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.playability(row) == Playability::Playable && (best < 0 || rank(row) > rank(best)))
            best = row;
    }
    return best;
}

Result<PlaySource> sourceOf(Workspace& workspace, const Arguments& arguments)
{
    // Through the session, so that an expired URL is renewed as in the window.
    AssetSession& session = workspace.session();
    QEventLoop loop;
    QObject::connect(&session, &AssetSession::stateChanged, &loop, [&] {
        if (session.state() == AssetSession::State::Ready || session.state() == AssetSession::State::Failed)
            loop.quit();
    });
    session.open({ QString::fromStdString(arguments.mediaId), {}, {} });
    if (session.state() == AssetSession::State::Loading)
        loop.exec();
    if (session.state() == AssetSession::State::Failed)
        return fail(session.error());
    if (session.state() != AssetSession::State::Ready)
        return fail({ .kind = ErrorKind::Cancelled, .message = Cli::tr("Stopped.") });
    const StreamModel& model = session.streams();
    const QString requestId = model.reply().info.requestId;
    const int row = chooseRow(model, QString::fromStdString(arguments.stream));
    if (row < 0)
        return fail({ .kind = ErrorKind::NotFound,
            .message = arguments.stream.empty() ? Cli::tr("The asset has no stream that can be played.")
                                                : Cli::tr("The asset has no such stream."),
            .advice = Cli::tr("See the numbers and keys with: proofreel-cli play-info --media-id %1")
                          .arg(session.query().mediaId),
            .requestId = requestId });
    if (const Playability playability = model.playability(row); playability != Playability::Playable)
        return fail(
            { .kind = ErrorKind::Unsupported, .message = playabilityText(playability), .requestId = requestId });
    return playSource(model, row);
}

int run(const Arguments& arguments, Result<PlaySource> source, Workspace& workspace)
{
    if (!source)
        return report(source.error());
    const auto player = workspace.player();
    if (!player)
        return report(player.error());
    const PlayRun::Plan plan { *source, qint64(arguments.seek * 1000), qint64(arguments.seconds * 1000),
        arguments.repeat };
    const PlayRun::Outcome outcome = PlayRun(**player).run(plan);
    if (arguments.output == "json") {
        printJson(outcome.toJson());
    } else {
        const QJsonObject row = outcome.toJson();
        QList<RowWriter::Column> columns;
        for (const QString& name : PlayRun::Outcome::keys())
            columns.append({ name, name == QStringLiteral("error") ? 0 : -int(std::max<qsizetype>(name.size(), 9)) });
        RowWriter(RowWriter::formatFrom(arguments.output), columns).write(row);
    }
    if (!outcome.error)
        return Done;
    report(*outcome.error);
    return MediaFailed; // whatever the cause: the media could not be opened
}

} // namespace

Run addPlay(CLI::App& app, const Common& common)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        app.add_subcommand("play", Cli::tr("Play off screen with the engine of the window, and measure").toStdString());
    CLI::Option* mediaId =
        command->add_option("--media-id", arguments->mediaId, Cli::tr("MediaId of the asset").toStdString());
    command
        ->add_option("--stream", arguments->stream,
            Cli::tr("Number (from 1, as play-info lists) or key of the stream").toStdString())
        ->needs(mediaId);
    CLI::Option* playUrl =
        command->add_option("--play-url", arguments->playUrl, Cli::tr("Play this URL, without the API").toStdString());
    mediaId->excludes(playUrl);
    command->add_option("--seconds", arguments->seconds, Cli::tr("Play for so long").toStdString())
        ->check(CLI::Range(0.0, 86400.0))
        ->capture_default_str();
    command->add_option("--seek", arguments->seek, Cli::tr("Start at this second").toStdString())
        ->check(CLI::Range(0.0, 864000.0));
    command->add_option("--repeat", arguments->repeat, Cli::tr("Open this many times in one process").toStdString())
        ->check(CLI::Range(1, 1'000'000));
    command->add_option("--output", arguments->output, Cli::tr("table, json or csv").toStdString())
        ->check(CLI::IsMember({ "table", "json", "csv" }))
        ->capture_default_str();
    return [arguments, &common]() -> int {
        if (arguments->mediaId.empty() == arguments->playUrl.empty()) {
            QTextStream(stderr) << Cli::tr("Give one of --media-id and --play-url.") << Qt::endl;
            return WrongArguments;
        }
        if (!arguments->playUrl.empty()) { // needs no account
            Workspace workspace(common.workspaceOptions());
            if (const auto started = workspace.start(); !started)
                return report(started.error());
            PlaySource source;
            source.url = QUrl(QString::fromStdString(arguments->playUrl));
            source.audioOnly = source.url.path().endsWith(QStringLiteral(".mp3"), Qt::CaseInsensitive);
            return run(*arguments, source, workspace);
        }
        return withWorkspace(common,
            [arguments](Workspace& workspace) { return run(*arguments, sourceOf(workspace, *arguments), workspace); });
    };
}

} // namespace proofreel::cli
