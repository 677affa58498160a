// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/output.h"

using namespace Qt::StringLiterals;

namespace proofreel::cli {

namespace {

struct Arguments {
    std::string type, status;
    qint64 limit = 0;
    std::string output = "table";
};

QJsonObject rowOf(const MediaBasicInfo& media)
{
    QJsonObject row {
        { u"MediaId"_s, media.mediaId },
        { u"Title"_s, media.title },
        { u"MediaType"_s, media.mediaType },
        { u"Status"_s, media.status },
        { u"CoverURL"_s, media.coverUrl },
        { u"CreateTime"_s, media.createTime.isValid() ? media.createTime.toString(Qt::ISODate) : QString() },
    };
    // Absent is null, so that every row has the same keys.
    row.insert(u"CateId"_s, media.cateId ? QJsonValue(*media.cateId) : QJsonValue());
    row.insert(u"Duration"_s, media.duration ? QJsonValue(*media.duration) : QJsonValue());
    return row;
}

int run(Workspace& workspace, const Arguments& arguments)
{
    RowWriter writer(RowWriter::formatFrom(arguments.output),
        { { u"MediaId"_s, 32 }, { u"Title"_s, 36 }, { u"MediaType"_s, 9 }, { u"Status"_s, 11 }, { u"CateId"_s, -8 },
            { u"Duration"_s, -10 }, { u"CreateTime"_s, 25 }, { u"CoverURL"_s, 0 } });
    MediaListQuery query;
    query.mediaType = QString::fromStdString(arguments.type);
    query.status = QString::fromStdString(arguments.status);
    qint64 left = arguments.limit > 0 ? arguments.limit : std::numeric_limits<qint64>::max();
    while (left > 0) {
        query.maxResults = int(std::min<qint64>(100, left));
        const auto page = await<MediaPage>([&](QObject* context, std::function<void(Result<MediaPage>)> done) {
            return workspace.client().listMediaBasicInfos(query, context, std::move(done));
        });
        if (!page)
            return report(page.error());
        for (const MediaBasicInfo& media : page->medias) {
            if (left-- > 0)
                writer.write(rowOf(media));
        }
        if (page->nextToken.isEmpty())
            break;
        if (page->nextToken == query.nextToken || page->medias.isEmpty())
            return report({ .kind = ErrorKind::Protocol,
                .message = Cli::tr("The service repeats the same page; the list is not complete."),
                .requestId = page->info.requestId });
        query.nextToken = page->nextToken;
    }
    return Done;
}

} // namespace

Run addList(CLI::App& app, const Common& common)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand("list", "List the media library (ListMediaBasicInfos)");
    command->add_option("--type", arguments->type, "video, audio, image or text")
        ->check(CLI::IsMember({ "video", "audio", "image", "text" }));
    command->add_option("--status", arguments->status, "Init, Preparing, PrepareFail or Normal")
        ->check(CLI::IsMember({ "Init", "Preparing", "PrepareFail", "Normal" }));
    command->add_option("--limit", arguments->limit, "Stop after this many")->check(CLI::PositiveNumber);
    command->add_option("--output", arguments->output, "table, json, jsonl or csv")
        ->check(CLI::IsMember({ "table", "json", "jsonl", "csv" }))
        ->capture_default_str();
    return [arguments, &common] {
        return withWorkspace(common, [arguments](Workspace& workspace) { return run(workspace, *arguments); });
    };
}

} // namespace proofreel::cli
