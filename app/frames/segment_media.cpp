// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/segment_media.h"

#include "frames/av_log.h"
#include "frames/av_names.h"
#include "frames/codec_string.h"
#include "frames/memory_input.h"
#include "frames/stream_decoder.h"

#include <QCoreApplication>

#include <algorithm>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

struct SegmentText {
    Q_DECLARE_TR_FUNCTIONS(SegmentMedia)
};

Error broken(const QString& message, int error)
{
    return { .kind = ErrorKind::Media,
        .code = error < 0 ? avErrorText(error) : QString(),
        .message = message,
        .advice = SegmentText::tr("Ask for this rendition to be made again.") };
}

// Until the first frame is out; false: none comes.
class FirstFrame {
public:
    FirstFrame(const AVStream* stream, AvLog* log)
        : m_decoder(StreamDecoder::open(stream, log))
        , m_frame(av_frame_alloc())
    {
    }
    void take(const AVPacket* packet)
    {
        if (m_found || !m_decoder)
            return;
        const int status = m_decoder->send(packet);
        if (status < 0 && status != TryAgain && status != EndOfFile)
            m_error = status;
        m_found = m_decoder->receive(m_frame.get()) >= 0;
    }
    [[nodiscard]] bool found() const { return m_found; }
    [[nodiscard]] bool canDecode() const { return m_decoder.has_value() || m_decoder.error().kind == ErrorKind::Media; }
    [[nodiscard]] int error() const { return m_error; }

private:
    Result<StreamDecoder> m_decoder;
    FramePtr m_frame;
    bool m_found = false;
    int m_error = 0;
};

void readHeaders(SegmentMedia& media, const AVFormatContext* input, int video, int audio)
{
    QStringList codecs;
    for (const int index : { video, audio })
        if (index >= 0)
            codecs += codecString(*input->streams[index]->codecpar);
    codecs.removeAll(QString());
    media.codecs = codecs.join(u',');
    if (video >= 0)
        media.size = QSize(input->streams[video]->codecpar->width, input->streams[video]->codecpar->height);
    for (unsigned i = 0; i < input->nb_streams; ++i)
        if (input->streams[i]->codecpar->codec_type == AVMEDIA_TYPE_AUDIO)
            media.languages += languageOf(input->streams[i]);
    const QLatin1StringView format(input->iformat->name);
    media.absoluteTimes = format.startsWith("mpegts"_L1) || format.startsWith("mov"_L1);
}

// The packets of one stream in time.
class Times {
public:
    explicit Times(AVFormatContext* input, int index)
        : m_stream(input->streams[index])
    {
        const AVRational rate = av_guess_frame_rate(input, input->streams[index], nullptr);
        m_isVideo = m_stream->codecpar->codec_type == AVMEDIA_TYPE_VIDEO;
        if (m_isVideo && rate.num > 0 && rate.den > 0)
            m_guessMs = 1000.0 * rate.den / rate.num;
    }
    void take(const AVPacket* packet)
    {
        if (m_packets++ == 0 && m_isVideo)
            keyFrameFirst = (packet->flags & AV_PKT_FLAG_KEY) != 0;
        const auto at = toMs(packet->pts != NoTime ? packet->pts : packet->dts, m_stream->time_base);
        if (!at)
            return;
        startMs = std::min(startMs.value_or(*at), *at);
        if (!m_lastMs || *at >= *m_lastMs) {
            m_lastMs = at;
            m_lastLengthMs = toMs(packet->duration, m_stream->time_base).value_or(0);
        }
    }
    [[nodiscard]] double frameMs() const { return m_lastLengthMs > 0 ? m_lastLengthMs : m_guessMs; }
    [[nodiscard]] std::optional<double> endMs() const
    {
        return m_lastMs ? std::optional(*m_lastMs + frameMs()) : std::nullopt;
    }
    std::optional<double> startMs;
    std::optional<bool> keyFrameFirst;

private:
    const AVStream* m_stream;
    bool m_isVideo = false;
    qint64 m_packets = 0;
    std::optional<double> m_lastMs;
    double m_lastLengthMs = 0, m_guessMs = 0;
};

Result<SegmentMedia> readPackets(SegmentMedia media, AVFormatContext* input, int index, AvLog& log)
{
    Times times(input, index);
    FirstFrame first(input->streams[index], &log);
    const PacketPtr packet(av_packet_alloc());
    bool corrupt = false, hasKey = false;
    int status = 0;
    for (; (status = av_read_frame(input, packet.get())) >= 0; av_packet_unref(packet.get())) {
        corrupt = corrupt || (packet->flags & AV_PKT_FLAG_CORRUPT) != 0;
        if (packet->stream_index != index)
            continue;
        hasKey = hasKey || (packet->flags & AV_PKT_FLAG_KEY) != 0;
        times.take(packet.get());
        first.take(packet.get());
    }
    first.take(nullptr);
    if (status != EndOfFile)
        return fail(broken(SegmentText::tr("The segment ends in the middle, or is damaged."), status));
    if (corrupt)
        return fail(broken(SegmentText::tr("Packets of the segment are damaged or missing."), 0));
    // Between two key frames nothing can be seen without the segment before.
    if (first.canDecode() && !first.found() && hasKey)
        return fail(broken(SegmentText::tr("Nothing in the segment can be decoded."), first.error()));
    media.startMs = times.startMs;
    media.endMs = times.endMs();
    media.frameMs = times.frameMs();
    media.startsWithKeyFrame = times.keyFrameFirst;
    return media;
}

} // namespace

Result<SegmentMedia> readSegment(const QByteArray& bytes, bool whole)
{
    AvLog log([](const QString&) {}); // what it says is known from the status
    const AvLog::Here here(log);
    MemoryInput input(bytes);
    int status = input.open();
    if (status >= 0)
        status = avformat_find_stream_info(input.context(), nullptr);
    if (input.trouble())
        return fail(*input.trouble());
    if (status < 0)
        return fail(broken(SegmentText::tr("The segment holds no media that can be read."), status));
    const int video = videoStreamOf(input.context());
    const int audio = audioStreamOf(input.context(), video);
    if (video < 0 && audio < 0)
        return fail(broken(SegmentText::tr("The segment holds neither pictures nor sound."), 0));
    SegmentMedia media;
    readHeaders(media, input.context(), video, audio);
    if (!whole)
        return media;
    auto read = readPackets(media, input.context(), video >= 0 ? video : audio, log);
    return input.trouble() ? fail(*input.trouble()) : read;
}

} // namespace proofreel
