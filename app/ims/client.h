// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/call.h"
#include "core/clock.h"
#include "core/result.h"
#include "ims/credentials.h"
#include "ims/queries.h"
#include "ims/types.h"

#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>

namespace proofreel {

class Http;

//! Whom to ask and as whom.
struct ImsAccount {
    Credentials credentials;
    QUrl endpoint; //!< from endpoint.h
};

//! For later calls. The defaults are for a person who waits.
struct ClientTimeouts {
    std::chrono::milliseconds connect { 10'000 }; //!< see HttpRequest
    std::chrono::milliseconds silence { 15'000 };
    double retryDelayScale = 1.0; //!< waits before retries are multiplied by this; a seam for tests
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
//!
//! Called from the thread in which it lives; contexts may live anywhere. Callbacks never run before the call has
//! returned. Destroying it ends what is under way with Cancelled.
class Client final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Client)
public:
    //! \a http and \a clock must outlive it.
    Client(Http& http, const Clock& clock, NonceSource nonce = randomNonce, QObject* parent = nullptr);
    ~Client() override;

    void setAccount(const ImsAccount& account); //!< for later calls
    [[nodiscard]] ImsAccount account() const;
    void setTimeouts(const ClientTimeouts& timeouts);

    template <typename T>
    using Callback = std::function<void(Result<T>)>;
    CallHandle getPlayInfo(const PlayInfoQuery& query, QObject* context, Callback<PlayInfoReply> callback);
    CallHandle listMediaBasicInfos(const MediaListQuery& query, QObject* context, Callback<MediaPage> callback);
    CallHandle searchMedia(const SearchQuery& query, QObject* context, Callback<MediaPage> callback);
    CallHandle getCategories(const CategoryQuery& query, QObject* context, Callback<CategoryPage> callback);
    CallHandle getMediaInfo(const MediaInfoQuery& query, QObject* context, Callback<MediaInfoReply> callback);
    CallHandle batchGetMediaInfos(const MediaBatchQuery& query, QObject* context, Callback<MediaBatch> callback);

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
