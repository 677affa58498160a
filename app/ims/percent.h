// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ims/request.h"

#include <QByteArray>

namespace proofreel {

//! RFC 3986: everything but `A-Za-z0-9-_.~` becomes %XX of its UTF-8 bytes, upper case ("*" %2A, " " %20).
[[nodiscard]] QByteArray percentEncode(const QString& text);
[[nodiscard]] QByteArray percentEncode(const QByteArray& bytes);

//! "a=1&b=" with names and values encoded, sorted by name, then value.
[[nodiscard]] QByteArray canonicalQuery(const QueryItems& query);

//! Undoes "a=1&b=x+y" as forms and query strings have it; a part without "=" is a name with an empty value.
[[nodiscard]] QueryItems parseQuery(const QByteArray& encoded);

} // namespace proofreel
