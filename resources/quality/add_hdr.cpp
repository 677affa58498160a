// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// add_hdr KIND IN.mp4 OUT.mp4: copies HEVC of HDR10 or HLG and adds what no encoder at hand writes: hdr10plus, vivid,
// dv5, dv8.1 or dv8.4 (box and reference processing units), or dv-box (the box of 8.1 alone).

#include "hdr_payloads.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/dovi_meta.h>
}

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <string>

namespace {

using proofreel::media::Bytes;

int sure(int status, const char* what)
{
    if (status < 0)
        throw std::runtime_error(what);
    return status;
}

struct Kind {
    explicit Kind(std::string given)
        : name(std::move(given))
    {
        if (name.starts_with("dv")) {
            profile = name == "dv5" ? 5 : 8;
            compatibility = name == "dv5" ? 0 : name == "dv8.4" ? 4 : 1;
        } else if (name != "hdr10plus" && name != "vivid") {
            throw std::runtime_error("unknown kind");
        }
    }
    //! Before the picture's slices; empty: nothing.
    [[nodiscard]] Bytes before(int64_t frame) const
    {
        const double wave = 0.5 + 0.2 * std::sin(static_cast<double>(frame) / 10); // dynamic, as it should be
        return name == "hdr10plus" ? proofreel::media::hdr10Plus(static_cast<int>(2000 * wave))
            : name == "vivid"      ? proofreel::media::hdrVivid(wave)
                                   : Bytes();
    }
    //! Behind them.
    [[nodiscard]] Bytes behind(int64_t frame) const
    {
        const double wave = 0.5 + 0.2 * std::sin(static_cast<double>(frame) / 10);
        return profile && name != "dv-box" ? proofreel::media::dolbyVisionRpu(profile, wave) : Bytes();
    }
    std::string name;
    int profile = 0, compatibility = 0;
};

void addLengthAnd(Bytes& out, const uint8_t* unit, size_t size)
{
    for (const int shift : { 24, 16, 8, 0 })
        out.push_back(static_cast<uint8_t>(size >> shift));
    out.insert(out.end(), unit, unit + size);
}

Bytes changed(const AVPacket* packet, const Kind& kind, int64_t frame)
{
    Bytes out, before = kind.before(frame);
    for (size_t at = 0, end = static_cast<size_t>(packet->size); at + 5 < end;) {
        const uint8_t* head = packet->data + at;
        const size_t size = size_t(head[0]) << 24 | size_t(head[1]) << 16 | size_t(head[2]) << 8 | head[3];
        if (size > end - at - 4)
            throw std::runtime_error("a NAL unit is longer than its packet");
        const bool isSlice = (head[4] >> 1 & 63) < 32;
        if (isSlice && !before.empty()) {
            addLengthAnd(out, before.data(), before.size());
            before.clear();
        }
        addLengthAnd(out, head + 4, size);
        at += 4 + size;
    }
    if (const Bytes behind = kind.behind(frame); !behind.empty())
        addLengthAnd(out, behind.data(), behind.size());
    return out;
}

void addBox(AVStream* stream, const Kind& kind)
{
    size_t size = 0;
    AVDOVIDecoderConfigurationRecord* record = av_dovi_alloc(&size);
    record->dv_version_major = 1;
    record->dv_profile = static_cast<uint8_t>(kind.profile);
    record->dv_level = 1; // up to 1280x720 at 24 Hz
    record->rpu_present_flag = record->bl_present_flag = 1;
    record->dv_bl_signal_compatibility_id = static_cast<uint8_t>(kind.compatibility);
    auto* data = reinterpret_cast<uint8_t*>(record);
#if LIBAVFORMAT_VERSION_INT >= AV_VERSION_INT(60, 15, 100)
    AVCodecParameters* to = stream->codecpar;
    if (!av_packet_side_data_add(&to->coded_side_data, &to->nb_coded_side_data, AV_PKT_DATA_DOVI_CONF, data, size, 0))
        throw std::runtime_error("no memory");
#else
    sure(av_stream_add_side_data(stream, AV_PKT_DATA_DOVI_CONF, data, size), "side data");
#endif
}

void copySideData(AVStream* to, const AVStream* from)
{
#if LIBAVFORMAT_VERSION_INT < AV_VERSION_INT(60, 15, 100)
    for (int i = 0; i < from->nb_side_data; ++i) {
        const AVPacketSideData& each = from->side_data[i];
        if (uint8_t* copy = av_stream_new_side_data(to, each.type, each.size))
            std::memcpy(copy, each.data, each.size);
    }
#else
    (void)to, (void)from; // part of the parameters
#endif
}

void run(const Kind& kind, const char* from, const char* to)
{
    AVFormatContext *in = nullptr, *out = nullptr;
    sure(avformat_open_input(&in, from, nullptr, nullptr), from);
    sure(avformat_find_stream_info(in, nullptr), from);
    sure(avformat_alloc_output_context2(&out, nullptr, "mp4", to), to);
    const int video = sure(av_find_best_stream(in, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0), "no picture");
    AVStream* stream = avformat_new_stream(out, nullptr);
    sure(avcodec_parameters_copy(stream->codecpar, in->streams[video]->codecpar), "parameters");
    copySideData(stream, in->streams[video]);
    stream->time_base = in->streams[video]->time_base;
    stream->avg_frame_rate = in->streams[video]->avg_frame_rate;
    if (kind.profile)
        addBox(stream, kind);
    out->strict_std_compliance = FF_COMPLIANCE_UNOFFICIAL; // or the box is left out
    out->flags |= AVFMT_FLAG_BITEXACT;
    sure(avio_open(&out->pb, to, AVIO_FLAG_WRITE), to);
    sure(avformat_write_header(out, nullptr), "header");

    AVPacket *packet = av_packet_alloc(), *made = av_packet_alloc();
    for (int64_t frame = 0; av_read_frame(in, packet) >= 0; av_packet_unref(packet)) {
        if (packet->stream_index != video)
            continue;
        const Bytes bytes = changed(packet, kind, frame++);
        sure(av_new_packet(made, static_cast<int>(bytes.size())), "no memory");
        std::copy(bytes.begin(), bytes.end(), made->data);
        sure(av_packet_copy_props(made, packet), "properties");
        made->stream_index = 0;
        av_packet_rescale_ts(made, in->streams[video]->time_base, stream->time_base);
        sure(av_interleaved_write_frame(out, made), "writing");
    }
    sure(av_write_trailer(out), "trailer");
    av_packet_free(&packet);
    av_packet_free(&made);
    avformat_close_input(&in);
    sure(avio_closep(&out->pb), "closing");
    avformat_free_context(out);
}

} // namespace

int main(int argc, char** argv)
{
    try {
        if (argc != 4)
            throw std::runtime_error("usage: add_hdr KIND IN.mp4 OUT.mp4");
        run(Kind(argv[1]), argv[2], argv[3]);
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "add_hdr: %s\n", problem.what());
        return 1;
    }
    return 0;
}
