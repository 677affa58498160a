// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/output.h"
#include "ims/signer.h"

#include <CLI/CLI.hpp>

#include <QFile>
#include <QTextStream>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace proofreel::cli {

namespace {

struct Arguments {
    std::string action, version, host, date, nonce, method = "POST", path = "/", body, algorithm = "v3",
                                                    output = "table";
    std::vector<std::string> query, headers;
};

using Pair = QPair<QString, QString>;

Result<Pair> split(const std::string& text)
{
    const QString whole = QString::fromStdString(text);
    const qsizetype equals = whole.indexOf(u'=');
    if (equals < 1)
        return fail({ .kind = ErrorKind::InvalidRequest,
            .message = Cli::tr("“%1” is not of the form name=value.").arg(whole) });
    return Pair(whole.left(equals), whole.mid(equals + 1));
}

Result<QByteArray> bodyOf(const std::string& path)
{
    if (path.empty())
        return QByteArray();
    QFile file(QString::fromStdString(path));
    constexpr qint64 kLargest = 64LL * 1024 * 1024;
    if (!file.open(QIODevice::ReadOnly))
        return fail({ .kind = ErrorKind::InvalidRequest,
            .message = Cli::tr("%1: %2").arg(file.fileName(), file.errorString()) });
    QByteArray body = file.read(kLargest + 1);
    if (body.size() > kLargest)
        return fail(
            { .kind = ErrorKind::TooLarge, .message = Cli::tr("%1 is larger than 64 MiB.").arg(file.fileName()) });
    return body;
}

Result<ApiRequest> requestOf(const Arguments& arguments)
{
    ApiRequest request;
    request.action = QString::fromStdString(arguments.action);
    request.version = QString::fromStdString(arguments.version);
    request.host = QByteArray::fromStdString(arguments.host);
    request.method = QByteArray::fromStdString(arguments.method);
    request.path = QByteArray::fromStdString(arguments.path);
    for (const std::string& item : arguments.query) {
        const auto pair = split(item);
        if (!pair)
            return fail(pair.error());
        request.query.append(*pair);
    }
    for (const std::string& item : arguments.headers) {
        const auto pair = split(item);
        if (!pair)
            return fail(pair.error());
        request.headers.append({ pair->first.toUtf8(), pair->second.toUtf8() });
    }
    const auto body = bodyOf(arguments.body);
    if (!body)
        return fail(body.error());
    request.body = *body;
    return request;
}

int run(const Arguments& arguments)
{
    const Credentials credentials = environmentCredentials();
    if (credentials.isEmpty())
        return report({ .kind = ErrorKind::Credentials,
            .message = Cli::tr("There are no credentials in the environment."),
            .advice = Cli::tr("Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET.") });
    const QDateTime date = QDateTime::fromString(QString::fromStdString(arguments.date), Qt::ISODate);
    if (!date.isValid())
        return report({ .kind = ErrorKind::InvalidRequest,
            .message = Cli::tr("“%1” is not a date.").arg(QString::fromStdString(arguments.date)),
            .advice = Cli::tr("Write it like 2026-11-23T08:00:00Z.") });
    const auto request = requestOf(arguments);
    if (!request)
        return report(request.error());
    const QString nonce = QString::fromStdString(arguments.nonce);
    const auto made = arguments.algorithm == "rpc" ? signRpc(*request, credentials, date.toUTC(), nonce)
                                                   : signV3(*request, credentials, date.toUTC(), nonce);
    if (!made)
        return report(made.error());
    const QJsonObject steps { { u"canonicalRequest"_s, QString::fromUtf8(made->canonicalRequest) },
        { u"stringToSign"_s, QString::fromUtf8(made->stringToSign) },
        { u"signature"_s, QString::fromLatin1(made->signature) },
        { u"authorization"_s, QString::fromLatin1(made->authorization) } };
    if (arguments.output == "json") {
        printJson(steps);
    } else if (arguments.output == "csv") {
        RowWriter writer(RowWriter::Format::Csv,
            { { u"canonicalRequest"_s }, { u"stringToSign"_s }, { u"signature"_s }, { u"authorization"_s } });
        writer.write(steps);
    } else { // texts of several lines do not fit a table's cells
        QTextStream out(stdout);
        for (const QString& name : { u"canonicalRequest"_s, u"stringToSign"_s, u"signature"_s, u"authorization"_s })
            out << name << ":\n" << steps.value(name).toString() << "\n\n";
    }
    return Done;
}

} // namespace

Run addSign(CLI::App& app)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand(
        "sign", Cli::tr("Sign a request without sending it; credentials from the environment").toStdString());
    command->add_option("--action", arguments->action, Cli::tr("Operation, e.g. GetPlayInfo").toStdString())
        ->required();
    command->add_option("--version", arguments->version, Cli::tr("API version, e.g. 2020-11-09").toStdString())
        ->required();
    command->add_option("--host", arguments->host, Cli::tr("Host, with its port if there is one").toStdString())
        ->required();
    command->add_option("--date", arguments->date, Cli::tr("Time of the request, ISO 8601").toStdString())->required();
    command->add_option("--nonce", arguments->nonce, Cli::tr("SignatureNonce").toStdString())->required();
    command->add_option("--method", arguments->method, Cli::tr("HTTP method").toStdString())->capture_default_str();
    command->add_option("--path", arguments->path, Cli::tr("Path").toStdString())->capture_default_str();
    command->add_option("--query", arguments->query, Cli::tr("k=v, not encoded; repeatable").toStdString())
        ->expected(1)
        ->take_all();
    command->add_option("--header", arguments->headers, Cli::tr("k=v, will be signed; repeatable").toStdString())
        ->expected(1)
        ->take_all();
    command->add_option("--body", arguments->body, Cli::tr("File with the body").toStdString());
    command
        ->add_option(
            "--algorithm", arguments->algorithm, Cli::tr("v3 (ACS3-HMAC-SHA256) or rpc (HMAC-SHA1)").toStdString())
        ->check(CLI::IsMember({ "v3", "rpc" }))
        ->capture_default_str();
    command->add_option("--output", arguments->output, Cli::tr("table, json or csv").toStdString())
        ->check(CLI::IsMember({ "table", "json", "csv" }))
        ->capture_default_str();
    return [arguments] { return run(*arguments); };
}

} // namespace proofreel::cli
