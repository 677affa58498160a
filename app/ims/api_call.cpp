// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/api_call.h"

#include "core/logging.h"
#include "core/network_error.h"
#include "core/redaction.h"
#include "ims/signer.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QThreadPool>

#include <cmath>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct CallText {
    Q_DECLARE_TR_FUNCTIONS(Client)
};

QString minutesAndSeconds(qint64 ms)
{
    const qint64 seconds = std::abs(ms) / 1000;
    if (seconds < 120)
        return CallText::tr("%n second(s)", nullptr, static_cast<int>(seconds));
    if (seconds < 7200)
        return CallText::tr("%n minute(s)", nullptr, static_cast<int>(seconds / 60));
    if (seconds < 172'800)
        return CallText::tr("%n hour(s)", nullptr, static_cast<int>(seconds / 3600));
    return CallText::tr("%n day(s)", nullptr, static_cast<int>(std::min<qint64>(seconds / 86'400, 1'000'000)));
}

} // namespace

ApiCall::ApiCall(
    Http& http, const Clock& clock, NonceSource nonce, ApiSettings settings, ApiRequest request, QObject* parent)
    : QObject(parent)
    , m_http(http)
    , m_clock(clock)
    , m_nonce(std::move(nonce))
    , m_settings(std::move(settings))
    , m_request(std::move(request))
    , m_gate(std::make_shared<Gate<ApiCall>>(this))
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &ApiCall::send);
    m_request.host = hostAndPort(m_settings.account.endpoint).toLatin1();
    m_facts.action = m_request.action;
    m_facts.host = hostAndPort(m_settings.account.endpoint);
    m_facts.credentials = m_settings.account.credentials;
    m_info.host = m_facts.host;
    m_info.tries = 0;
}

ApiCall::~ApiCall()
{
    m_gate->close();
    m_exchange.abort();
    if (m_failed)
        m_failed(
            { .kind = ErrorKind::Cancelled, .message = CallText::tr("The call was stopped."), .host = m_facts.host });
}

void ApiCall::abort()
{
    m_failed = nullptr;
    delete this;
}

void ApiCall::start(Judge judge, Failed failed)
{
    m_judge = std::move(judge);
    m_failed = std::move(failed);
    m_elapsed.start();
    send();
}

void ApiCall::send()
{
    ++m_info.tries;
    m_info.clockOffsetMs = offsetMs();
    m_info.requestedAt = m_clock.nowUtc().addMSecs(m_info.clockOffsetMs);
    const auto signedRequest = signV3(m_request, m_facts.credentials, m_info.requestedAt, m_nonce());
    if (!signedRequest)
        return finish(signedRequest.error());
    m_facts.stringToSign = signedRequest->stringToSign;
    m_facts.signature = signedRequest->signature;

    HttpRequest http {
        .method = m_request.method, .url = m_settings.account.endpoint, .headers = signedRequest->headers
    };
    http.url.setPath(u"/"_s);
    http.url.setQuery(QString::fromLatin1(signedRequest->query), QUrl::StrictMode);
    http.headers.emplaceBack("Accept", "application/json");
    http.headers.emplaceBack("User-Agent", "Proofreel/" + QCoreApplication::applicationVersion().toLatin1());
    http.connectTimeout = m_settings.timeouts.connect;
    http.silenceTimeout = m_settings.timeouts.silence;
    http.maxRedirects = 0; // a signature is for one host
    m_exchange = m_http.send(http, this, [this](Result<HttpResponse> response) { received(std::move(response)); });
}

void ApiCall::received(Result<HttpResponse> response)
{
    if (!response)
        return failed({ .error = response.error() });
    m_info.httpStatus = response->status;
    // A reply may be 32 MiB of JSON: neither this thread nor the network's may be held up by it.
    const auto answer =
        Delivery<ReplyJudgement>::to(this, [this](ReplyJudgement judgement) { judged(std::move(judgement)); });
    QThreadPool::globalInstance()->start([answer, judge = m_judge, facts = m_facts, reply = *std::move(response)] {
        if (answer->isOpen())
            answer->deliver(judge(reply, facts));
    });
}

void ApiCall::judged(ReplyJudgement judgement)
{
    if (judgement.failure)
        return failed(*std::move(judgement.failure));
    m_info.elapsedMs = m_elapsed.elapsed();
    m_failed = nullptr;
    judgement.deliver(m_info);
    deleteLater();
}

void ApiCall::failed(ServiceFailure failure)
{
    failure.error.host = m_facts.host;
    if (failure.error.kind == ErrorKind::ClockSkew && correctClock(failure))
        return;
    const auto delay =
        m_policy.delay(failure.error, m_info.tries, failure.retryAfter, QRandomGenerator::global()->generateDouble());
    if (!delay)
        return finish(std::move(failure.error));
    const auto wait = static_cast<qint64>(static_cast<double>(delay->count()) * m_settings.timeouts.retryDelayScale);
    qCInfo(lcIms) << m_facts.action << Error::kindName(failure.error.kind) << failure.error.code << "again in" << wait
                  << "ms";
    Q_EMIT retrying(m_facts.action, failure.error, m_info.tries + 1, wait);
    m_wait.start(static_cast<int>(wait));
}

//! Takes the server's time; true if the call goes on with it.
bool ApiCall::correctClock(ServiceFailure& failure)
{
    if (!failure.serverDate.isValid())
        return false;
    const qint64 offset = m_clock.nowUtc().msecsTo(failure.serverDate);
    const QString far = minutesAndSeconds(offset);
    failure.error.message = offset > 0 ? CallText::tr("The clock of this PC is %1 behind the service's.").arg(far)
                                       : CallText::tr("The clock of this PC is %1 ahead of the service's.").arg(far);
    constexpr qint64 worthwhile = 30'000; // less than this cannot be what the service complains of
    // What this request was sent with: of several on their way at once, another may have learnt the time meanwhile.
    if (m_clockCorrected || std::abs(offset - m_info.clockOffsetMs) < worthwhile)
        return false;
    m_clockCorrected = true;
    const bool isNews = std::abs(offset - m_settings.clockOffsetMs->exchange(offset)) >= worthwhile;
    if (isNews)
        Q_EMIT clockSkewDetected(offset);
    send();
    return true;
}

void ApiCall::finish(Error error)
{
    error.tries = m_info.tries;
    // One more time, whatever its source: nothing secret leaves this room.
    const QStringList secrets { m_facts.credentials.accessKeySecret, m_facts.credentials.securityToken };
    error.message = redact(error.message, secrets);
    const auto failed = std::exchange(m_failed, nullptr);
    if (failed)
        failed(std::move(error));
    deleteLater();
}

} // namespace proofreel
