// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/signature_check.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

ApiError missing(const QString& name)
{
    return { 400, u"Missing"_s + name, name + u" is mandatory for this action."_s };
}

ApiError mismatch(const QByteArray& stringToSign)
{
    return { 400, u"SignatureDoesNotMatch"_s,
        u"Specified signature is not matched with our calculation. server string to sign is:"_s
            + QString::fromUtf8(stringToSign) };
}

QByteArray canonicalHeader(const WireRequest& request, const QByteArray& name)
{
    QList<QByteArray> values;
    for (const auto& header : request.headers) {
        if (header.first.compare(name, Qt::CaseInsensitive) == 0)
            values.append(header.second.trimmed());
    }
    std::sort(values.begin(), values.end());
    return name + ':' + values.join(',') + '\n';
}

//! The parts of `ACS3-HMAC-SHA256 Credential=a,SignedHeaders=b;c,Signature=d`; spaces after the commas are allowed.
Pairs authorizationParts(const QByteArray& value)
{
    Pairs parts;
    const auto pieces = value.mid(value.indexOf(' ') + 1).split(',');
    for (const QByteArray& piece : pieces) {
        const QByteArray trimmed = piece.trimmed();
        const qsizetype equals = trimmed.indexOf('=');
        if (equals > 0)
            parts.append({ trimmed.left(equals), trimmed.mid(equals + 1) });
    }
    return parts;
}

} // namespace

QByteArray WireRequest::header(QByteArrayView name) const
{
    QByteArray joined;
    for (const auto& header : headers) {
        if (header.first.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        joined += (joined.isNull() ? QByteArray("") : QByteArray(",")) + header.second.trimmed();
    }
    return joined;
}

QByteArray canonicalRequestV3(
    const WireRequest& request, const QList<QByteArray>& signedHeaders, const QByteArray& hashedPayload)
{
    QByteArray headers;
    for (const QByteArray& name : signedHeaders)
        headers += canonicalHeader(request, name);
    return request.method + '\n' + request.path + '\n' + canonicalQuery(parsePairs(request.query)) + '\n' + headers
        + '\n' + signedHeaders.join(';') + '\n' + hashedPayload;
}

QByteArray signatureV3(const QByteArray& canonicalRequest, const QByteArray& secret)
{
    return hmacSha256(secret, "ACS3-HMAC-SHA256\n" + sha256Hex(canonicalRequest)).toHex();
}

QByteArray stringToSignRpc(const QByteArray& method, const Pairs& parameters)
{
    Pairs all = parameters;
    all.removeIf([](const auto& pair) { return pair.first == "Signature"; });
    return method + "&%2F&" + percentEncode(canonicalQuery(all));
}

QByteArray signatureRpc(const QByteArray& stringToSign, const QByteArray& secret)
{
    return hmacSha1(secret + '&', stringToSign).toBase64();
}

std::optional<ApiError> SignatureCheck::checkDate(const QByteArray& date, qint64 nowMs) const
{
    static const QRegularExpression form(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"_s);
    const QString text = QString::fromLatin1(date);
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!form.match(text).hasMatch() || !time.isValid()) {
        return ApiError { 400, u"InvalidTimeStamp.Format"_s,
            u"Specified time stamp or date value is not well formatted."_s };
    }
    if (qAbs(time.toMSecsSinceEpoch() - nowMs) > toleranceMs)
        return ApiError { 400, u"InvalidTimeStamp.Expired"_s, u"Specified time stamp or date value is expired."_s };
    return {};
}

std::optional<ApiError> SignatureCheck::checkKey(
    const QByteArray& id, const QByteArray& token, qint64 nowMs, const AccessKey*& key) const
{
    key = m_keys.find(id);
    if (!key)
        return ApiError { 404, u"InvalidAccessKeyId.NotFound"_s, u"Specified access key is not found."_s };
    if (!key->active)
        return ApiError { 400, u"InvalidAccessKeyId.Inactive"_s, u"Specified access key is disabled."_s };
    if (key->token.isEmpty()) {
        if (!token.isNull()) {
            return ApiError { 400, u"InvalidSecurityToken.MismatchWithAccessKey"_s,
                u"Specified SecurityToken mismatch with the AccessKey."_s };
        }
        return {};
    }
    if (token.isEmpty())
        return ApiError { 400, u"MissingSecurityToken"_s, u"SecurityToken is mandatory for this action."_s };
    if (!sameSecret(token, key->token)) {
        return ApiError { 400, u"InvalidSecurityToken.Malformed"_s, u"Specified SecurityToken is malformed."_s };
    }
    if (nowMs >= key->tokenExpiresMs)
        return ApiError { 400, u"InvalidSecurityToken.Expired"_s, u"Specified SecurityToken is expired."_s };
    return {};
}

std::optional<ApiError> SignatureCheck::checkV3(const WireRequest& request, qint64 nowMs, Call& call) const
{
    const Pairs parts = authorizationParts(request.header("authorization"));
    const QByteArray keyId = valueOf(parts, "Credential"), names = valueOf(parts, "SignedHeaders"),
                     signature = valueOf(parts, "Signature");
    if (keyId.isEmpty() || names.isEmpty() || signature.isEmpty()) {
        return ApiError { 400, u"IncompleteSignature"_s,
            u"The request signature does not conform to Aliyun standards."_s };
    }
    static const std::pair<const char*, QLatin1StringView> required[] = {
        { "x-acs-action", "Action"_L1 },
        { "x-acs-version", "Version"_L1 },
        { "x-acs-date", "Timestamp"_L1 },
        { "x-acs-signature-nonce", "SignatureNonce"_L1 },
        { "x-acs-content-sha256", "ContentSha256"_L1 },
    };
    for (const auto& [name, label] : required) {
        if (request.header(name).isEmpty())
            return missing(label);
    }
    const QList<QByteArray> signedHeaders = names.split(';');
    QList<QByteArray> sorted = signedHeaders;
    std::sort(sorted.begin(), sorted.end());
    // Everything that steers the request has to be covered, else it could be changed on the way.
    for (const auto& header : request.headers) {
        const QByteArray name = header.first.toLower();
        const bool steers = name == "host" || name.startsWith("x-acs-");
        if (steers && !signedHeaders.contains(name)) {
            return ApiError { 400, u"IncompleteSignature"_s,
                u"The header %1 is not among SignedHeaders."_s.arg(QString::fromLatin1(name)) };
        }
    }
    if (sorted != signedHeaders || names != names.toLower()) {
        return ApiError { 400, u"IncompleteSignature"_s, u"SignedHeaders must be sorted and in lower case."_s };
    }
    if (const auto error = checkDate(request.header("x-acs-date"), nowMs))
        return error;
    const AccessKey* key = nullptr;
    if (const auto error = checkKey(keyId, request.header("x-acs-security-token"), nowMs, key))
        return error;
    const QByteArray payload = request.header("x-acs-content-sha256");
    const QByteArray canonical = canonicalRequestV3(request, signedHeaders, payload);
    const QByteArray stringToSign = "ACS3-HMAC-SHA256\n" + sha256Hex(canonical);
    if (payload != sha256Hex(request.body) || !sameSecret(signature, signatureV3(canonical, key->secret)))
        return mismatch(stringToSign);
    if (!m_nonces.use(keyId, request.header("x-acs-signature-nonce"), nowMs))
        return ApiError { 400, u"SignatureNonceUsed"_s, u"Specified signature nonce was used already."_s };
    call.action = request.header("x-acs-action");
    call.version = request.header("x-acs-version");
    call.accessKeyId = keyId;
    call.parameters = parsePairs(request.query);
    if (request.header("content-type").startsWith("application/x-www-form-urlencoded"))
        call.parameters += parsePairs(request.body, true);
    return {};
}

std::optional<ApiError> SignatureCheck::checkRpc(const WireRequest& request, qint64 nowMs, Call& call) const
{
    Pairs all = parsePairs(request.query);
    if (request.header("content-type").startsWith("application/x-www-form-urlencoded"))
        all += parsePairs(request.body, true);
    static constexpr const char* required[] = { "AccessKeyId", "Signature", "Action", "Version", "SignatureMethod",
        "SignatureNonce", "SignatureVersion", "Timestamp" };
    if (valueOf(all, "AccessKeyId").isEmpty() && valueOf(all, "Signature").isEmpty()
        && request.header("authorization").isNull() && !request.header("x-acs-action").isNull())
        return missing(u"Authorization"_s);
    for (const char* name : required) {
        if (valueOf(all, name).isEmpty())
            return missing(QString::fromLatin1(name));
    }
    if (valueOf(all, "SignatureMethod") != "HMAC-SHA1" || valueOf(all, "SignatureVersion") != "1.0") {
        return ApiError { 400, u"InvalidParameter"_s,
            u"SignatureMethod must be HMAC-SHA1 and SignatureVersion 1.0."_s };
    }
    if (const auto error = checkDate(valueOf(all, "Timestamp"), nowMs))
        return error;
    const QByteArray keyId = valueOf(all, "AccessKeyId");
    const AccessKey* key = nullptr;
    if (const auto error = checkKey(keyId, valueOf(all, "SecurityToken"), nowMs, key))
        return error;
    const QByteArray stringToSign = stringToSignRpc(request.method, all);
    if (!sameSecret(valueOf(all, "Signature"), signatureRpc(stringToSign, key->secret)))
        return mismatch(stringToSign);
    if (!m_nonces.use(keyId, valueOf(all, "SignatureNonce"), nowMs))
        return ApiError { 400, u"SignatureNonceUsed"_s, u"Specified signature nonce was used already."_s };
    call.action = valueOf(all, "Action");
    call.version = valueOf(all, "Version");
    call.accessKeyId = keyId;
    call.parameters = all;
    return {};
}

std::optional<ApiError> SignatureCheck::check(const WireRequest& request, qint64 nowMs, Call& call) const
{
    const QByteArray authorization = request.header("authorization");
    if (authorization.startsWith("ACS3-HMAC-SHA256 "))
        return checkV3(request, nowMs, call);
    if (!authorization.isNull()) {
        return ApiError { 400, u"IncompleteSignature"_s,
            u"The request signature does not conform to Aliyun standards."_s };
    }
    return checkRpc(request, nowMs, call);
}

} // namespace proofreel::sandbox
