// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/encoding.h"
#include "sandbox/error_reply.h"
#include "sandbox/key_ring.h"

#include <optional>

namespace proofreel::sandbox {

//! An API request as it came over the wire, nothing decoded.
struct WireRequest {
    QByteArray method, path;
    QByteArray query; //!< behind the "?"
    Pairs headers; //!< names in any case, repeated ones one by one
    QByteArray body;

    //! Value of a header, several joined by ","; null if absent. Name in lower case.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

//! What an accepted request asks for.
struct Call {
    QByteArray action, version;
    Pairs parameters;
    QByteArray accessKeyId;
};

//! Checks the signature of a request with code of its own: ACS3-HMAC-SHA256, else the legacy RPC HMAC-SHA1.
class SignatureCheck {
public:
    SignatureCheck(const KeyRing& keys, NonceMemory& nonces)
        : m_keys(keys)
        , m_nonces(nonces)
    {
    }
    //! \a call is filled when nullopt comes back.
    [[nodiscard]] std::optional<ApiError> check(const WireRequest& request, qint64 nowMs, Call& call) const;

    static constexpr qint64 toleranceMs = 15 * 60 * 1000;

private:
    [[nodiscard]] std::optional<ApiError> checkV3(const WireRequest& request, qint64 nowMs, Call& call) const;
    [[nodiscard]] std::optional<ApiError> checkRpc(const WireRequest& request, qint64 nowMs, Call& call) const;
    [[nodiscard]] std::optional<ApiError> checkDate(const QByteArray& date, qint64 nowMs) const;
    [[nodiscard]] std::optional<ApiError> checkKey(
        const QByteArray& id, const QByteArray& token, qint64 nowMs, const AccessKey*& key) const;

    const KeyRing& m_keys;
    NonceMemory& m_nonces;
};

//! The two algorithms by themselves, for tests with published vectors.
[[nodiscard]] QByteArray canonicalRequestV3(
    const WireRequest& request, const QList<QByteArray>& signedHeaders, const QByteArray& hashedPayload);
[[nodiscard]] QByteArray signatureV3(const QByteArray& canonicalRequest, const QByteArray& secret);
[[nodiscard]] QByteArray stringToSignRpc(const QByteArray& method, const Pairs& parameters);
[[nodiscard]] QByteArray signatureRpc(const QByteArray& stringToSign, const QByteArray& secret);

} // namespace proofreel::sandbox
