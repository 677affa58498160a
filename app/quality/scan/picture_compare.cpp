// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/scan/picture_compare.h"

extern "C" {
#include <libavutil/dict.h>
#include <libavutil/pixdesc.h>
}

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace proofreel {

namespace {

struct CompareText {
    Q_DECLARE_TR_FUNCTIONS(PictureCompare)
};

constexpr double BestDb = 100;

double numberOf(const AVFrame* frame, const char* key)
{
    const AVDictionaryEntry* entry = av_dict_get(frame->metadata, key, nullptr, 0);
    return entry ? QByteArray::fromRawData(entry->value, qstrlen(entry->value)).toDouble() : 0;
}

//! What values stand for, as far as it cannot be compared: PQ, HLG, or anything else.
int lightOf(const AVFrame* frame)
{
    return frame->color_trc == AVCOL_TRC_SMPTE2084 || frame->color_trc == AVCOL_TRC_ARIB_STD_B67 ? frame->color_trc : 0;
}

} // namespace

Result<std::unique_ptr<PictureCompare>> PictureCompare::open(AVFormatContext* reference, std::stop_token stop)
{
    const int index = videoStreamOf(reference);
    if (index < 0)
        return fail({ .kind = ErrorKind::Media,
            .message = CompareText::tr("The reference has no picture to compare with."),
            .advice = CompareText::tr("Choose another reference.") });
    for (unsigned i = 0; i < reference->nb_streams; ++i)
        reference->streams[i]->discard = static_cast<int>(i) == index ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    std::unique_ptr<PictureCompare> compare(new PictureCompare(reference, std::move(stop))); // private constructor
    auto decoder = StreamDecoder::open(reference->streams[index], &compare->m_log);
    if (!decoder)
        return fail(decoder.error());
    compare->m_decoder.emplace(std::move(*decoder));
    if (!compare->readNext())
        return fail({ .kind = ErrorKind::Media,
            .message = CompareText::tr("No picture of the reference can be decoded."),
            .advice = CompareText::tr("Choose another reference.") });
    return compare;
}

PictureCompare::PictureCompare(AVFormatContext* reference, std::stop_token stop)
    : m_reference(reference)
    , m_stop(std::move(stop))
    , m_packet(av_packet_alloc())
    , m_result(av_frame_alloc())
{
}

bool PictureCompare::readNext()
{
    const AvLog::Here here(m_log);
    FramePtr frame(av_frame_alloc());
    while (!m_ended && !m_stop.stop_requested()) {
        const int status = m_decoder->receive(frame.get());
        if (status >= 0) {
            const auto ms = toMs(StreamDecoder::timeOf(frame.get()), m_decoder->stream()->time_base);
            if (!ms)
                continue; // it cannot be placed
            m_firstMs = m_firstMs.value_or(*ms);
            m_after = { std::move(frame), *ms - *m_firstMs };
            return true;
        }
        if (status != TryAgain || m_drained)
            break;
        const int read = av_read_frame(m_reference, m_packet.get());
        if (read < 0) {
            m_drained = true;
            (void)m_decoder->send(nullptr);
            continue;
        }
        if (m_packet->stream_index == m_decoder->stream()->index)
            (void)m_decoder->send(m_packet.get()); // a broken packet is a missing picture
        av_packet_unref(m_packet.get());
    }
    m_ended = true;
    return false;
}

const PictureCompare::Picture* PictureCompare::nearest(double ms)
{
    while (!m_ended && m_after.ms <= ms) {
        m_before = std::move(m_after);
        m_after = {};
        if (readNext())
            m_intervalMs = m_after.ms - m_before.ms;
    }
    const Picture* found = m_after.frame ? &m_after : nullptr;
    if (m_before.frame && (!found || ms - m_before.ms <= m_after.ms - ms))
        found = &m_before;
    // Beyond either end there is nothing to compare with.
    return found && std::abs(found->ms - ms) <= std::max(m_intervalMs, 1.0) * 0.75 ? found : nullptr;
}

bool PictureCompare::makeGraph(const AVFrame* frame, const AVFrame* reference)
{
    const AVPixFmtDescriptor* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(reference->format));
    if (!format)
        return false;
    if (lightOf(frame) != lightOf(reference)) {
        m_trouble = CompareText::tr("One of the two is HDR: their values stand for different light.");
        return false;
    }
    m_depth = format->comp[0].depth;
    const QByteArray name = format->name;
    const QByteArray chain = "[in0]scale=" + QByteArray::number(reference->width) + ':'
        + QByteArray::number(reference->height) + ":flags=bicubic,format=" + name
        + ",setsar=1[main];[in1]format=" + name + ",setsar=1,split[r1][r2];[main][r1]psnr[half];[half][r2]ssim[out]";
    auto graph = FilterGraph::make({ { frame }, { reference } }, chain);
    if (!graph) {
        m_trouble = graph.error().message;
        return false;
    }
    m_graph.emplace(std::move(*graph));
    return true;
}

void PictureCompare::add(const AVFrame* frame, double ms)
{
    if (!m_trouble.isEmpty())
        return;
    const Picture* reference = nearest(ms);
    if (!reference || (!m_graph && !makeGraph(frame, reference->frame.get())))
        return;
    if (!m_graph->fits(frame) || !m_graph->fits(reference->frame.get(), 1)) {
        m_trouble = CompareText::tr("The picture's size changes, so it was compared up to there only.");
        return;
    }
    const std::array<const AVFrame*, 2> pair { frame, reference->frame.get() };
    for (size_t input = 0; input < pair.size(); ++input) {
        const FramePtr stamped(av_frame_clone(pair[input]));
        if (!stamped)
            return;
        stamped->pts = m_pairs;
        if (m_graph->push(stamped.get(), input) < 0)
            return;
    }
    ++m_pairs;
    m_times.push_back(ms);
    pull();
}

void PictureCompare::pull()
{
    while (m_graph->pull(m_result.get()) >= 0) {
        const double error = numberOf(m_result.get(), "lavfi.psnr.mse_avg");
        const double ssim = numberOf(m_result.get(), "lavfi.ssim.All");
        m_squaredError += error;
        m_ssimSum += ssim;
        ++m_measured;
        if (!m_times.empty()) {
            m_errors.add(m_times.front(), error);
            m_ssims.add(m_times.front(), ssim);
            m_times.pop_front();
        }
        av_frame_unref(m_result.get());
    }
}

void PictureCompare::finish()
{
    if (!m_graph)
        return;
    (void)m_graph->push(nullptr, 0);
    (void)m_graph->push(nullptr, 1);
    pull();
}

std::optional<double> PictureCompare::psnrDb() const
{
    return m_measured == 0 ? std::nullopt : std::optional(decibels(m_squaredError / static_cast<double>(m_measured)));
}

double PictureCompare::decibels(double meanSquaredError) const
{
    const double most = (1 << m_depth) - 1;
    return meanSquaredError > 0 ? std::min(BestDb, 10 * std::log10(most * most / meanSquaredError)) : BestDb;
}

QList<QPointF> PictureCompare::psnrCurve(double offsetMs) const
{
    QList<QPointF> points = m_errors.means(offsetMs);
    for (QPointF& point : points)
        point.setY(decibels(point.y()));
    return points;
}

std::optional<double> PictureCompare::ssim() const
{
    return m_measured == 0 ? std::nullopt : std::optional(m_ssimSum / static_cast<double>(m_measured));
}

QString PictureCompare::trouble() const
{
    if (m_trouble.isEmpty() && m_measured == 0)
        return CompareText::tr("No picture of the reference stands at the time of one of these.");
    return m_trouble;
}

} // namespace proofreel
