// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/facts.h"

struct AVFrame;
struct AVStream;

namespace proofreel {

//! "profile 8.1" by the stream's configuration record; empty: it has none.
[[nodiscard]] QString dolbyVisionProfile(const AVStream* stream);

//! What decoded pictures carry beside their samples: mastering display (SMPTE ST 2086), light level (CTA-861.3), and
//! the dynamic metadata of HDR10+ (ST 2094-40), HDR Vivid (T/UWA 005.1) and Dolby Vision.
class HdrMarks {
public:
    void add(const AVFrame* frame); //!< costs next to nothing where there is none
    //! Sets of \a video, whose transfer and bit depth are known, what was found, and the kind of HDR that follows.
    void apply(VideoFacts& video, const AVStream* stream) const;

private:
    std::optional<MasteringDisplay> m_mastering;
    std::optional<int> m_maxCll, m_maxFall;
    bool m_vivid = false, m_dolby = false, m_hdr10Plus = false;
    int m_dolbyProfile = 0; // by the pictures' own data; 0: not known
};

} // namespace proofreel
