// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/sheet.h"

#include <functional>

namespace proofreel {

// What judges ask of a sheet again and again.

[[nodiscard]] const MediaFacts* fileOf(const StreamSheet& stream); //!< nullptr: not measured
[[nodiscard]] const VideoFacts* fileVideoOf(const StreamSheet& stream);
[[nodiscard]] const DecodedFacts* decodedOf(const StreamSheet& stream);

[[nodiscard]] bool isVideo(const StreamSheet& stream); //!< declared, or where nothing is declared, measured
[[nodiscard]] bool isPlaylist(const StreamSheet& stream);
[[nodiscard]] bool isOriginal(const StreamSheet& stream); //!< OD: what was uploaded, not what was ordered
[[nodiscard]] bool isAdaptive(const StreamSheet& stream); //!< AUTO: many variants, so single values mean little
[[nodiscard]] bool isNarrowBand(const StreamSheet& stream);
//! "SDR", or the HDR kind: measured, else declared. Renditions of another kind are another ladder.
[[nodiscard]] QString hdrClass(const StreamSheet& stream);
//! "landscape", "portrait", "square", or empty where not known; after rotation.
[[nodiscard]] QString orientation(const StreamSheet& stream);
[[nodiscard]] std::optional<double> displayAspect(const StreamSheet& stream); //!< measured, else declared
[[nodiscard]] std::optional<double> kbpsOf(const StreamSheet& stream); //!< measured, else declared
[[nodiscard]] std::optional<double> bytesOf(const StreamSheet& stream); //!< measured, else declared
[[nodiscard]] std::optional<double> frameRateOf(const StreamSheet& stream); //!< measured, else declared

//! The middle of the largest group that agrees, the larger of two. Not for an empty list.
[[nodiscard]] double consensus(const QList<double>& values, const std::function<bool(double, double)>& agree);
//! The text that stands there most often, the first of those if there are several; empty ones do not count.
[[nodiscard]] QString majority(const QStringList& texts);

} // namespace proofreel
