// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/delivery.h"
#include "core/gate.h"
#include "core/http.h"
#include "ims/client.h"
#include "ims/request.h"
#include "ims/retry.h"
#include "ims/service_error.h"

#include <QElapsedTimer>
#include <QTimer>

namespace proofreel {

//! What is common to all calls of one client.
struct ApiSettings {
    ImsAccount account {};
    ClientTimeouts timeouts {};
    std::shared_ptr<std::atomic<qint64>> clockOffsetMs;
};

//! What the pool found in a reply: a failure, or a decoded value that waits for its ReplyInfo. Judgement is a check's.
struct ReplyJudgement {
    std::optional<ServiceFailure> failure {};
    std::function<void(ReplyInfo)> deliver {};
};

//! One call with all its tries, in the client's thread. Deletes itself after its one answer.
class ApiCall final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApiCall)
public:
    using Judge = std::function<ReplyJudgement(const HttpResponse&, const CallFacts&)>; //!< runs in a pool thread
    using Failed = std::function<void(Error)>;

    ApiCall(
        Http& http, const Clock& clock, NonceSource nonce, ApiSettings settings, ApiRequest request, QObject* parent);
    ~ApiCall() override;

    void start(Judge judge, Failed failed);
    [[nodiscard]] std::shared_ptr<Gate<ApiCall>> gate() const { return m_gate; }
    void abort(); //!< without an answer

Q_SIGNALS:
    void retrying(const QString& action, const proofreel::Error& cause, int nextTry, qint64 delayMs);
    void clockSkewDetected(qint64 offsetMs);

private:
    void send();
    void received(Result<HttpResponse> response);
    void judged(ReplyJudgement judgement);
    void failed(ServiceFailure failure);
    bool correctClock(ServiceFailure& failure);
    void finish(Error error);
    [[nodiscard]] qint64 offsetMs() const { return *m_settings.clockOffsetMs; }

    Http& m_http;
    const Clock& m_clock;
    NonceSource m_nonce;
    ApiSettings m_settings;
    ApiRequest m_request;
    Judge m_judge;
    Failed m_failed;
    RetryPolicy m_policy;
    QTimer m_wait;
    QElapsedTimer m_elapsed;
    CallHandle m_exchange;
    CallFacts m_facts;
    ReplyInfo m_info;
    bool m_clockCorrected = false;
    std::shared_ptr<Gate<ApiCall>> m_gate;
};

} // namespace proofreel
