// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/http.h"
#include "ims/credentials.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace proofreel {

//! What our side knows of a call whose reply is judged.
struct CallFacts {
    QString action; //!< "GetPlayInfo": names the RAM permission that is missing
    QString host;
    Credentials credentials;
    QByteArray stringToSign, signature; //!< of this try
};

//! `{RequestId, HostId, Code, Message, Recommend}` of the service, as JSON (upper or lower case) or XML.
struct ServiceEnvelope {
    QString code, message, requestId;
    QString missingAction; //!< AccessDeniedDetail.AuthAction: what RAM denied
};
[[nodiscard]] std::optional<ServiceEnvelope> parseEnvelope(const QByteArray& body);

struct ServiceFailure {
    Error error;
    std::optional<std::chrono::milliseconds> retryAfter {}; //!< x-acs-retry-after, else Retry-After
    QDateTime serverDate {}; //!< UTC, whole seconds; invalid without a Date header
};

//! nullopt for a success. Pure; any thread. Nothing secret of \a facts is in the Error, even if the server sent it
//! back.
[[nodiscard]] std::optional<ServiceFailure> serviceFailure(const HttpResponse& response, const CallFacts& facts);

} // namespace proofreel
