// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "frames/av_log.h"
#include "frames/filter_graph.h"
#include "frames/stream_decoder.h"
#include "quality/scan/curve.h"

#include <deque>
#include <stop_token>

namespace proofreel {

//! PSNR and SSIM of pictures against a reference, which is decoded in step: the nearest in time from each one's first
//! picture on; scaled to the reference's size. One thread at a time.
class PictureCompare {
public:
    //! \a reference outlives this, and is read by it alone. Media, Unsupported: there is no picture to compare with.
    [[nodiscard]] static Result<std::unique_ptr<PictureCompare>> open(AVFormatContext* reference, std::stop_token stop);

    void add(const AVFrame* frame, double ms); //!< from the first picture on
    void finish();

    [[nodiscard]] std::optional<double> psnrDb() const; //!< by the mean of all squared errors; at most 100
    [[nodiscard]] std::optional<double> ssim() const; //!< mean of all pictures, planes by their size
    //! Over time, by the means of each 100 ms or more; x as add() had it, and \a offsetMs.
    [[nodiscard]] QList<QPointF> psnrCurve(double offsetMs) const;
    [[nodiscard]] QList<QPointF> ssimCurve(double offsetMs) const { return m_ssims.means(offsetMs); }
    [[nodiscard]] QString trouble() const; //!< why it ended early; empty: it did not

private:
    struct Picture {
        FramePtr frame;
        double ms = 0;
    };
    PictureCompare(AVFormatContext* reference, std::stop_token stop);
    bool readNext(); // into m_after; false: no more
    const Picture* nearest(double ms);
    bool makeGraph(const AVFrame* frame, const AVFrame* reference);
    void pull();
    [[nodiscard]] double decibels(double meanSquaredError) const;

    AvLog m_log { [](const QString&) {} }; // the reference's errors are not those of what is checked
    std::optional<StreamDecoder> m_decoder;
    AVFormatContext* m_reference;
    std::stop_token m_stop;
    PacketPtr m_packet;
    FramePtr m_result;
    Picture m_before, m_after; // what stands around the present time
    double m_intervalMs = 0;
    std::optional<double> m_firstMs;
    bool m_ended = false, m_drained = false;
    std::optional<FilterGraph> m_graph;
    QString m_trouble;
    int64_t m_pairs = 0; // pushed; the time stamp of both
    std::deque<double> m_times; // of those that have not come out
    Curve m_errors, m_ssims;
    int m_depth = 8;
    double m_squaredError = 0, m_ssimSum = 0;
    qint64 m_measured = 0;
};

} // namespace proofreel
