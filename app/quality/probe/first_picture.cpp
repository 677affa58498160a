// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/probe/first_picture.h"

#include "frames/av_log.h"
#include "frames/stream_decoder.h"
#include "quality/scan/hdr_side_data.h"

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr int mostPackets = 2000;

PacketPtr firstKeyFrame(AVFormatContext* media, int stream)
{
    PacketPtr packet(av_packet_alloc());
    for (int i = 0; i < mostPackets && av_read_frame(media, packet.get()) >= 0; ++i) {
        if (packet->stream_index == stream && (packet->flags & AV_PKT_FLAG_KEY))
            return packet;
        av_packet_unref(packet.get());
    }
    return {};
}

} // namespace

void addFirstPicture(AVFormatContext* media, VideoFacts& video)
{
    AvLog log([](const QString&) {});
    const int index = videoStreamOf(media);
    const PacketPtr packet = index >= 0 ? firstKeyFrame(media, index) : PacketPtr();
    auto decoder = packet ? StreamDecoder::open(media->streams[index], &log) : fail({});
    if (!decoder)
        return;
    const FramePtr frame(av_frame_alloc());
    // Nothing comes behind it that it could be waited for.
    if (decoder->send(packet.get()) < 0 || decoder->send(nullptr) < 0 || decoder->receive(frame.get()) < 0)
        return;
    if (video.scan.isEmpty())
        video.scan = !isInterlaced(frame.get()) ? u"progressive"_s : isTopFieldFirst(frame.get()) ? u"tff"_s : u"bff"_s;
    HdrMarks marks;
    marks.add(frame.get());
    VideoFacts seen = video;
    marks.apply(seen, media->streams[index]);
    if (!video.hdrDetail.isEmpty()) { // what a box says stands, here among the headers
        seen.hdr = video.hdr;
        seen.hdrDetail = video.hdrDetail;
    }
    video = seen;
}

} // namespace proofreel
