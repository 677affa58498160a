// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/percent.h"

#include <algorithm>

namespace proofreel {

QByteArray percentEncode(const QByteArray& bytes)
{
    // Qt leaves exactly the unreserved characters of RFC 3986 alone: ALPHA DIGIT - . _ ~
    return bytes.toPercentEncoding();
}

QByteArray percentEncode(const QString& text)
{
    return percentEncode(text.toUtf8());
}

QByteArray canonicalQuery(const QueryItems& query)
{
    QList<QPair<QByteArray, QByteArray>> encoded;
    encoded.reserve(query.size());
    for (const auto& [name, value] : query)
        encoded.emplaceBack(percentEncode(name), percentEncode(value));
    std::sort(encoded.begin(), encoded.end());
    QByteArray out;
    for (const auto& [name, value] : std::as_const(encoded)) {
        if (!out.isEmpty())
            out += '&';
        out += name + '=' + value;
    }
    return out;
}

QueryItems parseQuery(const QByteArray& encoded)
{
    const auto decode = [](QByteArray part) {
        return QString::fromUtf8(QByteArray::fromPercentEncoding(part.replace('+', ' ')));
    };
    QueryItems items;
    const auto parts = encoded.split('&');
    for (const QByteArray& part : parts) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        items.emplaceBack(decode(part.left(equals < 0 ? part.size() : equals)),
            equals < 0 ? QString() : decode(part.mid(equals + 1)));
    }
    return items;
}

} // namespace proofreel
