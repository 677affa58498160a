// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/delivery.h"
#include "core/http.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QSslCertificate>

namespace proofreel {

class HttpExchange;

//! Owns the QNetworkAccessManager and the exchanges under way. Everything here runs in the network thread.
class HttpWorker final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpWorker)
public:
    using Answer = std::shared_ptr<Delivery<Result<HttpResponse>>>;
    HttpWorker() = default;
    ~HttpWorker() override;

    void start(quint64 id, HttpRequest request, const Answer& answer);
    void abort(quint64 id);
    void setProxy(const QNetworkProxy& proxy);
    void addCaCertificates(const QByteArray& pem);

private:
    [[nodiscard]] QNetworkAccessManager& network();

    QNetworkAccessManager* m_network = nullptr; // child, made at first use: not on the GUI thread
    QNetworkProxy m_proxy { QNetworkProxy::DefaultProxy };
    QList<QSslCertificate> m_caCertificates;
    QHash<quint64, HttpExchange*> m_exchanges; // children
};

} // namespace proofreel
