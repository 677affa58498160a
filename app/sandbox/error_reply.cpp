// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/error_reply.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

QByteArray errorBody(const ApiError& error, const QString& requestId, const QString& host)
{
    return QJsonDocument(
        QJsonObject {
            { u"RequestId"_s, requestId },
            { u"HostId"_s, host },
            { u"Code"_s, error.code },
            { u"Message"_s, error.message },
            { u"Recommend"_s,
                u"https://api.aliyun.com/troubleshoot?q=%1&product=ICE&requestId=%2"_s.arg(error.code, requestId) },
        })
        .toJson(QJsonDocument::Compact);
}

QByteArray ossErrorBody(
    const QByteArray& code, const QByteArray& message, const QByteArray& requestId, const QByteArray& host)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <Code>" + code + "</Code>\n  <Message>" + message
        + "</Message>\n  <RequestId>" + requestId + "</RequestId>\n  <HostId>"
        + QString::fromLatin1(host).toHtmlEscaped().toUtf8() + "</HostId>\n</Error>\n";
}

} // namespace proofreel::sandbox
