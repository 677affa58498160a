// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

struct AVFrame;

namespace proofreel {

//! Mean of the luma samples, 0 to 1 of their range; nullopt where the picture has no plane of luma.
[[nodiscard]] std::optional<double> meanLuminance(const AVFrame* frame);

} // namespace proofreel
