// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Playlists: what they say, and whether what they name is there.

#include "media/reply_trouble.h"
#include "quality/docket.h"
#include "quality/quantity.h"
#include "quality/sheet_view.h"

#include <QUrl>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

//! "avc1.64001f" and "avc3…" are one family, so are "hvc1…" and "hev1…".
QString codecFamily(const QString& codec)
{
    const QString first = codec.trimmed().section(u'.', 0, 0).toLower();
    if (first == "avc3"_L1)
        return u"avc1"_s;
    return first == "hev1"_L1 || first == "dvhe"_L1 || first == "dvh1"_L1 ? u"hvc1"_s : first;
}

//! Profile and level of "avc1.PPCCLL"; nullopt for what is not of this form.
std::optional<std::pair<int, int>> avcProfile(const QString& codec)
{
    const QString hex = codec.trimmed().section(u'.', 1, 1);
    bool profileFits = false, levelFits = false;
    const std::pair profile { hex.left(2).toInt(&profileFits, 16), hex.mid(4, 2).toInt(&levelFits, 16) };
    return codecFamily(codec) == "avc1"_L1 && hex.size() == 6 && profileFits && levelFits ? std::optional(profile)
                                                                                          : std::nullopt;
}

bool covers(const QString& declared, const QString& measured)
{
    if (codecFamily(declared) != codecFamily(measured))
        return false;
    const auto promised = avcProfile(declared);
    const auto needed = avcProfile(measured);
    return !promised || !needed || (promised->first == needed->first && promised->second >= needed->second);
}

void codecs(const StreamSheet& stream, const HlsPlaylist& playlist, Docket& docket)
{
    if (playlist.declaredCodecs.isEmpty() || playlist.codecs.isEmpty() || !docket.opens("hls.codecs"_L1, stream.key))
        return;
    const QStringList declared = playlist.declaredCodecs.split(u',', Qt::SkipEmptyParts);
    for (const QString& measured : playlist.codecs.split(u',', Qt::SkipEmptyParts)) {
        if (std::any_of(declared.cbegin(), declared.cend(), [&](const QString& one) { return covers(one, measured); }))
            continue;
        return docket.find("hls.codecs"_L1, stream.key,
            { .message = Judge::tr("%1: CODECS is “%2”, but the segments need %3.")
                             .arg(playlist.name, playlist.declaredCodecs, measured.trimmed()),
                .field = u"CODECS"_s,
                .declared = playlist.declaredCodecs,
                .measured = playlist.codecs });
    }
}

void bandwidth(const StreamSheet& stream, const HlsPlaylist& playlist, Docket& docket)
{
    const auto& declared = playlist.declaredBandwidthKbps;
    const auto& average = playlist.declaredAverageKbps;
    if ((!declared || !playlist.peakKbps) && (!average || !playlist.averageKbps))
        return;
    const auto tolerance = docket.opens("hls.bandwidth"_L1, stream.key);
    if (!tolerance)
        return;
    const auto find = [&](const QString& message, const QString& field, double said, double measured) {
        docket.find("hls.bandwidth"_L1, stream.key,
            { .message = message.arg(playlist.name, kbpsText(said), kbpsText(measured)),
                .field = field,
                .declared = kbpsText(said),
                .measured = kbpsText(measured) });
    };
    if (declared && playlist.peakKbps) {
        // BANDWIDTH bounds the busiest segment. Twice of what is needed keeps viewers from a variant they could have.
        if (*playlist.peakKbps > *declared * (1 + *tolerance / 100))
            find(Judge::tr("%1: BANDWIDTH is %2, but its busiest segment has %3."), u"BANDWIDTH"_s, *declared,
                *playlist.peakKbps);
        else if (*declared > *playlist.peakKbps * (2 + *tolerance / 100))
            find(Judge::tr("%1: BANDWIDTH is %2, more than twice of its busiest segment (%3)."), u"BANDWIDTH"_s,
                *declared, *playlist.peakKbps);
    }
    if (average && playlist.averageKbps && percentOff(*playlist.averageKbps, *average) > *tolerance)
        find(Judge::tr("%1: AVERAGE-BANDWIDTH is %2, but its segments have %3 on average."), u"AVERAGE-BANDWIDTH"_s,
            *average, *playlist.averageKbps);
}

void targetDuration(const StreamSheet& stream, const HlsPlaylist& playlist, Docket& docket)
{
    if (playlist.segments.isEmpty() || !docket.opens("hls.target-duration"_L1, stream.key))
        return;
    if (!playlist.targetDurationMs)
        return docket.find("hls.target-duration"_L1, stream.key,
            { .message = Judge::tr("%1: EXT-X-TARGETDURATION is missing.").arg(playlist.name),
                .field = u"EXT-X-TARGETDURATION"_s });
    const auto longest = std::max_element(playlist.segments.cbegin(), playlist.segments.cend(),
        [](const HlsSegment& a, const HlsSegment& b) { return a.declaredMs < b.declaredMs; });
    if (std::round(longest->declaredMs / 1000) * 1000 <= std::round(*playlist.targetDurationMs))
        return;
    docket.find("hls.target-duration"_L1, stream.key,
        { .message = Judge::tr("%1: EXT-X-TARGETDURATION is %2, but a segment has EXTINF %3.")
                         .arg(playlist.name, secondsText(*playlist.targetDurationMs), secondsText(longest->declaredMs)),
            .field = u"EXT-X-TARGETDURATION"_s,
            .declared = secondsText(*playlist.targetDurationMs),
            .measured = secondsText(longest->declaredMs),
            .atMs = longest->startMs });
}

void judgePlaylist(const StreamSheet& stream, const HlsPlaylist& playlist, Docket& docket)
{
    if (docket.opens("hls.playlist"_L1, stream.key) && !playlist.trouble.isEmpty()) {
        const Evidence evidence {
            .message = Judge::tr("The playlist %1 cannot be read: %2").arg(playlist.name, playlist.trouble),
            .measured = playlist.trouble
        };
        if (playlist.unanswered)
            docket.cannotTell("hls.playlist"_L1, stream.key, evidence);
        else
            docket.find("hls.playlist"_L1, stream.key, evidence);
    }
    if (!playlist.trouble.isEmpty())
        return;
    if (docket.opens("hls.key"_L1, stream.key) && !playlist.keyTrouble.isEmpty())
        docket.find("hls.key"_L1, stream.key,
            { .message = Judge::tr("%1: the key cannot be had: %2").arg(playlist.name, playlist.keyTrouble),
                .field = u"EXT-X-KEY"_s,
                .measured = playlist.keyTrouble });
    if (docket.opens("hls.not-ended"_L1, stream.key) && !playlist.ended)
        docket.find("hls.not-ended"_L1, stream.key,
            { .message = Judge::tr("%1: EXT-X-ENDLIST is missing, so players take it for live.").arg(playlist.name),
                .field = u"EXT-X-ENDLIST"_s });
    targetDuration(stream, playlist, docket);
    bandwidth(stream, playlist, docket);
    codecs(stream, playlist, docket);
    if (!playlist.declaredResolution.isEmpty() && !playlist.resolution.isEmpty()
        && docket.opens("hls.resolution"_L1, stream.key)
        && playlist.declaredResolution.compare(playlist.resolution, Qt::CaseInsensitive) != 0)
        docket.find("hls.resolution"_L1, stream.key,
            { .message = Judge::tr("%1: RESOLUTION is %2, but the picture is %3.")
                             .arg(playlist.name, playlist.declaredResolution, playlist.resolution),
                .field = u"RESOLUTION"_s,
                .declared = playlist.declaredResolution,
                .measured = playlist.resolution });
    judgeSegments(stream, playlist, docket);
}

} // namespace

void judgeHls(const StreamSheet& stream, Docket& docket)
{
    if (!stream.hls)
        return;
    const HlsFacts& hls = *stream.hls;
    if (docket.opens("hls.refused"_L1, stream.key) && !hls.refused.isEmpty())
        docket.find("hls.refused"_L1, stream.key,
            { .message = Judge::tr("The playlist points where nothing may be fetched: %1").arg(hls.refused),
                .measured = hls.refused });
    if (hls.refused.isEmpty() && docket.opens("hls.playlist"_L1, stream.key) && !hls.trouble.isEmpty()) {
        const Evidence evidence { .message = Judge::tr("The playlist cannot be read: %1").arg(hls.trouble),
            .measured = hls.trouble };
        // Who is silent to whatever is asked says nothing of the playlist either.
        if (stream.container && !*stream.container && isUnanswered(stream.container->error()))
            docket.cannotTell("hls.playlist"_L1, stream.key, evidence);
        else
            docket.find("hls.playlist"_L1, stream.key, evidence);
    }
    for (const HlsPlaylist& playlist : hls.playlists)
        judgePlaylist(stream, playlist, docket);
}

} // namespace proofreel
