// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/av_types.h"

extern "C" {
#include <libavutil/display.h>
}

#include <array>
#include <cmath>

namespace proofreel {

QString avErrorText(int error)
{
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text {};
    av_strerror(error, text.data(), text.size());
    return QString::fromUtf8(text.data());
}

std::optional<double> toMs(int64_t time, AVRational base)
{
    if (time == NoTime || base.den == 0)
        return std::nullopt;
    return static_cast<double>(time) * 1000.0 * base.num / base.den;
}

#if LIBAVUTIL_VERSION_INT >= AV_VERSION_INT(58, 29, 100)
bool isKeyFrame(const AVFrame* frame)
{
    return (frame->flags & AV_FRAME_FLAG_KEY) != 0;
}

bool isInterlaced(const AVFrame* frame)
{
    return (frame->flags & AV_FRAME_FLAG_INTERLACED) != 0;
}

bool isTopFieldFirst(const AVFrame* frame)
{
    return (frame->flags & AV_FRAME_FLAG_TOP_FIELD_FIRST) != 0;
}
#else
bool isKeyFrame(const AVFrame* frame)
{
    return frame->key_frame != 0;
}

bool isInterlaced(const AVFrame* frame)
{
    return frame->interlaced_frame != 0;
}

bool isTopFieldFirst(const AVFrame* frame)
{
    return frame->top_field_first != 0;
}
#endif

const uint8_t* streamSideData(const AVStream* stream, AVPacketSideDataType type, size_t leastSize)
{
#if LIBAVFORMAT_VERSION_INT >= AV_VERSION_INT(60, 15, 100)
    const AVPacketSideData* found =
        av_packet_side_data_get(stream->codecpar->coded_side_data, stream->codecpar->nb_coded_side_data, type);
    return found && found->size >= leastSize ? found->data : nullptr;
#else
    size_t size = 0;
    const uint8_t* data = av_stream_get_side_data(stream, type, &size);
    return data && size >= leastSize ? data : nullptr;
#endif
}

int streamRotation(const AVStream* stream)
{
    constexpr size_t MatrixSize = 9 * sizeof(int32_t);
    const uint8_t* data = streamSideData(stream, AV_PKT_DATA_DISPLAYMATRIX, MatrixSize);
    if (!data)
        return 0;
    std::array<int32_t, 9> matrix {};
    std::copy_n(data, MatrixSize, reinterpret_cast<uint8_t*>(matrix.data()));
    const double angle = av_display_rotation_get(matrix.data()); // counter-clockwise
    if (!std::isfinite(angle))
        return 0;
    const int quarter = static_cast<int>(std::lround(-angle / 90.0)) % 4;
    return (quarter + 4) % 4 * 90;
}

} // namespace proofreel
