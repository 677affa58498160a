// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/error_table.h"

#include "core/redaction.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct CodeText {
    Q_DECLARE_TR_FUNCTIONS(Service)
};

ErrorWords credentialWords(const QString& code, const CallFacts& facts)
{
    const QString key = maskKeyId(facts.credentials.accessKeyId);
    const bool temporary = facts.credentials.accessKeyId.startsWith("STS."_L1);
    if (temporary && facts.credentials.securityToken.isEmpty())
        return { ErrorKind::Credentials,
            CodeText::tr("The temporary AccessKey %1 was used without its security token.").arg(key),
            CodeText::tr("Enter the security token that was issued with it.") };
    if (code.startsWith("InvalidSecurityToken.Expired"_L1, Qt::CaseInsensitive))
        return { ErrorKind::Credentials, CodeText::tr("The security token has expired."),
            CodeText::tr("Get new temporary credentials (AccessKey pair and token) and enter them.") };
    if (code.startsWith("MissingSecurityToken"_L1, Qt::CaseInsensitive))
        return { ErrorKind::Credentials,
            CodeText::tr("The AccessKey %1 needs a security token, and none was sent.").arg(key),
            CodeText::tr("Enter the security token that was issued with it.") };
    if (code.startsWith("InvalidSecurityToken"_L1, Qt::CaseInsensitive))
        return { ErrorKind::Credentials,
            CodeText::tr("The security token does not belong to the AccessKey %1, or is damaged.").arg(key),
            CodeText::tr("Enter AccessKey ID, secret and token once more, all three from one issue.") };
    if (code.contains("Inactive"_L1, Qt::CaseInsensitive) || code.contains("Disabled"_L1, Qt::CaseInsensitive))
        return { ErrorKind::Credentials, CodeText::tr("The AccessKey %1 is switched off.").arg(key),
            CodeText::tr("Activate it in the RAM console, or use another AccessKey.") };
    return { ErrorKind::Credentials, CodeText::tr("The service does not know the AccessKey %1.").arg(key),
        CodeText::tr(
            "Check the AccessKey ID for a slip, and that it has not been deleted. A temporary one needs its token.") };
}

//! The service's message holds its own string to sign: if that is ours, only the secret can differ.
ErrorWords signatureWords(const QString& code, const ServiceEnvelope& envelope, const CallFacts& facts)
{
    const qsizetype at = envelope.message.indexOf("string to sign is"_L1, 0, Qt::CaseInsensitive);
    const QString ours = QString::fromLatin1(facts.stringToSign.split('\n').last());
    const bool tells = at >= 0 && !ours.isEmpty();
    if (code.startsWith("SignatureDoesNotMatch"_L1, Qt::CaseInsensitive) && tells
        && !envelope.message.mid(at).contains(ours))
        return { ErrorKind::Signature, CodeText::tr("The request that arrived is not the one that was signed."),
            CodeText::tr("Something on the way changes requests: try without the proxy, and check the endpoint. The "
                         "secret may be right.") };
    if (code.startsWith("SignatureDoesNotMatch"_L1, Qt::CaseInsensitive))
        return { ErrorKind::Signature,
            CodeText::tr("The AccessKey secret does not fit the AccessKey %1.")
                .arg(maskKeyId(facts.credentials.accessKeyId)),
            CodeText::tr("Enter the secret again: it must be whole, with no blanks around it.") };
    return { ErrorKind::Signature,
        CodeText::tr("The service does not accept the signature (%1).").arg(redact(code.left(100))),
        CodeText::tr("Try again. If it happens again, a proxy may change the requests."), true };
}

ErrorWords permissionWords(const QString& code, const ServiceEnvelope& envelope, const CallFacts& facts)
{
    if (code.startsWith("OperationDenied.Suspended"_L1, Qt::CaseInsensitive)
        || code.contains("Overdue"_L1, Qt::CaseInsensitive))
        return { ErrorKind::Permission, CodeText::tr("The account is suspended because a payment is overdue."),
            CodeText::tr("Settle the bill in the Alibaba Cloud console, then try again.") };
    if (code.startsWith("OperationDenied"_L1, Qt::CaseInsensitive))
        return { ErrorKind::Permission, CodeText::tr("Intelligent Media Services is not activated for this account."),
            CodeText::tr("Activate it in the IMS console, in the region of this endpoint."), true };
    static const QRegularExpression actionName(u"\\A[a-z0-9-]{1,40}:[A-Za-z0-9*]{1,80}\\z"_s);
    const QString action =
        actionName.match(envelope.missingAction).hasMatch() ? envelope.missingAction : u"ice:"_s + facts.action;
    return { ErrorKind::Permission,
        CodeText::tr("The AccessKey %1 may not do this: RAM denies %2.")
            .arg(maskKeyId(facts.credentials.accessKeyId), action),
        CodeText::tr("Ask the account's owner to allow %1 in a RAM policy.").arg(action) };
}

ErrorWords requestWords(const QString& code, const CallFacts& facts)
{
    if (code.startsWith("InvalidApi"_L1, Qt::CaseInsensitive)
        || code.startsWith("InvalidAction"_L1, Qt::CaseInsensitive)
        || code.startsWith("InvalidVersion"_L1, Qt::CaseInsensitive))
        return { ErrorKind::InvalidRequest, CodeText::tr("The endpoint does not know this operation."),
            CodeText::tr("Check that the endpoint belongs to IMS: ice.<region>.aliyuncs.com.") };
    const QString advice = facts.action == "SearchMedia"_L1
        ? CodeText::tr("Check the search's conditions and the order of its results.")
        : facts.action == "GetCategories"_L1 ? CodeText::tr("Check the category's number and type.")
                                             : CodeText::tr("Check the MediaId or InputURL and the other values.");
    return { ErrorKind::InvalidRequest,
        CodeText::tr("The service does not accept the request (%1).").arg(redact(code.left(100))), advice, true };
}

ErrorWords serviceWords(const QString& code, int httpStatus)
{
    if (code.startsWith("ServiceUnavailable"_L1, Qt::CaseInsensitive))
        return { ErrorKind::Service, CodeText::tr("The service is not available at the moment."),
            CodeText::tr("Try again in a few minutes.") };
    if (httpStatus >= 500)
        return { ErrorKind::Service, CodeText::tr("The service failed inside (%1).").arg(redact(code.left(100))),
            CodeText::tr(
                "Try again in a moment. If it happens again, give the RequestId to Alibaba Cloud's support.") };
    return { ErrorKind::Service, CodeText::tr("The service refused the request (%1).").arg(redact(code.left(100))),
        CodeText::tr("If the service's words do not help, give the RequestId to Alibaba Cloud's support."), true };
}

ErrorWords throttledWords()
{
    return { ErrorKind::Throttled, CodeText::tr("The service is getting too many requests from this account."),
        CodeText::tr("Wait a moment, then try again.") };
}

ErrorWords notFoundWords(const CallFacts& facts)
{
    if (facts.action == "GetCategories"_L1)
        return { ErrorKind::NotFound, CodeText::tr("The service has no such category."),
            CodeText::tr("Load the categories again: it may have been deleted.") };
    return { ErrorKind::NotFound, CodeText::tr("The service has no such asset."),
        CodeText::tr("Check the MediaId or InputURL, and that the asset belongs to this account and region.") };
}

std::optional<ErrorKind> kindForCode(const QString& code)
{
    struct Rule {
        QLatin1StringView start;
        ErrorKind kind;
    };
    // First match wins, compared without regard to case: longer before shorter.
    static constexpr Rule rules[] = {
        { "InvalidAccessKeyId"_L1, ErrorKind::Credentials },
        { "InvalidSecurityToken"_L1, ErrorKind::Credentials },
        { "MissingSecurityToken"_L1, ErrorKind::Credentials },
        { "MissingAccessKeyId"_L1, ErrorKind::Credentials },
        { "SignatureDoesNotMatch"_L1, ErrorKind::Signature },
        { "SignatureNonceUsed"_L1, ErrorKind::Signature },
        { "IncompleteSignature"_L1, ErrorKind::Signature },
        { "InvalidSignature"_L1, ErrorKind::Signature },
        { "InvalidTimeStamp.Format"_L1, ErrorKind::InvalidRequest },
        { "InvalidTimeStamp"_L1, ErrorKind::ClockSkew },
        { "IllegalTimestamp"_L1, ErrorKind::ClockSkew },
        { "RequestTimeTooSkewed"_L1, ErrorKind::ClockSkew },
        { "Throttling"_L1, ErrorKind::Throttled },
        { "RequestsTooFrequent"_L1, ErrorKind::Throttled },
        { "TooManyRequests"_L1, ErrorKind::Throttled },
        { "Forbidden"_L1, ErrorKind::Permission },
        { "NoPermission"_L1, ErrorKind::Permission },
        { "OperationDenied"_L1, ErrorKind::Permission },
        { "InvalidApi"_L1, ErrorKind::InvalidRequest },
        { "InvalidAction"_L1, ErrorKind::InvalidRequest },
        { "ResourceNotFound"_L1, ErrorKind::NotFound },
        { "ProjectNotFound"_L1, ErrorKind::NotFound },
        { "NoMatchedInputUrl"_L1, ErrorKind::NotFound },
        { "InternalError"_L1, ErrorKind::Service },
        { "ServiceUnavailable"_L1, ErrorKind::Service },
        { "UnknownError"_L1, ErrorKind::Service },
    };
    for (const Rule& rule : rules) {
        if (code.startsWith(rule.start, Qt::CaseInsensitive))
            return rule.kind;
    }
    if (code.contains("Throttling"_L1, Qt::CaseInsensitive))
        return ErrorKind::Throttled;
    if (code.endsWith("NotFound"_L1, Qt::CaseInsensitive))
        return ErrorKind::NotFound;
    return std::nullopt;
}

ErrorKind kindForStatus(const QString& code, int status)
{
    if (status == 429)
        return ErrorKind::Throttled;
    if (status == 404)
        return ErrorKind::NotFound;
    if (status == 401)
        return ErrorKind::Credentials;
    if (status == 403)
        return ErrorKind::Permission;
    const bool request =
        code.startsWith("Missing"_L1, Qt::CaseInsensitive) || code.startsWith("Invalid"_L1, Qt::CaseInsensitive);
    return status < 500 && request ? ErrorKind::InvalidRequest : ErrorKind::Service;
}

} // namespace

ErrorWords wordsForCode(const ServiceEnvelope& envelope, int httpStatus, const CallFacts& facts)
{
    const QString& code = envelope.code;
    switch (kindForCode(code).value_or(kindForStatus(code, httpStatus))) {
    case ErrorKind::Credentials:
        return credentialWords(code, facts);
    case ErrorKind::Signature:
        return signatureWords(code, envelope, facts);
    case ErrorKind::ClockSkew:
        return { ErrorKind::ClockSkew, CodeText::tr("The service finds that the time of the request is wrong."),
            CodeText::tr("Set the date and the time of this PC, best automatically, then try again.") };
    case ErrorKind::Throttled:
        return throttledWords();
    case ErrorKind::Permission:
        return permissionWords(code, envelope, facts);
    case ErrorKind::NotFound:
        return notFoundWords(facts);
    case ErrorKind::InvalidRequest:
        return requestWords(code, facts);
    default:
        return serviceWords(code, httpStatus);
    }
}

} // namespace proofreel
