// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/call.h"
#include "core/clock.h"
#include "core/result.h"
#include "ims/credentials.h"
#include "ims/types.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

namespace proofreel {

class Http;

//! Whom to ask and as whom.
struct ImsAccount {
    Credentials credentials;
    QUrl endpoint; //!< from endpoint.h
};

struct PlayInfoQuery {
    QString mediaId; //!< exactly one of mediaId and inputUrl
    QString inputUrl;
    std::optional<qint64> authTimeout; //!< seconds, at least 3600 (the service's default)
};

struct MediaListQuery {
    QString nextToken;
    int maxResults = 100; //!< 1..100
    QString mediaType, status, source, businessType, sortBy; //!< empty: not sent
    QDateTime startTime, endTime; //!< invalid: not sent
    bool includeFileBasicInfo = true;
};

//! Unpredictable and unique text for x-acs-signature-nonce. A seam for tests.
using NonceSource = std::function<QString()>;
[[nodiscard]] QString randomNonce();

//! The IMS API, version 2020-11-09. Signs (ACS3-HMAC-SHA256), sends, retries, decodes off the GUI thread.
//!
//! Retried, at most 3 tries in all, exponential with jitter or as `x-acs-retry-after` says, with a fresh nonce and
//! date each time: throttling, 5xx, connection failures. A timestamp error is retried once with the server's time,
//! and the offset is kept for later calls. Nothing else is retried.
//! Arguments that cannot succeed (both or neither id, AuthTimeout under 3600) fail without a request.
class Client final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Client)
public:
    Client(Http& http, const Clock& clock, NonceSource nonce = randomNonce, QObject* parent = nullptr);
    ~Client() override;

    void setAccount(const ImsAccount& account); //!< for later calls
    [[nodiscard]] ImsAccount account() const;

    template <typename T>
    using Callback = std::function<void(Result<T>)>;
    CallHandle getPlayInfo(const PlayInfoQuery& query, QObject* context, Callback<PlayInfoReply> callback);
    CallHandle listMediaBasicInfos(const MediaListQuery& query, QObject* context, Callback<MediaPage> callback);

    //! Server time minus this PC's, once learnt from a timestamp error; else 0. Milliseconds.
    [[nodiscard]] qint64 clockOffsetMs() const;

Q_SIGNALS:
    //! A try failed and will be repeated: "throttled, trying again in 1.2 s (2 of 3)".
    void retrying(const QString& action, const proofreel::Error& cause, int nextTry, qint64 delayMs);
    //! This PC's clock is off by that much; the call goes on with the corrected time.
    void clockSkewDetected(qint64 offsetMs);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace proofreel

Q_DECLARE_METATYPE(proofreel::Error)
