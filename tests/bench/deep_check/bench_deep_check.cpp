// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "measured_run.h"

#include "frames/av_types.h"
#include "quality/scan/media_scan.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

using namespace proofreel;
using namespace proofreel::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr double Target = 0.9; // of ffmpeg's speed
constexpr qint64 GrowthKiB = 24 * 1024; // of ten times the length: what allocators keep, not what we do

// One minute of a 1080p rendition, and ten; by stream copy, so that neither takes long to make.
QString looped(const QTemporaryDir& folder, const QString& source, int seconds)
{
    const QString path = folder.filePath(u"%1.mp4"_s.arg(seconds));
    const QStringList arguments { u"-nostdin"_s, u"-v"_s, u"error"_s, u"-stream_loop"_s, u"-1"_s, u"-i"_s, source,
        u"-t"_s, QString::number(seconds), u"-c"_s, u"copy"_s, path };
    return QProcess::execute(u"ffmpeg"_s, arguments) == 0 ? path : QString();
}

Measured peer(const QString& path, const QString& output)
{
    return measuredRun(u"ffmpeg"_s,
        { u"-nostdin"_s, u"-v"_s, u"error"_s, u"-i"_s, path, u"-vf"_s, u"blackdetect=d=0.2,freezedetect=d=0.2,idet"_s,
            u"-af"_s, u"ebur128=peak=true:framelog=verbose,silencedetect=d=0.2"_s, u"-f"_s, u"null"_s, u"-"_s },
        output);
}

Measured own(const QString& path, const QString& output)
{
    return measuredRun(QCoreApplication::applicationFilePath(), { u"--scan"_s, path }, output);
}

int scanOne(const QString& path)
{
    AVFormatContext* context = nullptr;
    if (avformat_open_input(&context, path.toUtf8().constData(), nullptr, nullptr) < 0)
        return 1;
    const FormatPtr media(context);
    if (avformat_find_stream_info(context, nullptr) < 0)
        return 1;
    const auto found = scanMedia({ .media = context }, {}, {}, {});
    if (!found)
        return 1;
    std::printf("frames %lld, black %lld, silence %lld, %.2f LUFS, curves of %lld points\n",
        static_cast<long long>(found->facts.video.value_or(VideoFacts {}).frames.value_or(0)),
        static_cast<long long>(found->signal.black.size()), static_cast<long long>(found->signal.silence.size()),
        found->signal.integratedLufs.value_or(0), static_cast<long long>(found->signal.luminance.size()));
    return 0;
}

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == "--scan"_L1)
        return scanOne(arguments.at(2));
    const QString source = arguments.size() > 1
        ? arguments.at(1)
        : QDir(qEnvironmentVariable("PROOFREEL_DEMO_MEDIA")).filePath(u"rainy-street-walk/hd.mp4"_s);
    const int rounds = arguments.size() > 2 ? std::max(1, arguments.at(2).toInt()) : 5;
    if (QStandardPaths::findExecutable(u"ffmpeg"_s).isEmpty() || !QFile::exists(source)) {
        std::puts("skipped: needs the ffmpeg program and the demo's media");
        return 77;
    }
    const QTemporaryDir folder;
    const QString minute = looped(folder, source, 60), tenMinutes = looped(folder, source, 600);
    const QString output = folder.filePath(u"out"_s);
    if (minute.isEmpty() || tenMinutes.isEmpty())
        return 1;

    std::array<double, 3> load {};
    (void)getloadavg(load.data(), 3);
    std::printf("load before: %.2f; one minute of %s, %d rounds in turn\n", load[0], qPrintable(source), rounds);
    QList<double> ratios, ours, theirs;
    qint64 ownKiB = 0, peerKiB = 0;
    for (int round = 0; round < rounds; ++round) {
        const Measured ffmpeg = peer(minute, output), proofreel = own(minute, output);
        if (ffmpeg.exitCode != 0 || proofreel.exitCode != 0)
            return 1;
        ratios << ffmpeg.wallMs / proofreel.wallMs;
        ours << proofreel.wallMs;
        theirs << ffmpeg.wallMs;
        ownKiB = std::max(ownKiB, proofreel.peakKiB);
        peerKiB = std::max(peerKiB, ffmpeg.peakKiB);
        std::printf("  ffmpeg %.0f ms (CPU %.0f), scan %.0f ms (CPU %.0f): %.2f of its speed\n", ffmpeg.wallMs,
            ffmpeg.cpuMs, proofreel.wallMs, proofreel.cpuMs, ratios.last());
    }
    const Measured longer = own(tenMinutes, output);
    std::printf("median: %.0f ms against %.0f ms: %.2f of ffmpeg's speed (target %.1f)\n", median(ours), median(theirs),
        median(ratios), Target);
    std::printf("peak memory: %lld KiB (ffmpeg %lld KiB); ten times as long: %lld KiB, %.0f ms\n",
        static_cast<long long>(ownKiB), static_cast<long long>(peerKiB), static_cast<long long>(longer.peakKiB),
        longer.wallMs);
    const bool passed = longer.exitCode == 0 && median(ratios) >= Target && longer.peakKiB <= ownKiB + GrowthKiB;
    return passed ? 0 : 1;
}
