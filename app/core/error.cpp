// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct ErrorText {
    Q_DECLARE_TR_FUNCTIONS(Error)
};

} // namespace

QString Error::details() const
{
    QStringList lines { message };
    if (!advice.isEmpty())
        lines << advice;
    const auto add = [&lines](const QString& label, const QString& value) {
        if (!value.isEmpty())
            lines << label + u": "_s + value;
    };
    add(ErrorText::tr("Kind"), kindName(kind));
    add(ErrorText::tr("Code"), code);
    add(ErrorText::tr("RequestId"), requestId);
    add(ErrorText::tr("Host"), host);
    if (httpStatus > 0)
        add(ErrorText::tr("HTTP status"), QString::number(httpStatus));
    if (tries > 1)
        add(ErrorText::tr("Tries"), QString::number(tries));
    return lines.join(u'\n');
}

QString Error::kindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Network:
        return u"Network"_s;
    case ErrorKind::Timeout:
        return u"Timeout"_s;
    case ErrorKind::Tls:
        return u"Tls"_s;
    case ErrorKind::Proxy:
        return u"Proxy"_s;
    case ErrorKind::Credentials:
        return u"Credentials"_s;
    case ErrorKind::Signature:
        return u"Signature"_s;
    case ErrorKind::Permission:
        return u"Permission"_s;
    case ErrorKind::ClockSkew:
        return u"ClockSkew"_s;
    case ErrorKind::Throttled:
        return u"Throttled"_s;
    case ErrorKind::NotFound:
        return u"NotFound"_s;
    case ErrorKind::InvalidRequest:
        return u"InvalidRequest"_s;
    case ErrorKind::Service:
        return u"Service"_s;
    case ErrorKind::Protocol:
        return u"Protocol"_s;
    case ErrorKind::TooLarge:
        return u"TooLarge"_s;
    case ErrorKind::Cancelled:
        return u"Cancelled"_s;
    case ErrorKind::Keychain:
        return u"Keychain"_s;
    case ErrorKind::Media:
        return u"Media"_s;
    case ErrorKind::Expired:
        return u"Expired"_s;
    case ErrorKind::Unsupported:
        return u"Unsupported"_s;
    case ErrorKind::Io:
        return u"Io"_s;
    }
    return u"Service"_s;
}

} // namespace proofreel
