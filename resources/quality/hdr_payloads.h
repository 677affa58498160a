// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

namespace proofreel::media {

using Bytes = std::vector<uint8_t>;

//! NAL unit of HEVC (without start code or length) with an SEI message of registered user data (ITU-T T.35): HDR10+,
//! SMPTE ST 2094-40, one window. \a luminance: the brightest of the scene, cd/m².
[[nodiscard]] Bytes hdr10Plus(int luminance);

//! The same with the dynamic metadata of HDR Vivid (T/UWA 005.1), with a base curve for a screen of 500 cd/m².
[[nodiscard]] Bytes hdrVivid(double pqMax);

//! NAL unit 62 of HEVC with the reference processing unit of Dolby Vision (ETSI GS CCM 001): a base that is shown as
//! it is, and the luminance of the scene (level 1). \a profile: 5 (IPTPQc2 of full range) or 8.
[[nodiscard]] Bytes dolbyVisionRpu(int profile, double pqMax);

} // namespace proofreel::media
