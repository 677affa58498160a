// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http.h"

#include "core/gate.h"
#include "core/http_worker.h"

#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;

namespace proofreel {

QByteArray HttpResponse::header(const QByteArray& name) const
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

class Http::Private {
public:
    QThread thread;
    HttpWorker* worker = new HttpWorker; // deleted in its thread
    std::shared_ptr<Gate<HttpWorker>> gate = std::make_shared<Gate<HttpWorker>>(worker);
    std::atomic<quint64> lastId = 0;
};

Http::Http(QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->thread.setObjectName(u"proofreel-http"_s);
    d->worker->moveToThread(&d->thread);
    connect(&d->thread, &QThread::finished, d->worker, &QObject::deleteLater);
    d->thread.start();
}

Http::~Http()
{
    // Behind everything that was sent before, so that each of them gets its answer: Cancelled.
    d->gate->post([this](HttpWorker&) { d->thread.quit(); });
    d->gate->close();
    d->thread.wait();
}

CallHandle Http::send(const HttpRequest& request, QObject* context, Callback callback)
{
    const quint64 id = ++d->lastId;
    const auto abort = [gate = d->gate, id] { gate->post([id](HttpWorker& worker) { worker.abort(id); }); };
    const auto answer = Delivery<Result<HttpResponse>>::to(context, std::move(callback), abort);
    d->gate->post([id, request, answer](HttpWorker& worker) { worker.start(id, request, answer); });
    return CallHandle([answer, abort] {
        if (answer->cancel())
            abort();
    });
}

CallHandle Http::sendDirect(const HttpRequest& request, Callback callback)
{
    const quint64 id = ++d->lastId;
    const auto gone = [callback] { callback(fail({ .kind = ErrorKind::Cancelled })); };
    const auto answer = Delivery<Result<HttpResponse>>::to(d->worker, std::move(callback), gone);
    d->gate->post([id, request, answer](HttpWorker& worker) { worker.start(id, request, answer); });
    return CallHandle([gate = d->gate, id] { gate->post([id](HttpWorker& worker) { worker.abort(id); }); });
}

void Http::setProxy(const QNetworkProxy& proxy)
{
    d->gate->post([proxy](HttpWorker& worker) { worker.setProxy(proxy); });
}

void Http::addCaCertificates(const QByteArray& pem)
{
    d->gate->post([pem](HttpWorker& worker) { worker.addCaCertificates(pem); });
}

} // namespace proofreel
