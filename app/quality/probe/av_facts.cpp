// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/probe/av_facts.h"

#include "frames/av_names.h"
#include "frames/av_types.h"
#include "frames/media_index.h"
#include "frames/stream_decoder.h"
#include "quality/hdr_kind.h"
#include "quality/scan/hdr_side_data.h"

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

std::span<AVStream*> streamsOf(AVFormatContext* media)
{
    return { media->streams, media->nb_streams };
}

void times(const AVStream* stream, std::optional<double>& start, std::optional<double>& duration)
{
    if (const auto ms = toMs(stream->start_time, stream->time_base))
        start = std::max(*ms, 0.0); // what is before is there to start the decoder
    if (const auto ms = toMs(stream->duration, stream->time_base); ms && *ms > 0)
        duration = *ms;
}

//! By the record that players choose a decoder with (ISO/IEC 14496-15 8.3.3.1), whatever stands in the stream.
std::optional<int> recordedBitDepth(const AVCodecParameters& parameters)
{
    constexpr int lumaAt = 17, version = 1; // a transport stream's begin with a start code
    if (parameters.codec_id != AV_CODEC_ID_HEVC || parameters.extradata_size <= lumaAt
        || parameters.extradata[0] != version)
        return std::nullopt;
    return 8 + (parameters.extradata[lumaAt] & 7);
}

VideoFacts videoFacts(const AVStream* stream)
{
    const AVCodecParameters* parameters = stream->codecpar;
    VideoFacts video;
    video.codec = QString::fromUtf8(avcodec_get_name(parameters->codec_id));
    video.profile = QString::fromUtf8(avcodec_profile_name(parameters->codec_id, parameters->profile));
    video.level = levelName(parameters->codec_id, parameters->level);
    video.width = parameters->width;
    video.height = parameters->height;
    video.rotation = streamRotation(stream);
    if (parameters->width > 0 && parameters->height > 0) {
        const AVRational pixel = parameters->sample_aspect_ratio;
        const double aspect = double(parameters->width) * (pixel.num > 0 && pixel.den > 0 ? av_q2d(pixel) : 1)
            / double(parameters->height);
        video.aspect = *video.rotation % 180 == 0 ? aspect : 1 / aspect;
    }
    if (stream->avg_frame_rate.num > 0 && stream->avg_frame_rate.den > 0)
        video.frameRate = av_q2d(stream->avg_frame_rate);
    if (const auto* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(parameters->format))) {
        video.bitDepth = format->comp[0].depth;
        video.chroma = chromaName(*format);
    }
    if (const auto depth = recordedBitDepth(*parameters))
        video.bitDepth = depth;
    video.primaries = knownName(av_color_primaries_name(parameters->color_primaries));
    video.transfer = knownName(av_color_transfer_name(parameters->color_trc));
    video.matrix = knownName(av_color_space_name(parameters->color_space));
    video.range = knownName(av_color_range_name(parameters->color_range));
    if (parameters->field_order == AV_FIELD_PROGRESSIVE)
        video.scan = u"progressive"_s;
    else if (parameters->field_order == AV_FIELD_TT || parameters->field_order == AV_FIELD_TB)
        video.scan = u"tff"_s;
    else if (parameters->field_order != AV_FIELD_UNKNOWN)
        video.scan = u"bff"_s;
    video.hdrDetail = dolbyVisionProfile(stream);
    video.hdr = hdrKindOf(video, !video.hdrDetail.isEmpty(), false);
    times(stream, video.startMs, video.durationMs);
    return video;
}

AudioFacts audioFacts(const AVStream* stream)
{
    const AVCodecParameters* parameters = stream->codecpar;
    AudioFacts audio;
    audio.codec = QString::fromUtf8(avcodec_get_name(parameters->codec_id));
    if (parameters->codec_id == AV_CODEC_ID_AAC)
        audio.profile = QString::fromUtf8(avcodec_profile_name(parameters->codec_id, parameters->profile));
    if (parameters->ch_layout.nb_channels > 0)
        audio.channels = parameters->ch_layout.nb_channels;
    if (parameters->sample_rate > 0)
        audio.sampleRate = parameters->sample_rate;
    if (parameters->bit_rate > 0)
        audio.bitrateKbps = double(parameters->bit_rate) / 1000;
    times(stream, audio.startMs, audio.durationMs);
    audio.language = languageOf(stream);
    return audio;
}

//! Of a track whose samples are in order, from its index: libav itself would have to read some.
std::optional<double> firstTime(AVStream* stream)
{
    for (int i = 0; i < std::min(avformat_index_get_entries_count(stream), 10'000); ++i) {
        const AVIndexEntry* entry = avformat_index_get_entry(stream, i);
        if (entry && !(entry->flags & AVINDEX_DISCARD_FRAME))
            return toMs(entry->timestamp, stream->time_base);
    }
    return std::nullopt;
}

void earliestStart(MediaFacts& facts)
{
    facts.startMs = facts.video ? facts.video->startMs : std::nullopt;
    for (const AudioFacts& audio : std::as_const(facts.audio)) {
        if (audio.startMs && (!facts.startMs || *audio.startMs < *facts.startMs))
            facts.startMs = audio.startMs;
    }
}

void addVideo(AVFormatContext* media, int index, VideoFacts& video)
{
    const VideoFacts track = videoFacts(media->streams[index]);
    video.rotation = track.rotation;
    // The library that found these has rounded them.
    video.startMs = track.startMs ? track.startMs : video.startMs;
    video.durationMs = track.durationMs ? track.durationMs : video.durationMs;
    video.bitDepth = track.bitDepth ? track.bitDepth : video.bitDepth;
    if (track.hdr == "DolbyVision"_L1) {
        video.hdr = track.hdr;
        video.hdrDetail = track.hdrDetail;
    }
    if (const auto known = readIndex(media, index)) {
        video.frames = known->frames;
        video.frameRate = known->frameRate;
        video.constantFrameRate = known->constantFrameRate;
        video.peakBitrateKbps = known->peakKbps;
        video.bitrateKbps = known->averageKbps;
        video.keyFramesMs = known->keyFramesMs;
    }
}

} // namespace

MediaFacts streamFacts(AVFormatContext* media)
{
    MediaFacts facts;
    const int video = videoStreamOf(media);
    if (video >= 0)
        facts.video = videoFacts(media->streams[video]);
    for (const AVStream* stream : streamsOf(media)) {
        if (stream->codecpar->codec_type == AVMEDIA_TYPE_AUDIO)
            facts.audio += audioFacts(stream);
        else if (stream->codecpar->codec_type == AVMEDIA_TYPE_SUBTITLE)
            facts.subtitles.append({ .codec = QString::fromUtf8(avcodec_get_name(stream->codecpar->codec_id)),
                .language = languageOf(stream) });
    }
    earliestStart(facts);
    return facts;
}

void addIndexFacts(AVFormatContext* media, MediaFacts& facts)
{
    if (const int video = videoStreamOf(media); video >= 0 && facts.video)
        addVideo(media, video, *facts.video);
    qsizetype sound = 0, text = 0;
    for (AVStream* stream : streamsOf(media)) {
        if (stream->codecpar->codec_type == AVMEDIA_TYPE_AUDIO && sound < facts.audio.size()) {
            AudioFacts& audio = facts.audio[sound++];
            audio.language = languageOf(stream);
            std::optional<double> start = firstTime(stream);
            times(stream, start, audio.durationMs);
            if (start)
                audio.startMs = std::max(*start, 0.0);
        } else if (stream->codecpar->codec_type == AVMEDIA_TYPE_SUBTITLE && text < facts.subtitles.size()) {
            facts.subtitles[text++].language = languageOf(stream);
        }
    }
    earliestStart(facts);
}

} // namespace proofreel
