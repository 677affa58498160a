// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/proxy.h"

#include "core/http.h"

#include <QCoreApplication>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct ProxyText {
    Q_DECLARE_TR_FUNCTIONS(Proxy)
};

tl::unexpected<Error> badProxy(const QString& message)
{
    return fail({ .kind = ErrorKind::InvalidRequest,
        .message = message,
        .advice =
            ProxyText::tr("Give the proxy as http://host:port or socks5://host:port, or “system” or “direct”.") });
}

} // namespace

bool isLoopback(const QString& host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

ProxyChooser::ProxyChooser(QNetworkProxy proxy)
    : m_proxy(std::move(proxy))
{
}

QList<QNetworkProxy> ProxyChooser::queryProxy(const QNetworkProxyQuery& query)
{
    if (isLoopback(query.peerHostName()) || m_proxy.type() == QNetworkProxy::NoProxy)
        return { QNetworkProxy(QNetworkProxy::NoProxy) };
    if (m_proxy.type() != QNetworkProxy::DefaultProxy)
        return { m_proxy };
    return systemProxyForQuery(query);
}

Result<QNetworkProxy> parseProxy(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed == "system"_L1)
        return QNetworkProxy(QNetworkProxy::DefaultProxy);
    if (trimmed == "direct"_L1)
        return QNetworkProxy(QNetworkProxy::NoProxy);

    const QUrl url(trimmed.contains("://"_L1) ? trimmed : u"http://"_s + trimmed, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return badProxy(ProxyText::tr("The proxy address cannot be understood."));
    if (url.hasQuery() || url.hasFragment() || (!url.path().isEmpty() && url.path() != "/"_L1))
        return badProxy(ProxyText::tr("A proxy address has no path."));

    QNetworkProxy::ProxyType type = QNetworkProxy::HttpProxy;
    if (url.scheme() == "socks5"_L1 || url.scheme() == "socks5h"_L1)
        type = QNetworkProxy::Socks5Proxy;
    else if (url.scheme() != "http"_L1)
        return badProxy(ProxyText::tr("A proxy of the kind “%1” cannot be used.").arg(url.scheme()));
    const int port = url.port(type == QNetworkProxy::HttpProxy ? 8080 : 1080);
    if (port < 1)
        return badProxy(ProxyText::tr("The proxy's port is not a port number."));
    return QNetworkProxy(type, url.host(), static_cast<quint16>(port), url.userName(QUrl::FullyDecoded),
        url.password(QUrl::FullyDecoded));
}

} // namespace proofreel
