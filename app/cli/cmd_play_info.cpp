// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/output.h"
#include "streams/stream_key.h"

#include <CLI/CLI.hpp>

#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace proofreel::cli {

namespace {

struct Arguments {
    std::string mediaId, inputUrl, authTimeout, output = "table";
    bool raw = false;
};

//! The 23 fields of a PlayInfo by the service's names, after the row's number and key.
QList<RowWriter::Column> columns()
{
    return { { u"#"_s, -2 }, { u"Definition"_s, 10 }, { u"Format"_s, 6 }, { u"HDRType"_s, 11 }, { u"Size"_s, -10 },
        { u"Bitrate"_s, -8 }, { u"Width"_s, -5 }, { u"Height"_s, -6 }, { u"Fps"_s, -6 }, { u"Duration"_s, -9 },
        { u"Encrypt"_s, -7 }, { u"EncryptType"_s, 19 }, { u"Status"_s, 9 }, { u"BitDepth"_s, 0 },
        { u"StreamType"_s, 0 }, { u"NarrowBandType"_s, 0 }, { u"TransTemplateType"_s, 0 }, { u"WatermarkId"_s, 0 },
        { u"JobId"_s, 0 }, { u"StreamTags"_s, 0 }, { u"CreationTime"_s, 0 }, { u"ModificationTime"_s, 0 },
        { u"PlayURL"_s, 0 }, { u"FileURL"_s, 0 }, { u"key"_s, 44 } };
}

int print(const PlayInfoReply& reply, const Arguments& arguments)
{
    if (arguments.raw) {
        std::fwrite(reply.info.body.constData(), 1, size_t(reply.info.body.size()), stdout);
        return Done;
    }
    if (arguments.output == "json") {
        printJson(QJsonDocument::fromJson(reply.info.body).object());
        return Done;
    }
    QTextStream messages(stderr);
    messages << reply.mediaBase.title << " · " << reply.mediaBase.mediaId << " · " << reply.mediaBase.status
             << " · RequestId " << reply.info.requestId << Qt::endl;
    for (const QString& oddity : reply.info.oddities)
        messages << Cli::tr("Odd: %1").arg(oddity) << Qt::endl;
    RowWriter writer(RowWriter::formatFrom(arguments.output), columns());
    int number = 0;
    for (const PlayInfo& info : reply.playInfoList) {
        QJsonObject row = info.raw;
        row.insert(u"#"_s, ++number);
        row.insert(u"key"_s, StreamKey::of(reply.mediaBase.mediaId, info).toString());
        writer.write(row);
    }
    return Done;
}

} // namespace

Run addPlayInfo(CLI::App& app, const Common& common)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand("play-info", Cli::tr("Show an asset's streams (GetPlayInfo)").toStdString());
    command->add_option("--media-id", arguments->mediaId, Cli::tr("MediaId of the asset").toStdString());
    command->add_option("--input-url", arguments->inputUrl,
        Cli::tr("URL it was registered with: oss://, https:// or vod://").toStdString());
    command->add_option("--auth-timeout", arguments->authTimeout,
        Cli::tr("Validity of the PlayURLs in seconds, at least 3600").toStdString());
    command->add_flag("--raw", arguments->raw, Cli::tr("The reply, byte for byte").toStdString());
    command->add_option("--output", arguments->output, Cli::tr("table, json or csv").toStdString())
        ->check(CLI::IsMember({ "table", "json", "csv" }))
        ->capture_default_str();
    return [arguments, &common]() -> int {
        const auto authTimeout = parseAuthTimeout(QString::fromStdString(arguments->authTimeout));
        if (!authTimeout)
            return report(authTimeout.error());
        return withWorkspace(common, [&](Workspace& workspace) {
            const PlayInfoQuery query { QString::fromStdString(arguments->mediaId),
                QString::fromStdString(arguments->inputUrl), *authTimeout };
            const auto reply =
                await<PlayInfoReply>([&](QObject* context, std::function<void(Result<PlayInfoReply>)> done) {
                    return workspace.client().getPlayInfo(query, context, std::move(done));
                });
            return reply ? print(*reply, *arguments) : report(reply.error());
        });
    };
}

} // namespace proofreel::cli
