// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QUrl>

namespace proofreel {

//! "localhost", or an address that is a loopback, link-local, private (RFC 1918, RFC 6598, IPv6 unique local),
//! unspecified, multicast or reserved one. Other names are not looked up, and so count as public.
[[nodiscard]] bool isPrivateHost(const QString& host);

//! Private hosts of others that playlists and redirects may lead to: none, all, or those that a person named.
class PrivateHosts {
public:
    PrivateHosts(bool all = false) // NOLINT(google-explicit-constructor): what it is nearly always
        : m_all(all)
    {
    }
    explicit PrivateHosts(QStringList hosts) //!< as QUrl::host() has them
        : m_hosts(std::move(hosts))
    {
    }
    [[nodiscard]] bool allows(const QUrl& url) const; //!< whatever its scheme

private:
    bool m_all = false;
    QStringList m_hosts;
};

//! Whether what \a namedBy (a playlist, or a redirect's start) points to may be fetched: http or https, and not a
//! private host unless it is \a namedBy's own. Else a playlist could make this PC ask its own network.
//! \a allowed are those private hosts that a person has let it ask.
[[nodiscard]] bool mayFetch(const QUrl& url, const QUrl& namedBy, const PrivateHosts& allowed = false);

} // namespace proofreel
