// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Across the renditions of an asset: key frames.

#include "quality/docket.h"
#include "quality/quantity.h"
#include "quality/sheet_view.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct KeyFrames {
    const StreamSheet* stream;
    QList<double> ms;
    std::optional<double> endMs;
};

//! Decoded frames know all of them; an index does too, but the headers of a playlist know one segment only.
std::optional<KeyFrames> keyFramesOf(const StreamSheet& stream)
{
    if (isOriginal(stream) || isAdaptive(stream))
        return std::nullopt;
    const auto from = [&](const std::optional<VideoFacts>& video) -> std::optional<KeyFrames> {
        if (!video || video->keyFramesMs.isEmpty())
            return std::nullopt;
        return KeyFrames { &stream, video->keyFramesMs, video->durationMs };
    };
    if (const DecodedFacts* decoded = decodedOf(stream)) {
        if (auto frames = from(decoded->facts.video))
            return frames;
    }
    const MediaFacts* file = fileOf(stream);
    return file && !isPlaylist(stream) ? from(file->video) : std::nullopt;
}

void interval(const KeyFrames& frames, Docket& docket)
{
    if (!docket.opens("ladder.key-frame-interval"_L1, frames.stream->key))
        return;
    QList<double> times = frames.ms;
    if (frames.endMs)
        times << *frames.endMs;
    double longest = 0;
    double at = 0;
    for (qsizetype i = 1; i < times.size(); ++i) {
        if (times[i] - times[i - 1] > longest) {
            longest = times[i] - times[i - 1];
            at = times[i - 1];
        }
    }
    const double most = docket.policy().keyFrameMs;
    if (longest <= most + 1) // rounding of time stamps
        return;
    docket.find("ladder.key-frame-interval"_L1, frames.stream->key,
        { .message = Judge::tr("From %1 on there is no key frame for %2; %3 is allowed.")
                         .arg(secondsText(at), secondsText(longest), secondsText(most)),
            .field = u"video.keyFramesMs"_s,
            .declared = secondsText(most),
            .measured = secondsText(longest),
            .atMs = at });
}

//! Key frames of the sparser one that the denser one has not, as long as both last.
QList<double> strays(const KeyFrames& left, const KeyFrames& right, double toleranceMs)
{
    const bool leftIsSparser = left.ms.size() <= right.ms.size();
    const KeyFrames& sparse = leftIsSparser ? left : right;
    const KeyFrames& dense = leftIsSparser ? right : left;
    QList<double> out;
    for (const double at : sparse.ms) {
        if (at >= dense.endMs.value_or(dense.ms.constLast() + 1) - toleranceMs)
            break;
        const auto next = std::lower_bound(dense.ms.cbegin(), dense.ms.cend(), at - toleranceMs);
        if (next == dense.ms.cend() || *next > at + toleranceMs)
            out << at;
    }
    return out;
}

void alignment(const QList<KeyFrames>& group, Docket& docket)
{
    const double allowed = docket.policy().setting(u"ladder.key-frame-alignment"_s).tolerance.value_or(0);
    const KeyFrames* usual = nullptr;
    qsizetype most = -1;
    for (const KeyFrames& candidate : group) {
        const auto friends = std::count_if(group.cbegin(), group.cend(),
            [&](const KeyFrames& other) { return strays(candidate, other, allowed).isEmpty(); });
        if (friends > most) {
            most = friends;
            usual = &candidate;
        }
    }
    for (const KeyFrames& frames : group) {
        const auto tolerance = docket.opens("ladder.key-frame-alignment"_L1, frames.stream->key);
        if (!tolerance || &frames == usual)
            continue;
        const QList<double> astray = strays(frames, *usual, *tolerance);
        if (astray.isEmpty())
            continue;
        const QString others = usual->stream->label.isEmpty() ? usual->stream->info.definition : usual->stream->label;
        docket.find("ladder.key-frame-alignment"_L1, frames.stream->key,
            { .message = Judge::tr("Its key frames do not stand where those of %1 stand: %2 differ, the first at %3.")
                             .arg(others, numberText(double(astray.size())), secondsText(astray.constFirst())),
                .field = u"video.keyFramesMs"_s,
                .declared = others,
                .measured = secondsText(astray.constFirst()),
                .atMs = astray.constFirst() });
    }
}

} // namespace

void judgeKeyFrames(const AssetSheet& sheet, Docket& docket)
{
    QMap<QString, QList<KeyFrames>> groups;
    for (const StreamSheet& stream : sheet.streams) {
        const auto frames = keyFramesOf(stream);
        if (!frames)
            continue;
        interval(*frames, docket);
        groups[hdrClass(stream)].append(*frames);
    }
    for (const QList<KeyFrames>& group : std::as_const(groups)) {
        if (group.size() > 1)
            alignment(group, docket);
    }
}

} // namespace proofreel
