// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "ims/credentials.h"
#include "ims/request.h"

#include <QDateTime>

namespace proofreel {

//! A signed request and the steps on the way to it, for sending and for showing.
struct SignedRequest {
    QByteArray canonicalRequest {}; //!< RPC: the canonical query without Signature
    QByteArray stringToSign {};
    QByteArray signature {}; //!< V3: hex, RPC: base64
    QByteArray authorization {}; //!< value of that header; RPC: empty
    QByteArray query {}; //!< encoded, to be sent
    HttpHeaders headers {}; //!< all that must be sent, host and Authorization included
};

//! ACS3-HMAC-SHA256 ("V3 request structure and signature"). Pure: the same input gives the same output.
//! Adds and signs host, x-acs-action, -version, -date, -signature-nonce, -content-sha256 and, with a token,
//! x-acs-security-token. \a utc is sent in whole seconds. InvalidRequest for a line break in any header.
[[nodiscard]] Result<SignedRequest> signV3(
    const ApiRequest& request, const Credentials& credentials, const QDateTime& utc, const QString& nonce);

//! Legacy RPC signature, HMAC-SHA1, SignatureVersion 1.0. Parameters of a form body are signed like those of the
//! query. Adds Action, Version, Format (JSON unless given), AccessKeyId, SignatureMethod, SignatureVersion,
//! SignatureNonce, Timestamp and, with a token, SecurityToken.
[[nodiscard]] Result<SignedRequest> signRpc(
    const ApiRequest& request, const Credentials& credentials, const QDateTime& utc, const QString& nonce);

//! The bare V3 algorithm on exactly these parts: nothing is added, and \a method and \a path stand as they are.
[[nodiscard]] Result<SignedRequest> signCanonicalV3(const QByteArray& method, const QByteArray& path,
    const QueryItems& query, const HttpHeaders& headers, const QByteArray& hashedPayload,
    const Credentials& credentials);

//! The bare RPC algorithm on exactly these parameters.
[[nodiscard]] Result<SignedRequest> signCanonicalRpc(
    const QByteArray& method, const QueryItems& parameters, const QString& accessKeySecret);

//! Primitives on OpenSSL's EVP; empty where OpenSSL fails (no such digest in a restricted build).
[[nodiscard]] QByteArray sha256Hex(const QByteArray& data);
[[nodiscard]] QByteArray hmac(const char* digest, const QByteArray& key, const QByteArray& data);

} // namespace proofreel
