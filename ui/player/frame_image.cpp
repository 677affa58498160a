// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/frame_image.h"

#include <QTransform>

extern "C" {
#include <libavutil/pixfmt.h>
#include <libswscale/swscale.h>
}

#include <array>
#include <memory>

namespace proofreel {

namespace {

//! Degrees, clockwise. Qt 6.7 renamed the enumerators; their values are the angles in both.
int rotation(const QVideoFrame& frame)
{
    return static_cast<int>(frame.rotationAngle());
}

bool isOnItsSide(const QVideoFrame& frame)
{
    return rotation(frame) % 180 == 90;
}

AVPixelFormat libavFormat(QVideoFrameFormat::PixelFormat format)
{
    switch (format) {
    case QVideoFrameFormat::Format_YUV420P:
        return AV_PIX_FMT_YUV420P;
    case QVideoFrameFormat::Format_YUV422P:
        return AV_PIX_FMT_YUV422P;
    case QVideoFrameFormat::Format_YUV420P10:
        return AV_PIX_FMT_YUV420P10LE;
    case QVideoFrameFormat::Format_NV12:
        return AV_PIX_FMT_NV12;
    case QVideoFrameFormat::Format_NV21:
        return AV_PIX_FMT_NV21;
    case QVideoFrameFormat::Format_P010:
        return AV_PIX_FMT_P010LE;
    case QVideoFrameFormat::Format_P016:
        return AV_PIX_FMT_P016LE;
    case QVideoFrameFormat::Format_UYVY:
        return AV_PIX_FMT_UYVY422;
    case QVideoFrameFormat::Format_YUYV:
        return AV_PIX_FMT_YUYV422;
    default:
        return AV_PIX_FMT_NONE; // rare, and QVideoFrame::toImage() knows it
    }
}

const int* coefficients(const QVideoFrameFormat& format)
{
    switch (format.colorSpace()) {
    case QVideoFrameFormat::ColorSpace_BT2020:
        return sws_getCoefficients(SWS_CS_BT2020);
    case QVideoFrameFormat::ColorSpace_BT601:
        return sws_getCoefficients(SWS_CS_ITU601);
    case QVideoFrameFormat::ColorSpace_BT709:
        return sws_getCoefficients(SWS_CS_ITU709);
    default:
        break;
    }
    // As every player does for a stream that does not say.
    return sws_getCoefficients(format.frameHeight() >= 720 ? SWS_CS_ITU709 : SWS_CS_ITU601);
}

struct ContextDeleter {
    void operator()(SwsContext* context) const { sws_freeContext(context); }
};

QImage scaleMapped(QVideoFrame& frame, AVPixelFormat format, const QSize& size)
{
    // Kept per thread: making one costs more than using it.
    thread_local std::unique_ptr<SwsContext, ContextDeleter> context;
    context.reset(sws_getCachedContext(context.release(), frame.width(), frame.height(), format, size.width(),
        size.height(), AV_PIX_FMT_RGB32, SWS_BILINEAR, nullptr, nullptr, nullptr));
    if (!context)
        return {};
    const bool full = frame.surfaceFormat().colorRange() == QVideoFrameFormat::ColorRange_Full;
    constexpr int kOne = 1 << 16;
    sws_setColorspaceDetails(context.get(), coefficients(frame.surfaceFormat()), full ? 1 : 0,
        sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, kOne, kOne);

    QImage image(size, QImage::Format_RGB32);
    if (image.isNull())
        return {};
    std::array<const uint8_t*, 4> planes {};
    std::array<int, 4> strides {};
    for (int plane = 0; plane < std::min(frame.planeCount(), 4); ++plane) {
        planes.at(static_cast<size_t>(plane)) = frame.bits(plane);
        strides.at(static_cast<size_t>(plane)) = frame.bytesPerLine(plane);
    }
    std::array<uint8_t*, 4> target { image.bits() };
    const std::array<int, 4> targetStrides { static_cast<int>(image.bytesPerLine()) };
    sws_scale(context.get(), planes.data(), strides.data(), 0, frame.height(), target.data(), targetStrides.data());
    return image;
}

QImage scaleFast(const QVideoFrame& source, const QSize& size)
{
    const AVPixelFormat format = libavFormat(source.pixelFormat());
    if (format == AV_PIX_FMT_NONE)
        return {};
    QVideoFrame frame = source;
    if (!frame.map(QVideoFrame::ReadOnly))
        return {};
    QImage image = scaleMapped(frame, format, size);
    frame.unmap();
    return image;
}

} // namespace

QSize pictureSize(const QVideoFrame& frame)
{
    return isOnItsSide(frame) ? frame.size().transposed() : frame.size();
}

QImage frameImage(const QVideoFrame& frame, const QSize& size)
{
    if (!frame.isValid() || frame.size().isEmpty() || size.isEmpty())
        return {};
    QImage image = scaleFast(frame, isOnItsSide(frame) ? size.transposed() : size);
    if (image.isNull()) // toImage() turns and mirrors by itself
        return frame.toImage().scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    if (frame.mirrored())
        image = image.mirrored(true, false);
    if (rotation(frame) != 0)
        image = image.transformed(QTransform().rotate(rotation(frame)));
    return image;
}

} // namespace proofreel
