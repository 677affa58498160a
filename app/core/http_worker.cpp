// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http_worker.h"

#include "core/http_exchange.h"
#include "core/proxy.h"

namespace proofreel {

HttpWorker::~HttpWorker()
{
    // Exchanges first: their replies need the access manager. Each answers with Cancelled, and takes itself off the
    // list.
    qDeleteAll(std::exchange(m_exchanges, {}));
}

QNetworkAccessManager& HttpWorker::network()
{
    if (!m_network) {
        m_network = new QNetworkAccessManager(this);
        m_network->setProxyFactory(new ProxyChooser(m_proxy));
    }
    return *m_network;
}

void HttpWorker::start(quint64 id, HttpRequest request, const Answer& answer)
{
    if (!answer->isOpen())
        return;
    auto* exchange = new HttpExchange(
        network(), m_caCertificates, std::move(request),
        [this, id, answer](Result<HttpResponse> result) {
            m_exchanges.remove(id);
            answer->deliver(std::move(result));
        },
        this);
    m_exchanges.insert(id, exchange);
    exchange->start();
}

void HttpWorker::abort(quint64 id)
{
    delete m_exchanges.take(id);
}

void HttpWorker::setProxy(const QNetworkProxy& proxy)
{
    m_proxy = proxy;
    if (m_network)
        m_network->setProxyFactory(new ProxyChooser(m_proxy));
}

void HttpWorker::addCaCertificates(const QByteArray& pem)
{
    m_caCertificates += QSslCertificate::fromData(pem, QSsl::Pem);
}

} // namespace proofreel
