// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>

#include <mutex>

namespace proofreel::sandbox {

struct AccessKey {
    QByteArray id, secret;
    QByteArray token; //!< empty: a permanent key
    qint64 tokenExpiresMs = 0;
    bool active = true;

    static AccessKey make(bool temporary, qint64 tokenExpiresMs = 0); //!< random, in the service's shape
};

//! The access keys that the server knows. Filled before the server answers, then only read.
class KeyRing {
public:
    void add(const AccessKey& key) { m_keys.insert(key.id, key); }
    [[nodiscard]] const AccessKey* find(const QByteArray& id) const;

private:
    QHash<QByteArray, AccessKey> m_keys;
};

//! Remembers nonces for as long as their date could still be accepted, and at most 100,000 of them. Thread-safe.
class NonceMemory {
public:
    //! False if that nonce was used before.
    bool use(const QByteArray& keyId, const QByteArray& nonce, qint64 nowMs);
    [[nodiscard]] qsizetype size() const;

    static constexpr qint64 keepMs = 30 * 60 * 1000; //!< a date may lie 15 minutes ahead, and is good for 15 after that
    static constexpr qsizetype limit = 100'000;

private:
    mutable std::mutex m_mutex;
    QHash<QByteArray, qint64> m_used; //!< nonce to time of use
    QList<QByteArray> m_order; //!< oldest first
};

} // namespace proofreel::sandbox
