// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/scan/hdr_side_data.h"

struct AVCodecContext;
struct AVFrame;
struct AVStream;

namespace proofreel {

//! Gathers what the decoded pictures say of themselves: size, colours, HDR data, times. One thread at a time.
class FrameFacts {
public:
    //! A picture at \a ms, in the order of showing.
    void add(const AVFrame* frame, double ms);
    //! Codec and profile are the decoder's, rotation the stream's.
    [[nodiscard]] VideoFacts facts(const AVCodecContext* decoder, const AVStream* stream, double originMs) const;

    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] double firstMs() const { return m_firstMs; }
    [[nodiscard]] double endMs() const { return m_lastMs + intervalMs(); } //!< of the last picture
    [[nodiscard]] double intervalMs() const; //!< mean; 0 for a single picture

private:
    void addInterval(double ms);

    VideoFacts m_facts; // of the first picture
    double m_pixelAspect = 1;
    qint64 m_count = 0, m_interlaced = 0, m_topFirst = 0;
    double m_firstMs = 0, m_lastMs = 0, m_shortest = 0, m_longest = 0;
    QList<double> m_keyFrames;
    HdrMarks m_hdr;
};

} // namespace proofreel
