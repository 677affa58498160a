// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http.h"
#include "core/network_error.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QTimer>

class QNetworkAccessManager;

namespace proofreel {

//! One request with its redirects, in the network thread. Deletes itself after its one answer.
class HttpExchange final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpExchange)
public:
    using Done = std::function<void(Result<HttpResponse>)>;
    //! \a extraAuthorities are trusted besides the system's.
    HttpExchange(QNetworkAccessManager& network, QList<QSslCertificate> extraAuthorities, HttpRequest request,
        Done done, QObject* parent);
    ~HttpExchange() override;

    void start();
    void abort(); //!< without an answer

private:
    void send();
    void listen();
    void readBody();
    void finish();
    bool followRedirect();
    void answer(Result<HttpResponse> result);
    void timedOut();
    [[nodiscard]] NetworkContext failureContext() const;
    [[nodiscard]] HttpResponse takeResponse();
    [[nodiscard]] Error tooLarge() const;

    QNetworkAccessManager& m_network;
    QList<QSslCertificate> m_extraAuthorities;
    HttpRequest m_request;
    Done m_done;
    QNetworkReply* m_reply = nullptr; // child of this
    QTimer m_timer;
    QElapsedTimer m_elapsed;
    HttpPhase m_phase = HttpPhase::Connecting;
    QList<QSslError> m_tlsErrors;
    QByteArray m_body;
    int m_redirects = 0;
};

} // namespace proofreel
