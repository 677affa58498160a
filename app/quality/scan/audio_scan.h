// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "frames/filter_graph.h"
#include "frames/stream_decoder.h"
#include "quality/scan/curve.h"
#include "quality/scan/fault_log.h"
#include "quality/scan/sample_watch.h"
#include "quality/scan/scan_options.h"

namespace proofreel {

//! Decodes one sound stream and measures it: EBU R128 loudness and true peak (libavfilter), silence, clipping.
class AudioScan {
public:
    AudioScan(StreamDecoder decoder, const ScanOptions& options, FaultLog& faults, std::stop_token stop);

    void take(const AVPacket* packet); //!< nullptr: the end

    [[nodiscard]] qint64 frames() const { return m_frames; }
    [[nodiscard]] double firstMs() const { return m_firstMs; }
    [[nodiscard]] double endMs() const { return m_endMs; }
    [[nodiscard]] AudioFacts facts(qint64 packetBytes) const; //!< \a packetBytes: of all that was taken
    void fill(SignalFacts& facts, double originMs); //!< once, after the end

private:
    void takeFrame(AVFrame* frame);
    void convert(AVFrame* frame);
    void measure(AVFrame* frame);
    void drain();
    void read(const AVFrame* measured);
    [[nodiscard]] Result<FilterGraph> converterFor(const AVFrame* frame) const;

    StreamDecoder m_decoder;
    FaultLog& m_faults;
    std::stop_token m_stop;
    FramePtr m_frame, m_converted, m_measured;
    std::optional<FilterGraph> m_graph; // made for the first frame
    std::optional<FilterGraph> m_converter; // for frames of another format, into that of the first
    bool m_broken = false; // nothing can be measured
    SampleWatch m_samples;
    Curve m_loudness;
    std::optional<double> m_integrated, m_range, m_truePeak;
    AVSampleFormat m_format = AV_SAMPLE_FMT_NONE; // of the first frame, as the three below
    int m_rate = 0, m_channels = 0;
    QByteArray m_layout;
    qint64 m_frames = 0;
    double m_firstMs = 0, m_endMs = 0;
};

} // namespace proofreel
