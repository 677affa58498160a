// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/frame_jpeg.h"

#include "frames/filter_graph.h"
#include "frames/frame_reader.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace proofreel {

namespace {

struct JpegText {
    Q_DECLARE_TR_FUNCTIONS(FrameJpeg)
};

constexpr int Quality = 4; // of mjpeg's 2 (best) to 31

QByteArray sizeOf(const PictureAt& picture, int maxWidth)
{
    const AVFrame* frame = picture.frame.get();
    const AVRational pixel = frame->sample_aspect_ratio;
    double width = frame->width, height = frame->height;
    if (pixel.num > 0 && pixel.den > 0)
        width *= av_q2d(pixel);
    const double shown = picture.rotation % 180 == 0 ? width : height;
    const double factor = std::min(1.0, std::max(maxWidth, 16) / shown);
    const auto even = [factor](double length) {
        return QByteArray::number(std::clamp(2 * std::lround(length * factor / 2), 2L, 16'384L));
    };
    return even(width) + ':' + even(height);
}

QByteArray turned(int rotation)
{
    switch (rotation) {
    case 90:
        return ",transpose=clock";
    case 180:
        return ",hflip,vflip";
    case 270:
        return ",transpose=cclock";
    default:
        return {};
    }
}

Error cannot(int status)
{
    return { .kind = ErrorKind::Unsupported,
        .code = avErrorText(status),
        .message = JpegText::tr("FFmpeg's libraries cannot make a JPEG of this picture."),
        .advice = JpegText::tr("Install FFmpeg's usual build of its libraries.") };
}

Result<QByteArray> encoded(const AVFrame* frame)
{
    const AVCodec* codec = avcodec_find_encoder(AV_CODEC_ID_MJPEG);
    const DecoderPtr encoder(codec ? avcodec_alloc_context3(codec) : nullptr);
    const PacketPtr packet(av_packet_alloc());
    if (!encoder || !packet)
        return fail(cannot(AVERROR_ENCODER_NOT_FOUND));
    encoder->width = frame->width;
    encoder->height = frame->height;
    encoder->pix_fmt = static_cast<AVPixelFormat>(frame->format);
    encoder->color_range = AVCOL_RANGE_JPEG;
    encoder->time_base = { 1, 25 };
    encoder->flags |= AV_CODEC_FLAG_QSCALE;
    encoder->global_quality = FF_QP2LAMBDA * Quality;
    int status = avcodec_open2(encoder.get(), codec, nullptr);
    if (status >= 0)
        status = avcodec_send_frame(encoder.get(), frame);
    if (status >= 0)
        status = avcodec_receive_packet(encoder.get(), packet.get());
    if (status < 0)
        return fail(cannot(status));
    return QByteArray(reinterpret_cast<const char*>(packet->data), packet->size);
}

} // namespace

Result<QByteArray> frameJpeg(const PictureAt& picture, int maxWidth)
{
    AVFrame* frame = picture.frame.get();
    const QByteArray size = sizeOf(picture, maxWidth);
    const QByteArray end = ",setsar=1" + turned(picture.rotation) + ",format=yuvj420p[out]";
    const QByteArray plain = "[in0]scale=" + size + ":flags=bicubic:out_range=pc" + end;
    const bool hdr = frame->color_trc == AVCOL_TRC_SMPTE2084 || frame->color_trc == AVCOL_TRC_ARIB_STD_B67;
    const QByteArray toned = "[in0]zscale=" + size
        + ":t=linear:npl=203,format=gbrpf32le,zscale=p=bt709,tonemap=mobius:desat=0,zscale=t=bt709:m=bt709:r=pc" + end;
    int status = 0;
    for (const QByteArray& chain : hdr ? QList<QByteArray> { toned, plain } : QList<QByteArray> { plain }) {
        auto graph = FilterGraph::make({ { frame } }, chain);
        if (!graph)
            continue; // libzimg is not in every build
        const FramePtr made(av_frame_alloc());
        const FramePtr stamped(av_frame_clone(frame));
        if (!made || !stamped)
            return fail(cannot(-ENOMEM));
        stamped->pts = 0;
        stamped->pict_type = AV_PICTURE_TYPE_NONE;
        status = graph->push(stamped.get());
        if (status >= 0)
            status = graph->push(nullptr);
        if (status >= 0)
            status = graph->pull(made.get());
        if (status < 0)
            continue;
        made->pict_type = AV_PICTURE_TYPE_NONE;
        made->quality = FF_QP2LAMBDA * Quality;
        return encoded(made.get());
    }
    return fail(cannot(status));
}

} // namespace proofreel
