// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The segments of a playlist. One finding a rule: how many, and the first.

#include "quality/docket.h"
#include "quality/quantity.h"

#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct Hits {
    qsizetype tried = 0, count = 0, first = -1;
};

//! \a bad: nullopt where a segment was not looked at in this respect.
Hits count(const HlsPlaylist& playlist, const std::function<std::optional<bool>(const HlsSegment&)>& bad)
{
    Hits hits;
    for (qsizetype i = 0; i < playlist.segments.size(); ++i) {
        const auto judged = bad(playlist.segments[i]);
        if (!judged)
            continue;
        ++hits.tried;
        if (*judged && ++hits.count == 1)
            hits.first = i;
    }
    return hits;
}

bool isThere(const HlsSegment& segment)
{
    return segment.status >= 200 && segment.status < 300;
}

//! %1 of the message: the playlist; %2: how many; %3: of how many; %4: number of the first; %5: where it stands.
Evidence evidenceOf(const HlsPlaylist& playlist, const Hits& hits, const char* message, const QString& measured = {})
{
    const HlsSegment& first = playlist.segments[hits.first];
    QString text = Judge::tr(message).arg(playlist.name, numberText(double(hits.count)),
        numberText(double(playlist.segments.size())), numberText(double(hits.first) + 1), secondsText(first.startMs));
    if (!first.trouble.isEmpty())
        text += u' ' + first.trouble;
    return { .message = text, .field = u"segment"_s, .measured = measured, .atMs = first.startMs };
}

void presence(const StreamSheet& stream, const HlsPlaylist& playlist, Docket& docket)
{
    const Hits missing = count(playlist, [&stream](const HlsSegment& segment) -> std::optional<bool> {
        // What was refused nobody has tried to fetch.
        if (segment.unanswered
            || (segment.status == 0 && (segment.trouble.isEmpty() || segment.trouble == stream.hls->refused)))
            return std::nullopt;
        return !isThere(segment);
    });
    if (missing.tried > 0 && docket.opens("hls.segment-missing"_L1, stream.key) && missing.count > 0)
        docket.find("hls.segment-missing"_L1, stream.key,
            evidenceOf(playlist, missing,
                QT_TRANSLATE_NOOP("Judge", "%1: %2 of %3 segments cannot be fetched; the first is segment %4 at %5."),
                QString::number(playlist.segments[missing.first].status)));
    const Hits unknown = count(playlist, [](const HlsSegment& segment) { return segment.unanswered; });
    if (unknown.count > 0 && docket.opens("hls.segment-missing"_L1, stream.key))
        docket.cannotTell("hls.segment-missing"_L1, stream.key,
            evidenceOf(playlist, unknown,
                QT_TRANSLATE_NOOP(
                    "Judge", "%1: %2 of %3 segments could not be measured; the first is segment %4 at %5.")));
    const Hits broken = count(playlist, [](const HlsSegment& segment) -> std::optional<bool> {
        if (!isThere(segment) || segment.unanswered)
            return std::nullopt;
        return !segment.trouble.isEmpty();
    });
    if (broken.tried > 0 && docket.opens("hls.segment-broken"_L1, stream.key) && broken.count > 0)
        docket.find("hls.segment-broken"_L1, stream.key,
            evidenceOf(playlist, broken,
                QT_TRANSLATE_NOOP("Judge", "%1: %2 of %3 segments cannot be decoded; the first is segment %4 at %5."),
                playlist.segments[broken.first].trouble));
}

void times(const StreamSheet& stream, const HlsPlaylist& playlist, Docket& docket)
{
    const double allowed = docket.policy().setting(u"hls.extinf"_s).tolerance.value_or(0);
    const Hits wrong = count(playlist, [&](const HlsSegment& segment) -> std::optional<bool> {
        if (!segment.measuredMs)
            return std::nullopt;
        return std::abs(*segment.measuredMs - segment.declaredMs) > allowed;
    });
    if (wrong.tried > 0 && docket.opens("hls.extinf"_L1, stream.key) && wrong.count > 0) {
        const HlsSegment& first = playlist.segments[wrong.first];
        docket.find("hls.extinf"_L1, stream.key,
            { .message =
                    Judge::tr("%1: %2 of %3 segments do not last as long as their EXTINF says; segment %4 says %5, "
                              "but lasts %6.")
                        .arg(playlist.name, numberText(double(wrong.count)),
                            numberText(double(playlist.segments.size())), numberText(double(wrong.first) + 1),
                            secondsText(first.declaredMs), secondsText(*first.measuredMs)),
                .field = u"EXTINF"_s,
                .declared = secondsText(first.declaredMs),
                .measured = secondsText(*first.measuredMs),
                .atMs = first.startMs });
    }
    const Hits jumps = count(playlist, [](const HlsSegment& segment) -> std::optional<bool> {
        if (!segment.measuredMs)
            return std::nullopt;
        return segment.timeJumps && !segment.afterDiscontinuity;
    });
    if (jumps.tried > 0 && docket.opens("hls.discontinuity"_L1, stream.key) && jumps.count > 0)
        docket.find("hls.discontinuity"_L1, stream.key,
            evidenceOf(playlist, jumps,
                QT_TRANSLATE_NOOP("Judge",
                    "%1: times jump before %2 of %3 segments without EXT-X-DISCONTINUITY; first segment %4 at %5.")));
}

void keyFrames(const StreamSheet& stream, const HlsPlaylist& playlist, Docket& docket)
{
    const Hits late = count(playlist, [](const HlsSegment& segment) -> std::optional<bool> {
        return segment.startsWithKeyFrame ? std::optional(!*segment.startsWithKeyFrame) : std::nullopt;
    });
    if (late.tried > 0 && docket.opens("hls.key-frame-start"_L1, stream.key) && late.count > 0)
        docket.find("hls.key-frame-start"_L1, stream.key,
            evidenceOf(playlist, late,
                QT_TRANSLATE_NOOP(
                    "Judge", "%1: %2 of %3 segments do not start with a key frame; the first is segment %4 at %5.")));
}

} // namespace

void judgeSegments(const StreamSheet& stream, const HlsPlaylist& playlist, Docket& docket)
{
    presence(stream, playlist, docket);
    times(stream, playlist, docket);
    keyFrames(stream, playlist, docket);
}

} // namespace proofreel
