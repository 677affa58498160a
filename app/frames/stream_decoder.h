// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "frames/av_types.h"

namespace proofreel {

class AvLog;

//! The largest picture that is decoded: 8K in both directions. A decoder keeps up to some thirty of them.
inline constexpr int64_t MostPixels = 8192 * 8192;

//! The decoder of one stream, on as many threads as the machine has. One thread at a time.
class StreamDecoder {
public:
    //! Unsupported: no decoder for it. Media: the decoder refuses what the headers say, or pictures over MostPixels. \a
    //! log, if any, outlives this.
    [[nodiscard]] static Result<StreamDecoder> open(const AVStream* stream, AvLog* log);

    //! nullptr: no more will come. False: libav's error, and the packet is lost; what went before still comes out.
    [[nodiscard]] int send(const AVPacket* packet) { return avcodec_send_packet(m_context.get(), packet); }
    //! 0, TryAgain (send more), EndOfFile or an error.
    [[nodiscard]] int receive(AVFrame* frame) { return avcodec_receive_frame(m_context.get(), frame); }
    void flush() { avcodec_flush_buffers(m_context.get()); } //!< after a seek

    [[nodiscard]] const AVCodecContext* context() const { return m_context.get(); }
    [[nodiscard]] const AVStream* stream() const { return m_stream; }
    //! The frame's time on the stream's time base, as well as it can be known; else NoTime.
    [[nodiscard]] static int64_t timeOf(const AVFrame* frame) { return frame->best_effort_timestamp; }

private:
    StreamDecoder() = default;
    DecoderPtr m_context;
    const AVStream* m_stream = nullptr;
};

//! The stream that a player would show; -1: none. Cover pictures do not count.
[[nodiscard]] int videoStreamOf(AVFormatContext* media);
//! The first sound of the programme that \a video belongs to (-1: of all); -1: none.
[[nodiscard]] int audioStreamOf(AVFormatContext* media, int video);

} // namespace proofreel
