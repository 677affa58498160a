// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Across the renditions of an asset: duration, aspect, frame rate, colours.

#include "quality/docket.h"
#include "quality/quantity.h"
#include "quality/sheet_view.h"

#include <QMap>

#include <cmath>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct Length {
    const StreamSheet* stream;
    double ms;
    double slackMs; //!< what codecs and playlists add: the length is not that of the pictures alone
};

std::optional<Length> lengthOf(const StreamSheet& stream)
{
    const MediaFacts* file = fileOf(stream);
    if (!isPlaylist(stream) && file && file->video && file->video->durationMs)
        return Length { &stream, *file->video->durationMs, 0 };
    const double frame = 1000 / std::max(1.0, frameRateOf(stream).value_or(25));
    constexpr double kAudioFrame = 1024.0 / 44'100 * 1000;
    const double slack = isVideo(stream) ? frame + kAudioFrame : 2 * kAudioFrame;
    if (file && file->durationMs)
        return Length { &stream, *file->durationMs, slack };
    if (stream.info.duration)
        return Length { &stream, *stream.info.duration * 1000, slack };
    return std::nullopt;
}

void durations(const AssetSheet& sheet, bool video, Docket& docket)
{
    QList<Length> lengths;
    QList<double> values;
    for (const StreamSheet& stream : sheet.streams) {
        const auto length = lengthOf(stream);
        if (isVideo(stream) == video && length) {
            lengths << *length;
            values << length->ms;
        }
    }
    if (lengths.size() < 2)
        return;
    const double allowed = docket.policy().setting(u"ladder.duration"_s).tolerance.value_or(0);
    const double usual = consensus(values, [&](double a, double b) { return std::abs(a - b) <= allowed; });
    for (const Length& length : lengths) {
        const auto tolerance = docket.opens("ladder.duration"_L1, length.stream->key);
        const double difference = length.ms - usual;
        if (!tolerance || std::abs(difference) <= *tolerance + length.slackMs)
            continue;
        const QString text = difference < 0 ? Judge::tr("It lasts %1: %2 less than the others (%3).")
                                            : Judge::tr("It lasts %1: %2 more than the others (%3).");
        docket.find("ladder.duration"_L1, length.stream->key,
            { .message = text.arg(secondsText(length.ms), msText(std::abs(difference)), secondsText(usual)),
                .field = u"durationMs"_s,
                .declared = secondsText(usual),
                .measured = secondsText(length.ms),
                .atMs = std::min(length.ms, usual) });
    }
}

//! Landscape and portrait renditions may stand side by side; each is compared with its own kind.
void aspects(const AssetSheet& sheet, Docket& docket)
{
    QMap<QString, QList<std::pair<const StreamSheet*, double>>> groups;
    for (const StreamSheet& stream : sheet.streams) {
        const auto aspect = displayAspect(stream);
        if (isVideo(stream) && aspect && !isAdaptive(stream))
            groups[orientation(stream)].append({ &stream, *aspect });
    }
    const double allowed = docket.policy().setting(u"ladder.aspect"_s).tolerance.value_or(0);
    for (const auto& group : std::as_const(groups)) {
        if (group.size() < 2)
            continue;
        QList<double> values;
        for (const auto& [stream, aspect] : group)
            values << aspect;
        const double usual = consensus(values, [&](double a, double b) { return percentOff(a, b) <= allowed; });
        for (const auto& [stream, aspect] : group) {
            const auto tolerance = docket.opens("ladder.aspect"_L1, stream->key);
            if (tolerance && percentOff(aspect, usual) > *tolerance)
                docket.find("ladder.aspect"_L1, stream->key,
                    { .message = Judge::tr("Its picture is %1 : 1; that of the others is %2 : 1.")
                                     .arg(numberText(aspect, 3), numberText(usual, 3)),
                        .field = u"video.aspect"_s,
                        .declared = numberText(usual, 3) + u" : 1"_s,
                        .measured = numberText(aspect, 3) + u" : 1"_s });
        }
    }
}

//! The same rate, or a half or a quarter of it: every second frame left out still moves evenly.
bool related(double left, double right, double percent)
{
    if (left <= 0 || right <= 0)
        return false;
    const double ratio = std::max(left, right) / std::min(left, right);
    for (const double whole : { 1.0, 2.0, 4.0 }) {
        if (percentOff(ratio, whole) <= percent)
            return true;
    }
    return false;
}

void frameRates(const AssetSheet& sheet, Docket& docket)
{
    QList<std::pair<const StreamSheet*, double>> rates;
    QList<double> values;
    for (const StreamSheet& stream : sheet.streams) {
        const auto rate = frameRateOf(stream);
        if (isVideo(stream) && rate.value_or(0) > 0 && !isOriginal(stream) && !isAdaptive(stream)) {
            rates.append({ &stream, *rate });
            values << *rate;
        }
    }
    if (rates.size() < 2)
        return;
    const double allowed = docket.policy().setting(u"ladder.frame-rate"_s).tolerance.value_or(0);
    const double usual = consensus(values, [&](double a, double b) { return related(a, b, allowed); });
    for (const auto& [stream, rate] : rates) {
        const auto tolerance = docket.opens("ladder.frame-rate"_L1, stream->key);
        if (tolerance && !related(rate, usual, *tolerance))
            docket.find("ladder.frame-rate"_L1, stream->key,
                { .message = Judge::tr("It has %1; the others have %2.").arg(fpsText(rate), fpsText(usual)),
                    .field = u"video.frameRate"_s,
                    .declared = fpsText(usual),
                    .measured = fpsText(rate) });
    }
}

//! Names of the same thing are one; what is not tagged is empty.
QString colourName(QString name)
{
    if (name == "unknown"_L1 || name == "unspecified"_L1 || name == "reserved"_L1)
        return {};
    if (name == "bt470bg"_L1) // 625 lines: other primaries, the same matrix
        return u"smpte170m"_s;
    return name;
}

void colours(const AssetSheet& sheet, Docket& docket)
{
    struct Part {
        const char* field;
        QString VideoFacts::*member;
        bool mergeNames;
    };
    static constexpr Part kParts[] { { "video.primaries", &VideoFacts::primaries, false },
        { "video.transfer", &VideoFacts::transfer, true }, { "video.matrix", &VideoFacts::matrix, true },
        { "video.range", &VideoFacts::range, false } };
    QMap<QString, QList<const StreamSheet*>> groups;
    for (const StreamSheet& stream : sheet.streams) {
        if (fileVideoOf(stream) && !isOriginal(stream))
            groups[hdrClass(stream)].append(&stream);
    }
    for (const auto& group : std::as_const(groups)) {
        if (group.size() < 2)
            continue;
        for (const Part& part : kParts) {
            const auto nameOf = [&](const StreamSheet* stream) {
                const QString& raw = fileVideoOf(*stream)->*part.member;
                const QString name = colourName(raw);
                return part.mergeNames || name.isEmpty() ? name : raw;
            };
            QStringList names;
            for (const StreamSheet* stream : group)
                names << nameOf(stream);
            const QString usual = majority(names);
            for (const StreamSheet* stream : group) {
                const QString name = nameOf(stream);
                if (docket.opens("ladder.colour"_L1, stream->key) && !name.isEmpty() && name != usual)
                    docket.find("ladder.colour"_L1, stream->key,
                        { .message = Judge::tr("%1 is %2; that of the others is %3.")
                                         .arg(QLatin1StringView(part.field), name, usual),
                            .field = QString::fromLatin1(part.field),
                            .declared = usual,
                            .measured = name });
            }
        }
    }
}

} // namespace

void judgeShape(const AssetSheet& sheet, Docket& docket)
{
    durations(sheet, true, docket);
    durations(sheet, false, docket);
    aspects(sheet, docket);
    frameRates(sheet, docket);
    colours(sheet, docket);
}

} // namespace proofreel
