// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/reachable.h"

#include "media/playlist.h"

#include <QHostAddress>

#include <algorithm>
#include <array>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

struct Network {
    quint32 address;
    int bits;
};

// RFC 6890: addresses that no public server has.
constexpr std::array privateNetworks {
    Network { 0x00000000, 8 }, // this network
    Network { 0x0A000000, 8 }, // RFC 1918
    Network { 0x64400000, 10 }, // RFC 6598
    Network { 0x7F000000, 8 }, // loopback
    Network { 0xA9FE0000, 16 }, // link-local; clouds keep their credentials at 169.254.169.254
    Network { 0xAC100000, 12 }, // RFC 1918
    Network { 0xC0000000, 24 }, Network { 0xC0A80000, 16 }, // RFC 1918
    Network { 0xC6120000, 15 }, // benchmarking
    Network { 0xE0000000, 3 }, // multicast, reserved, broadcast
};

bool isPrivate(quint32 address)
{
    return std::any_of(privateNetworks.begin(), privateNetworks.end(), [address](const Network& network) {
        return (address >> (32 - network.bits)) == (network.address >> (32 - network.bits));
    });
}

bool isPrivate(const QHostAddress& address)
{
    bool isV4 = false;
    // Also those that an IPv6 address carries (::ffff:127.0.0.1).
    if (const quint32 v4 = address.toIPv4Address(&isV4); isV4)
        return isPrivate(v4);
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    const auto starts = [&](std::initializer_list<quint8> prefix) {
        return std::equal(prefix.begin(), prefix.end(), bytes.c);
    };
    const quint32 last = quint32(bytes[12]) << 24 | quint32(bytes[13]) << 16 | quint32(bytes[14]) << 8 | bytes[15];
    if (starts({ 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 })) // ::, ::1 and the old way to carry IPv4
        return true;
    if (starts({ 0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0 })) // NAT64
        return isPrivate(last);
    return (bytes[0] & 0xFE) == 0xFC || (bytes[0] == 0xFE && (bytes[1] & 0x80) == 0x80) || bytes[0] == 0xFF;
}

QString bareHost(const QUrl& url)
{
    const QString host = url.host().toLower();
    return host.endsWith(u'.') ? host.chopped(1) : host;
}

} // namespace

bool isPrivateHost(const QString& host)
{
    QString name = host.toLower();
    if (name.endsWith(u'.'))
        name.chop(1);
    if (name.isEmpty() || name == "localhost"_L1 || name.endsWith(".localhost"_L1))
        return true;
    QHostAddress address;
    return address.setAddress(name) && isPrivate(address);
}

bool PrivateHosts::allows(const QUrl& url) const
{
    return m_all || m_hosts.contains(bareHost(url));
}

bool mayFetch(const QUrl& url, const QUrl& namedBy, const PrivateHosts& allowed)
{
    return isPlayableUrl(url)
        && (bareHost(url) == bareHost(namedBy) || !isPrivateHost(url.host()) || allowed.allows(url));
}

} // namespace proofreel
