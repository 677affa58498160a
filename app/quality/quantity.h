// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace proofreel {

// Quantities in findings: the same in every language, since they also stand in JSON and CSV. English grouping and
// point.

[[nodiscard]] QString numberText(double value, int decimals = 0); //!< without zeros at its end
[[nodiscard]] QString kbpsText(double kbps); //!< "369.7 kbit/s"
[[nodiscard]] QString secondsText(double ms); //!< "9.046 s"
[[nodiscard]] QString msText(double ms); //!< "480 ms", "2.5 s"
[[nodiscard]] QString bytesText(double bytes); //!< "418,112 bytes"
[[nodiscard]] QString sizeText(double width, double height); //!< "1920 × 1080"
[[nodiscard]] QString fpsText(double fps); //!< "29.97 fps"
[[nodiscard]] QString percentText(double percent); //!< "12.3 %"
[[nodiscard]] QString differenceText(double value, double reference); //!< "+12.3 %", "−5 %"
[[nodiscard]] QString bitsText(double bits); //!< "10 bit"

//! By how many percent \a value differs from \a reference; 0 where the reference is 0.
[[nodiscard]] double percentOff(double value, double reference);

} // namespace proofreel
