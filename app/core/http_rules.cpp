// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http_rules.h"

#include "core/network_error.h"
#include "core/redaction.h"

#include <QCoreApplication>
#include <QSslConfiguration>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct HttpText {
    Q_DECLARE_TR_FUNCTIONS(Http)
};

bool isWebScheme(const QString& scheme)
{
    return scheme == "https"_L1 || scheme == "http"_L1;
}

bool sameOrigin(const QUrl& a, const QUrl& b)
{
    const auto port = [](const QUrl& url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

bool isHeaderText(const QByteArray& text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

} // namespace

std::optional<Error> requestError(const HttpRequest& request)
{
    const QUrl& url = request.url;
    QString message;
    if (!url.isValid() || url.host().isEmpty() || !isWebScheme(url.scheme()))
        message = HttpText::tr("Only http and https URLs can be opened.");
    else if (request.method.isEmpty()
        || !std::all_of(request.method.begin(), request.method.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
        message = HttpText::tr("The HTTP method is not valid.");
    else if (!std::all_of(request.headers.begin(), request.headers.end(), [](const auto& header) {
                 return !header.first.isEmpty() && isHeaderText(header.first) && isHeaderText(header.second);
             }))
        message = HttpText::tr("A header holds a line break.");
    else
        return std::nullopt;
    return Error {
        .kind = ErrorKind::InvalidRequest, .message = message, .advice = HttpText::tr("Check the address.")
    };
}

QNetworkRequest networkRequest(const HttpRequest& given, const QList<QSslCertificate>& extraAuthorities)
{
    QUrl url = given.url;
    url.setUserInfo({});
    url.setFragment({});
    QNetworkRequest request(url);
    request.setRawHeader("User-Agent", "Proofreel");
    for (const auto& [name, value] : given.headers)
        request.setRawHeader(name, value);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // One framing to reason about: a cut body shows as such, and no stream of one call can stall another's.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    // The size limit below counts unpacked bytes, so Qt's guess at "archive bombs" is not needed.
    request.setDecompressedSafetyCheckThreshold(-1);

    if (!extraAuthorities.isEmpty()) {
        QSslConfiguration tls = request.sslConfiguration();
        tls.addCaCertificates(extraAuthorities);
        request.setSslConfiguration(tls);
    }
    return request;
}

std::optional<Result<HttpRequest>> redirected(
    const HttpRequest& request, int status, const QByteArray& location, int followed)
{
    const bool redirect = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    if (!redirect || location.isEmpty() || request.maxRedirects == 0)
        return std::nullopt;

    const QUrl& from = request.url;
    const QUrl target = from.resolved(QUrl::fromEncoded(location));
    const QString host = hostAndPort(from);
    const auto refuse = [&](const QString& message) -> Result<HttpRequest> {
        return fail({ .kind = ErrorKind::Protocol,
            .message = message,
            .advice = HttpText::tr("Check the address; a portal or proxy may answer in the server's place."),
            .host = host,
            .httpStatus = status });
    };
    if (!target.isValid() || target.host().isEmpty() || !isWebScheme(target.scheme()))
        return refuse(
            HttpText::tr("%1 redirects to a URL that is not followed: %2").arg(host, redactUrl(target).left(200)));
    if (from.scheme() == "https"_L1 && target.scheme() != "https"_L1)
        return refuse(HttpText::tr("%1 redirects to an unprotected http URL, which is not followed.").arg(host));
    if (followed >= request.maxRedirects)
        return refuse(HttpText::tr("%1 redirects again and again.").arg(host));

    HttpRequest next = request;
    next.url = target;
    if (status == 303 || ((status == 301 || status == 302) && request.method == "POST")) {
        next.method = "GET";
        next.body.clear();
    }
    if (!sameOrigin(from, target)) // what was signed or meant for one server is not for another
        next.headers.removeIf([](const auto& header) {
            const QByteArray name = header.first.toLower();
            return name == "authorization" || name == "cookie" || name == "host" || name.startsWith("x-acs-");
        });
    return next;
}

} // namespace proofreel
