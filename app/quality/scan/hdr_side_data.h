// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/facts.h"

struct AVFrame;
struct AVStream;

namespace proofreel {

// What a decoded picture carries beside its samples (SMPTE ST 2086, CTA-861.3).
[[nodiscard]] std::optional<MasteringDisplay> masteringOf(const AVFrame* frame);
void lightLevelOf(const AVFrame* frame, std::optional<int>& maxCll, std::optional<int>& maxFall);
//! "profile 8.1" by the stream's configuration record; empty: it has none.
[[nodiscard]] QString dolbyVisionProfile(const AVStream* stream);

} // namespace proofreel
