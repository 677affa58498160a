// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/open_target.h"
#include "cli/command.h"
#include "cli/output.h"
#include "core/redaction.h"
#include "quality/fact_fields.h"
#include "quality/facts_json.h"
#include "quality/measure_stream.h"
#include "quality/reference.h"
#include "quality/sheet_json.h"

#include <CLI/CLI.hpp>

#include <QTextStream>
#include <QThread>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace proofreel::cli {

namespace {

struct Arguments {
    std::string url, reference, output = "table";
    bool deep = false, allowPrivateHosts = false;
};

//! Blocks until all is measured, or the program is told to quit.
StreamSheet measure(Http& http, const QUrl& url, const Arguments& arguments, const Reference& reference)
{
    PlayInfo info;
    info.playUrl = QString::fromUtf8(url.toEncoded());
    MeasureOptions options;
    options.deep = arguments.deep;
    options.delivery = false;
    options.allowPrivateHosts = arguments.allowPrivateHosts;
    options.reference = reference.location;
    options.referenceTitle = reference.title();
    const bool shown = arguments.deep && isTerminal(STDERR_FILENO);
    StreamSheet sheet;
    std::stop_source stop;
    QEventLoop loop;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        sheet = measureStream(http, {}, {}, info, options, stop.get_token(), [shown](double part) {
            if (shown)
                std::fprintf(stderr, "\r%3.0f %%", part * 100);
        });
        if (shown)
            std::fputs("\r      \r", stderr);
    }));
    QObject::connect(thread.get(), &QThread::finished, &loop, &QEventLoop::quit);
    thread->start();
    loop.exec();
    stop.request_stop(); // has an effect only where the loop was ended by a signal
    thread->wait();
    return sheet;
}

//! Why there was nothing to decode although that was asked for.
Error undecoded(const StreamSheet& sheet)
{
    for (const HlsPlaylist& playlist : sheet.hls ? sheet.hls->playlists : QList<HlsPlaylist>())
        if (!playlist.keyTrouble.isEmpty())
            return { .kind = ErrorKind::Media, .message = playlist.keyTrouble };
    return { .kind = ErrorKind::Timeout, .message = Cli::tr("Parts of the playlist do not come.") };
}

void printDocument(const QUrl& url, const StreamSheet& sheet)
{
    const bool deep = sheet.decoded && *sheet.decoded;
    printJson({ { u"url"_s, bareUrl(url.toString()) }, { u"container"_s, factsToJson(**sheet.container) },
        { u"decoded"_s, deep ? QJsonValue(decodedToJson(**sheet.decoded)) : QJsonValue() },
        { u"bytesFetched"_s, sheet.transfer.bytesFetched }, { u"requests"_s, sheet.transfer.requests },
        { u"elapsedMs"_s, sheet.elapsedMs } });
}

int printRows(const Arguments& arguments, const StreamSheet& sheet)
{
    const bool deep = sheet.decoded && *sheet.decoded;
    const bool table = arguments.output == "table";
    const auto container = factFields(**sheet.container);
    const auto decoded = deep ? factFields((*sheet.decoded)->facts) : QList<FactField>();
    QList<RowWriter::Column> columns { { u"field"_s, 24 }, { u"unit"_s }, { u"container"_s, 34 } };
    if (deep)
        columns.append({ u"decoded"_s, 34 });
    RowWriter writer(RowWriter::formatFrom(arguments.output), columns);
    for (qsizetype i = 0; i < container.size(); ++i) {
        const FactField& field = container.at(i);
        const FactField other = decoded.value(i);
        if (!field.value.isValid() && !other.value.isValid())
            continue;
        const auto cell = [table](const FactField& from) {
            return table ? QJsonValue(from.text) : QJsonValue::fromVariant(from.value);
        };
        writer.write({ { u"field"_s, table ? field.title : field.id }, { u"unit"_s, field.unit },
            { u"container"_s, cell(field) }, { u"decoded"_s, cell(other) } });
    }
    return writer.flush() ? Done : writer.failure();
}

int run(const Arguments& arguments, const Reference& reference, Http& http)
{
    const auto url = parsePlayUrl(QString::fromStdString(arguments.url));
    if (!url)
        return report(url.error());
    const StreamSheet sheet = measure(http, *url, arguments, reference);
    if (!*sheet.container)
        return report(sheet.container->error());
    const bool json = arguments.output == "json";
    if (json)
        printDocument(*url, sheet);
    const int printed = json ? int(Done) : printRows(arguments, sheet);
    if (printed != Done || !arguments.deep)
        return printed;
    if (!sheet.decoded || !*sheet.decoded)
        return report(sheet.decoded ? sheet.decoded->error() : undecoded(sheet));
    if (const QString& trouble = (*sheet.decoded)->signal.referenceTrouble; !trouble.isEmpty())
        QTextStream(stderr) << trouble << Qt::endl;
    return printed;
}

} // namespace

Run addProbe(CLI::App& app, const Common& common)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand("probe", Cli::tr("Measure one media URL, without the API").toStdString());
    command->add_option("url", arguments->url, Cli::tr("URL of the media or playlist").toStdString())->required();
    CLI::Option* deep = command->add_flag("--deep", arguments->deep, Cli::tr("Decode all of it as well").toStdString());
    command
        ->add_option("--reference", arguments->reference,
            Cli::tr("With --deep, PSNR and SSIM against this URL or file").toStdString())
        ->needs(deep);
    command->add_flag("--allow-private-hosts", arguments->allowPrivateHosts,
        Cli::tr("Let playlists and redirects lead into private networks").toStdString());
    command->add_option("--output", arguments->output, Cli::tr("table, json or csv").toStdString())
        ->check(CLI::IsMember({ "table", "json", "csv" }))
        ->capture_default_str();
    return [arguments, &common]() -> int {
        const auto reference = Reference::parse(QString::fromLocal8Bit(arguments->reference));
        if (!reference)
            return report(reference.error());
        if (reference->kind == Reference::Kind::Original || reference->kind == Reference::Kind::Source)
            return report({ .kind = ErrorKind::InvalidRequest,
                .message = Cli::tr("A URL has no original and no source file."),
                .advice = Cli::tr("Name the reference's own URL, or a file.") });
        Workspace workspace(common.workspaceOptions()); // for its network; no account is needed
        if (const auto started = workspace.start(); !started)
            return report(started.error());
        return run(*arguments, *reference, workspace.http());
    };
}

} // namespace proofreel::cli
