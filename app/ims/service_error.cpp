// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/service_error.h"

#include "core/redaction.h"
#include "ims/error_table.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct ServiceText {
    Q_DECLARE_TR_FUNCTIONS(Service)
};

constexpr qsizetype maxServiceWords = 300;

QString first(const QJsonObject& object, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        const QJsonValue value = object.value(name);
        if (value.isString() || value.isDouble())
            return value.toVariant().toString().left(65'536);
    }
    return {};
}

ServiceEnvelope fromXml(const QByteArray& body)
{
    ServiceEnvelope out;
    QXmlStreamReader xml(body.left(1024 * 1024));
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = xml.name().toString();
        QString* field = name == "Code"_L1 ? &out.code
            : name == "Message"_L1         ? &out.message
            : name == "RequestId"_L1       ? &out.requestId
                                           : nullptr;
        if (field && field->isEmpty())
            *field = xml.readElementText(QXmlStreamReader::SkipChildElements);
    }
    return out;
}

std::optional<std::chrono::milliseconds> retryAfter(const HttpResponse& response)
{
    constexpr qint64 day = 86'400'000;
    bool ok = false;
    qint64 ms = response.header("x-acs-retry-after").trimmed().toLongLong(&ok);
    if (!ok) {
        const qint64 seconds = response.header("Retry-After").trimmed().toLongLong(&ok);
        ms = std::min(seconds, day / 1000) * 1000;
    }
    if (!ok || ms < 0)
        return std::nullopt;
    return std::chrono::milliseconds(std::min(ms, day));
}

QDateTime serverDate(const HttpResponse& response)
{
    QDateTime date = QLocale::c().toDateTime(
        QString::fromLatin1(response.header("Date").trimmed().left(64)), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date;
}

//! An answer without the service's envelope: it comes from something else on the way.
ErrorWords foreignWords(const HttpResponse& response, const QString& host)
{
    const int status = response.status;
    if (status >= 300 && status < 400)
        return { ErrorKind::Protocol, ServiceText::tr("%1 redirects to another URL instead of answering.").arg(host),
            ServiceText::tr(
                "Check the endpoint. A network log-in page may stand in the way: open any web page first.") };
    if (status == 407)
        return { ErrorKind::Proxy, ServiceText::tr("The proxy asks for a user name and a password."),
            ServiceText::tr("Give them in the proxy setting: http://user:password@host:port.") };
    if (status == 429)
        return { ErrorKind::Throttled, ServiceText::tr("%1 takes no more requests for now (HTTP 429).").arg(host),
            ServiceText::tr("Wait a moment, then try again.") };
    if (status >= 500)
        return { ErrorKind::Service, ServiceText::tr("%1 failed (HTTP %2).").arg(host).arg(status),
            ServiceText::tr(
                "Try again in a moment. If it happens again, a gateway or proxy on the way is out of order.") };
    return { ErrorKind::Protocol,
        ServiceText::tr("%1 answered with HTTP %2, but not in the way of the service.").arg(host).arg(status),
        ServiceText::tr("Check the endpoint. Something other than IMS, such as a proxy, may answer there.") };
}

} // namespace

std::optional<ServiceEnvelope> parseEnvelope(const QByteArray& body)
{
    ServiceEnvelope out;
    if (body.left(512).trimmed().startsWith('<')) {
        out = fromXml(body);
    } else {
        const QJsonObject top = QJsonDocument::fromJson(body).object();
        out.code = first(top, { "Code"_L1, "code"_L1 });
        out.message = first(top, { "Message"_L1, "message"_L1, "Description"_L1, "Detail"_L1 });
        out.requestId = first(top, { "RequestId"_L1, "requestId"_L1 });
        out.missingAction = first(top.value("AccessDeniedDetail"_L1).toObject(), { "AuthAction"_L1 });
    }
    if (out.code.isEmpty())
        return std::nullopt;
    return out;
}

std::optional<ServiceFailure> serviceFailure(const HttpResponse& response, const CallFacts& facts)
{
    const bool success = response.status >= 200 && response.status < 300;
    std::optional<ServiceEnvelope> envelope;
    // A success may be big: only a short one can be an envelope in disguise.
    if (!success || response.body.size() < 16'384)
        envelope = parseEnvelope(response.body);
    if (success
        && (!envelope || envelope->code == "200"_L1 || envelope->code.compare("OK"_L1, Qt::CaseInsensitive) == 0))
        return std::nullopt;

    const QStringList secrets { facts.credentials.accessKeySecret, facts.credentials.securityToken,
        QString::fromLatin1(facts.signature) };
    const auto safe = [&secrets](const QString& text, qsizetype limit) {
        return redact(text.left(65'536), secrets).simplified().left(limit);
    };
    const ErrorWords words =
        envelope ? wordsForCode(*envelope, response.status, facts) : foreignWords(response, facts.host);
    ServiceFailure out;
    out.error = { .kind = words.kind,
        .message = words.message,
        .advice = words.advice,
        .host = facts.host,
        .httpStatus = response.status };
    if (envelope) {
        out.error.code = safe(envelope->code, 100);
        out.error.requestId = safe(envelope->requestId, 100);
        if (words.quote && !envelope->message.isEmpty())
            out.error.message +=
                u' ' + ServiceText::tr("The service says: %1").arg(safe(envelope->message, maxServiceWords));
    }
    if (out.error.requestId.isEmpty())
        out.error.requestId = safe(QString::fromUtf8(response.header("x-acs-request-id")), 100);
    out.error.message = redact(out.error.message, secrets);
    out.error.advice = redact(out.error.advice, secrets);
    out.retryAfter = retryAfter(response);
    out.serverDate = serverDate(response);
    return out;
}

} // namespace proofreel
