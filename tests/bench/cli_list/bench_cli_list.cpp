// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_cli_list PROOFREEL_CLI [ASSETS] [ROUNDS]: wall time and memory of `proofreel-cli list --output jsonl` for a
// whole library, against ONE curl process that fetches the same pages one after the other over one kept connection
// and throws them away. curl gets its requests ready signed, reads no reply and need not wait for a token: that is the
// time of the server and the wire alone, less than any real client could take. The tokens come from a walk that is
// not measured. The two take turns; their medians are compared.
#include "cli_sandbox.h"
#include "core/clock.h"
#include "core/http.h"
#include "ims/client.h"
#include "ims/signer.h"
#include "measured_run.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace proofreel;
using bench::CliSandbox;
using bench::Measured;
using bench::measuredRun;

namespace {

constexpr int kSkipped = 77;
constexpr double kTarget = 1.5;
constexpr qint64 kMostKiB = 128 * 1024;

//! The token of every page, the first one's being empty; nothing if a call failed.
QStringList walk(const CliSandbox& service)
{
    Http http;
    SystemClock clock;
    Client client(http, clock);
    client.setAccount({ service.credentials(), service.endpoint() });
    QStringList tokens { QString() };
    bool good = true;
    for (bool more = true; good && more;) {
        QEventLoop loop;
        client.listMediaBasicInfos({ .nextToken = tokens.last() }, &loop, [&](const Result<MediaPage>& page) {
            good = page.has_value();
            more = good && !page->nextToken.isEmpty();
            if (more)
                tokens << page->nextToken;
            loop.quit();
        });
        loop.exec();
    }
    return good ? tokens : QStringList();
}

//! What `proofreel-cli list` sends, as a configuration file for curl. Signatures live for 15 minutes and serve once.
bool writeRequests(const CliSandbox& service, const QStringList& tokens, const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    for (const QString& token : tokens) {
        auto request = makeRequest(MediaListQuery { .nextToken = token });
        if (!request)
            return false;
        request->host = service.endpoint().authority().toLatin1();
        const auto made = signV3(*request, service.credentials(), QDateTime::currentDateTimeUtc(), randomNonce());
        if (!made)
            return false;
        QByteArray text = file.pos() > 0 ? "next\n" : "";
        text += "silent\nfail\nrequest = POST\nheader = \"Content-Length: 0\"\n";
        text += "url = \"" + service.endpoint().toString().toLatin1() + "/?" + made->query + "\"\n";
        for (const auto& [name, value] : made->headers)
            text += "header = \"" + name + ": " + value + "\"\n";
        file.write(text);
    }
    return file.flush();
}

template <typename Field>
double median(QList<Measured> runs, Field field)
{
    std::sort(runs.begin(), runs.end(), [&](const Measured& a, const Measured& b) { return field(a) < field(b); });
    return double(field(runs.at(runs.size() / 2)));
}

qint64 linesIn(const QString& path)
{
    QFile file(path);
    qint64 lines = 0;
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd())
            lines += file.read(1 << 20).count('\n');
    }
    return lines;
}

void print(const char* name, const QList<Measured>& runs)
{
    std::printf("%-14s wall %9.0f ms, CPU %8.0f ms, VmHWM %7.1f MiB (medians of %d)\n", name,
        median(runs, [](const Measured& run) { return run.wallMs; }),
        median(runs, [](const Measured& run) { return run.cpuMs; }),
        median(runs, [](const Measured& run) { return run.peakKiB; }) / 1024, int(runs.size()));
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        return 2;
    if (QStandardPaths::findExecutable(u"curl"_s).isEmpty()) {
        std::puts("skipped: curl is not installed");
        return kSkipped;
    }
    const QString& cli = arguments.at(1);
    const int rounds = arguments.value(3, u"3"_s).toInt();
    CliSandbox service;
    const QTemporaryDir folder;
    if (rounds < 1 || !service.start(cli, { u"--assets"_s, arguments.value(2, u"50000"_s) }))
        return 1;
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_ID", service.credentials().accessKeyId.toLatin1());
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", service.credentials().accessKeySecret.toLatin1());
    const QStringList tokens = walk(service);
    std::printf("%lld assets in %lld pages\n", service.assets(), qint64(tokens.size()));
    const QString rows = folder.filePath(u"rows"_s), requests = folder.filePath(u"requests"_s);
    QList<Measured> ours, theirs;
    for (int i = 0; i < rounds; ++i) {
        ours << measuredRun(
            cli, { u"list"_s, u"--endpoint"_s, service.endpoint().toString(), u"--output"_s, u"jsonl"_s }, rows);
        if (ours.last().exitCode != 0 || linesIn(rows) != service.assets()) {
            std::printf("failed: exit code %d, %lld rows\n", ours.last().exitCode, linesIn(rows));
            return 1;
        }
        if (!writeRequests(service, tokens, requests))
            return 1;
        theirs << measuredRun(u"curl"_s, { u"--config"_s, requests }, u"/dev/null"_s);
        if (theirs.last().exitCode != 0) {
            std::printf("failed: curl %d\n", theirs.last().exitCode);
            return 1;
        }
    }
    print("proofreel-cli", ours);
    print("curl", theirs);
    const auto wall = [](const Measured& run) { return run.wallMs; };
    const double ratio = median(ours, wall) / median(theirs, wall);
    const double peak = median(ours, [](const Measured& run) { return run.peakKiB; });
    std::printf("ratio of wall time %.2f (target %.1f)\n", ratio, kTarget);
    return ratio <= kTarget && peak <= kMostKiB ? 0 : 1;
}
