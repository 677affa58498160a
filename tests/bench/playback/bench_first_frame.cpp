// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// From opening to the first frame: our engine against mpv, the same 1080p mp4 from the same server, taking turns in one
// run, all warm and idle in between. `bench_first_frame PROOFREEL_CLI [COUNT] [URL]`; exit code 1 if the ratio of the
// medians to mpv as it comes (with its window and its sound) is over 0.6. The other two say what mpv's outputs have to
// do with it.

#include "mpv_peer.h"
#include "playback/engine.h"
#include "served_sandbox.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QGuiApplication>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace proofreel;
using namespace Qt::StringLiterals;

namespace {

constexpr double target = 0.6;
constexpr int warmUps = 3;
constexpr int pauseMs = 150; // both let go of what they had open

// From Engine::open(), which hands setSource to the engine's thread, until the frame is back in this thread.
double openOurs(Engine& engine, const PlaySource& source)
{
    QEventLoop loop;
    QElapsedTimer since;
    double ms = -1;
    QObject::connect(&engine, &Engine::frame, &loop, [&] {
        if (ms < 0)
            ms = double(since.nsecsElapsed()) / 1e6;
        loop.quit();
    });
    QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
    since.start();
    engine.open({ .url = source.url, .fps = source.declaredFps, .durationMs = source.declaredDurationMs });
    loop.exec();
    engine.close();
    return ms;
}

void rest()
{
    QEventLoop loop;
    QTimer::singleShot(pauseMs, &loop, &QEventLoop::quit);
    loop.exec();
}

double quantile(QList<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values[qMin(values.size() - 1, qsizetype(double(values.size()) * part))];
}

void print(const char* name, const QList<double>& values)
{
    std::printf("%-18s N %d  median %.1f ms  p5 %.1f  p95 %.1f\n", name, int(values.size()), quantile(values, 0.5),
        quantile(values, 0.05), quantile(values, 0.95));
}

struct Rival {
    bench::MpvPeer mpv;
    QList<double> ms;
    QString name; // with the outputs that it really used
};

} // namespace

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    const auto backend = Player::chooseBackend();
    using Outputs = bench::MpvPeer::Outputs;
    Rival plain { Outputs::Plain, {}, {} }, silent { Outputs::Silent, {}, {} }, bare { Outputs::Bare, {}, {} };
    const std::array rivals { &plain, &silent, &bare };
    if (!backend || !std::all_of(rivals.begin(), rivals.end(), [](Rival* rival) { return rival->mpv.start(); })) {
        std::printf("skipped: %s\n", backend ? "mpv or Xvfb is not installed" : qPrintable(backend.error().message));
        return 77;
    }
    bench::ServedSandbox sandbox;
    PlaySource source;
    if (argc > 3)
        source.url = QUrl(QString::fromLocal8Bit(argv[3]));
    else if (argc > 1 && sandbox.start(QString::fromLocal8Bit(argv[1])))
        source = sandbox.stream(u"mp4"_s, 1080);
    if (source.url.isEmpty())
        return 1;
    const int count = argc > 2 ? std::atoi(argv[2]) : 40;

    Engine engine;
    QList<double> ours;
    for (int i = 0; i < count + warmUps; ++i) {
        const double a = openOurs(engine, source);
        rest();
        if (a < 0) {
            std::printf("no frame: ours\n");
            return 1;
        }
        if (i >= warmUps)
            ours << a;
        for (Rival* rival : rivals) {
            const double b = rival->mpv.open(source.url);
            if (b < 0) {
                std::printf("no frame: mpv\n");
                return 1;
            }
            if (i >= warmUps)
                rival->ms << b;
            if (i == count)
                rival->name = u"mpv (%1, %2)"_s.arg(rival->mpv.output('v'), rival->mpv.output('a'));
            rival->mpv.stop();
            rest();
        }
    }
    print(qPrintable(*backend), ours);
    const auto ratio = [&](const Rival& rival) { return quantile(ours, 0.5) / quantile(rival.ms, 0.5); };
    for (const Rival* rival : rivals) {
        print(qPrintable(rival->name), rival->ms);
        std::printf("    ratio of medians %.2f\n", ratio(*rival));
    }
    std::printf("%s: %.2f against mpv as it comes (target at most %.1f)\n",
        ratio(plain) <= target ? "holds" : "DOES NOT HOLD", ratio(plain), target);
    return ratio(plain) <= target ? 0 : 1;
}
