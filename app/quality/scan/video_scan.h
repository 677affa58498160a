// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "frames/filter_graph.h"
#include "frames/stream_decoder.h"
#include "quality/scan/curve.h"
#include "quality/scan/fault_log.h"
#include "quality/scan/frame_facts.h"
#include "quality/scan/picture_compare.h"
#include "quality/scan/scan_options.h"
#include "quality/scan/span_list.h"

#include <atomic>

namespace proofreel {

//! Decodes one video stream and measures it: black, frozen and interlaced pictures (libavfilter), luminance, and the
//! distance to a reference.
class VideoScan {
public:
    VideoScan(StreamDecoder decoder, const ScanOptions& options, FaultLog& faults, std::stop_token stop,
        std::unique_ptr<PictureCompare> compare);

    void take(const AVPacket* packet); //!< nullptr: the end

    [[nodiscard]] double positionMs() const { return m_position; } //!< from the first picture on; any thread
    [[nodiscard]] const FrameFacts& pictures() const { return m_pictures; }
    [[nodiscard]] VideoFacts facts(double originMs) const;
    void fill(SignalFacts& facts, double originMs); //!< once, after the end

private:
    void takeFrame(AVFrame* frame);
    bool readyFor(AVFrame* frame, double ms);
    void drain();
    void read(const AVFrame* measured);
    void endFreeze(double ms);
    [[nodiscard]] QString fieldOrder() const;

    StreamDecoder m_decoder;
    FaultLog& m_faults;
    std::stop_token m_stop;
    std::unique_ptr<PictureCompare> m_compare;
    FramePtr m_frame, m_measured;
    std::optional<FilterGraph> m_graph; // anew when size or format change
    QByteArray m_chain;
    bool m_broken = false; // nothing can be measured
    FrameFacts m_pictures;
    SpanList m_black, m_freeze;
    std::optional<double> m_frozenSince;
    Curve m_luminance;
    qint64 m_tff = 0, m_bff = 0, m_progressive = 0; // as idet sees it
    std::atomic<double> m_position = 0;
};

} // namespace proofreel
