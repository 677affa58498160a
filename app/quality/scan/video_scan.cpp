// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/scan/video_scan.h"

#include "quality/scan/luminance.h"

extern "C" {
#include <libavutil/dict.h>
}

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct ScanText {
    Q_DECLARE_TR_FUNCTIONS(VideoScan)
};

QLatin1StringView valueOf(const AVFrame* frame, const char* key)
{
    const AVDictionaryEntry* entry = av_dict_get(frame->metadata, key, nullptr, 0);
    return entry ? QLatin1StringView(entry->value) : QLatin1StringView();
}

constexpr int MostErrors = 100; // at the end: more than any decoder holds pictures

} // namespace

VideoScan::VideoScan(StreamDecoder decoder, const ScanOptions& options, FaultLog& faults, std::stop_token stop,
    std::unique_ptr<PictureCompare> compare)
    : m_decoder(std::move(decoder))
    , m_faults(faults)
    , m_stop(std::move(stop))
    , m_compare(std::move(compare))
    , m_frame(av_frame_alloc())
    , m_measured(av_frame_alloc())
    , m_chain(
          "[in0]blackdetect=d=0,freezedetect=d=" + QByteArray::number(options.freezeMs / 1000, 'f', 3) + ",idet[out]")
    , m_black(options.blackMs)
    , m_freeze(options.freezeMs)
{
}

void VideoScan::take(const AVPacket* packet)
{
    const AVRational base = m_decoder.stream()->time_base;
    const int sent = m_decoder.send(packet);
    if (sent < 0 && sent != EndOfFile) {
        m_faults.damaged(
            packet ? toMs(packet->pts, base).value_or(m_pictures.endMs()) : m_pictures.endMs(), avErrorText(sent));
    }
    for (int errors = 0; !m_stop.stop_requested();) {
        const int status = m_decoder.receive(m_frame.get());
        if (status == TryAgain || status == EndOfFile)
            break;
        if (status < 0) {
            m_faults.damaged(m_pictures.endMs(), avErrorText(status));
            if (packet || ++errors == MostErrors)
                break;
            continue; // what the decoder still holds may be whole
        }
        takeFrame(m_frame.get());
        av_frame_unref(m_frame.get());
    }
    if (packet)
        return;
    if (m_graph && m_graph->push(nullptr) >= 0)
        drain();
    if (m_compare)
        m_compare->finish();
    m_faults.finish();
}

void VideoScan::takeFrame(AVFrame* frame)
{
    if (frame->width <= 0 || frame->height <= 0)
        return;
    const AVRational base = m_decoder.stream()->time_base;
    const double ms = toMs(StreamDecoder::timeOf(frame), base).value_or(m_pictures.endMs());
    frame->pts = static_cast<int64_t>(std::llround(ms * base.den / (1000.0 * base.num)));
    m_pictures.add(frame, ms);
    m_position = ms - m_pictures.firstMs();
    if (frame->flags & AV_FRAME_FLAG_CORRUPT || frame->decode_error_flags)
        m_faults.damaged(ms, ScanText::tr("damaged picture"));
    else
        m_faults.passed(ms);
    if (m_compare)
        m_compare->add(frame, ms - m_pictures.firstMs());
    if (readyFor(frame, ms) && m_graph->push(frame) >= 0)
        drain();
}

// A graph is made for one size and format; filters that compare pictures would read beyond another's end.
bool VideoScan::readyFor(AVFrame* frame, double ms)
{
    if (m_broken || (m_graph && m_graph->fits(frame)))
        return !m_broken;
    if (m_graph) {
        m_faults.damaged(
            ms, ScanText::tr("the picture changes to %1 x %2 pixels").arg(frame->width).arg(frame->height));
        if (m_graph->push(nullptr) >= 0)
            drain();
        m_black.end(ms); // one that goes on is joined again
        endFreeze(ms);
        m_graph.reset();
    }
    auto graph = FilterGraph::make({ { frame, m_decoder.stream()->time_base } }, m_chain);
    m_broken = !graph;
    if (graph)
        m_graph.emplace(std::move(*graph));
    else
        m_faults.damaged(ms, graph.error().message);
    return !m_broken;
}

void VideoScan::drain()
{
    while (m_graph->pull(m_measured.get()) >= 0) {
        read(m_measured.get());
        av_frame_unref(m_measured.get());
    }
}

void VideoScan::read(const AVFrame* measured)
{
    const double ms = toMs(measured->pts, m_graph->outputTimeBase()).value_or(m_pictures.endMs());
    if (const auto luminance = meanLuminance(measured))
        m_luminance.add(ms - m_pictures.firstMs(), *luminance);
    if (!measured->metadata)
        return;
    // The filters write times with six digits, too few for long media: those of the picture are exact.
    if (!valueOf(measured, "lavfi.black_end").isEmpty())
        m_black.end(ms);
    if (!valueOf(measured, "lavfi.black_start").isEmpty())
        m_black.begin(ms);
    if (const auto start = valueOf(measured, "lavfi.freezedetect.freeze_start"); !start.isEmpty())
        m_frozenSince = start.toDouble() * 1000;
    if (const auto lasted = valueOf(measured, "lavfi.freezedetect.freeze_duration"); !lasted.isEmpty()) {
        m_freeze.add(ms - lasted.toDouble() * 1000, ms);
        m_frozenSince.reset();
    }
    const auto field = valueOf(measured, "lavfi.idet.multiple.current_frame");
    if (field == "progressive"_L1)
        ++m_progressive;
    else if (field == "tff"_L1)
        ++m_tff;
    else if (field == "bff"_L1)
        ++m_bff;
}

void VideoScan::endFreeze(double ms)
{
    if (m_frozenSince)
        m_freeze.add(*m_frozenSince, ms);
    m_frozenSince.reset();
}

// Still pictures look progressive whatever they are, and fine detail looks interlaced now and then: a verdict needs a
// second's worth of pictures and a clear majority.
QString VideoScan::fieldOrder() const
{
    constexpr qint64 Enough = 25;
    const qint64 interlaced = m_tff + m_bff;
    const qint64 seen = interlaced + m_progressive;
    if (seen < Enough || seen * 4 < m_pictures.count())
        return {};
    if (m_progressive > 4 * interlaced)
        return u"progressive"_s;
    if (interlaced < Enough || interlaced < m_progressive)
        return {};
    return m_tff > 4 * m_bff ? u"tff"_s : m_bff > 4 * m_tff ? u"bff"_s : QString();
}

VideoFacts VideoScan::facts(double originMs) const
{
    return m_pictures.facts(m_decoder.context(), m_decoder.stream(), originMs);
}

void VideoScan::fill(SignalFacts& facts, double originMs)
{
    m_black.end(m_pictures.endMs());
    endFreeze(m_pictures.endMs());
    facts.black = m_black.finish(originMs);
    facts.freeze = m_freeze.finish(originMs);
    facts.fieldOrder = fieldOrder();
    facts.luminance = m_luminance.means(m_pictures.firstMs() - originMs);
    if (m_compare) {
        facts.psnrDb = m_compare->psnrDb();
        facts.ssim = m_compare->ssim();
        facts.psnrCurve = m_compare->psnrCurve(m_pictures.firstMs() - originMs);
        facts.ssimCurve = m_compare->ssimCurve(m_pictures.firstMs() - originMs);
        facts.referenceTrouble = m_compare->trouble();
    }
}

} // namespace proofreel
