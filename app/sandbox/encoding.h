// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

namespace proofreel::sandbox {

using Pairs = QList<QPair<QByteArray, QByteArray>>;

//! RFC 3986: all but `A-Za-z0-9-_.~` becomes %XX.
[[nodiscard]] QByteArray percentEncode(const QByteArray& text);
//! Decodes %XX; "+" becomes a space where \a plusIsSpace (form bodies).
[[nodiscard]] QByteArray percentDecode(const QByteArray& text, bool plusIsSpace = false);
//! "a=b&c" as pairs in their order, decoded.
[[nodiscard]] Pairs parsePairs(const QByteArray& text, bool plusIsSpace = false);
//! Value of the first pair of that name; null if absent.
[[nodiscard]] QByteArray valueOf(const Pairs& pairs, QByteArrayView name);
//! Sorted by name, then value, encoded, joined: the canonical query of both signatures.
[[nodiscard]] QByteArray canonicalQuery(Pairs pairs);

[[nodiscard]] QByteArray sha256Hex(const QByteArray& data);
[[nodiscard]] QByteArray md5Hex(const QByteArray& data);
[[nodiscard]] QByteArray hmacSha256(const QByteArray& key, const QByteArray& data); //!< raw bytes
[[nodiscard]] QByteArray hmacSha1(const QByteArray& key, const QByteArray& data); //!< raw bytes
[[nodiscard]] QByteArray randomBytes(int count);
//! In a time that does not tell how much was right.
[[nodiscard]] bool sameSecret(const QByteArray& a, const QByteArray& b);

} // namespace proofreel::sandbox
