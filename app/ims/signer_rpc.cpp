// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/percent.h"
#include "ims/signer.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct SignerText {
    Q_DECLARE_TR_FUNCTIONS(Signer)
};

} // namespace

Result<SignedRequest> signCanonicalRpc(
    const QByteArray& method, const QueryItems& parameters, const QString& accessKeySecret)
{
    SignedRequest out;
    out.canonicalRequest = canonicalQuery(parameters);
    out.stringToSign = method + '&' + percentEncode(QByteArray("/")) + '&' + percentEncode(out.canonicalRequest);
    out.signature = hmac("SHA1", accessKeySecret.toUtf8() + '&', out.stringToSign).toBase64();
    if (out.signature.isEmpty())
        return fail({ .kind = ErrorKind::Unsupported,
            .message = SignerText::tr("OpenSSL on this PC does not offer HMAC-SHA1."),
            .advice = SignerText::tr("Use the V3 signature, or check the OpenSSL configuration of this PC.") });
    QueryItems all = parameters;
    all.emplaceBack(u"Signature"_s, QString::fromLatin1(out.signature));
    out.query = canonicalQuery(all);
    return out;
}

Result<SignedRequest> signRpc(
    const ApiRequest& request, const Credentials& credentials, const QDateTime& utc, const QString& nonce)
{
    QueryItems parameters = request.query + parseQuery(request.body);
    const auto add = [&parameters](const QString& name, const QString& value) {
        const bool given =
            std::any_of(parameters.begin(), parameters.end(), [&name](const auto& item) { return item.first == name; });
        if (!given && !value.isEmpty())
            parameters.emplaceBack(name, value);
    };
    add(u"Action"_s, request.action);
    add(u"Version"_s, request.version);
    add(u"Format"_s, u"JSON"_s);
    add(u"AccessKeyId"_s, credentials.accessKeyId);
    add(u"SignatureMethod"_s, u"HMAC-SHA1"_s);
    add(u"SignatureNonce"_s, nonce);
    add(u"SignatureVersion"_s, u"1.0"_s);
    add(u"Timestamp"_s, utc.toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s));
    add(u"SecurityToken"_s, credentials.securityToken);
    auto out = signCanonicalRpc(request.method.toUpper(), parameters, credentials.accessKeySecret);
    if (out) {
        out->headers = request.headers;
        out->headers.emplaceBack("host", request.host);
    }
    return out;
}

} // namespace proofreel
