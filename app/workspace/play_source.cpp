// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/play_source.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace proofreel {

PlaySource playSource(const QUrl& url)
{
    PlaySource source;
    source.url = url;
    source.title = url.fileName().left(120);
    if (source.title.isEmpty())
        source.title = QCoreApplication::translate("OpenTarget", "Untitled stream");
    source.audioOnly = url.path().endsWith(".mp3"_L1, Qt::CaseInsensitive);
    return source;
}

PlaySource playSource(const StreamModel& streams, int row)
{
    const PlayInfo& info = streams.at(row);
    PlaySource source;
    source.url = QUrl(info.playUrl);
    source.key = streams.key(row).toString();
    source.title = streams.reply().mediaBase.title;
    source.audioOnly = info.streamType == "audio"_L1 || info.format == "mp3"_L1;
    // Hostile numbers were bounded when they were decoded; what makes no sense as a length counts as unknown.
    constexpr double kLongest = 10.0 * 24 * 3600;
    if (info.duration && *info.duration > 0 && *info.duration < kLongest)
        source.declaredDurationMs = qRound64(*info.duration * 1000);
    if (info.fps && *info.fps >= 1 && *info.fps <= 1000)
        source.declaredFps = *info.fps;
    return source;
}

} // namespace proofreel
