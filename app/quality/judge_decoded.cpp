// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the file's headers say, against what its frames and samples are.

#include "quality/docket.h"
#include "quality/hdr_kind.h"
#include "quality/quantity.h"
#include "quality/sheet_view.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

void duration(const StreamSheet& stream, const MediaFacts& file, const MediaFacts& frames, Docket& docket)
{
    // Like with like: sound may be padded by its codec, so pictures are compared where both sides know them. The
    // headers of a playlist know the whole only.
    std::optional<double> header = file.durationMs;
    std::optional<double> decoded = frames.durationMs;
    if (!isPlaylist(stream) && file.video && file.video->durationMs && frames.video && frames.video->durationMs) {
        header = file.video->durationMs;
        decoded = frames.video->durationMs;
    }
    if (!header || !decoded)
        return;
    const auto tolerance = docket.opens("decoded.duration"_L1, stream.key);
    const double difference = *decoded - *header;
    if (!tolerance || std::abs(difference) <= *tolerance)
        return;
    const QString text = difference < 0 ? Judge::tr("The headers say %1, but decoding ends at %2: %3 less.")
                                        : Judge::tr("The headers say %1, but decoding ends at %2: %3 more.");
    docket.find("decoded.duration"_L1, stream.key,
        { .message = text.arg(secondsText(*header), secondsText(*decoded), msText(std::abs(difference))),
            .field = u"durationMs"_s,
            .declared = secondsText(*header),
            .measured = secondsText(*decoded),
            .atMs = difference < 0 ? decoded : std::nullopt });
}

// Of other codecs libavcodec does not read every kind of metadata.
bool tellsAll(const VideoFacts& frames)
{
    return frames.codec == "hevc"_L1;
}

void picture(const StreamSheet& stream, const VideoFacts& file, const VideoFacts& frames, Docket& docket)
{
    if (file.width && file.height && frames.width && frames.height && docket.opens("decoded.resolution"_L1, stream.key)
        && (*file.width != *frames.width || *file.height != *frames.height)) {
        const QString header = sizeText(double(*file.width), double(*file.height));
        const QString decoded = sizeText(double(*frames.width), double(*frames.height));
        docket.find("decoded.resolution"_L1, stream.key,
            { .message = Judge::tr("The headers say %1, but the frames are %2.").arg(header, decoded),
                .field = u"video.width"_s,
                .declared = header,
                .measured = decoded });
    }
    if (file.frameRate && frames.frameRate) {
        const auto tolerance = docket.opens("decoded.frame-rate"_L1, stream.key);
        // Where a part is missing, frames are counted over the hole.
        if (tolerance && percentOff(*frames.frameRate, *file.frameRate) > *tolerance && !toldByDelivery(stream, docket))
            docket.find("decoded.frame-rate"_L1, stream.key,
                { .message = Judge::tr("The headers say %1, but frames come at %2.")
                                 .arg(fpsText(*file.frameRate), fpsText(*frames.frameRate)),
                    .field = u"video.frameRate"_s,
                    .declared = fpsText(*file.frameRate),
                    .measured = fpsText(*frames.frameRate) });
    }
    if (file.bitDepth && frames.bitDepth && docket.opens("decoded.bit-depth"_L1, stream.key)
        && *file.bitDepth != *frames.bitDepth)
        docket.find("decoded.bit-depth"_L1, stream.key,
            { .message = Judge::tr("The headers say %1, but the frames have %2.")
                             .arg(bitsText(*file.bitDepth), bitsText(*frames.bitDepth)),
                .field = u"video.bitDepth"_s,
                .declared = bitsText(*file.bitDepth),
                .measured = bitsText(*frames.bitDepth) });
    if (!file.hdr.isEmpty() && !frames.hdr.isEmpty() && docket.opens("decoded.hdr"_L1, stream.key)
        && (isHdrType(file.hdr) != isHdrType(frames.hdr) || (file.hdr != frames.hdr && tellsAll(frames))))
        docket.find("decoded.hdr"_L1, stream.key,
            { .message = Judge::tr("The headers say %1, but the frames are %2.").arg(file.hdr, frames.hdr),
                .field = u"video.hdr"_s,
                .declared = file.hdr,
                .measured = frames.hdr });
}

void frameCount(const StreamSheet& stream, const VideoFacts& file, const VideoFacts& frames, Docket& docket)
{
    // The headers of a playlist's segment count that segment.
    if (!file.frames || !frames.frames || isPlaylist(stream))
        return;
    const auto tolerance = docket.opens("decoded.frames"_L1, stream.key);
    const double missing = double(*file.frames - *frames.frames);
    if (!tolerance || missing <= *tolerance)
        return;
    docket.find("decoded.frames"_L1, stream.key,
        { .message =
                Judge::tr("The headers count %1 frames, but %2 were decoded: %3 are missing.")
                    .arg(numberText(double(*file.frames)), numberText(double(*frames.frames)), numberText(missing)),
            .field = u"video.frames"_s,
            .declared = numberText(double(*file.frames)),
            .measured = numberText(double(*frames.frames)) });
}

void sound(const StreamSheet& stream, const MediaFacts& file, const MediaFacts& frames, Docket& docket)
{
    if (file.audio.isEmpty() || !docket.opens("decoded.audio"_L1, stream.key))
        return;
    const auto find = [&](const QString& message, const QString& header, const QString& decoded) {
        docket.find("decoded.audio"_L1, stream.key,
            { .message = message, .field = u"audio"_s, .declared = header, .measured = decoded });
    };
    if (frames.audio.isEmpty())
        return find(Judge::tr("The headers name sound, but none was decoded."), file.audio.constFirst().codec, {});
    const AudioFacts& header = file.audio.constFirst();
    const AudioFacts& decoded = frames.audio.constFirst();
    if (header.channels && decoded.channels && *header.channels != *decoded.channels)
        find(
            Judge::tr("The headers say %1 channels, but %2 were decoded.").arg(*header.channels).arg(*decoded.channels),
            QString::number(*header.channels), QString::number(*decoded.channels));
    // HE-AAC names half of the rate that it decodes to, where headers tell of the core alone.
    if (header.sampleRate && decoded.sampleRate && *header.sampleRate != *decoded.sampleRate
        && !(header.codec == "aac"_L1 && *decoded.sampleRate == 2 * *header.sampleRate))
        find(
            Judge::tr("The headers say %1 Hz, but %2 Hz was decoded.").arg(*header.sampleRate).arg(*decoded.sampleRate),
            u"%1 Hz"_s.arg(*header.sampleRate), u"%1 Hz"_s.arg(*decoded.sampleRate));
}

} // namespace

void judgeDecoded(const StreamSheet& stream, Docket& docket)
{
    const MediaFacts* file = fileOf(stream);
    const DecodedFacts* decoded = decodedOf(stream);
    if (!file || !decoded)
        return;
    duration(stream, *file, decoded->facts, docket);
    sound(stream, *file, decoded->facts, docket);
    if (!file->video)
        return;
    if (!decoded->facts.video) {
        if (file->video->frames.value_or(1) > 0 && docket.opens("decoded.frames"_L1, stream.key))
            docket.find("decoded.frames"_L1, stream.key,
                { .message = Judge::tr("The headers name a picture, but no frame was decoded."),
                    .field = u"video.frames"_s,
                    .measured = u"0"_s });
        return;
    }
    picture(stream, *file->video, *decoded->facts.video, docket);
    frameCount(stream, *file->video, *decoded->facts.video, docket);
}

} // namespace proofreel
