// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/encoding.h"

#include <algorithm>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

namespace proofreel::sandbox {

namespace {

const unsigned char* bytes(const QByteArray& data)
{
    return reinterpret_cast<const unsigned char*>(data.constData());
}

QByteArray digest(const EVP_MD* algorithm, const QByteArray& data)
{
    unsigned char out[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    if (EVP_Digest(data.constData(), size_t(data.size()), out, &length, algorithm, nullptr) != 1)
        return {};
    return QByteArray(reinterpret_cast<const char*>(out), qsizetype(length));
}

QByteArray hmac(const EVP_MD* algorithm, const QByteArray& key, const QByteArray& data)
{
    unsigned char out[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    if (!HMAC(algorithm, key.constData(), int(key.size()), bytes(data), size_t(data.size()), out, &length))
        return {};
    return QByteArray(reinterpret_cast<const char*>(out), qsizetype(length));
}

} // namespace

QByteArray percentEncode(const QByteArray& text)
{
    return text.toPercentEncoding();
}

QByteArray percentDecode(const QByteArray& text, bool plusIsSpace)
{
    QByteArray copy = text;
    if (plusIsSpace)
        copy.replace('+', ' ');
    return QByteArray::fromPercentEncoding(copy);
}

Pairs parsePairs(const QByteArray& text, bool plusIsSpace)
{
    Pairs pairs;
    const auto parts = text.split('&');
    for (const QByteArray& part : parts) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = equals < 0 ? part : part.left(equals);
        const QByteArray value = equals < 0 ? QByteArray("") : part.mid(equals + 1);
        pairs.append({ percentDecode(name, plusIsSpace), percentDecode(value, plusIsSpace) });
    }
    return pairs;
}

QByteArray valueOf(const Pairs& pairs, QByteArrayView name)
{
    for (const auto& pair : pairs) {
        if (pair.first == name)
            return pair.second.isNull() ? QByteArray("") : pair.second;
    }
    return {};
}

QByteArray canonicalQuery(Pairs pairs)
{
    std::sort(pairs.begin(), pairs.end());
    QByteArray out;
    for (const auto& pair : std::as_const(pairs)) {
        if (!out.isEmpty())
            out += '&';
        out += percentEncode(pair.first) + '=' + percentEncode(pair.second);
    }
    return out;
}

QByteArray sha256Hex(const QByteArray& data)
{
    return digest(EVP_sha256(), data).toHex();
}
QByteArray md5Hex(const QByteArray& data)
{
    return digest(EVP_md5(), data).toHex();
}
QByteArray hmacSha256(const QByteArray& key, const QByteArray& data)
{
    return hmac(EVP_sha256(), key, data);
}
QByteArray hmacSha1(const QByteArray& key, const QByteArray& data)
{
    return hmac(EVP_sha1(), key, data);
}

QByteArray randomBytes(int count)
{
    QByteArray out(count, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(out.data()), count) != 1)
        qFatal("no random numbers");
    return out;
}

bool sameSecret(const QByteArray& a, const QByteArray& b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.constData(), b.constData(), size_t(a.size())) == 0;
}

} // namespace proofreel::sandbox
