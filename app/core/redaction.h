// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

namespace proofreel {

//! The one place that knows what is secret: signatures, tokens, auth_key, presigned query items, Authorization
//! headers, access key secrets. Works on any text; the result is safe to log, show in an error and put in a report.
//! \a known are secrets of this moment (secret, token, signature): they are removed whatever stands around them,
//! also percent-encoded or as a JSON string. Known texts under 6 characters are left alone.
[[nodiscard]] QString redact(const QString& text, const QStringList& known = {});
//! The URL without anything that lets somebody else use it: userinfo dropped, secret query values replaced by "***".
[[nodiscard]] QString redactUrl(const QUrl& url);
//! Only what says where a URL leads: without userinfo, query and fragment, and with the signature that CDN types B and
//! C put into the path replaced. Any other text passes through redact(). For what is kept on disk.
[[nodiscard]] QString bareUrl(const QString& text);
//! "LTAI5t…(4 last)" for an AccessKeyId: enough to tell keys apart.
[[nodiscard]] QString maskKeyId(const QString& accessKeyId);

} // namespace proofreel
