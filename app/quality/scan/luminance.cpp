// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/scan/luminance.h"

#include "frames/av_types.h"

extern "C" {
#include <libavutil/pixdesc.h>
}

#include <algorithm>

namespace proofreel {

namespace {

constexpr int EnoughLines = 270; // of a picture, evenly spread

template <typename Sample>
quint64 sumOfLine(const uint8_t* line, int width)
{
    const auto* samples = reinterpret_cast<const Sample*>(line);
    quint64 sum = 0;
    for (int from = 0; from < width; from += 4096) { // a short sum in 32 bits is what compilers make vectors of
        quint32 part = 0;
        const int to = std::min(width, from + 4096);
        for (int x = from; x < to; ++x)
            part += samples[x];
        sum += part;
    }
    return sum;
}

} // namespace

std::optional<double> meanLuminance(const AVFrame* frame)
{
    const AVPixFmtDescriptor* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame->format));
    if (!format || !frame->data[0] || frame->width <= 0 || frame->height <= 0)
        return std::nullopt;
    const AVComponentDescriptor& luma = format->comp[0];
    const bool wide = luma.depth > 8;
    constexpr uint64_t Other = AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_HWACCEL
        | AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_BE | AV_PIX_FMT_FLAG_FLOAT;
    if ((format->flags & Other) || luma.plane != 0 || luma.step != (wide ? 2 : 1) || luma.depth > 16)
        return std::nullopt;
    const int step = std::max(1, frame->height / EnoughLines) | 1; // odd: lines of both fields
    quint64 sum = 0, lines = 0;
    for (int y = 0; y < frame->height; y += step, ++lines) {
        const uint8_t* line = frame->data[0] + static_cast<ptrdiff_t>(y) * frame->linesize[0];
        sum += wide ? sumOfLine<uint16_t>(line, frame->width) : sumOfLine<uint8_t>(line, frame->width);
    }
    const double most = static_cast<double>(((1 << luma.depth) - 1) << luma.shift);
    return static_cast<double>(sum) / (static_cast<double>(lines) * frame->width) / most;
}

} // namespace proofreel
