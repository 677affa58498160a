// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Open, first frame, close, a thousand times, mp4 and HLS mixed, with the player as shipped: it must not crash or hang,
// and its memory, threads and sockets must stay flat. `bench_cycles PROOFREEL_CLI [--leak=KIB] [COUNT] [URL...]`; exit
// code 1 on any failure. --leak loses so much with every open: proof that it would be found.

#include "process_usage.h"
#include "served_sandbox.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTimer>
#include <QVideoSink>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace proofreel;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int warmUps = 100; // these fill pools
constexpr int cyclesPerSample = 25;
constexpr auto restLook = 50ms;
constexpr int restLooks =
    14; // so often the same number of threads: nothing is at work. GLib keeps idle ones half a second

class Cycles final : public QObject {
public:
    Cycles(Http& http, QList<PlaySource> sources, int count, size_t leakBytes)
        : m_player(http)
        , m_sources(std::move(sources))
        , m_count(count)
        , m_leakBytes(leakBytes)
    {
        m_player.setVideoSink(&m_sink);
        connect(&m_player, &Player::firstFrame, this, [this] {
            m_firstMs << double(m_since.nsecsElapsed()) / 1e6;
            // Not from within the player's own signal: like a click that comes later.
            QTimer::singleShot(0, this, [this] { close(); });
        });
        connect(&m_player, &Player::failed, this, [this](const Error& error) {
            std::fprintf(stderr, "cycle %d failed: %s\n", m_done, qPrintable(error.details()));
            ++failures;
            QTimer::singleShot(0, this, [this] { close(); });
        });
        m_total.start();
        next();
    }

    int failures = 0;
    bench::Growth growth;

private:
    void next()
    {
        if (m_leakBytes > 0)
            m_lost.emplace_back(m_leakBytes, 'x');
        m_since.start();
        m_player.open(m_sources[m_done % m_sources.size()]);
    }
    void close()
    {
        m_player.close();
        ++m_done;
        if (m_done % cyclesPerSample == 0 || m_done == m_count)
            QTimer::singleShot(restLook, this, [this] { comeToRest(0, 0); });
        else
            QTimer::singleShot(0, this, [this] { next(); });
    }
    // Samples are taken of a player that does nothing: an engine lets go of a stream some time after close().
    void comeToRest(qint64 threads, int looks)
    {
        const bench::Usage now = bench::Usage::now();
        looks = now.threads == threads ? looks + 1 : 0;
        if (looks < restLooks) {
            QTimer::singleShot(restLook, this, [=, this] { comeToRest(now.threads, looks); });
            return;
        }
#ifdef __GLIBC__
        malloc_trim(0);
#endif
        sample(bench::Usage::now());
        if (m_done < m_count)
            next();
        else
            QCoreApplication::quit();
    }
    void sample(const bench::Usage& now)
    {
        if (m_done > warmUps)
            growth.add(m_done, now);
        if (m_done % 100 != 0 && m_done != m_count)
            return;
        QList<double> sorted = m_firstMs;
        std::sort(sorted.begin(), sorted.end());
        const auto at = [&](double part) {
            return sorted.isEmpty() ? -1 : sorted[qMin(sorted.size() - 1, qsizetype(double(sorted.size()) * part))];
        };
        std::printf(
            "%5d  RSS %6.1f MiB  threads %2d  descriptors %2d  first frame median %.1f ms  p95 %.1f  worst %.1f  "
            "failed %d  after %.1f s\n",
            m_done, double(now.rssKiB) / 1024, int(now.threads), int(now.descriptors), at(0.5), at(0.95), at(1),
            failures, double(m_total.elapsed()) / 1000);
        std::fflush(stdout);
    }

    Player m_player;
    QVideoSink m_sink;
    QList<PlaySource> m_sources;
    int m_count;
    size_t m_leakBytes;
    std::vector<std::vector<char>> m_lost;
    int m_done = 0;
    QElapsedTimer m_since, m_total;
    QList<double> m_firstMs;
};

} // namespace

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    const auto backend = Player::chooseBackend();
    if (!backend) {
        std::printf("skipped: %s\n", qPrintable(backend.error().message));
        return 77;
    }
    bench::ServedSandbox sandbox;
    QStringList words = QCoreApplication::arguments().mid(1);
    const QString cli = words.isEmpty() ? QString() : words.takeFirst();
    const bool leak = words.value(0).startsWith("--leak="_L1);
    const size_t leakBytes = leak ? words.takeFirst().mid(7).toUInt() * 1024 : 0;
    const int count = words.isEmpty() ? 1000 : words.takeFirst().toInt();
    QList<PlaySource> sources;
    for (const QString& word : std::as_const(words))
        sources.append({ .url = QUrl(word), .key = {}, .title = {} });
    if (sources.isEmpty()) {
        if (!sandbox.start(cli))
            return 1;
        sources = { sandbox.stream(u"mp4"_s, 1080), sandbox.stream(u"m3u8"_s, 480), sandbox.stream(u"mp4"_s, 360),
            sandbox.stream(u"m3u8"_s, 1080) };
        sources.removeIf([](const PlaySource& source) { return source.url.isEmpty(); });
    }
    std::printf("%d cycles, %d sources, %s, Qt %s\n", count, int(sources.size()), qPrintable(*backend), qVersion());
    Cycles cycles(sandbox.http, sources, count, leakBytes);
    application.exec();
    const bench::Usage grown = cycles.growth.grown();
    const bool flat = cycles.growth.isFlat();
    std::printf("%s\n", cycles.failures ? "FAILED" : "no failure");
    if (cycles.growth.isJudged())
        std::printf("%s: from the first third to the last one RSS %+.1f MiB (%+.1f KiB an open), threads %+d, "
                    "descriptors %+d\n",
            flat ? "flat" : "NOT FLAT", double(grown.rssKiB) / 1024, cycles.growth.kiBPerCycle(), int(grown.threads),
            int(grown.descriptors));
    else
        std::printf("too few cycles to judge whether it is flat\n");
    return cycles.failures == 0 && flat ? 0 : 1;
}
