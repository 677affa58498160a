// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavfilter/avfilter.h>
#include <libavformat/avformat.h>
#include <libavutil/frame.h>
}

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>

namespace proofreel {

struct AvFree {
    void operator()(AVFrame* frame) const noexcept { av_frame_free(&frame); }
    void operator()(AVPacket* packet) const noexcept { av_packet_free(&packet); }
    void operator()(AVCodecContext* context) const noexcept { avcodec_free_context(&context); }
    void operator()(AVFormatContext* context) const noexcept { avformat_close_input(&context); }
    void operator()(AVFilterGraph* graph) const noexcept { avfilter_graph_free(&graph); }
};
using FramePtr = std::unique_ptr<AVFrame, AvFree>;
using PacketPtr = std::unique_ptr<AVPacket, AvFree>;
using DecoderPtr = std::unique_ptr<AVCodecContext, AvFree>;
using FormatPtr = std::unique_ptr<AVFormatContext, AvFree>; //!< of an input
using GraphPtr = std::unique_ptr<AVFilterGraph, AvFree>;

inline constexpr int64_t NoTime = INT64_MIN; // AV_NOPTS_VALUE, without its C cast
inline constexpr int TryAgain = -EAGAIN;
inline constexpr int EndOfFile = AVERROR_EOF;

//! What libav calls an error number, e.g. "Invalid data found when processing input"; English.
[[nodiscard]] QString avErrorText(int error);

//! Milliseconds of a time stamp; nullopt for none.
[[nodiscard]] std::optional<double> toMs(int64_t time, AVRational base);

// Flags of a frame: libavutil 58.29 moved them, and later removed the old place.
[[nodiscard]] bool isKeyFrame(const AVFrame* frame);
[[nodiscard]] bool isInterlaced(const AVFrame* frame);
[[nodiscard]] bool isTopFieldFirst(const AVFrame* frame);

//! Data beside a whole stream (rotation, HDR, Dolby Vision); nullptr: none.
[[nodiscard]] const uint8_t* streamSideData(const AVStream* stream, AVPacketSideDataType type, size_t leastSize);
//! By how much a picture has to be turned clockwise to stand upright: 0, 90, 180 or 270.
[[nodiscard]] int streamRotation(const AVStream* stream);

} // namespace proofreel
