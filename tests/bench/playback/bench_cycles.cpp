// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Open, first frame, close, a thousand times, mp4 and HLS mixed, with the player as shipped: it must not crash or hang,
// and its memory, threads and sockets must stay flat. `bench_cycles [COUNT] [URL...]`; exit code 1 on any failure.

#include "served_sandbox.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QTimer>
#include <QVideoSink>

#include <algorithm>
#include <cstdio>

using namespace proofreel;
using namespace Qt::StringLiterals;

namespace {

struct Usage {
    qint64 rssKiB = 0;
    int threads = 0;
    qsizetype descriptors = 0;
};

Usage usage()
{
    Usage now;
    QFile status(u"/proc/self/status"_s);
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : status.readAll().split('\n')) {
            const QList<QByteArray> words = line.simplified().split(' ');
            if (line.startsWith("VmRSS:"))
                now.rssKiB = words.value(1).toLongLong();
            else if (line.startsWith("Threads:"))
                now.threads = words.value(1).toInt();
        }
    }
    now.descriptors = QDir(u"/proc/self/fd"_s).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
    return now;
}

class Cycles final : public QObject {
public:
    Cycles(Http& http, QList<PlaySource> sources, int count)
        : m_player(http)
        , m_sources(std::move(sources))
        , m_count(count)
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
    bool flat = true;

private:
    void next()
    {
        m_since.start();
        m_player.open(m_sources[m_done % m_sources.size()]);
    }
    void close()
    {
        m_player.close();
        ++m_done;
        if (m_done % 100 == 0 || m_done == m_count)
            report();
        if (m_done < m_count)
            QTimer::singleShot(0, this, [this] { next(); });
        else
            QCoreApplication::quit();
    }
    void report()
    {
        const Usage now = usage();
        QList<double> sorted = m_firstMs;
        std::sort(sorted.begin(), sorted.end());
        const auto at = [&](double part) {
            return sorted.isEmpty() ? -1 : sorted[qMin(sorted.size() - 1, qsizetype(double(sorted.size()) * part))];
        };
        std::printf(
            "%5d  RSS %6.1f MiB  threads %2d  descriptors %2d  first frame median %.1f ms  p95 %.1f  worst %.1f  "
            "failed %d  after %.1f s\n",
            m_done, double(now.rssKiB) / 1024, now.threads, int(now.descriptors), at(0.5), at(0.95), at(1), failures,
            double(m_total.elapsed()) / 1000);
        std::fflush(stdout);
        if (m_done > 100) // the first hundred fill pools
            m_samples << now;
        if (m_done < m_count || m_samples.size() < 4)
            return;
        // One sample may catch a decoder at work; a leak shows in the middle of many: a thread, a socket or 64 KiB with
        // every open would be far over these.
        const qsizetype half = m_samples.size() / 2;
        const auto grown = [&](auto member) {
            const auto median = [&](qsizetype from) {
                QList<qint64> values;
                for (qsizetype i = from; i < from + half; ++i)
                    values << qint64(m_samples[i].*member);
                std::sort(values.begin(), values.end());
                return values[half / 2];
            };
            return median(m_samples.size() - half) - median(0);
        };
        flat = grown(&Usage::rssKiB) < 32 * 1024 && grown(&Usage::threads) <= 4 && grown(&Usage::descriptors) <= 6;
    }

    Player m_player;
    QVideoSink m_sink;
    QList<PlaySource> m_sources;
    int m_count;
    int m_done = 0;
    QElapsedTimer m_since, m_total;
    QList<double> m_firstMs;
    QList<Usage> m_samples;
};

} // namespace

int main(int argc, char** argv)
{
    if (bench::ServedSandbox::served(argc, argv))
        return 0;
    QGuiApplication application(argc, argv);
    const auto backend = Player::chooseBackend();
    if (!backend) {
        std::printf("skipped: %s\n", qPrintable(backend.error().message));
        return 77;
    }
    bench::ServedSandbox sandbox;
    const int count = argc > 1 ? std::atoi(argv[1]) : 1000;
    QList<PlaySource> sources;
    for (int i = 2; i < argc; ++i)
        sources.append({ .url = QUrl(QString::fromLocal8Bit(argv[i])), .key = {}, .title = {} });
    if (sources.isEmpty()) {
        if (!sandbox.start())
            return 1;
        sources = { sandbox.stream(u"mp4"_s, 1080), sandbox.stream(u"m3u8"_s, 480), sandbox.stream(u"mp4"_s, 360),
            sandbox.stream(u"m3u8"_s, 1080) };
        sources.removeIf([](const PlaySource& source) { return source.url.isEmpty(); });
    }
    std::printf("%d cycles, %d sources, %s, Qt %s\n", count, int(sources.size()), qPrintable(*backend), qVersion());
    Cycles cycles(sandbox.http, sources, count);
    application.exec();
    std::printf("%s, memory, threads and descriptors %s\n", cycles.failures ? "FAILED" : "no failure",
        cycles.flat ? "flat" : "NOT FLAT");
    return cycles.failures == 0 && cycles.flat ? 0 : 1;
}
