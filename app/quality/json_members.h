// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/redaction.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QPointF>
#include <QUrl>

#include <cmath>
#include <concepts>
#include <optional>

namespace proofreel::json {

// JSON of whatever has a members() function, in both directions. What is absent is left out, as is what does not fit
// when it is read. Every text is redacted, and of a URL only the part without its signature is kept.

inline constexpr qsizetype mostEntries = 200'000; // of one list, when reading

template <typename T>
QJsonObject object(const T& value);
template <typename T>
void read(const QJsonObject& from, T& value);

inline QJsonValue put(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(redact(text));
}
inline QJsonValue put(const QUrl& url)
{
    return url.isEmpty() ? QJsonValue() : QJsonValue(bareUrl(url.toString()));
}
inline QJsonValue put(const QPointF& point)
{
    return QJsonArray { point.x(), point.y() };
}
inline QJsonValue put(bool value)
{
    return value;
}
inline QJsonValue put(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}
template <std::integral T>
QJsonValue put(T value)
{
    return qint64(value);
}
template <typename T>
requires std::is_class_v<T> QJsonValue put(const T& value)
{
    return object(value);
}
template <typename T>
QJsonValue put(const std::optional<T>& value)
{
    return value ? put(*value) : QJsonValue();
}
template <typename T>
QJsonValue put(const QList<T>& list)
{
    QJsonArray array;
    for (const T& each : list)
        array.append(put(each));
    return array;
}

inline void take(const QJsonValue& from, QString& text)
{
    text = from.toString();
}
inline void take(const QJsonValue& from, QUrl& url)
{
    url = QUrl(from.toString());
}
inline void take(const QJsonValue& from, QPointF& point)
{
    const QJsonArray pair = from.toArray();
    point = { pair.at(0).toDouble(), pair.at(1).toDouble() };
}
inline void take(const QJsonValue& from, bool& value)
{
    value = from.toBool();
}
inline void take(const QJsonValue& from, double& value)
{
    value = from.toDouble();
}
template <std::integral T>
void take(const QJsonValue& from, T& value)
{
    value = T(from.toInteger());
}
template <typename T>
requires std::is_class_v<T>
void take(const QJsonValue& from, T& value)
{
    read(from.toObject(), value);
}
template <typename T>
void take(const QJsonValue& from, std::optional<T>& value)
{
    if (!from.isUndefined() && !from.isNull())
        take(from, value.emplace());
}
template <typename T>
void take(const QJsonValue& from, QList<T>& list)
{
    const QJsonArray array = from.toArray();
    for (qsizetype i = 0; i < std::min(array.size(), mostEntries); ++i)
        take(array.at(i), list.emplaceBack());
}

template <typename T>
QJsonObject object(const T& value)
{
    QJsonObject out;
    members(value, [&out](const char* name, const auto& member, const auto&...) {
        if (const QJsonValue one = put(member); !one.isNull())
            out.insert(QLatin1StringView(name), one);
    });
    return out;
}

template <typename T>
void read(const QJsonObject& from, T& value)
{
    members(value, [&from](const char* name, auto& member, const auto&...) {
        if (const QJsonValue one = from.value(QLatin1StringView(name)); !one.isUndefined())
            take(one, member);
    });
}

} // namespace proofreel::json
