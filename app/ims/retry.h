// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <chrono>
#include <optional>

namespace proofreel {

//! When a failed try is worth another one, and after how long. Pure.
struct RetryPolicy {
    int maxTries = 3;
    std::chrono::milliseconds base { 200 }; //!< doubled with every try
    std::chrono::milliseconds throttledBase { 500 };
    std::chrono::milliseconds cap { 20'000 }; //!< also of what the server asks for

    //! Throttling, 5xx and failures of the connection. Not timeouts: whoever waits has waited long enough.
    [[nodiscard]] static bool isTransient(const Error& error);

    //! Before the next try, or nullopt to give up. \a tries: how many were made. \a retryAfter: what the server asks
    //! for. \a random in [0, 1) spreads the waits of many clients over the upper half of the back-off.
    [[nodiscard]] std::optional<std::chrono::milliseconds> delay(
        const Error& error, int tries, std::optional<std::chrono::milliseconds> retryAfter, double random) const;
};

} // namespace proofreel
