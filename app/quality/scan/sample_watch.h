// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/scan/span_list.h"

#include <vector>

namespace proofreel {

//! Looks at every sample: silence (all channels below -60 dBFS, as FFmpeg's silencedetect has it) and clipping (three
//! samples or more in a row of one channel at full scale of 16 bits, or above).
class SampleWatch {
public:
    explicit SampleWatch(double silenceMs);

    //! \a samples of all channels in turn, full scale 1.
    void add(const double* samples, int frames, int channels, int rate, double atMs);
    void finish(double endMs, double originMs, SignalFacts& facts);

private:
    SpanList m_silence, m_clipping;
    std::vector<int> m_runs; // samples in a row at full scale, by channel
    qint64 m_clipped = 0;
};

} // namespace proofreel
