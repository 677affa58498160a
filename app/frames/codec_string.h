// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

struct AVCodecParameters;

namespace proofreel {

//! A stream's codec in the form of RFC 6381 and the codecs' own registrations, as playlists declare it:
//! "avc1.64001F", "hvc1.2.4.L150.B0", "mp4a.40.2". Empty where the parameters do not say enough.
[[nodiscard]] QString codecString(const AVCodecParameters& codec);

} // namespace proofreel
