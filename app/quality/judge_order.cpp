// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Across the renditions of an asset: what a better definition costs, and what Narrowband HD saves.

#include "quality/docket.h"
#include "quality/quantity.h"
#include "quality/sheet_view.h"
#include "streams/definition.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct Step {
    const StreamSheet* stream;
    int rank;
};

//! Renditions of which a better one should be larger: all else is the same.
QMap<QString, QList<Step>> ladders(const AssetSheet& sheet)
{
    QMap<QString, QList<Step>> groups;
    for (const StreamSheet& stream : sheet.streams) {
        const int rank = definitionRank(stream.info.definition);
        const bool ranked = rank < definitionRank(u"AUTO"_s) && !isOriginal(stream);
        if (!ranked || isNarrowBand(stream) || isAdaptive(stream))
            continue;
        const VideoFacts* video = fileVideoOf(stream);
        const QString codec = video ? video->codec : QString();
        const QStringList alike { isVideo(stream) ? u"v"_s : u"a"_s, stream.info.format, hdrClass(stream),
            stream.info.transTemplateType, orientation(stream), codec };
        groups[alike.join(u'|')].append({ &stream, rank });
    }
    for (QList<Step>& steps : groups)
        std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.rank < b.rank; });
    return groups;
}

//! The first step above \a step that is smaller than it by more than \a percent; nullptr: none.
const StreamSheet* smallerAbove(const QList<Step>& steps, const Step& step, double percent,
    const std::function<std::optional<double>(const StreamSheet&)>& value)
{
    const auto mine = value(*step.stream);
    for (const Step& other : steps) {
        const auto theirs = other.rank > step.rank ? value(*other.stream) : std::nullopt;
        if (mine && theirs && *mine > *theirs * (1 + percent / 100))
            return other.stream;
    }
    return nullptr;
}

std::optional<double> pixelsOf(const StreamSheet& stream)
{
    const VideoFacts* video = fileVideoOf(stream);
    if (video && video->width && video->height)
        return double(*video->width) * double(*video->height);
    if (stream.info.width && stream.info.height)
        return double(*stream.info.width) * double(*stream.info.height);
    return std::nullopt;
}

//! Bytes by second would be the bitrate: files are compared only where they last as long as each other.
std::optional<double> comparableBytes(const StreamSheet& stream, const StreamSheet& other)
{
    const double mine = stream.info.duration.value_or(0);
    return percentOff(mine, other.info.duration.value_or(0)) <= 2 ? bytesOf(stream) : std::nullopt;
}

void sizeOrder(const QList<Step>& steps, const Step& step, Docket& docket)
{
    const auto tolerance = docket.opens("ladder.size-order"_L1, step.stream->key);
    if (!tolerance)
        return;
    const StreamSheet& mine = *step.stream;
    if (const StreamSheet* other = smallerAbove(steps, step, *tolerance, pixelsOf))
        return docket.find("ladder.size-order"_L1, mine.key,
            { .message = Judge::tr("%1 has a larger picture than %2: %3 pixels against %4.")
                             .arg(mine.info.definition, other->info.definition, numberText(*pixelsOf(mine)),
                                 numberText(*pixelsOf(*other))),
                .field = u"Width, Height"_s,
                .declared = numberText(*pixelsOf(*other)),
                .measured = numberText(*pixelsOf(mine)) });
    const auto bytes = [&](const StreamSheet& stream) { return comparableBytes(stream, mine); };
    if (const StreamSheet* other = smallerAbove(steps, step, *tolerance, bytes))
        docket.find("ladder.size-order"_L1, mine.key,
            { .message = Judge::tr("%1 is a larger file than %2: %3 against %4.")
                             .arg(mine.info.definition, other->info.definition, bytesText(*bytesOf(mine)),
                                 bytesText(*bytesOf(*other))),
                .field = u"Size"_s,
                .declared = bytesText(*bytesOf(*other)),
                .measured = bytesText(*bytesOf(mine)) });
}

void bitrateOrder(const QList<Step>& steps, const Step& step, Docket& docket)
{
    const auto tolerance = docket.opens("ladder.bitrate-order"_L1, step.stream->key);
    if (!tolerance)
        return;
    const StreamSheet& mine = *step.stream;
    if (const StreamSheet* other = smallerAbove(steps, step, *tolerance, kbpsOf))
        docket.find("ladder.bitrate-order"_L1, mine.key,
            { .message = Judge::tr("%1 has a higher bitrate than %2: %3 against %4.")
                             .arg(mine.info.definition, other->info.definition, kbpsText(*kbpsOf(mine)),
                                 kbpsText(*kbpsOf(*other))),
                .field = u"Bitrate"_s,
                .declared = kbpsText(*kbpsOf(*other)),
                .measured = kbpsText(*kbpsOf(mine)) });
}

const StreamSheet* normalTwin(const AssetSheet& sheet, const StreamSheet& stream)
{
    const StreamSheet* best = nullptr;
    for (const StreamSheet& other : sheet.streams) {
        const PlayInfo& a = stream.info;
        const PlayInfo& b = other.info;
        if (isNarrowBand(other) || a.definition != b.definition || a.format != b.format || a.streamType != b.streamType
            || hdrClass(stream) != hdrClass(other) || orientation(stream) != orientation(other) || !kbpsOf(other))
            continue;
        if (!best || (best->info.encrypt != a.encrypt && b.encrypt == a.encrypt))
            best = &other;
    }
    return best;
}

void narrowBand(const AssetSheet& sheet, const StreamSheet& stream, Docket& docket)
{
    const StreamSheet* twin = isNarrowBand(stream) ? normalTwin(sheet, stream) : nullptr;
    const auto mine = kbpsOf(stream);
    if (!twin || !mine || *kbpsOf(*twin) <= 0)
        return;
    const auto tolerance = docket.opens("ladder.narrowband-saving"_L1, stream.key);
    const double saving = (1 - *mine / *kbpsOf(*twin)) * 100;
    if (!tolerance || saving >= *tolerance)
        return;
    docket.find("ladder.narrowband-saving"_L1, stream.key,
        { .message = saving > 0 ? Judge::tr("Narrowband HD saves %1 only: %2 against %3 of its normal twin.")
                                      .arg(percentText(saving), kbpsText(*mine), kbpsText(*kbpsOf(*twin)))
                                : Judge::tr("Narrowband HD saves nothing: %1 against %2 of its normal twin.")
                                      .arg(kbpsText(*mine), kbpsText(*kbpsOf(*twin))),
            .field = u"NarrowBandType"_s,
            .declared = kbpsText(*kbpsOf(*twin)),
            .measured = kbpsText(*mine) });
}

} // namespace

void judgeOrder(const AssetSheet& sheet, Docket& docket)
{
    for (const QList<Step>& steps : ladders(sheet)) {
        if (steps.size() < 2)
            continue;
        for (const Step& step : steps) {
            bitrateOrder(steps, step, docket);
            sizeOrder(steps, step, docket);
        }
    }
    for (const StreamSheet& stream : sheet.streams)
        narrowBand(sheet, stream, docket);
}

} // namespace proofreel
