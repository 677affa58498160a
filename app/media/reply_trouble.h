// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http.h"

#include <optional>

namespace proofreel {

//! What keeps the reply of a media server from being media: its status, or a body that is empty, a web page or XML.
//! Empty: it can be used. \a linkExpired: the link's own time is known to be over; else only the server's words say so.
[[nodiscard]] std::optional<Error> replyTrouble(const HttpResponse& reply, const QUrl& url, bool linkExpired = false);

//! The line or the server failed at an answer: nothing is known of what was asked for.
[[nodiscard]] inline bool isUnanswered(const Error& error)
{
    return error.meansNoNetwork() || error.kind == ErrorKind::Throttled || error.kind == ErrorKind::Tls;
}

} // namespace proofreel
