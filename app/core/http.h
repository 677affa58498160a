// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/call.h"
#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QNetworkProxy>
#include <QObject>
#include <QPair>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>

namespace proofreel {

using HttpHeaders = QList<QPair<QByteArray, QByteArray>>;

struct HttpRequest {
    QByteArray method = "GET";
    QUrl url {}; //!< http or https; anything else fails with InvalidRequest
    HttpHeaders headers {};
    QByteArray body {};
    std::chrono::milliseconds connectTimeout { 10'000 }; //!< name look-up, connection, TLS and sending of the head
    std::chrono::milliseconds silenceTimeout { 15'000 }; //!< then until the reply begins, and between two arrivals
    qint64 maxBytes = 32LL * 1024 * 1024; //!< of the decoded body; more fails with TooLarge
    bool keepPartialBody = false; //!< on TooLarge give what came (for probes of media) instead of failing
    int maxRedirects = 5; //!< 0: a redirect is the answer. Never followed from https to http, nor to another scheme
};

//! Any complete HTTP exchange, whatever its status: the caller judges the status.
struct HttpResponse {
    int status = 0;
    HttpHeaders headers;
    QByteArray body;
    QUrl finalUrl;
    qint64 elapsedMs = 0;
    bool truncated = false; //!< maxBytes reached and keepPartialBody set

    //! First header of that name, compared without regard to case; empty if absent.
    [[nodiscard]] QByteArray header(const QByteArray& name) const;
};

//! The only door to the network, on a QNetworkAccessManager that lives in a thread of its own.
//! No cookies, no cache, no credentials from URLs; TLS errors always fail. Retrying is the caller's business.
//! Thread-safe. A connection to this very machine never goes through a proxy.
class Http final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Http)
public:
    explicit Http(QObject* parent = nullptr);
    ~Http() override; //!< ends what is under way with Cancelled and joins the thread

    using Callback = std::function<void(Result<HttpResponse>)>;
    //! Sends; \a callback runs in \a context's thread, never before send() has returned. When \a context dies the
    //! transfer is aborted. Failures without a full exchange become an Error
    //! (Network, Timeout, Tls, Proxy, TooLarge, Protocol for a cut body, InvalidRequest).
    CallHandle send(const HttpRequest& request, QObject* context, Callback callback);
    //! For threads without an event loop: \a callback runs in the network thread, must be quick, and always comes (at
    //! the end of this object with Cancelled) unless abort() was called. That may be done in any thread, and the
    //! callback may run meanwhile.
    CallHandle sendDirect(const HttpRequest& request, Callback callback);

    //! For all later requests. NoProxy type: direct; DefaultProxy: what the system says (the default).
    void setProxy(const QNetworkProxy& proxy);
    //! Extra certificate authorities, e.g. a company's; PEM. Never a way to switch verification off.
    void addCaCertificates(const QByteArray& pem);

private:
    class Private;
    std::unique_ptr<Private> d;
};

//! "http://user:pw@host:3128", "socks5://host:1080", "direct" or "system".
[[nodiscard]] Result<QNetworkProxy> parseProxy(const QString& text);

} // namespace proofreel
