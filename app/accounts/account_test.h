// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/call.h"
#include "core/clock.h"
#include "core/result.h"
#include "ims/client.h"

#include <functional>
#include <optional>

namespace proofreel {

class Http;

//! What the service lets these credentials do, found by asking it.
struct AccountTestReport {
    std::optional<Error> listing; //!< why ListMediaBasicInfos was refused, if it was
    std::optional<Error> playInfo; //!< why GetPlayInfo was refused, if it was
    std::optional<qint64> assetCount; //!< if the service told it
    QString requestId; //!< of the last answer
    QString host;
    qint64 elapsedMs = 0; //!< of the first call that was answered
    qint64 clockOffsetMs = 0; //!< server time minus this PC's, if that had to be corrected; else 0

    [[nodiscard]] bool works() const { return !listing && !playInfo; }
};

//! Asks for one asset, then for its play info. Credentials, signature, network or service trouble ends it with that
//! error; a RAM permission that is missing is reported, since the rest may still be of use. Asks nothing but reads.
CallHandle testAccount(Http& http, const Clock& clock, const ImsAccount& account, QObject* context,
    std::function<void(Result<AccountTestReport>)> callback);

} // namespace proofreel
