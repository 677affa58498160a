// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QtGlobal>

#include <algorithm>
#include <optional>

namespace proofreel {

//! How much an mp4 may promise, in all its parts. libavformat makes an index of what its tables and fragments name:
//! 24 bytes for each sample and some 60 for each fragment and track, in loops that nothing interrupts, and some tables
//! take no bytes in the file. Told by BoxWatch.
class IndexBudget {
public:
    void beginMovie() { m_tracksHere = 0; }
    void beginTrack();
    void addSizes(quint32 samples) { m_sizes += samples; } //!< stsz, stz2
    void addChunks(quint32 chunks) { m_chunks += chunks; } //!< stco, co64
    void seePerChunk(quint32 samples) { m_perChunk = std::max(m_perChunk, samples); } //!< stsc
    void addRun(quint32 samples) { m_runs += samples; } //!< trun
    void addFragment() { ++m_fragments; } //!< moof
    void addReferences(int fragments) { m_references += fragments; } //!< sidx
    void seeCompressed() { m_isCompressed = true; } //!< cmov

    //! What is too much: TooLarge, or Unsupported. nullopt: it may go on.
    [[nodiscard]] std::optional<Error> excess() const;

private:
    [[nodiscard]] double samplesOfTrack() const;

    int m_tracks = 0, m_tracksHere = 0; // of the largest moov, of this one
    double m_earlier = 0; // samples of the tracks before this one
    double m_sizes = 0, m_chunks = 0; // of this track
    quint32 m_perChunk = 0;
    double m_runs = 0;
    qint64 m_fragments = 0, m_references = 0;
    bool m_isCompressed = false;
};

} // namespace proofreel
