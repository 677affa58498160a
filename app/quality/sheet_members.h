// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/fact_members.h"
#include "quality/sheet.h"

#include <QJsonValue>

namespace proofreel {

// The members of what was measured beside the facts, for json_members.h; see fact_members.h.

template <Either<DeliveryFacts> F, typename V>
void members(F& f, V&& visit)
{
    visit("status", f.status);
    visit("ranges", f.ranges);
    visit("contentLength", f.contentLength);
    visit("contentType", f.contentType);
    visit("cacheControl", f.cacheControl);
    visit("allowOrigin", f.allowOrigin);
    visit("https", f.https);
    visit("redirectedTo", f.redirectedTo);
    visit("downgraded", f.downgraded);
    visit("fileUrlOpen", f.fileUrlOpen);
    visit("trouble", f.trouble);
}

template <Either<HlsSegment> F, typename V>
void members(F& f, V&& visit)
{
    visit("startMs", f.startMs);
    visit("declaredMs", f.declaredMs);
    visit("measuredMs", f.measuredMs);
    visit("bytes", f.bytes);
    visit("status", f.status);
    visit("startsWithKeyFrame", f.startsWithKeyFrame);
    visit("afterDiscontinuity", f.afterDiscontinuity);
    visit("timeJumps", f.timeJumps);
    visit("trouble", f.trouble);
    visit("unanswered", f.unanswered);
}

template <Either<HlsPlaylist> F, typename V>
void members(F& f, V&& visit)
{
    visit("name", f.name);
    visit("url", f.url);
    visit("declaredBandwidthKbps", f.declaredBandwidthKbps);
    visit("declaredAverageKbps", f.declaredAverageKbps);
    visit("declaredCodecs", f.declaredCodecs);
    visit("declaredResolution", f.declaredResolution);
    visit("targetDurationMs", f.targetDurationMs);
    visit("ended", f.ended);
    visit("peakKbps", f.peakKbps);
    visit("averageKbps", f.averageKbps);
    visit("codecs", f.codecs);
    visit("resolution", f.resolution);
    visit("languages", f.languages);
    visit("isPlayed", f.isPlayed);
    visit("segments", f.segments);
    visit("sectionBytes", f.sectionBytes);
    visit("segmentsCutOff", f.segmentsCutOff);
    visit("unanswered", f.unanswered);
    visit("keyTrouble", f.keyTrouble);
    visit("trouble", f.trouble);
}

template <Either<HlsFacts> F, typename V>
void members(F& f, V&& visit)
{
    visit("master", f.master);
    visit("playlists", f.playlists);
    visit("subtitles", f.subtitles);
    visit("refused", f.refused);
    visit("refusedHost", f.refusedHost);
    visit("trouble", f.trouble);
    visit("unanswered", f.unanswered);
}

template <Either<TimeSpan> F, typename V>
void members(F& f, V&& visit)
{
    visit("startMs", f.startMs);
    visit("durationMs", f.durationMs);
}

template <Either<DecodeFault> F, typename V>
void members(F& f, V&& visit)
{
    visit("atMs", f.atMs);
    visit("text", f.text);
}

template <Either<SignalFacts> F, typename V>
void members(F& f, V&& visit)
{
    visit("black", f.black);
    visit("freeze", f.freeze);
    visit("silence", f.silence);
    visit("clippedSamples", f.clippedSamples);
    visit("clipping", f.clipping);
    visit("integratedLufs", f.integratedLufs);
    visit("truePeakDbtp", f.truePeakDbtp);
    visit("loudnessRangeLu", f.loudnessRangeLu);
    visit("decodeErrors", f.decodeErrors);
    visit("faults", f.faults);
    visit("fieldOrder", f.fieldOrder);
    visit("psnrDb", f.psnrDb);
    visit("ssim", f.ssim);
    visit("reference", f.reference);
    visit("referenceTrouble", f.referenceTrouble);
}

//! Apart from the rest: they are long.
template <Either<SignalFacts> F, typename V>
void curveMembers(F& f, V&& visit)
{
    visit("bitrateKbps", f.bitrateKbps);
    visit("loudnessLufs", f.loudnessLufs);
    visit("luminance", f.luminance);
    visit("psnrDb", f.psnrCurve);
    visit("ssim", f.ssimCurve);
}

template <Either<TransferStats> F, typename V>
void members(F& f, V&& visit)
{
    visit("bytesFetched", f.bytesFetched);
    visit("requests", f.requests);
}

inline QJsonValue put(ErrorKind kind)
{
    return Error::kindName(kind);
}
inline void take(const QJsonValue& from, ErrorKind& kind)
{
    for (int one = 0; one <= int(ErrorKind::Io); ++one) {
        if (Error::kindName(ErrorKind(one)) == from.toString())
            kind = ErrorKind(one);
    }
}

template <Either<Error> F, typename V>
void members(F& f, V&& visit)
{
    visit("kind", f.kind);
    visit("code", f.code);
    visit("message", f.message);
    visit("advice", f.advice);
    visit("requestId", f.requestId);
    visit("host", f.host);
    visit("httpStatus", f.httpStatus);
    visit("tries", f.tries);
}

} // namespace proofreel
