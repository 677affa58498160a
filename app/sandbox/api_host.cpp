// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/api_host.h"

#include "sandbox/odd_titles.h"

#include <QJsonDocument>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr char jsonType[] = "application/json;charset=utf-8";

WireRequest wireRequest(const httplib::Request& request)
{
    WireRequest wire;
    wire.method = QByteArray::fromStdString(request.method);
    const QByteArray target = QByteArray::fromStdString(request.target);
    const qsizetype mark = target.indexOf('?');
    wire.path = mark < 0 ? target : target.left(mark);
    wire.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    for (const auto& [name, value] : request.headers)
        wire.headers.append({ QByteArray::fromStdString(name), QByteArray::fromStdString(value) });
    wire.body = QByteArray::fromStdString(request.body);
    return wire;
}

bool isEvery(int n, qint64 call)
{
    return n > 0 && call % n == 0;
}

} // namespace

ApiHost::ApiHost(HttpHost& host, const Catalog& catalog, const MediaUrls& urls, const KeyRing& keys, RunState& state,
    QString mediaBase)
    : m_host(host)
    , m_catalog(catalog)
    , m_urls(urls)
    , m_state(state)
    , m_mediaBase(std::move(mediaBase))
    , m_check(keys, m_nonces)
{
    const auto handler = [this](const httplib::Request& request, httplib::Response& reply) { answer(request, reply); };
    host.Get(".*", handler);
    host.Post(".*", handler);
}

std::optional<ApiError> ApiHost::call(
    const httplib::Request& request, const Faults& faults, QByteArray& action, QJsonObject& body)
{
    const WireRequest wire = wireRequest(request);
    action = wire.header("x-acs-action");
    const qint64 number = m_state.nextCall();
    if (isEvery(faults.throttleEvery, number))
        return ApiError { 429, u"Throttling.User"_s, u"Request was denied due to user flow control."_s };
    if (isEvery(faults.error500Every, number)) {
        return ApiError { 500, u"InternalError"_s, u"The request processing has failed due to some unknown error."_s };
    }
    const qint64 now = m_state.nowMs();
    Call signedCall;
    if (auto error = m_check.check(wire, now, signedCall))
        return error;
    action = signedCall.action;
    if (wire.path != "/")
        return ApiError { 404, u"InvalidApi.NotFound"_s, u"Specified api is not found."_s };
    if (faults.forbidden) {
        return ApiError { 403, u"Forbidden.RAM"_s,
            u"User not authorized to operate on the specified resource, or this API doesn't support RAM. "
            "Action: ice:%1"_s.arg(QString::fromLatin1(action)) };
    }
    const ActionContext context { m_catalog, m_urls, m_searches, m_mediaBase, now, number, faults,
        signedCall.parameters };
    ActionResult result = runAction(signedCall.action, signedCall.version, context);
    if (auto* error = std::get_if<ApiError>(&result))
        return *error;
    body = std::get<QJsonObject>(result);
    return {};
}

void ApiHost::answer(const httplib::Request& request, httplib::Response& reply)
{
    const Faults faults = m_state.faults();
    QByteArray action = QByteArray::fromStdString(request.get_header_value("x-acs-action"));
    if (faults.hangApi || (faults.apiLatencyMs > 0 && !m_host.waitInRequest(faults.apiLatencyMs))) {
        m_state.log(u"%1 %2 hangs"_s.arg(QString::fromStdString(request.method), QString::fromUtf8(action)));
        m_host.waitInRequest(-1);
        reply.status = 503;
        reply.set_header("Connection", "close");
        return;
    }
    const QString requestId = newRequestId();
    QJsonObject body;
    const auto error = call(request, faults, action, body);
    reply.set_header("Date", m_state.httpDate());
    reply.set_header("x-acs-request-id", requestId.toStdString());
    reply.set_header("Access-Control-Allow-Origin", "*");
    if (error) {
        if (error->code.startsWith("Throttling"_L1))
            reply.set_header("x-acs-retry-after", "200");
        send(reply, error->httpStatus,
            errorBody(*error, requestId, QString::fromStdString(request.get_header_value("Host"))), faults);
    } else {
        body.insert("RequestId"_L1, requestId);
        QByteArray json = QJsonDocument(body).toJson(QJsonDocument::Compact);
        if (faults.oddTitles)
            breakSurrogates(json);
        send(reply, 200, json, faults);
    }
    m_state.log(u"%1 %2 %3"_s.arg(QString::fromStdString(request.method),
        action.isEmpty() ? u"-"_s : QString::fromUtf8(action), QString::number(reply.status)));
}

void ApiHost::send(httplib::Response& reply, int status, const QByteArray& body, const Faults& faults) const
{
    reply.status = status;
    if (faults.badJson) {
        reply.set_content("{\"RequestId\": oops, 'MediaBase': {{]}, <html>", jsonType);
    } else if (faults.truncateJson) {
        reply.set_content(body.left(body.size() / 2).toStdString(), jsonType);
    } else if (faults.hugeJsonMiB > 0) {
        // The true reply with a field of that many MiB in it, sent piece by piece.
        const QByteArray head = body.chopped(1) + ",\"Padding\":\"", tail = "\"}";
        const size_t padding = size_t(faults.hugeJsonMiB) << 20;
        const size_t total = size_t(head.size()) + padding + size_t(tail.size());
        reply.set_content_provider(
            total, jsonType, [head, tail, padding](size_t offset, size_t, httplib::DataSink& sink) {
                const size_t headSize = size_t(head.size());
                if (offset < headSize)
                    return sink.write(head.constData() + offset, headSize - offset);
                if (offset < headSize + padding) {
                    const std::string piece(std::min<size_t>(headSize + padding - offset, 1 << 16), 'x');
                    return sink.write(piece.data(), piece.size());
                }
                const size_t at = offset - headSize - padding;
                return sink.write(tail.constData() + at, size_t(tail.size()) - at);
            });
    } else {
        reply.set_content(body.toStdString(), jsonType);
    }
}

} // namespace proofreel::sandbox
