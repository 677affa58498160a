// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http.h"

#include <optional>

namespace proofreel {

//! Content-Range of a 206: first and last byte, and the size of the whole (-1: "*").
struct ContentRange {
    qint64 first = 0, last = -1, total = -1;
};
[[nodiscard]] std::optional<ContentRange> contentRange(const HttpResponse& reply); //!< nullopt: absent or nonsense

//! Why the reply to a range of a file holds no bytes of it (see replyTrouble); also an empty file, which answers 416.
//! What the bytes are is looked at in the first part of a file only.
[[nodiscard]] std::optional<Error> rangeTrouble(const HttpResponse& reply, const QUrl& url);

//! Why a reply does not hold the range that was asked for (Protocol): another place, another length, another size of
//! the whole than \a total (negative: not known yet, but it has to be said). A shorter one is good at the end only.
[[nodiscard]] std::optional<Error> rangeMismatch(
    const HttpResponse& reply, qint64 offset, qint64 length, qint64 total, const QUrl& url);

[[nodiscard]] Error sizeUnknown(const QUrl& url); //!< Protocol
[[nodiscard]] Error fileChanged(const QUrl& url); //!< Protocol

} // namespace proofreel
