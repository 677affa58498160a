// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>

class QFontMetrics;
class QWidget;

namespace proofreel {

//! The application's font: the person's own, at least 13 px on a 96 dpi screen. In points, so that it grows with the
//! desktop's text scale.
[[nodiscard]] QFont applicationFont(const QFont& platform);
//! Monospace of the same size, for ids, timecodes and URLs: its figures stand in columns.
[[nodiscard]] QFont monospace(const QFont& base);
//! \a base if its figures have the same width, else monospace: for columns of figures.
[[nodiscard]] QFont figureFont(const QFont& base);
//! \a base times \a factor, e.g. 12/13 for secondary text.
[[nodiscard]] QFont scaled(const QFont& base, double factor, QFont::Weight weight = QFont::Normal);

inline constexpr double kSecondarySize = 12.0 / 13.0;
inline constexpr double kTitleSize = 15.0 / 13.0;

//! Height of one line control in that widget's font: 28 px at the usual size, more with larger text.
[[nodiscard]] int controlHeight(const QWidget* widget);
[[nodiscard]] int rowHeight(const QWidget* widget);
//! Of Latin text on average, px: the font's own average counts Chinese characters where it has any.
[[nodiscard]] int letterWidth(const QFontMetrics& metrics);
[[nodiscard]] int cellPadding(const QWidget* widget); //!< at both sides of a table's cell, as in its header

} // namespace proofreel
