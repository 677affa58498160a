// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/signer.h"

#include "ims/percent.h"

#include <QCoreApplication>
#include <QMap>

#include <openssl/evp.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct SignerText {
    Q_DECLARE_TR_FUNCTIONS(Signer)
};

const QByteArray algorithm = "ACS3-HMAC-SHA256";

bool hasLineBreak(const QByteArray& text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

//! Bytes that may not stand in a path are encoded; what is encoded already stays.
QByteArray wirePath(const QByteArray& path)
{
    const QByteArray encoded = path.toPercentEncoding("/:@!$&'()*+,;=").replace("%25", "%");
    return encoded.startsWith('/') ? encoded : '/' + encoded;
}

} // namespace

QByteArray sha256Hex(const QByteArray& data)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> out {};
    size_t length = 0;
    if (EVP_Q_digest(
            nullptr, "SHA256", nullptr, data.constData(), static_cast<size_t>(data.size()), out.data(), &length)
        != 1)
        return {};
    return QByteArray(reinterpret_cast<const char*>(out.data()), static_cast<qsizetype>(length)).toHex();
}

QByteArray hmac(const char* digest, const QByteArray& key, const QByteArray& data)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> out {};
    size_t length = 0;
    if (!EVP_Q_mac(nullptr, "HMAC", nullptr, digest, nullptr, key.constData(), static_cast<size_t>(key.size()),
            reinterpret_cast<const unsigned char*>(data.constData()), static_cast<size_t>(data.size()), out.data(),
            out.size(), &length))
        return {};
    return { reinterpret_cast<const char*>(out.data()), static_cast<qsizetype>(length) };
}

Result<SignedRequest> signCanonicalV3(const QByteArray& method, const QByteArray& path, const QueryItems& query,
    const HttpHeaders& headers, const QByteArray& hashedPayload, const Credentials& credentials)
{
    QMap<QByteArray, QList<QByteArray>> byName;
    for (const auto& [name, value] : headers)
        byName[name.trimmed().toLower()] << value.trimmed();

    SignedRequest out { .query = canonicalQuery(query) };
    QByteArray canonicalHeaders;
    QByteArrayList names;
    for (auto it = byName.begin(); it != byName.end(); ++it) {
        std::sort(it->begin(), it->end());
        canonicalHeaders += it.key() + ':' + it->join(',') + '\n';
        out.headers.emplaceBack(it.key(), it->join(','));
        names << it.key();
    }
    const QByteArray signedHeaders = names.join(';');
    out.canonicalRequest =
        method + '\n' + path + '\n' + out.query + '\n' + canonicalHeaders + '\n' + signedHeaders + '\n' + hashedPayload;
    const QByteArray hashed = sha256Hex(out.canonicalRequest);
    out.stringToSign = algorithm + '\n' + hashed;
    out.signature = hmac("SHA256", credentials.accessKeySecret.toUtf8(), out.stringToSign).toHex();
    if (hashed.isEmpty() || out.signature.isEmpty())
        return fail({ .kind = ErrorKind::Unsupported,
            .message = SignerText::tr("OpenSSL on this PC does not offer HMAC-SHA256."),
            .advice = SignerText::tr("Check the OpenSSL configuration of this PC.") });
    out.authorization = algorithm + " Credential=" + credentials.accessKeyId.toUtf8()
        + ",SignedHeaders=" + signedHeaders + ",Signature=" + out.signature;
    out.headers.emplaceBack("Authorization", out.authorization);
    return out;
}

Result<SignedRequest> signV3(
    const ApiRequest& request, const Credentials& credentials, const QDateTime& utc, const QString& nonce)
{
    const QByteArray hashedPayload = sha256Hex(request.body);
    HttpHeaders headers {
        { "host", request.host },
        { "x-acs-action", request.action.toUtf8() },
        { "x-acs-content-sha256", hashedPayload },
        { "x-acs-date", utc.toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s).toLatin1() },
        { "x-acs-signature-nonce", nonce.toUtf8() },
        { "x-acs-version", request.version.toUtf8() },
    };
    if (!credentials.securityToken.isEmpty())
        headers.emplaceBack("x-acs-security-token", credentials.securityToken.toUtf8());
    headers.removeIf([&request](const auto& own) {
        return std::any_of(request.headers.begin(), request.headers.end(),
            [&own](const auto& given) { return given.first.trimmed().compare(own.first, Qt::CaseInsensitive) == 0; });
    });
    headers += request.headers;

    const auto broken = std::find_if(headers.begin(), headers.end(), [](const auto& header) {
        return header.first.trimmed().isEmpty() || hasLineBreak(header.first) || hasLineBreak(header.second);
    });
    if (broken != headers.end() || hasLineBreak(credentials.accessKeyId.toUtf8()) || hasLineBreak(request.method))
        return fail({ .kind = ErrorKind::InvalidRequest,
            .message = SignerText::tr("A header or the AccessKey ID holds a line break or no name at all."),
            .advice = SignerText::tr("Enter the value again, on one line.") });
    return signCanonicalV3(
        request.method.toUpper(), wirePath(request.path), request.query, headers, hashedPayload, credentials);
}

} // namespace proofreel
