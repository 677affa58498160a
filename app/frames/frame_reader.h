// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "frames/av_log.h"
#include "frames/av_types.h"
#include "frames/stream_decoder.h"

#include <optional>
#include <stop_token>

namespace proofreel {

//! One decoded picture, exactly as it is shown at a time.
struct PictureAt {
    FramePtr frame;
    double ms = 0; //!< when it is shown first, from the stream's beginning on
    int rotation = 0; //!< clockwise, to stand upright
};

//! Exact pictures of a media at any time. Blocks, for a worker thread, one thread at a time.
class FrameReader {
public:
    //! \a media outlives this and is read by it alone. Media, Unsupported: there is no picture that can be decoded.
    [[nodiscard]] static Result<std::unique_ptr<FrameReader>> open(AVFormatContext* media, std::stop_token stop);

    //! The picture that is shown at \a ms from the stream's beginning on; the last one for times behind the end.
    //! Media: none can be decoded there. Cancelled.
    [[nodiscard]] Result<PictureAt> at(double ms);

private:
    FrameReader(AVFormatContext* media, std::stop_token stop);
    FramePtr shownAt(int64_t from, int64_t wanted);
    bool readNext(AVFrame* frame); // false: no more

    AvLog m_log; // damage shows in the picture: nobody needs the words
    AVFormatContext* m_media;
    std::stop_token m_stop;
    std::optional<StreamDecoder> m_decoder;
    PacketPtr m_packet;
};

} // namespace proofreel
