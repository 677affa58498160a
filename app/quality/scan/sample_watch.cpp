// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/scan/sample_watch.h"

#include <cmath>

namespace proofreel {

namespace {

constexpr double Quiet = 0.001;
constexpr double FullScale = 32767.0 / 32768.0;
constexpr int ClipRun = 3;
constexpr double ClipJoinMs = 250; // the peaks of one loud passage are one finding

} // namespace

SampleWatch::SampleWatch(double silenceMs)
    : m_silence(silenceMs)
    , m_clipping(0, ClipJoinMs)
{
}

void SampleWatch::add(const double* samples, int frames, int channels, int rate, double atMs)
{
    if (channels <= 0 || rate <= 0)
        return;
    const auto width = static_cast<size_t>(channels);
    if (m_runs.size() != width)
        m_runs.assign(width, 0);
    const double sampleMs = 1000.0 / rate;
    for (int i = 0; i < frames; ++i, samples += width) {
        bool quiet = true;
        for (size_t channel = 0; channel < width; ++channel) {
            const double level = std::abs(samples[channel]);
            quiet = quiet && level < Quiet;
            if (!(level >= FullScale)) {
                m_runs[channel] = 0;
                continue;
            }
            const int run = ++m_runs[channel];
            if (run >= ClipRun) {
                m_clipped += run == ClipRun ? ClipRun : 1;
                m_clipping.add(atMs + (i + 1 - ClipRun) * sampleMs, atMs + (i + 1) * sampleMs);
            }
        }
        if (quiet)
            m_silence.begin(atMs + i * sampleMs);
        else
            m_silence.end(atMs + i * sampleMs);
    }
}

void SampleWatch::finish(double endMs, double originMs, SignalFacts& facts)
{
    m_silence.end(endMs);
    facts.silence = m_silence.finish(originMs);
    facts.clipping = m_clipping.finish(originMs);
    facts.clippedSamples = m_clipped;
}

} // namespace proofreel
