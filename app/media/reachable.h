// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUrl>

namespace proofreel {

//! "localhost", or an address that is a loopback, link-local, private (RFC 1918, RFC 6598, IPv6 unique local),
//! unspecified, multicast or reserved one. Other names are not looked up, and so count as public.
[[nodiscard]] bool isPrivateHost(const QString& host);

//! Whether what \a namedBy (a playlist, or a redirect's start) points to may be fetched: http or https, and not a
//! private host unless it is \a namedBy's own. Else a playlist could make this PC ask its own network.
[[nodiscard]] bool mayFetch(const QUrl& url, const QUrl& namedBy);

} // namespace proofreel
