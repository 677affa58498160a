// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network_error.h"

#include "core/redaction.h"

#include <QCoreApplication>
#include <QMetaEnum>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct NetText {
    Q_DECLARE_TR_FUNCTIONS(NetworkError)
};

struct Words {
    ErrorKind kind;
    QString message, advice;
};

Words tlsWords(const QString& host, const QList<QSslError>& errors, const QString& text)
{
    QStringList reasons;
    bool date = false, hostName = false;
    for (const QSslError& error : errors) {
        date = date || error.error() == QSslError::CertificateExpired
            || error.error() == QSslError::CertificateNotYetValid;
        hostName = hostName || error.error() == QSslError::HostNameMismatch;
        if (!reasons.contains(error.errorString()))
            reasons << error.errorString();
    }
    if (reasons.isEmpty())
        reasons << text;
    QString advice = NetText::tr("Check the address. If a company proxy inspects the traffic, add the company's "
                                 "certificate authority to the system. Proofreel never skips this check.");
    if (date)
        advice = NetText::tr("Check the date and time of this PC; if they are right, the server's certificate must be "
                             "renewed. Proofreel never skips this check.");
    else if (hostName)
        advice = NetText::tr("Check the address: the certificate was issued for another host. Proofreel never skips "
                             "this check.");
    return { ErrorKind::Tls,
        NetText::tr("No secure connection to %1: %2", "%2 is one or more reasons, each a sentence")
            .arg(host, redact(reasons.join(u' ').left(400))),
        advice };
}

bool isProxyError(QNetworkReply::NetworkError error, const QString& text, const NetworkContext& context)
{
    if (error >= QNetworkReply::ProxyConnectionRefusedError && error <= QNetworkReply::UnknownProxyError)
        return true;
    if (context.proxy.type() == QNetworkProxy::NoProxy)
        return false;
    // Qt reports these of the proxy as if they came from the server.
    return error == QNetworkReply::HostNotFoundError
        || (error == QNetworkReply::ConnectionRefusedError && context.proxy.type() != QNetworkProxy::Socks5Proxy)
        || (error == QNetworkReply::UnknownNetworkError && text.contains("proxy"_L1, Qt::CaseInsensitive));
}

Words proxyWords(QNetworkReply::NetworkError error, const QString& text, const NetworkContext& context)
{
    const QString advice = NetText::tr("Check the proxy setting, or connect without a proxy.");
    const QString proxy = context.proxy.hostName().isEmpty()
        ? NetText::tr("The proxy")
        : NetText::tr("The proxy %1:%2").arg(context.proxy.hostName()).arg(context.proxy.port());
    const auto words = [&](const QString& message) { return Words { ErrorKind::Proxy, message.arg(proxy), advice }; };
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ProxyConnectionRefusedError:
        return words(NetText::tr("%1 refused the connection.", "%1 is the proxy"));
    case QNetworkReply::ProxyConnectionClosedError:
        return words(NetText::tr("%1 closed the connection too early.", "%1 is the proxy"));
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyNotFoundError:
        return words(NetText::tr("%1 cannot be found, or cannot find the host.", "%1 is the proxy"));
    case QNetworkReply::ProxyTimeoutError:
        return words(NetText::tr("%1 did not answer in time.", "%1 is the proxy"));
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return { ErrorKind::Proxy, NetText::tr("%1 asks for a user name and a password.", "%1 is the proxy").arg(proxy),
            NetText::tr("Give them in the proxy setting: http://user:password@host:port.") };
    default:
        return { ErrorKind::Proxy,
            NetText::tr("%1 could not make the connection: %2", "%1 is the proxy, %2 a reason")
                .arg(proxy, redact(text.left(200))),
            advice };
    }
}

Words wordsFor(QNetworkReply::NetworkError error, const QString& text, const QString& host, HttpPhase phase)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return { ErrorKind::Network, NetText::tr("%1 refused the connection.").arg(host),
            NetText::tr("Check the host and the port. Is the server running, and does a firewall let you through?") };
    case QNetworkReply::HostNotFoundError:
        return { ErrorKind::Network, NetText::tr("The host name %1 cannot be found (DNS).").arg(host),
            NetText::tr("Check the spelling of the address and the region, and that this PC is online.") };
    case QNetworkReply::RemoteHostClosedError:
        if (phase == HttpPhase::Receiving)
            return { ErrorKind::Protocol, NetText::tr("%1 ended the connection in the middle of its reply.").arg(host),
                NetText::tr("Try again. If it happens again, a proxy or firewall may cut the connection.") };
        return { ErrorKind::Network, NetText::tr("%1 closed the connection without an answer.").arg(host),
            NetText::tr(
                "Try again. If it happens again, check the address; a proxy or firewall may cut the connection.") };
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        return { ErrorKind::Network, NetText::tr("The network connection of this PC was lost."),
            NetText::tr("Try again when this PC is online.") };
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return { ErrorKind::Protocol, NetText::tr("What %1 sent is not a valid HTTP reply.").arg(host),
            NetText::tr("Check the address: something other than a web server may answer there.") };
    case QNetworkReply::UnknownContentError:
        return { ErrorKind::Protocol, NetText::tr("The reply of %1 cannot be unpacked.").arg(host),
            NetText::tr("Try again. If it happens again, a proxy may damage the reply.") };
    default:
        return { ErrorKind::Network, NetText::tr("The connection to %1 failed: %2").arg(host, redact(text.left(400))),
            NetText::tr("Check the network and the address, then try again.") };
    }
}

} // namespace

QString hostAndPort(const QUrl& url)
{
    const QString host = url.host().contains(u':') ? u'[' + url.host() + u']' : url.host();
    return url.port() < 0 ? host : host + u':' + QString::number(url.port());
}

Error networkError(QNetworkReply::NetworkError error, const QString& text, const NetworkContext& context)
{
    const QString host = hostAndPort(context.url);
    Words words;
    if (error == QNetworkReply::SslHandshakeFailedError || !context.tlsErrors.isEmpty())
        words = tlsWords(host, context.tlsErrors, text);
    else if (isProxyError(error, text, context))
        words = proxyWords(error, text, context);
    else
        words = wordsFor(error, text, host, context.phase);
    return { .kind = words.kind,
        .code = QString::fromLatin1(QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(error)),
        .message = words.message,
        .advice = words.advice,
        .host = host };
}

Error timeoutError(const NetworkContext& context, std::chrono::milliseconds limit)
{
    const QString host = hostAndPort(context.url);
    const double seconds = static_cast<double>(limit.count()) / 1000.0;
    const QString time = QString::number(seconds, 'g', 3);
    Error error { .kind = ErrorKind::Timeout, .host = host };
    switch (context.phase) {
    case HttpPhase::Connecting:
        error.message = NetText::tr("No connection to %1 within %2 s.").arg(host, time);
        error.advice = NetText::tr("Check the address, the network and the proxy, then try again.");
        break;
    case HttpPhase::Waiting:
        error.message = NetText::tr("%1 took the request, but did not answer within %2 s.").arg(host, time);
        error.advice = NetText::tr("The server may be overloaded. Try again in a moment.");
        break;
    case HttpPhase::Receiving:
        error.message = NetText::tr("%1 fell silent in the middle of its reply for %2 s.").arg(host, time);
        error.advice = NetText::tr("Check the network, then try again.");
        break;
    }
    return error;
}

} // namespace proofreel
