// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http.h"

#include <QNetworkRequest>
#include <QSslCertificate>

#include <optional>

namespace proofreel {

//! Why a request may not be sent at all (InvalidRequest), if so.
[[nodiscard]] std::optional<Error> requestError(const HttpRequest& request);

//! The request in Qt's terms: no cookies, no cache, no stored passwords, no redirects by itself.
//! \a extraAuthorities are trusted besides the system's.
[[nodiscard]] QNetworkRequest networkRequest(
    const HttpRequest& request, const QList<QSslCertificate>& extraAuthorities);

//! What follows from a reply: nullopt if it is the answer, the next request of a redirect, or an Error if that
//! redirect is not followed (to another scheme, from https to http, too many). \a followed: how many were before.
[[nodiscard]] std::optional<Result<HttpRequest>> redirected(
    const HttpRequest& request, int status, const QByteArray& location, int followed);

} // namespace proofreel
