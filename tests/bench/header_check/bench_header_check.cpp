// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_header_check PROOFREEL_CLI [RENDITIONS] [OF THEM IN THE LOOP]: wall time of the header check (GetPlayInfo for
// each asset, then measureStream() of each rendition in six threads over one Http), against what people do in a shell:
// for each rendition one API call and one ffprobe of its URL, one after the other. The API call is `proofreel-cli
// play-info`, which starts faster than any SDK in a scripting language; the loop is shorter, and its rate is compared.
#include "cli_sandbox.h"

#include "core/clock.h"
#include "core/http.h"
#include "ims/client.h"
#include "quality/measure_stream.h"
#include "streams/playability.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace proofreel;

namespace {

constexpr int kSkipped = 77;
constexpr int kThreads = 6;
constexpr double kTarget = 10;
constexpr qint64 kMostBytes = 300'000; // of a fast-start mp4

struct Rendition {
    QString mediaId;
    PlayInfo info;
};

//! What the service says of as many assets as hold \a count renditions that can be checked, each asset as often as
//! needed.
std::vector<Rendition> renditions(const bench::CliSandbox& service, Http& http, size_t count)
{
    SystemClock clock;
    Client client(http, clock);
    client.setAccount({ service.credentials(), service.endpoint() });
    std::vector<Rendition> all;
    const QStringList ids = service.mediaIds();
    for (qsizetype asset = 0; all.size() < count && (asset < ids.size() || !all.empty()); ++asset) {
        const QString& mediaId = ids[asset % ids.size()];
        QEventLoop loop;
        client.getPlayInfo({ .mediaId = mediaId }, &loop, [&](const Result<PlayInfoReply>& reply) {
            for (const PlayInfo& info : reply ? reply->playInfoList : QList<PlayInfo>())
                if (playabilityOf(info) == Playability::Playable && all.size() < count)
                    all.push_back({ mediaId, info });
            loop.quit();
        });
        loop.exec();
    }
    return all;
}

std::vector<StreamSheet> measure(const std::vector<Rendition>& all, Http& http)
{
    std::vector<StreamSheet> sheets(all.size());
    std::atomic<size_t> next = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < kThreads; ++i)
        threads.emplace_back([&] {
            for (size_t mine = next++; mine < all.size(); mine = next++)
                sheets[mine] = measureStream(http, all[mine].mediaId, {}, all[mine].info, {}, {}, {});
        });
    threads.clear(); // joins
    return sheets;
}

bool run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program, arguments);
    return process.waitForFinished(60'000) && process.exitCode() == 0;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        return 2;
    if (QStandardPaths::findExecutable(u"ffprobe"_s).isEmpty()) {
        std::puts("skipped: ffprobe is not installed");
        return kSkipped;
    }
    const QString& cli = arguments.at(1);
    bench::CliSandbox service;
    if (!service.start(cli))
        return 1;
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_ID", service.credentials().accessKeyId.toLatin1());
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", service.credentials().accessKeySecret.toLatin1());

    Http http;
    QElapsedTimer time;
    time.start();
    const auto all = renditions(service, http, arguments.value(2, u"300"_s).toUInt());
    const auto sheets = measure(all, http);
    const double ourMs = double(time.elapsed()) / double(all.size());
    if (all.empty())
        return 1;

    qint64 most = 0, bytes = 0;
    int failed = 0, fastStart = 0;
    for (const StreamSheet& sheet : sheets) {
        bytes += sheet.transfer.bytesFetched;
        if (!sheet.container || !*sheet.container) {
            ++failed;
            std::printf("%s: %s\n", qPrintable(sheet.label),
                sheet.container ? qPrintable(sheet.container->error().message) : "not measured");
        } else if ((*sheet.container)->fastStart == true) {
            ++fastStart;
            most = std::max(most, sheet.transfer.bytesFetched);
        }
    }

    const size_t inLoop = std::min<size_t>(all.size(), arguments.value(3, u"60"_s).toUInt());
    time.start();
    for (size_t i = 0; i < inLoop; ++i) {
        // Spread over all of them, so that the loop has the same kinds.
        const Rendition& rendition = all[i * all.size() / inLoop];
        if (!run(cli,
                { u"play-info"_s, u"--media-id"_s, rendition.mediaId, u"--endpoint"_s, service.endpoint().toString(),
                    u"--output"_s, u"json"_s })
            || !run(u"ffprobe"_s,
                { u"-v"_s, u"error"_s, u"-of"_s, u"json"_s, u"-show_format"_s, u"-show_streams"_s,
                    rendition.info.playUrl }))
            std::printf(
                "the loop failed: %s %s\n", qPrintable(rendition.info.definition), qPrintable(rendition.info.format));
    }
    const double theirMs = double(time.elapsed()) / double(std::max<size_t>(inLoop, 1));

    std::printf("header check   %7.1f ms a rendition (%zu, %d threads, one Http), %d failed, %.0f kB each\n", ourMs,
        all.size(), kThreads, failed, double(bytes) / 1000 / double(all.size()));
    std::printf("loop           %7.1f ms a rendition (%zu: proofreel-cli play-info + ffprobe)\n", theirMs, inLoop);
    std::printf("ratio %.1f (target %.0f); at most %lld bytes of a fast-start mp4 (%d; target %lld)\n", theirMs / ourMs,
        kTarget, most, fastStart, kMostBytes);
    return theirMs / ourMs >= kTarget && most <= kMostBytes && failed == 0 && fastStart > 0 ? 0 : 1;
}
