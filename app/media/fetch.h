// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http.h"
#include "media/ranged_reader.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace proofreel {

//! A GET of something small, or of a part.
struct Fetch {
    QUrl url {};
    QUrl namedBy {}; //!< the playlist that names it: then mayFetch() holds for it and its redirects. Empty: no rule
    PrivateHosts allowPrivateHosts = false; //!< exceptions from it, never for what is neither http nor https
    std::optional<qint64> offset {}; //!< with it, only \a count bytes from there are asked for
    qint64 count = 1;
    HttpHeaders headers {};
    bool followRedirects = true; //!< false: a redirect is the answer
    qint64 maxBytes = 4LL * 1024 * 1024; //!< more is TooLarge; where a part was asked for, the rest is left instead
    std::chrono::milliseconds deadline { 20'000 };
};

//! Fetches \a count things, up to \a atOnce together, in a worker thread that waits. \a make says what number i is,
//! \a done gets each answer as it comes, whatever its status. Errors: those of Http, Timeout, Cancelled once \a stop
//! says so (then for all that are left), Unsupported (may not be fetched, see reachable.h).
void fetchAll(Http& http, int count, int atOnce, const std::function<Fetch(int)>& make,
    const std::function<void(int, const Result<HttpResponse>&)>& done, std::stop_token stop, TransferStats& stats);

//! One of them.
[[nodiscard]] Result<HttpResponse> fetch(Http& http, const Fetch& what, std::stop_token stop, TransferStats& stats);

//! Bytes of the whole file, by Content-Range or Content-Length; nullopt where the reply does not say.
[[nodiscard]] std::optional<qint64> wholeLength(const HttpResponse& reply);

//! Why \a url must not be fetched; names no more of it than its scheme or host. Unsupported.
[[nodiscard]] Error refusedError(const QUrl& url);

} // namespace proofreel
