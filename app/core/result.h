// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <tl/expected.hpp>

namespace proofreel {

//! A value or an Error. No exception crosses a room: failures of libraries become an Error at the border.
template <typename T>
using Result = tl::expected<T, Error>;

//! `return fail({ ... });` in a function that returns a Result.
[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace proofreel
