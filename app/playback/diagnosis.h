// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/call.h"
#include "core/http.h"
#include "media/media_sniff.h"

#include <functional>
#include <optional>

namespace proofreel {

//! What a media URL answers, seen with our own request: backends only say "could not open".
struct Diagnosis {
    std::optional<Error> trouble; //!< empty: the server answers well, the media itself must be at fault
    MediaKind kind = MediaKind::Other;
};

//! Asks for the first bytes (URLs are signed for GET, so never HEAD). Of a playlist, also for the key and the segments
//! at \a positionMs. Never follows anything but http and https. The callback runs once in \a context's thread.
[[nodiscard]] CallHandle diagnose(
    Http& http, const QUrl& url, qint64 positionMs, QObject* context, std::function<void(Diagnosis)> callback);

//! Judges one finished exchange. Empty: it is what a player can use.
[[nodiscard]] std::optional<Error> judgeReply(const HttpResponse& reply, const QUrl& url);

//! The same error in a player's words, e.g. of an unreachable host.
[[nodiscard]] Error mediaError(Error error, const QUrl& url);

} // namespace proofreel
