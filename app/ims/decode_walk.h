// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ims/decode.h"
#include "ims/json_fields.h"

#include <limits>

namespace proofreel {

// Wider than anything real, narrow enough that arithmetic on them cannot overflow.
inline constexpr qint64 maxBytes = qint64(1) << 60;
inline constexpr qint64 maxPixels = 1'000'000;
inline constexpr double maxSeconds = 1e9;
inline constexpr double maxKbps = 1e9;
inline constexpr double maxFps = 1e5;
inline constexpr qint64 lowestId = std::numeric_limits<qint64>::min() + 1;
inline constexpr qint64 highestId = std::numeric_limits<qint64>::max();

//! What is common to all replies: the top object, its RequestId, the body and what was odd. \a read fills the rest:
//! `void(const JsonFields& top, Reply& out)`.
template <typename Reply, typename Read>
Result<Reply> decodeReply(const QByteArray& body, Read read)
{
    const auto top = decodeTop(body);
    if (!top)
        return fail(top.error());
    Oddities oddities;
    const JsonFields fields(*top, {}, oddities);
    Reply out;
    out.info.requestId = fields.text(QStringLiteral("RequestId"), 256);
    out.info.body = body;
    read(fields, out);
    out.info.oddities = oddities.lines();
    return out;
}

//! The objects of the list \a name; what is no object is noted and left out.
template <typename Entry, typename Decode>
QList<Entry> decodeList(const JsonFields& from, const QString& name, Decode decode)
{
    const QJsonArray entries = from.array(name);
    QList<Entry> out;
    out.reserve(entries.size());
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QJsonValue value = entries.at(i);
        const JsonFields entry = from.element(name, value, i);
        if (value.isObject())
            out << decode(entry);
    }
    return out;
}

enum class KeepRaw { No, Yes };
//! An entry of MediaInfos or MediaInfoList, without the numbers of its files.
[[nodiscard]] MediaBasicInfo decodeMediaBasicInfo(const JsonFields& entry, KeepRaw keepRaw);

} // namespace proofreel
