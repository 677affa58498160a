// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/stream_decoder.h"

#include "frames/av_log.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct DecoderText {
    Q_DECLARE_TR_FUNCTIONS(StreamDecoder)
};

bool isReal(const AVStream* stream, AVMediaType type)
{
    return stream->codecpar->codec_type == type && !(stream->disposition & AV_DISPOSITION_ATTACHED_PIC);
}

} // namespace

Result<StreamDecoder> StreamDecoder::open(const AVStream* stream, AvLog* log)
{
    const AVCodecParameters* parameters = stream->codecpar;
    const AVCodec* codec = avcodec_find_decoder(parameters->codec_id);
    if (!codec) {
        const QString name = QString::fromUtf8(avcodec_get_name(parameters->codec_id));
        return fail({ .kind = ErrorKind::Unsupported,
            .code = name,
            .message = DecoderText::tr("There is no decoder for “%1” on this computer.").arg(name),
            .advice = DecoderText::tr("Install a build of FFmpeg's libraries that has it.") });
    }
    if (int64_t { parameters->width } * parameters->height > MostPixels) {
        return fail({ .kind = ErrorKind::Media,
            .message = DecoderText::tr("Pictures of %1 × %2 pixels are larger than any that is decoded here.")
                           .arg(parameters->width)
                           .arg(parameters->height),
            .advice = DecoderText::tr("Ask for this rendition to be made again.") });
    }
    StreamDecoder decoder;
    decoder.m_stream = stream;
    decoder.m_context.reset(avcodec_alloc_context3(codec));
    AVCodecContext* context = decoder.m_context.get();
    int status = context ? avcodec_parameters_to_context(context, parameters) : -ENOMEM;
    if (status >= 0) {
        context->pkt_timebase = stream->time_base;
        context->max_pixels = MostPixels;
        context->thread_count = 0; // as many as there are processors
        if (log)
            log->attach(context);
        status = avcodec_open2(context, codec, nullptr);
    }
    if (status < 0) {
        return fail({ .kind = ErrorKind::Media,
            .code = avErrorText(status),
            .message = DecoderText::tr("The decoder for “%1” refuses this file: its headers are damaged.")
                           .arg(QString::fromUtf8(codec->name)),
            .advice = DecoderText::tr("Ask for this rendition to be made again.") });
    }
    return decoder;
}

int videoStreamOf(AVFormatContext* media)
{
    const int best = av_find_best_stream(media, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    return best >= 0 && isReal(media->streams[best], AVMEDIA_TYPE_VIDEO) ? best : -1;
}

int audioStreamOf(AVFormatContext* media, int video)
{
    const auto isSound = [media](unsigned index) { return isReal(media->streams[index], AVMEDIA_TYPE_AUDIO); };
    if (const AVProgram* program = video < 0 ? nullptr : av_find_program_from_stream(media, nullptr, video)) {
        const std::span members(program->stream_index, program->nb_stream_indexes);
        if (const auto found = std::ranges::find_if(members, isSound); found != members.end())
            return static_cast<int>(*found);
    }
    for (unsigned i = 0; i < media->nb_streams; ++i) {
        if (isSound(i))
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace proofreel
