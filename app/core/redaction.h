// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QUrl>

namespace proofreel {

//! The one place that knows what is secret: signatures, tokens, auth_key, presigned query items, Authorization
//! headers, access key secrets. Works on any text; the result is safe to log, show in an error and put in a report.
[[nodiscard]] QString redact(const QString& text);
//! The URL without anything that lets somebody else use it: userinfo dropped, secret query values replaced by "***".
[[nodiscard]] QString redactUrl(const QUrl& url);
//! "LTAI5t…(4 last)" for an AccessKeyId: enough to tell keys apart.
[[nodiscard]] QString maskKeyId(const QString& accessKeyId);

} // namespace proofreel
