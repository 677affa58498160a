// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/retry.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

bool RetryPolicy::isTransient(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Network:
    case ErrorKind::Throttled:
        return true;
    case ErrorKind::Service:
        return error.httpStatus >= 500;
    case ErrorKind::Protocol: // a connection that broke in the middle of the reply
        return error.code == "RemoteHostClosedError"_L1;
    case ErrorKind::Signature:
        // Qt sends a request again by itself when a kept connection closes, with the same nonce. The service has
        // then refused the copy, and what became of the first nobody knows.
        return error.code == "SignatureNonceUsed"_L1;
    default:
        return false;
    }
}

std::optional<std::chrono::milliseconds> RetryPolicy::delay(
    const Error& error, int tries, std::optional<std::chrono::milliseconds> retryAfter, double random) const
{
    if (tries >= maxTries || !isTransient(error))
        return std::nullopt;
    if (retryAfter)
        return std::clamp(*retryAfter, std::chrono::milliseconds(0), cap);
    const auto first = error.kind == ErrorKind::Throttled ? throttledBase : base;
    const std::chrono::milliseconds full =
        std::min<std::chrono::milliseconds>(first * (1LL << std::clamp(tries - 1, 0, 16)), cap);
    return std::chrono::milliseconds(
        static_cast<qint64>(static_cast<double>(full.count()) * (0.5 + 0.5 * std::clamp(random, 0.0, 1.0))));
}

} // namespace proofreel
