// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/key_ring.h"

#include "sandbox/encoding.h"

namespace proofreel::sandbox {

namespace {

QByteArray randomText(int length)
{
    static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    QByteArray text = randomBytes(length);
    for (char& c : text)
        c = alphabet[static_cast<unsigned char>(c) % (sizeof(alphabet) - 1)];
    return text;
}

} // namespace

AccessKey AccessKey::make(bool temporary, qint64 tokenExpiresMs)
{
    AccessKey key;
    key.id = (temporary ? "STS.NSandbox" : "LTAI5tSandbox") + randomText(11);
    key.secret = randomText(30);
    if (temporary) {
        key.token = "CAIS" + randomBytes(90).toBase64();
        key.tokenExpiresMs = tokenExpiresMs;
    }
    return key;
}

const AccessKey* KeyRing::find(const QByteArray& id) const
{
    const auto it = m_keys.constFind(id);
    return it == m_keys.constEnd() ? nullptr : &*it;
}

bool NonceMemory::use(const QByteArray& keyId, const QByteArray& nonce, qint64 nowMs)
{
    const QByteArray entry = sha256Hex(keyId + '\n' + nonce);
    const std::lock_guard lock(m_mutex);
    while (!m_order.isEmpty() && (m_order.size() >= limit || m_used.value(m_order.first()) < nowMs - keepMs))
        m_used.remove(m_order.takeFirst());
    if (m_used.contains(entry))
        return false;
    m_used.insert(entry, nowMs);
    m_order.append(entry);
    return true;
}

qsizetype NonceMemory::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_order.size();
}

} // namespace proofreel::sandbox
