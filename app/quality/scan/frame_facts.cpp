// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/scan/frame_facts.h"

#include "frames/av_names.h"
#include "frames/av_types.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qsizetype MostKeyFrames = 50'000; // a day of one each two seconds

} // namespace

void FrameFacts::add(const AVFrame* frame, double ms)
{
    if (m_count == 0) {
        m_firstMs = ms;
        m_facts.width = frame->width;
        m_facts.height = frame->height;
        if (frame->sample_aspect_ratio.num > 0 && frame->sample_aspect_ratio.den > 0)
            m_pixelAspect = av_q2d(frame->sample_aspect_ratio);
        if (const AVPixFmtDescriptor* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame->format))) {
            m_facts.bitDepth = format->comp[0].depth;
            m_facts.chroma = chromaName(*format);
        }
        m_facts.primaries = knownName(av_color_primaries_name(frame->color_primaries));
        m_facts.transfer = knownName(av_color_transfer_name(frame->color_trc));
        m_facts.matrix = knownName(av_color_space_name(frame->colorspace));
        m_facts.range = knownName(av_color_range_name(frame->color_range));
    } else {
        addInterval(ms);
    }
    m_lastMs = ms;
    ++m_count;
    if (isKeyFrame(frame) && m_keyFrames.size() < MostKeyFrames)
        m_keyFrames.append(ms);
    if (isInterlaced(frame)) {
        ++m_interlaced;
        m_topFirst += isTopFieldFirst(frame) ? 1 : 0;
    }
    m_hdr.add(frame); // of every picture: some metadata stand at key frames only
}

void FrameFacts::addInterval(double ms)
{
    const double interval = ms - m_lastMs;
    m_shortest = m_count == 1 ? interval : std::min(m_shortest, interval);
    m_longest = std::max(m_longest, interval);
}

double FrameFacts::intervalMs() const
{
    return m_count > 1 ? (m_lastMs - m_firstMs) / static_cast<double>(m_count - 1) : 0;
}

VideoFacts FrameFacts::facts(const AVCodecContext* decoder, const AVStream* stream, double originMs) const
{
    constexpr double RoundingMs = 1.5; // of time stamps in whole milliseconds
    VideoFacts facts = m_facts;
    facts.codec = QString::fromUtf8(avcodec_get_name(decoder->codec_id));
    facts.profile = QString::fromUtf8(avcodec_profile_name(decoder->codec_id, decoder->profile));
    facts.level = levelName(decoder->codec_id, decoder->level);
    facts.frames = m_count;
    if (m_count == 0)
        return facts;
    facts.rotation = streamRotation(stream);
    const double aspect =
        static_cast<double>(*facts.width) * m_pixelAspect / static_cast<double>(std::max<qint64>(*facts.height, 1));
    facts.aspect = *facts.rotation % 180 == 0 ? aspect : 1 / aspect;
    if (const double interval = intervalMs(); interval > 0) {
        facts.frameRate = 1000 / interval;
        facts.constantFrameRate = m_longest - interval <= RoundingMs && interval - m_shortest <= RoundingMs;
    }
    facts.startMs = m_firstMs;
    facts.durationMs = endMs() - m_firstMs;
    facts.scan = m_interlaced * 2 < m_count ? u"progressive"_s : m_topFirst * 2 < m_interlaced ? u"bff"_s : u"tff"_s;
    facts.keyFramesMs = m_keyFrames;
    for (double& ms : facts.keyFramesMs)
        ms -= originMs;
    m_hdr.apply(facts, stream);
    return facts;
}

} // namespace proofreel
