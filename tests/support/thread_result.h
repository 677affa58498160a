// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/in_thread.h"

#include <optional>

namespace proofreel::test {

//! What \a work gives in a thread of its own.
template <typename Work>
auto resultInThread(Work work)
{
    std::optional<decltype(work())> result;
    inThread([&] { result.emplace(work()); });
    return std::move(*result);
}

} // namespace proofreel::test
