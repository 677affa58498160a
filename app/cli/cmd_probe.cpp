// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/output.h"
#include "core/redaction.h"
#include "quality/container_probe.h"
#include "quality/decode_scan.h"
#include "quality/fact_fields.h"
#include "quality/facts_json.h"
#include "quality/reference.h"
#include "quality/sheet_json.h"
#include "quality/time_limit.h"

#include <CLI/CLI.hpp>

#include <QElapsedTimer>
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

struct Measured {
    std::optional<Result<MediaFacts>> container;
    std::optional<Result<DecodedFacts>> decoded;
    TransferStats stats;
    qint64 elapsedMs = 0;
};

//! Blocks until all is measured, or the program is told to quit.
Measured measure(Http& http, const QUrl& url, const Arguments& arguments, const Reference& reference)
{
    Measured measured;
    const auto stop = std::make_unique<std::stop_source>();
    QEventLoop loop;
    const std::unique_ptr<QThread> thread(QThread::create([&, token = stop->get_token()] {
        QElapsedTimer clock;
        clock.start();
        measured.container =
            probeContainer(http, url, token, measured.stats, {}, { .allowPrivateHosts = arguments.allowPrivateHosts });
        if (arguments.deep && *measured.container) {
            TimeLimit limit(token);
            limit.endAfter(DeepLimit().of((*measured.container)->durationMs, (*measured.container)->sizeBytes));
            const bool shown = isatty(fileno(stderr)) != 0;
            measured.decoded = scanDecoded(http, url,
                { .reference = reference.location, .allowPrivateHosts = arguments.allowPrivateHosts }, limit.token(),
                measured.stats, [shown](double part) {
                    if (shown)
                        std::fprintf(stderr, "\r%3.0f %%", part * 100);
                });
            if (const auto ranOut = limit.ranOut(); ranOut && !*measured.decoded)
                measured.decoded = fail(DeepLimit::exceeded(*ranOut));
            if (*measured.decoded && reference.kind != Reference::Kind::None && (*measured.decoded)->facts.video)
                (*measured.decoded)->signal.reference = reference.title();
            if (shown)
                std::fputs("\r      \r", stderr);
        }
        measured.elapsedMs = clock.elapsed();
    }));
    QObject::connect(thread.get(), &QThread::finished, &loop, &QEventLoop::quit);
    thread->start();
    loop.exec();
    stop->request_stop(); // has an effect only where the loop was ended by a signal
    thread->wait();
    return measured;
}

void printDocument(const QUrl& url, const Measured& measured)
{
    const bool deep = measured.decoded && *measured.decoded;
    printJson({ { u"url"_s, bareUrl(url.toString()) }, { u"container"_s, factsToJson(**measured.container) },
        { u"decoded"_s, deep ? QJsonValue(decodedToJson(**measured.decoded)) : QJsonValue() },
        { u"bytesFetched"_s, measured.stats.bytesFetched }, { u"requests"_s, measured.stats.requests },
        { u"elapsedMs"_s, measured.elapsedMs } });
}

int printRows(const Measured& measured, const Arguments& arguments)
{
    const bool deep = measured.decoded && *measured.decoded;
    const bool table = arguments.output == "table";
    const auto container = factFields(**measured.container);
    const auto decoded = deep ? factFields((*measured.decoded)->facts) : QList<FactField>();
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
    const QUrl url(QString::fromStdString(arguments.url), QUrl::StrictMode);
    const Measured measured = measure(http, url, arguments, reference);
    if (!measured.container || !*measured.container)
        return report(measured.container ? measured.container->error()
                                         : Error { .kind = ErrorKind::Cancelled, .message = Cli::tr("Stopped.") });
    const bool json = arguments.output == "json";
    if (json)
        printDocument(url, measured);
    const int printed = json ? int(Done) : printRows(measured, arguments);
    if (printed != Done || !measured.decoded)
        return printed;
    if (!*measured.decoded)
        return report(measured.decoded->error());
    if (const QString& trouble = (*measured.decoded)->signal.referenceTrouble; !trouble.isEmpty())
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
