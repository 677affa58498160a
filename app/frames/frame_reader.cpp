// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/frame_reader.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace proofreel {

namespace {

struct ReaderText {
    Q_DECLARE_TR_FUNCTIONS(FrameReader)
};

Error noPicture()
{
    return { .kind = ErrorKind::Media,
        .message = ReaderText::tr("There is no picture that can be decoded."),
        .advice = ReaderText::tr("Ask for this rendition to be made again.") };
}

} // namespace

FrameReader::FrameReader(AVFormatContext* media, std::stop_token stop)
    : m_log([](const QString&) {})
    , m_media(media)
    , m_stop(std::move(stop))
    , m_packet(av_packet_alloc())
{
}

Result<std::unique_ptr<FrameReader>> FrameReader::open(AVFormatContext* media, std::stop_token stop)
{
    std::unique_ptr<FrameReader> reader(new FrameReader(media, std::move(stop)));
    const AvLog::Here here(reader->m_log);
    const int index = videoStreamOf(media);
    if (index < 0)
        return fail(noPicture());
    for (unsigned i = 0; i < media->nb_streams; ++i)
        media->streams[i]->discard = static_cast<int>(i) == index ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    auto decoder = StreamDecoder::open(media->streams[index], &reader->m_log);
    if (!decoder)
        return fail(decoder.error());
    reader->m_decoder.emplace(std::move(*decoder));
    return reader;
}

Result<PictureAt> FrameReader::at(double ms)
{
    const AvLog::Here here(m_log);
    const AVStream* stream = m_decoder->stream();
    const AVRational base = stream->time_base;
    const int64_t start = stream->start_time == NoTime ? 0 : stream->start_time;
    const double ticks = std::clamp(ms, 0.0, 1e12) * base.den / (1000.0 * base.num);
    const int64_t wanted = start + static_cast<int64_t>(std::llround(ticks));
    FramePtr before;
    // Playlists and streams without an index may land behind what was asked for: then from further back.
    for (const double backMs : { 0.0, 3'000.0, 15'000.0, 1e12 }) {
        const int64_t from = std::max(start, wanted - static_cast<int64_t>(backMs * base.den / (1000.0 * base.num)));
        before = shownAt(from, wanted);
        if (from <= start || (before && StreamDecoder::timeOf(before.get()) <= wanted))
            break;
    }
    if (m_stop.stop_requested())
        return fail({ .kind = ErrorKind::Cancelled, .message = ReaderText::tr("It was stopped.") });
    if (!before)
        return fail(noPicture());
    const double shown = toMs(StreamDecoder::timeOf(before.get()), base).value_or(0);
    return PictureAt { std::move(before), shown - toMs(start, base).value_or(0), streamRotation(stream) };
}

// The last picture up to that time, else the first behind it.
FramePtr FrameReader::shownAt(int64_t from, int64_t wanted)
{
    // A media that cannot be sought is read from where it stands.
    if (av_seek_frame(m_media, m_decoder->stream()->index, from, AVSEEK_FLAG_BACKWARD) >= 0)
        m_decoder->flush();
    FramePtr before, next(av_frame_alloc());
    while (readNext(next.get())) {
        if (before && StreamDecoder::timeOf(next.get()) > wanted)
            break; // what came before it is still shown
        before = std::move(next);
        next.reset(av_frame_alloc());
        if (StreamDecoder::timeOf(before.get()) >= wanted)
            break;
    }
    return before;
}

bool FrameReader::readNext(AVFrame* frame)
{
    bool ended = false;
    while (!m_stop.stop_requested()) {
        const int status = m_decoder->receive(frame);
        if (status >= 0 && StreamDecoder::timeOf(frame) != NoTime)
            return true;
        if (status == EndOfFile || (status < 0 && ended))
            return false;
        if (status >= 0 || status != TryAgain)
            continue;
        const int read = av_read_frame(m_media, m_packet.get());
        ended = read < 0;
        if (ended || m_packet->stream_index == m_decoder->stream()->index)
            (void)m_decoder->send(ended ? nullptr : m_packet.get()); // of a broken packet no picture comes
        av_packet_unref(m_packet.get());
    }
    return false;
}

} // namespace proofreel
