// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// From opening to the first frame: our engine against mpv, the same 1080p mp4 from the same server, taking turns in one
// run, both warm and idle in between. `bench_first_frame [COUNT] [URL]`; exit code 1 if the ratio of the medians is
// over 0.6.

#include "mpv_peer.h"
#include "playback/engine.h"
#include "served_sandbox.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QGuiApplication>
#include <QThread>
#include <QTimer>

#include <algorithm>
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
    std::printf("%-10s N %d  median %.1f ms  p5 %.1f  p95 %.1f\n", name, int(values.size()), quantile(values, 0.5),
        quantile(values, 0.05), quantile(values, 0.95));
}

} // namespace

int main(int argc, char** argv)
{
    if (bench::ServedSandbox::served(argc, argv))
        return 0;
    QGuiApplication application(argc, argv);
    const auto backend = Player::chooseBackend();
    bench::MpvPeer mpv;
    if (!backend || !mpv.start()) {
        std::printf("skipped: %s\n", backend ? "mpv is not installed" : qPrintable(backend.error().message));
        return 77;
    }
    bench::ServedSandbox sandbox;
    PlaySource source;
    if (argc > 2)
        source.url = QUrl(QString::fromLocal8Bit(argv[2]));
    else if (sandbox.start())
        source = sandbox.stream(u"mp4"_s, 1080);
    if (source.url.isEmpty())
        return 1;
    const int count = argc > 1 ? std::atoi(argv[1]) : 40;

    Engine engine;
    QList<double> ours, theirs;
    for (int i = 0; i < count + warmUps; ++i) {
        const double a = openOurs(engine, source);
        rest();
        const double b = mpv.open(source.url);
        mpv.stop();
        rest();
        if (a < 0 || b < 0) {
            std::printf("no frame: %s\n", a < 0 ? "ours" : "mpv");
            return 1;
        }
        if (i >= warmUps) {
            ours << a;
            theirs << b;
        }
    }
    print(qPrintable(*backend), ours);
    print("mpv", theirs);
    const double ratio = quantile(ours, 0.5) / quantile(theirs, 0.5);
    std::printf("ratio of medians %.2f (target at most %.1f)\n", ratio, target);
    return ratio <= target ? 0 : 1;
}
