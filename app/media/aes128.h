// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

namespace proofreel {

//! What METHOD=AES-128 of HLS makes of a segment (RFC 8216 4.3.2.4: CBC, PKCS7), undone. \a key and \a iv: 16 bytes.
//! \a whole: the padding is checked and taken off, and nullopt means the key does not fit or bytes are missing; else a
//! segment's beginning, of which whole blocks come out. Any thread.
[[nodiscard]] std::optional<QByteArray> decryptAes128(
    const QByteArray& bytes, const QByteArray& key, const QByteArray& iv, bool whole);

} // namespace proofreel
