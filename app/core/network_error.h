// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <QList>
#include <QNetworkReply>
#include <QSslError>
#include <QUrl>

#include <chrono>

namespace proofreel {

//! How far an exchange had come when it failed.
enum class HttpPhase { Connecting, Waiting, Receiving };

//! What QNetworkReply tells of a failed exchange, as an Error of ours: one clear sentence and a next step.
[[nodiscard]] Error networkError(QNetworkReply::NetworkError error, const QString& text, const QList<QSslError>& tls,
    const QUrl& url, HttpPhase phase);

//! Silence for longer than allowed, in the phase where it happened.
[[nodiscard]] Error timeoutError(const QUrl& url, HttpPhase phase, std::chrono::milliseconds limit);

//! "host" or "host:port": the port only where it is not the scheme's own.
[[nodiscard]] QString hostAndPort(const QUrl& url);

} // namespace proofreel
