// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace proofreel::sandbox {

//! A failure in the service's own words (section 7 of the API reference).
struct ApiError {
    int httpStatus = 400;
    QString code;
    QString message;
};

//! {RequestId, HostId, Code, Message, Recommend}
[[nodiscard]] QByteArray errorBody(const ApiError& error, const QString& requestId, const QString& host);
//! OSS-style XML: what a media URL answers when it is refused.
[[nodiscard]] QByteArray ossErrorBody(
    const QByteArray& code, const QByteArray& message, const QByteArray& requestId, const QByteArray& host);

} // namespace proofreel::sandbox
