// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/aes128.h"

#include <openssl/evp.h>

#include <limits>

namespace proofreel {

namespace {

constexpr qsizetype blockBytes = 16;

const uchar* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const uchar*>(bytes.constData());
}

} // namespace

void Aes128::Free::operator()(EVP_CIPHER_CTX* context) const noexcept
{
    EVP_CIPHER_CTX_free(context);
}

std::optional<Aes128> Aes128::open(const QByteArray& key, const QByteArray& iv)
{
    Aes128 made;
    made.m_context.reset(EVP_CIPHER_CTX_new());
    if (key.size() != blockBytes || iv.size() != blockBytes || !made.m_context
        || EVP_DecryptInit_ex(made.m_context.get(), EVP_aes_128_cbc(), nullptr, raw(key), raw(iv)) != 1)
        return std::nullopt;
    return made;
}

std::optional<QByteArray> Aes128::add(const QByteArray& bytes)
{
    if (bytes.size() > std::numeric_limits<int>::max() / 2)
        return std::nullopt;
    QByteArray clear(bytes.size() + blockBytes, Qt::Uninitialized);
    int length = 0;
    if (EVP_DecryptUpdate(
            m_context.get(), reinterpret_cast<uchar*>(clear.data()), &length, raw(bytes), int(bytes.size()))
        != 1)
        return std::nullopt;
    clear.truncate(length);
    return clear;
}

std::optional<QByteArray> Aes128::finish()
{
    QByteArray clear(blockBytes, Qt::Uninitialized);
    int length = 0;
    if (EVP_DecryptFinal_ex(m_context.get(), reinterpret_cast<uchar*>(clear.data()), &length) != 1)
        return std::nullopt;
    clear.truncate(length);
    return clear;
}

} // namespace proofreel
