// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <memory>
#include <optional>

typedef struct evp_cipher_ctx_st EVP_CIPHER_CTX;

namespace proofreel {

//! What METHOD=AES-128 of HLS makes of a segment (RFC 8216 4.3.2.4: CBC, PKCS7), undone piece by piece. One thread at a
//! time.
class Aes128 {
public:
    //! 16 bytes each; nullopt: they are not.
    [[nodiscard]] static std::optional<Aes128> open(const QByteArray& key, const QByteArray& iv);

    //! The next \a bytes in the clear. The last block is held back until more comes, for it may be padding.
    [[nodiscard]] std::optional<QByteArray> add(const QByteArray& bytes);
    //! What was held back, without its padding. nullopt: the key does not fit, or bytes are missing.
    [[nodiscard]] std::optional<QByteArray> finish();

private:
    struct Free {
        void operator()(EVP_CIPHER_CTX* context) const noexcept;
    };
    std::unique_ptr<EVP_CIPHER_CTX, Free> m_context;
};

} // namespace proofreel
