// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/scan/audio_scan.h"

#include "frames/av_names.h"

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/dict.h>
}

#include <QCoreApplication>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct ScanText {
    Q_DECLARE_TR_FUNCTIONS(AudioScan)
};

constexpr double LeastLufs = -70; // the absolute gate of EBU R128
constexpr double LeastDb = -120; // for a peak of nothing
// Loudness is measured at 48 kHz and more: from a sample a second that makes hours of sound of a few bytes, and
// ebur128 writes beyond its memory below 10 Hz.
constexpr int LeastRate = 4'000, MostRate = 768'000;

std::optional<double> numberOf(const AVDictionary* metadata, const char* key)
{
    const AVDictionaryEntry* entry = av_dict_get(metadata, key, nullptr, 0);
    if (!entry)
        return std::nullopt;
    bool ok = false;
    const double number = QByteArray::fromRawData(entry->value, qstrlen(entry->value)).toDouble(&ok);
    return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

} // namespace

AudioScan::AudioScan(StreamDecoder decoder, const ScanOptions& options, FaultLog& faults, std::stop_token stop)
    : m_decoder(std::move(decoder))
    , m_faults(faults)
    , m_stop(std::move(stop))
    , m_frame(av_frame_alloc())
    , m_converted(av_frame_alloc())
    , m_measured(av_frame_alloc())
    , m_samples(options.silenceMs)
{
}

void AudioScan::take(const AVPacket* packet)
{
    const int sent = m_decoder.send(packet);
    if (sent < 0 && sent != EndOfFile)
        m_faults.damaged(
            packet ? toMs(packet->pts, m_decoder.stream()->time_base).value_or(m_endMs) : m_endMs, avErrorText(sent));
    while (!m_stop.stop_requested()) {
        const int status = m_decoder.receive(m_frame.get());
        if (status == TryAgain || status == EndOfFile)
            break;
        if (status < 0) {
            m_faults.damaged(m_endMs, avErrorText(status));
            break;
        }
        takeFrame(m_frame.get());
        av_frame_unref(m_frame.get());
    }
    if (packet)
        return;
    convert(nullptr);
    if (m_graph && m_graph->push(nullptr) >= 0)
        drain();
    m_faults.finish();
}

void AudioScan::takeFrame(AVFrame* frame)
{
    if (frame->nb_samples <= 0)
        return;
    const AVRational base = m_decoder.stream()->time_base;
    const double ms = toMs(StreamDecoder::timeOf(frame), base).value_or(m_endMs);
    if (frame->sample_rate < LeastRate || frame->sample_rate > MostRate) {
        m_faults.damaged(ms, ScanText::tr("sound of %1 Hz cannot be measured").arg(frame->sample_rate));
        return;
    }
    if (frame->ch_layout.order == AV_CHANNEL_ORDER_UNSPEC)
        av_channel_layout_default(&frame->ch_layout, frame->ch_layout.nb_channels);
    frame->pts = static_cast<int64_t>(std::llround(ms * base.den / (1000.0 * base.num)));
    if (m_frames++ == 0) {
        m_firstMs = ms;
        m_format = static_cast<AVSampleFormat>(frame->format);
        m_rate = frame->sample_rate;
        m_channels = frame->ch_layout.nb_channels;
        std::array<char, 128> layout {};
        av_channel_layout_describe(&frame->ch_layout, layout.data(), layout.size());
        m_layout = layout.data();
    }
    m_endMs = ms + frame->nb_samples * 1000.0 / frame->sample_rate;
    if (frame->flags & AV_FRAME_FLAG_CORRUPT || frame->decode_error_flags)
        m_faults.damaged(ms, ScanText::tr("damaged sound"));
    else
        m_faults.passed(ms);

    if (!m_graph && !m_broken) {
        auto graph = FilterGraph::make(
            { { frame, base } }, "[in0]ebur128=peak=true:metadata=1:framelog=verbose,aformat=sample_fmts=dbl[out]");
        if (!graph)
            graph = FilterGraph::make({ { frame, base } }, "[in0]aformat=sample_fmts=dbl[out]");
        m_broken = !graph;
        if (graph)
            m_graph.emplace(std::move(*graph));
    }
    if (m_broken)
        return;
    if (m_graph->fits(frame)) {
        convert(nullptr);
        m_converter.reset();
        measure(frame);
        return;
    }
    if (!m_converter || !m_converter->fits(frame)) {
        convert(nullptr);
        m_converter.reset();
        auto converter = converterFor(frame);
        if (!converter) {
            m_faults.damaged(ms, converter.error().message);
            return;
        }
        m_converter.emplace(std::move(*converter));
    }
    convert(frame);
}

void AudioScan::convert(AVFrame* frame)
{
    if (!m_converter || m_converter->push(frame) < 0)
        return;
    while (m_converter->pull(m_converted.get()) >= 0) {
        m_converted->pts = av_rescale_q(m_converted->pts, m_converter->outputTimeBase(), m_decoder.stream()->time_base);
        measure(m_converted.get());
        av_frame_unref(m_converted.get());
    }
}

Result<FilterGraph> AudioScan::converterFor(const AVFrame* frame) const
{
    QByteArray chain = "[in0]aformat=sample_fmts=" + QByteArray(av_get_sample_fmt_name(m_format));
    chain += ":sample_rates=" + QByteArray::number(m_rate) + ":channel_layouts=" + m_layout;
    return FilterGraph::make({ { frame, m_decoder.stream()->time_base } }, chain + "[out]");
}

void AudioScan::measure(AVFrame* frame)
{
    if (m_graph->push(frame) >= 0)
        drain();
}

void AudioScan::drain()
{
    while (m_graph->pull(m_measured.get()) >= 0) {
        read(m_measured.get());
        av_frame_unref(m_measured.get());
    }
}

void AudioScan::read(const AVFrame* measured)
{
    const double ms = toMs(measured->pts, m_graph->outputTimeBase()).value_or(m_endMs);
    if (measured->format == AV_SAMPLE_FMT_DBL) {
        m_samples.add(reinterpret_cast<const double*>(measured->data[0]), measured->nb_samples,
            measured->ch_layout.nb_channels, measured->sample_rate, ms);
    }
    const AVDictionary* metadata = measured->metadata;
    if (av_dict_get(metadata, "lavfi.r128.M", nullptr, 0)) // of nothing at all it is -inf
        m_loudness.add(ms - m_firstMs, std::max(numberOf(metadata, "lavfi.r128.M").value_or(LeastLufs), LeastLufs));
    if (const auto integrated = numberOf(metadata, "lavfi.r128.I"))
        m_integrated = integrated;
    if (const auto range = numberOf(metadata, "lavfi.r128.LRA"))
        m_range = range;
    std::array<char, 40> key {};
    for (int channel = 0; channel < measured->ch_layout.nb_channels; ++channel) {
        std::snprintf(key.data(), key.size(), "lavfi.r128.true_peaks_ch%d", channel);
        if (const auto peak = numberOf(metadata, key.data()))
            m_truePeak = std::max(m_truePeak.value_or(0), *peak);
    }
}

AudioFacts AudioScan::facts(qint64 packetBytes) const
{
    const AVCodecContext* decoder = m_decoder.context();
    AudioFacts facts;
    facts.codec = QString::fromUtf8(avcodec_get_name(decoder->codec_id));
    facts.profile = QString::fromUtf8(avcodec_profile_name(decoder->codec_id, decoder->profile));
    facts.channels = m_channels;
    facts.sampleRate = m_rate;
    facts.startMs = m_firstMs;
    facts.durationMs = m_endMs - m_firstMs;
    if (*facts.durationMs > 0)
        facts.bitrateKbps = static_cast<double>(packetBytes) * 8 / *facts.durationMs;
    facts.language = languageOf(m_decoder.stream());
    return facts;
}

void AudioScan::fill(SignalFacts& facts, double originMs)
{
    m_samples.finish(m_endMs, originMs, facts);
    facts.integratedLufs = m_integrated;
    facts.loudnessRangeLu = m_range;
    if (m_truePeak)
        facts.truePeakDbtp = *m_truePeak > 0 ? std::max(20 * std::log10(*m_truePeak), LeastDb) : LeastDb;
    facts.loudnessLufs = m_loudness.means(m_firstMs - originMs);
}

} // namespace proofreel
