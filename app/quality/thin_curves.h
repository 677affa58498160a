// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/signal_facts.h"

namespace proofreel {

inline constexpr qsizetype mostKeptPoints = 300; // of one curve, in reports and journals

//! A curve of at most mostKeptPoints that keeps its peaks: of each stretch the least and the greatest. x in whole ms,
//! y with four digits. Of one that is thin already the same again.
[[nodiscard]] QList<QPointF> thinned(const QList<QPointF>& points);
//! All its curves.
[[nodiscard]] SignalFacts thinned(SignalFacts signal);

} // namespace proofreel
