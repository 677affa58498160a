// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/client.h"

#include "ims/api_call.h"
#include "ims/decode.h"
#include "ims/endpoint.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct ClientText {
    Q_DECLARE_TR_FUNCTIONS(Client)
};

std::optional<Error> accountError(const ImsAccount& account)
{
    if (account.credentials.isEmpty())
        return Error { .kind = ErrorKind::Credentials,
            .message = ClientText::tr("There is no AccessKey to sign the request with."),
            .advice = ClientText::tr("Add an account with an AccessKey ID and its secret.") };
    const auto endpoint = parseEndpoint(account.endpoint.toString());
    if (!endpoint)
        return endpoint.error();
    return std::nullopt;
}

} // namespace

QString randomNonce()
{
    std::array<quint32, 4> words {};
    QRandomGenerator::system()->generate(words.begin(), words.end());
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char*>(words.data()), static_cast<qsizetype>(sizeof(words))).toHex());
}

class Client::Private {
public:
    Private(Client& owner, Http& ownHttp, const Clock& ownClock, NonceSource ownNonce)
        : q(owner)
        , http(ownHttp)
        , clock(ownClock)
        , nonce(std::move(ownNonce))
    {
    }

    template <typename T>
    CallHandle call(
        Result<ApiRequest> request, Result<T> (*decode)(const QByteArray&), QObject* context, Callback<T> callback);

    Client& q;
    Http& http;
    const Clock& clock;
    NonceSource nonce;
    ApiSettings settings { .clockOffsetMs = std::make_shared<std::atomic<qint64>>(0) };
};

template <typename T>
CallHandle Client::Private::call(
    Result<ApiRequest> request, Result<T> (*decode)(const QByteArray&), QObject* context, Callback<T> callback)
{
    if (const auto error = accountError(settings.account); error && request)
        request = fail(*error);
    if (!request) {
        const auto answer = Delivery<Result<T>>::to(context, std::move(callback));
        answer->deliver(fail(request.error()));
        return CallHandle([answer] { answer->cancel(); });
    }

    auto* call = new ApiCall(http, clock, nonce, settings, *std::move(request), &q);
    const auto abort = [gate = call->gate()] { gate->post([](ApiCall& self) { self.abort(); }); };
    const auto answer = Delivery<Result<T>>::to(context, std::move(callback), abort);
    QObject::connect(call, &ApiCall::retrying, &q, &Client::retrying);
    QObject::connect(call, &ApiCall::clockSkewDetected, &q, &Client::clockSkewDetected);
    call->start(
        [answer, decode](const HttpResponse& response, const CallFacts& facts) -> ReplyJudgement {
            if (auto failure = serviceFailure(response, facts))
                return { .failure = std::move(failure) };
            auto value = std::make_shared<Result<T>>(decode(response.body));
            if (!*value)
                return { .failure = ServiceFailure { .error = value->error() } };
            return { .deliver = [answer, value](ReplyInfo info) {
                info.requestId = (*value)->info.requestId;
                info.oddities = (*value)->info.oddities;
                info.body = (*value)->info.body;
                (*value)->info = std::move(info);
                answer->deliver(std::move(*value));
            } };
        },
        [answer](Error error) { answer->deliver(fail(std::move(error))); });
    return CallHandle([answer, abort] {
        if (answer->cancel())
            abort();
    });
}

Client::Client(Http& http, const Clock& clock, NonceSource nonce, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, http, clock, std::move(nonce)))
{
}

Client::~Client()
{
    // Before the signals of this object go: a call that ends now may still report.
    qDeleteAll(findChildren<ApiCall*>(Qt::FindDirectChildrenOnly));
}

void Client::setAccount(const ImsAccount& account)
{
    // What was learnt of the time is learnt from one server; another one may be right.
    if (account.endpoint != d->settings.account.endpoint)
        d->settings.clockOffsetMs = std::make_shared<std::atomic<qint64>>(0);
    d->settings.account = account;
}

ImsAccount Client::account() const
{
    return d->settings.account;
}

void Client::setTimeouts(const ClientTimeouts& timeouts)
{
    d->settings.timeouts = timeouts;
}

qint64 Client::clockOffsetMs() const
{
    return *d->settings.clockOffsetMs;
}

CallHandle Client::getPlayInfo(const PlayInfoQuery& query, QObject* context, Callback<PlayInfoReply> callback)
{
    return d->call<PlayInfoReply>(makeRequest(query), decodePlayInfo, context, std::move(callback));
}

CallHandle Client::listMediaBasicInfos(const MediaListQuery& query, QObject* context, Callback<MediaPage> callback)
{
    return d->call<MediaPage>(makeRequest(query), decodeMediaPage, context, std::move(callback));
}

CallHandle Client::searchMedia(const SearchQuery& query, QObject* context, Callback<MediaPage> callback)
{
    return d->call<MediaPage>(makeRequest(query), decodeSearchPage, context, std::move(callback));
}

CallHandle Client::getCategories(const CategoryQuery& query, QObject* context, Callback<CategoryPage> callback)
{
    return d->call<CategoryPage>(makeRequest(query), decodeCategories, context, std::move(callback));
}

CallHandle Client::getMediaInfo(const MediaInfoQuery& query, QObject* context, Callback<MediaInfoReply> callback)
{
    return d->call<MediaInfoReply>(makeRequest(query), decodeMediaInfo, context, std::move(callback));
}

CallHandle Client::batchGetMediaInfos(const MediaBatchQuery& query, QObject* context, Callback<MediaBatch> callback)
{
    return d->call<MediaBatch>(makeRequest(query), decodeMediaBatch, context, std::move(callback));
}

} // namespace proofreel
