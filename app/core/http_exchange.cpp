// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http_exchange.h"

#include "core/http_rules.h"
#include "core/logging.h"
#include "core/redaction.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkRequest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct HttpText {
    Q_DECLARE_TR_FUNCTIONS(Http)
};

//! A whole exchange, although Qt counts every status from 400 as an error and gives the less usual ones odd names.
//! Below 200 are failures of the network and the proxy.
bool isWhole(int status, QNetworkReply::NetworkError error)
{
    return status > 0
        && (error == QNetworkReply::NoError || (status >= 400 && error >= QNetworkReply::ContentAccessDenied));
}

} // namespace

HttpExchange::HttpExchange(QNetworkAccessManager& network, QList<QSslCertificate> extraAuthorities, HttpRequest request,
    Done done, QObject* parent)
    : QObject(parent)
    , m_network(network)
    , m_extraAuthorities(std::move(extraAuthorities))
    , m_request(std::move(request))
    , m_done(std::move(done))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HttpExchange::timedOut);
}

HttpExchange::~HttpExchange()
{
    const Done done = std::exchange(m_done, nullptr);
    abort();
    if (done)
        done(fail({ .kind = ErrorKind::Cancelled,
            .message = HttpText::tr("The transfer was stopped."),
            .host = hostAndPort(m_request.url) }));
}

void HttpExchange::start()
{
    m_elapsed.start();
    if (auto error = requestError(m_request))
        answer(fail(*std::move(error)));
    else
        send();
}

void HttpExchange::send()
{
    QNetworkRequest request = networkRequest(m_request, m_extraAuthorities);
    m_phase = HttpPhase::Connecting;
    m_tlsErrors.clear();
    m_body.clear();
    if (m_request.method == "HEAD") {
        m_reply = m_network.head(request);
    } else if (m_request.body.isEmpty() && m_request.method == "GET") {
        m_reply = m_network.get(request);
    } else if (m_request.body.isEmpty()) {
        // Not post(), which moves the query into an empty body; and no device, or requestSent() would never come.
        request.setRawHeader("Content-Length", "0");
        m_reply = m_network.sendCustomRequest(request, m_request.method, static_cast<QIODevice*>(nullptr));
    } else {
        m_reply = m_network.sendCustomRequest(request, m_request.method, m_request.body);
    }
    m_reply->setParent(this);
    listen();
    m_timer.start(m_request.connectTimeout);
}

void HttpExchange::listen()
{
    const auto alive = [this](HttpPhase phase) {
        m_phase = std::max(m_phase, phase);
        m_timer.start(m_phase == HttpPhase::Connecting ? m_request.connectTimeout : m_request.silenceTimeout);
    };
    connect(m_reply, &QNetworkReply::requestSent, this, [alive] { alive(HttpPhase::Waiting); });
    connect(m_reply, &QNetworkReply::uploadProgress, this, [alive](qint64 sent, qint64) {
        if (sent > 0)
            alive(HttpPhase::Waiting);
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this, alive] {
        alive(HttpPhase::Receiving);
        if (!m_request.keepPartialBody && m_request.method != "HEAD"
            && m_reply->rawHeader("Content-Length").toLongLong() > m_request.maxBytes)
            answer(fail(tooLarge()));
    });
    connect(m_reply, &QNetworkReply::readyRead, this, [this, alive] {
        alive(HttpPhase::Receiving);
        readBody();
    });
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError>& errors) { m_tlsErrors = errors; });
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::finish);
}

void HttpExchange::readBody()
{
    constexpr qint64 chunk = 256 * 1024;
    while (m_reply && m_reply->bytesAvailable() > 0) {
        // One byte more than allowed shows that there is more.
        const QByteArray part = m_reply->read(std::min(chunk, m_request.maxBytes + 1 - m_body.size()));
        if (part.isEmpty())
            return;
        m_body += part;
        if (m_body.size() <= m_request.maxBytes)
            continue;
        if (!m_request.keepPartialBody)
            return answer(fail(tooLarge()));
        m_body.truncate(m_request.maxBytes);
        HttpResponse response = takeResponse();
        response.truncated = true;
        return answer(std::move(response));
    }
}

void HttpExchange::finish()
{
    readBody();
    if (!m_reply)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    auto error = m_reply->error();
    if (!isWhole(status, error)) {
        if (error == QNetworkReply::NoError)
            error = QNetworkReply::ProtocolFailure;
        return answer(fail(networkError(error, m_reply->errorString(), failureContext())));
    }

    const QByteArray length = m_reply->rawHeader("Content-Length");
    const bool hasBody = m_request.method != "HEAD" && status != 204 && status != 304;
    if (hasBody && m_reply->rawHeader("Content-Encoding").isEmpty() && !length.isEmpty()
        && length.toLongLong() > m_body.size())
        return answer(
            fail(networkError(QNetworkReply::RemoteHostClosedError, m_reply->errorString(), failureContext())));
    if (!followRedirect() && m_reply)
        answer(takeResponse());
}

bool HttpExchange::followRedirect()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    auto next = redirected(m_request, status, m_reply->rawHeader("Location"), m_redirects);
    if (!next)
        return false;
    if (!*next) {
        answer(fail((*next).error()));
        return true;
    }
    ++m_redirects;
    m_request = **std::move(next);
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_reply = nullptr;
    send();
    return true;
}

NetworkContext HttpExchange::failureContext() const
{
    NetworkContext context { .url = m_request.url, .phase = m_phase, .tlsErrors = m_tlsErrors };
    if (m_network.proxyFactory())
        context.proxy = m_network.proxyFactory()->queryProxy(QNetworkProxyQuery(m_request.url)).value(0);
    return context;
}

HttpResponse HttpExchange::takeResponse()
{
    HttpResponse response;
    response.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    response.headers = m_reply->rawHeaderPairs();
    response.body = std::exchange(m_body, {});
    response.finalUrl = m_reply->url();
    response.elapsedMs = m_elapsed.elapsed();
    return response;
}

Error HttpExchange::tooLarge() const
{
    const auto limit = static_cast<double>(m_request.maxBytes) / (1024.0 * 1024.0);
    return { .kind = ErrorKind::TooLarge,
        .message = HttpText::tr("The reply of %1 is larger than %2 MiB and was given up.")
                       .arg(hostAndPort(m_request.url), QString::number(limit, 'g', 3)),
        .advice = HttpText::tr("Check the address: this is not an answer that was expected here."),
        .host = hostAndPort(m_request.url),
        .httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() };
}

void HttpExchange::timedOut()
{
    const auto limit = m_phase == HttpPhase::Connecting ? m_request.connectTimeout : m_request.silenceTimeout;
    answer(fail(timeoutError(failureContext(), limit)));
}

void HttpExchange::answer(Result<HttpResponse> result)
{
    const Done done = std::exchange(m_done, nullptr);
    if (result)
        qCDebug(lcNet) << m_request.method << redactUrl(m_request.url) << result->status << result->body.size()
                       << "bytes in" << m_elapsed.elapsed() << "ms";
    else
        qCDebug(lcNet) << m_request.method << redactUrl(m_request.url) << Error::kindName(result.error().kind)
                       << result.error().code << "after" << m_elapsed.elapsed() << "ms";
    abort();
    if (done)
        done(std::move(result));
    deleteLater();
}

void HttpExchange::abort()
{
    m_timer.stop();
    m_done = nullptr;
    if (QNetworkReply* reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        // Not at once: Qt may be in the middle of telling of an error itself, and would complain of the second one.
        QMetaObject::invokeMethod(reply, &QNetworkReply::abort, Qt::QueuedConnection);
        QMetaObject::invokeMethod(reply, &QObject::deleteLater, Qt::QueuedConnection);
    }
}

} // namespace proofreel
