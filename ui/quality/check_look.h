// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/check_mark.h"
#include "ui/common/theme.h"

#include <QFontMetrics>
#include <QIcon>

class QPainter;

namespace proofreel {

// How a mark looks: a sign and a colour, never colour alone.

[[nodiscard]] Theme::Tone markTone(CheckMark mark);
[[nodiscard]] QIcon markIcon(CheckMark mark); //!< null for None and NotMeasured, which are text
//! In the middle of \a rect, as high as that font; \a count above 1 stands beside it.
void paintMark(QPainter& painter, const QRect& rect, CheckMark mark, int count = 0);
//! Behind a cell that wants to be seen; invalid for the others.
[[nodiscard]] QColor markFill(CheckMark mark);
//! \a text to be wrapped between its words; those that are wider than \a width (an id) may be broken anywhere.
[[nodiscard]] QString breakable(const QFontMetrics& metrics, const QString& text, int width);

} // namespace proofreel
