// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/aes128.h"

#include <openssl/evp.h>

#include <limits>
#include <memory>

namespace proofreel {

namespace {

constexpr qsizetype blockBytes = 16;

struct Free {
    void operator()(EVP_CIPHER_CTX* context) const noexcept { EVP_CIPHER_CTX_free(context); }
};

const uchar* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const uchar*>(bytes.constData());
}

} // namespace

std::optional<QByteArray> decryptAes128(
    const QByteArray& bytes, const QByteArray& key, const QByteArray& iv, bool whole)
{
    if (key.size() != blockBytes || iv.size() != blockBytes || bytes.size() > std::numeric_limits<int>::max() / 2)
        return std::nullopt;
    const std::unique_ptr<EVP_CIPHER_CTX, Free> context(EVP_CIPHER_CTX_new());
    if (!context || EVP_DecryptInit_ex(context.get(), EVP_aes_128_cbc(), nullptr, raw(key), raw(iv)) != 1)
        return std::nullopt;
    if (!whole)
        EVP_CIPHER_CTX_set_padding(context.get(), 0);
    QByteArray clear(bytes.size() + blockBytes, Qt::Uninitialized);
    auto* const out = reinterpret_cast<uchar*>(clear.data());
    int written = 0, last = 0;
    if (EVP_DecryptUpdate(context.get(), out, &written, raw(bytes), int(bytes.size())) != 1)
        return std::nullopt;
    if (whole && EVP_DecryptFinal_ex(context.get(), out + written, &last) != 1)
        return std::nullopt;
    clear.truncate(written + last);
    return clear;
}

} // namespace proofreel
