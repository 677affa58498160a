// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace proofreel {

// MediaInfo's words in FFmpeg's. What is not known comes back in lower case, so that it can still be compared.

//! \a version: "Version 2"; \a profile: "Layer 3". Empty stays empty.
[[nodiscard]] QString codecName(const QString& format, const QString& version, const QString& profile);
[[nodiscard]] QString containerName(const QString& format, const QString& profile); //!< "mp4", "mpegts"…
[[nodiscard]] QString videoProfileName(const QString& profile); //!< of "Main 10@L5@Main"
[[nodiscard]] QString levelName(const QString& profile); //!< "5" of "Main 10@L5@Main"
[[nodiscard]] QString audioProfileName(const QString& features); //!< "LC SBR" → "HE-AAC"
[[nodiscard]] QString primariesName(const QString& name);
[[nodiscard]] QString transferName(const QString& name);
[[nodiscard]] QString matrixName(const QString& name);
[[nodiscard]] QString rangeName(const QString& name); //!< "tv" or "pc"

} // namespace proofreel
