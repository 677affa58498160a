// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <QList>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslError>
#include <QUrl>

#include <chrono>

namespace proofreel {

//! How far an exchange had come when it failed.
enum class HttpPhase { Connecting, Waiting, Receiving };

//! Where and how an exchange failed.
struct NetworkContext {
    QUrl url;
    HttpPhase phase = HttpPhase::Connecting;
    QList<QSslError> tlsErrors {};
    QNetworkProxy proxy { QNetworkProxy::NoProxy }; //!< the one that was used
};

//! What QNetworkReply tells of a failed exchange, as an Error of ours: one clear sentence and a next step.
[[nodiscard]] Error networkError(QNetworkReply::NetworkError error, const QString& text, const NetworkContext& context);

//! Silence for longer than allowed, in the phase where it happened.
[[nodiscard]] Error timeoutError(const NetworkContext& context, std::chrono::milliseconds limit);

//! "host" or "host:port": the port only where it is not the scheme's own.
[[nodiscard]] QString hostAndPort(const QUrl& url);

} // namespace proofreel
