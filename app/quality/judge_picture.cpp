// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the file's headers say of picture and codecs: against what is declared, and against what players can do.

#include "quality/docket.h"
#include "quality/hdr_kind.h"
#include "quality/quantity.h"
#include "quality/sheet_view.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

void resolution(const StreamSheet& stream, const VideoFacts& video, Docket& docket)
{
    const PlayInfo& info = stream.info;
    if (!info.width || !info.height || !video.width || !video.height || isAdaptive(stream)
        || !docket.opens("container.resolution"_L1, stream.key))
        return;
    const bool turned = video.rotation.value_or(0) % 180 != 0;
    const bool same = *info.width == *video.width && *info.height == *video.height;
    // With a flag for rotation, either way to write it down is right.
    if (same || (turned && *info.width == *video.height && *info.height == *video.width))
        return;
    const QString declared = sizeText(double(*info.width), double(*info.height));
    const QString measured = sizeText(double(*video.width), double(*video.height));
    docket.find("container.resolution"_L1, stream.key,
        { .message = Judge::tr("Width × Height is %1, but the picture in the file is %2.").arg(declared, measured),
            .field = u"Width, Height"_s,
            .declared = declared,
            .measured = measured });
}

void frameRate(const StreamSheet& stream, const VideoFacts& video, Docket& docket)
{
    const auto& declared = stream.info.fps;
    if (declared.value_or(0) > 0 && video.frameRate && !isAdaptive(stream)) {
        const auto tolerance = docket.opens("container.frame-rate"_L1, stream.key);
        if (tolerance && percentOff(*video.frameRate, *declared) > *tolerance)
            docket.find("container.frame-rate"_L1, stream.key,
                { .message =
                        Judge::tr("Fps is %1, but the file has %2.").arg(fpsText(*declared), fpsText(*video.frameRate)),
                    .field = u"Fps"_s,
                    .declared = fpsText(*declared),
                    .measured = fpsText(*video.frameRate) });
    }
    // What was uploaded is as it is.
    if (!video.constantFrameRate || isOriginal(stream) || !docket.opens("container.variable-frame-rate"_L1, stream.key)
        || *video.constantFrameRate)
        return;
    docket.find("container.variable-frame-rate"_L1, stream.key,
        { .message = Judge::tr("The frame rate varies."),
            .field = u"video.constantFrameRate"_s,
            .declared = u"constant"_s,
            .measured = u"variable"_s });
}

void depthAndRange(const StreamSheet& stream, const VideoFacts& video, Docket& docket)
{
    const PlayInfo& info = stream.info;
    if (info.bitDepth && video.bitDepth && docket.opens("container.bit-depth"_L1, stream.key)
        && *info.bitDepth != *video.bitDepth)
        docket.find("container.bit-depth"_L1, stream.key,
            { .message = Judge::tr("BitDepth is %1, but the file has %2.")
                             .arg(bitsText(double(*info.bitDepth)), bitsText(*video.bitDepth)),
                .field = u"BitDepth"_s,
                .declared = bitsText(double(*info.bitDepth)),
                .measured = bitsText(*video.bitDepth) });
    if (video.hdr.isEmpty() || !docket.opens("container.hdr"_L1, stream.key))
        return;
    if (fitsHdrType(info.hdrType, video))
        return;
    const QString declared = info.hdrType.isEmpty() ? u"SDR"_s : info.hdrType.left(80);
    docket.find("container.hdr"_L1, stream.key,
        { .message = info.hdrType.isEmpty() ? Judge::tr("No HDRType is declared, but the file is %1.").arg(video.hdr)
                                            : Judge::tr("HDRType is %1, but the file is %2.").arg(declared, video.hdr),
            .field = u"HDRType"_s,
            .declared = declared,
            .measured = video.hdr });
}

void hdrMetadata(const StreamSheet& stream, const VideoFacts& video, Docket& docket)
{
    if (video.hdr != "HDR10"_L1 || !docket.opens("container.hdr-metadata"_L1, stream.key))
        return;
    QStringList missing;
    if (!video.mastering)
        missing << Judge::tr("mastering display");
    if (!video.maxCll || !video.maxFall)
        missing << Judge::tr("content light level");
    if (!missing.isEmpty())
        docket.find("container.hdr-metadata"_L1, stream.key,
            { .message = Judge::tr("The file is HDR10, but lacks: %1.").arg(missing.join(u", "_s)),
                .field = u"video.mastering"_s,
                .measured = missing.join(u", "_s) });
}

void shape(const StreamSheet& stream, const VideoFacts& video, Docket& docket)
{
    const int rotation = video.rotation.value_or(0);
    if (video.rotation && !isOriginal(stream) && docket.opens("container.rotation"_L1, stream.key) && rotation != 0)
        docket.find("container.rotation"_L1, stream.key,
            { .message = Judge::tr("The picture is stored turned and carries a flag: rotate by %1°.").arg(rotation),
                .field = u"video.rotation"_s,
                .declared = u"0°"_s,
                .measured = u"%1°"_s.arg(rotation) });
    if (!video.aspect || video.width.value_or(0) <= 0 || video.height.value_or(0) <= 0)
        return;
    double stored = double(*video.width) / double(*video.height);
    if (rotation % 180 != 0)
        stored = 1 / stored;
    const auto tolerance = docket.opens("container.aspect"_L1, stream.key);
    if (tolerance && percentOff(*video.aspect, stored) > *tolerance)
        docket.find("container.aspect"_L1, stream.key,
            { .message = Judge::tr("Pixels are not square: %1 is shown as %2 : 1.")
                             .arg(sizeText(double(*video.width), double(*video.height)), numberText(*video.aspect, 3)),
                .field = u"video.aspect"_s,
                .declared = numberText(stored, 3) + u" : 1"_s,
                .measured = numberText(*video.aspect, 3) + u" : 1"_s });
}

void chroma(const StreamSheet& stream, const VideoFacts& video, Docket& docket)
{
    if (video.chroma.isEmpty() || isOriginal(stream) || !docket.opens("container.chroma"_L1, stream.key)
        || video.chroma == "4:2:0"_L1)
        return;
    docket.find("container.chroma"_L1, stream.key,
        { .message = Judge::tr("Chroma is %1; most hardware plays 4:2:0 only.").arg(video.chroma),
            .field = u"video.chroma"_s,
            .declared = u"4:2:0"_s,
            .measured = video.chroma });
}

void codecs(const StreamSheet& stream, const MediaFacts& file, Docket& docket)
{
    if (isOriginal(stream))
        return;
    const auto check = [&](const QString& codec, const QStringList& allowed, const QString& field) {
        if (codec.isEmpty() || allowed.isEmpty() || !docket.opens("container.codec"_L1, stream.key)
            || allowed.contains(codec))
            return;
        docket.find("container.codec"_L1, stream.key,
            { .message = Judge::tr("The codec is %1; the policy allows: %2.").arg(codec, allowed.join(u", "_s)),
                .field = field,
                .declared = allowed.join(u", "_s),
                .measured = codec });
    };
    if (file.video)
        check(file.video->codec, docket.policy().videoCodecs, u"video.codec"_s);
    for (const AudioFacts& audio : file.audio)
        check(audio.codec, docket.policy().audioCodecs, u"audio.codec"_s);
}

} // namespace

void judgePicture(const StreamSheet& stream, Docket& docket)
{
    const MediaFacts* file = fileOf(stream);
    if (!file)
        return;
    codecs(stream, *file, docket);
    if (!file->video)
        return;
    const VideoFacts& video = *file->video;
    resolution(stream, video, docket);
    frameRate(stream, video, docket);
    depthAndRange(stream, video, docket);
    hdrMetadata(stream, video, docket);
    shape(stream, video, docket);
    chroma(stream, video, docket);
}

} // namespace proofreel
