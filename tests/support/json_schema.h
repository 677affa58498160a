// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace proofreel::test {

//! As much of JSON Schema as our schemas use: $ref into $defs, type, enum, anyOf, required, properties,
//! additionalProperties, items.
class JsonSchema {
public:
    explicit JsonSchema(QJsonObject schema)
        : m_root(std::move(schema))
    {
    }
    //! What does not fit, each with its place; keys that no schema names count as well.
    [[nodiscard]] QStringList problems(const QJsonValue& value) const
    {
        QStringList found;
        check(m_root, value, QStringLiteral("$"), found);
        return found;
    }

private:
    static QString key(const char* name) { return QString::fromLatin1(name); }

    static bool isType(const QString& type, const QJsonValue& value)
    {
        if (type == QLatin1String("integer"))
            return value.isDouble() && double(value.toInteger()) == value.toDouble();
        return (type == QLatin1String("object") && value.isObject())
            || (type == QLatin1String("array") && value.isArray())
            || (type == QLatin1String("string") && value.isString())
            || (type == QLatin1String("number") && value.isDouble())
            || (type == QLatin1String("boolean") && value.isBool())
            || (type == QLatin1String("null") && value.isNull());
    }

    void check(QJsonObject schema, const QJsonValue& value, const QString& place, QStringList& found) const
    {
        if (schema.contains(key("$ref"))) {
            const QString name = schema.value(key("$ref")).toString().section(u'/', -1);
            schema = m_root.value(key("$defs")).toObject().value(name).toObject();
            if (schema.isEmpty())
                found << place + QStringLiteral(": no schema ") + name;
        }
        const QJsonValue type = schema.value(key("type"));
        const QJsonArray types = type.isArray() ? type.toArray() : type.isString() ? QJsonArray { type } : QJsonArray();
        if (!types.isEmpty() && std::none_of(types.begin(), types.end(), [&](const QJsonValue& t) {
                return isType(t.toString(), value);
            }))
            found << place + QStringLiteral(": type");
        if (schema.contains(key("enum")) && !schema.value(key("enum")).toArray().contains(value))
            found << place + QStringLiteral(": not in enum: ") + value.toVariant().toString();
        if (const QJsonArray any = schema.value(key("anyOf")).toArray(); !any.isEmpty())
            checkAny(any, value, place, found);
        if (value.isObject())
            checkObject(schema, value.toObject(), place, found);
        const QJsonArray items = value.toArray();
        if (schema.contains(key("items"))) {
            for (qsizetype i = 0; i < items.size(); ++i)
                check(schema.value(key("items")).toObject(), items.at(i), place + QStringLiteral("[%1]").arg(i), found);
        }
    }

    void checkAny(const QJsonArray& any, const QJsonValue& value, const QString& place, QStringList& found) const
    {
        QStringList last;
        for (const QJsonValue& one : any) {
            last.clear();
            check(one.toObject(), value, place, last);
            if (last.isEmpty())
                return;
        }
        found << last;
    }

    void checkObject(
        const QJsonObject& schema, const QJsonObject& object, const QString& place, QStringList& found) const
    {
        const QJsonArray required = schema.value(key("required")).toArray();
        for (const QJsonValue& name : required) {
            if (!object.contains(name.toString()))
                found << place + u'.' + name.toString() + QStringLiteral(": missing");
        }
        const QJsonObject properties = schema.value(key("properties")).toObject();
        const QJsonValue more = schema.value(key("additionalProperties"));
        for (auto item = object.begin(); item != object.end(); ++item) {
            const QString inside = place + u'.' + item.key();
            if (properties.contains(item.key()))
                check(properties.value(item.key()).toObject(), item.value(), inside, found);
            else if (more.isObject())
                check(more.toObject(), item.value(), inside, found);
            else if (!properties.isEmpty() && more != QJsonValue(true))
                found << inside + QStringLiteral(": not in the schema");
        }
    }

    QJsonObject m_root;
};

} // namespace proofreel::test
