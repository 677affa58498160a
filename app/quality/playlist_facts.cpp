// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/playlist_facts.h"

#include <algorithm>

namespace proofreel {

namespace {

std::optional<qint64> playedBytes(const HlsFacts& hls)
{
    qint64 sum = 0;
    for (const HlsPlaylist& playlist : hls.playlists) {
        if (!playlist.isPlayed)
            continue;
        if (!playlist.trouble.isEmpty() || playlist.segmentsCutOff)
            return std::nullopt;
        sum += playlist.sectionBytes;
        for (const HlsSegment& segment : playlist.segments) {
            if (segment.bytes <= 0)
                return std::nullopt;
            sum += segment.bytes;
        }
    }
    return sum > 0 ? std::optional(sum) : std::nullopt;
}

} // namespace

void addLanguages(const HlsFacts& hls, QList<AudioFacts>& sounds)
{
    QStringList languages;
    for (const HlsPlaylist& playlist : hls.playlists)
        if (playlist.isPlayed)
            languages += playlist.languages;
    for (qsizetype i = 0; i < std::min(sounds.size(), languages.size()); ++i)
        if (sounds[i].language.isEmpty())
            sounds[i].language = languages[i];
}

void addPlaylistFacts(const HlsFacts& hls, MediaFacts& headers)
{
    addLanguages(hls, headers.audio);
    headers.subtitles += hls.subtitles;
    headers.sizeBytes = playedBytes(hls);
    if (headers.sizeBytes && headers.durationMs.value_or(0) > 0)
        headers.bitrateKbps = double(*headers.sizeBytes) * 8 / *headers.durationMs;
}

} // namespace proofreel
