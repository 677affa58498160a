// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the sandbox itself takes with a million assets, over HTTP with signatures: what clients are measured against
// must not be what is slow. Fails where a limit is passed.

#include "raw_http.h"
#include "sandbox/server.h"
#include "tests/support/resident_memory.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonObject>

#include <cstdio>
#include <ctime>

using namespace proofreel;
using namespace Qt::StringLiterals;

namespace {

int failures = 0;

class Watch {
public:
    Watch() { m_wall.start(); }
    void report(const char* what, double limitMs, bool done, const QString& more = {}) const
    {
        const double wall = double(m_wall.nsecsElapsed()) / 1e6;
        const double cpu = double(std::clock() - m_cpu) * 1000 / CLOCKS_PER_SEC;
        const bool good = done && cpu <= limitMs;
        failures += good ? 0 : 1;
        std::printf("%-60.60s wall %8.2f ms  cpu %8.2f ms  limit %4.0f ms  %s %s\n", what, wall, cpu, limitMs,
            good ? "ok" : "FAILED", qPrintable(more));
    }

private:
    QElapsedTimer m_wall;
    std::clock_t m_cpu = std::clock();
};

class Bench {
public:
    explicit Bench(const sandbox::Server& server)
        : m_port(QUrl(server.endpoint()).port())
        , m_signer { server.accessKeyId().toLatin1(), server.accessKeySecret().toLatin1(), {},
            "127.0.0.1:" + QByteArray::number(m_port), 0 }
    {
    }

    QJsonObject ask(const char* what, double limitMs, const QByteArray& action, const TestPairs& parameters)
    {
        const QByteArray bytes = m_signer.v3(action, parameters);
        const Watch watch;
        const RawReply reply = exchange(m_port, bytes);
        const QJsonObject json = reply.json();
        const QJsonValue total = json.contains("Total"_L1) ? json["Total"_L1] : json["TotalCount"_L1];
        watch.report(
            what, limitMs, reply.status == 200, total.isDouble() ? u"of %1"_s.arg(total.toInteger()) : QString());
        return json;
    }

    //! The first page with a cold cache, then the second.
    void pages(const char* what, double firstMs, double nextMs, const QByteArray& action, TestPairs parameters)
    {
        const bool list = action == "ListMediaBasicInfos";
        const QJsonObject first = ask(what, firstMs, action, parameters);
        parameters.append(list ? qMakePair(QByteArray("NextToken"), first["NextToken"_L1].toString().toLatin1())
                               : qMakePair(QByteArray("ScrollToken"), first["ScrollToken"_L1].toString().toLatin1()));
        ask("    next page", nextMs, action, parameters);
    }

private:
    int m_port;
    TestSigner m_signer;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const Watch start;
    sandbox::Server server(sandbox::Options { .assets = 1'000'000 });
    if (const auto problem = server.start()) {
        std::fprintf(stderr, "%s\n", qPrintable(*problem));
        return 1;
    }
    start.report("start with 1,000,000 synthetic assets", 500, true);
    const qint64 before = residentKiB();
    Bench bench(server);
    const QByteArray list = "ListMediaBasicInfos", search = "SearchMedia";
    bench.ask("(connection and signature: a page of one)", 50, list, { { "MaxResults", "1" } });
    bench.pages("list, 100 a page", 50, 50, list, { { "MaxResults", "100" } });
    bench.ask("list, 100 from the far end", 50, list, { { "MaxResults", "100" }, { "SortBy", "asc" } });
    bench.pages("list by a time range", 50, 50, list,
        { { "MaxResults", "100" }, { "StartTime", "2019-01-01T00:00:00Z" }, { "EndTime", "2020-01-01T00:00:00Z" } });
    bench.pages("list by MediaType=image", 100, 50, list, { { "MaxResults", "100" }, { "MediaType", "image" } });
    bench.pages("list by Status=Normal and Source=live", 100, 50, list,
        { { "MaxResults", "100" }, { "Status", "Normal" }, { "Source", "live" } });
    bench.pages("search everything (video)", 300, 50, search, { { "PageSize", "50" } });
    const char* const expressions[] = {
        "title = 'night drive'",
        "title = 'take 77'",
        "title = '123456'",
        "description = 'graded'",
        "tagList in ('drone','winter')",
        "cateId == 6010",
        "utcCreate = ['1577836800000','1580515200000']",
        "mediaType in ('video','audio') and status == 3 and (title = 'take 9' or description = 'camera')",
    };
    for (const char* expression : expressions)
        bench.pages(expression, 300, 50, search, { { "PageSize", "50" }, { "Match", expression } });
    const qint64 grown = residentKiB() - before;
    constexpr qint64 limitKiB = 100 * 1024;
    failures += grown > limitKiB;
    std::printf(
        "memory grown by %lld KiB, limit %lld KiB\n", static_cast<long long>(grown), static_cast<long long>(limitKiB));
    return failures > 0 ? 1 : 0;
}
