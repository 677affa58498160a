// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/json_fields.h"

#include "core/redaction.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct JsonText {
    Q_DECLARE_TR_FUNCTIONS(Reply)
};

constexpr qsizetype maxOddities = 200;
constexpr qsizetype maxEntries = 10'000;
constexpr qsizetype maxText = 16'384;

QString shown(const QJsonValue& value)
{
    const QString text = value.isString() ? value.toString() : QString::number(value.toDouble());
    return redact(text.left(60));
}

bool isAbsent(const QJsonValue& value)
{
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().trimmed().isEmpty());
}

} // namespace

void Oddities::add(const QString& path, const QString& what)
{
    if (m_lines.size() < maxOddities)
        m_lines << path + u": "_s + what;
    else
        ++m_more;
}

QStringList Oddities::lines() const
{
    return m_more > 0 ? m_lines + QStringList { JsonText::tr("… and %n more", nullptr, static_cast<int>(m_more)) }
                      : m_lines;
}

QString jsonTypeName(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return JsonText::tr("true or false");
    case QJsonValue::Double:
        return JsonText::tr("a number");
    case QJsonValue::String:
        return JsonText::tr("text");
    case QJsonValue::Array:
        return JsonText::tr("a list");
    case QJsonValue::Object:
        return JsonText::tr("an object");
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return JsonText::tr("nothing");
}

JsonFields::JsonFields(QJsonObject object, QString path, Oddities& oddities)
    : m_object(std::move(object))
    , m_path(std::move(path))
    , m_oddities(oddities)
{
}

void JsonFields::note(const QString& name, const QString& what) const
{
    m_oddities.add(m_path.isEmpty() ? name : m_path + u'.' + name, what);
}

void JsonFields::require(const QString& name) const
{
    if (!m_object.contains(name))
        note(name, JsonText::tr("is missing"));
}

QJsonValue JsonFields::value(const QString& name) const
{
    return m_object.value(name);
}

QString JsonFields::text(const QString& name, qsizetype limit) const
{
    const QJsonValue found = value(name);
    if (found.isUndefined() || found.isNull())
        return {};
    QString text;
    if (found.isString())
        text = found.toString();
    else {
        note(name, JsonText::tr("%1 instead of text").arg(jsonTypeName(found)));
        if (found.isArray() || found.isObject())
            return {};
        text = found.toVariant().toString();
    }
    if (text.size() > limit) {
        note(name, JsonText::tr("cut at %1 characters").arg(limit));
        text.truncate(limit);
    }
    return text;
}

QString JsonFields::url(const QString& name) const
{
    const QString whole = text(name, maxText + 1);
    return whole.size() > maxText ? QString() : whole;
}

QStringList JsonFields::commaList(const QString& name) const
{
    QString joined;
    if (const QJsonValue found = value(name); found.isArray()) {
        note(name, JsonText::tr("%1 instead of text").arg(jsonTypeName(found)));
        joined = textList(name).join(u',');
    } else {
        joined = text(name);
    }
    QStringList out;
    const auto parts = joined.split(u',', Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        if (const QString tag = part.trimmed(); !tag.isEmpty())
            out << tag;
    }
    return out;
}

QStringList JsonFields::textList(const QString& name) const
{
    QStringList out;
    const QJsonArray entries = array(name);
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (entries.at(i).isString())
            out << entries.at(i).toString().left(maxText);
        else
            note(u"%1[%2]"_s.arg(name).arg(i), JsonText::tr("%1 instead of text").arg(jsonTypeName(entries.at(i))));
    }
    return out;
}

std::optional<double> JsonFields::number(const QJsonValue& value, const QString& name, double min, double max) const
{
    bool ok = value.isDouble();
    double number = value.toDouble();
    if (value.isString())
        number = value.toString().trimmed().toDouble(&ok);
    if (!ok || !std::isfinite(number)) {
        note(name,
            value.isString() ? JsonText::tr("“%1” is not a number").arg(shown(value))
                             : JsonText::tr("%1 instead of a number").arg(jsonTypeName(value)));
        return std::nullopt;
    }
    if (number < min || number > max) {
        note(name, JsonText::tr("%1 is out of range").arg(shown(value)));
        return std::nullopt;
    }
    return number;
}

std::optional<qint64> JsonFields::whole(const QJsonValue& value, const QString& name, qint64 min, qint64 max) const
{
    // 64-bit numbers do not fit a double: take them as integers where they are.
    bool ok = false;
    qint64 whole = 0;
    if (value.isString()) {
        whole = value.toString().trimmed().toLongLong(&ok);
    } else if (value.isDouble()) {
        whole = value.toInteger();
        ok = whole != 0 || value.toDouble() == 0.0;
    }
    if (!ok) {
        const auto real = number(value, name, static_cast<double>(min), static_cast<double>(max));
        if (!real)
            return std::nullopt;
        note(name, JsonText::tr("%1 is not a whole number").arg(shown(value)));
        whole = std::abs(*real) < 9e15 ? std::llround(*real) : min - 1;
    }
    if (whole < min || whole > max) {
        note(name, JsonText::tr("%1 is out of range").arg(shown(value)));
        return std::nullopt;
    }
    return whole;
}

std::optional<qint64> JsonFields::integer(const QString& name, qint64 min, qint64 max) const
{
    const QJsonValue found = value(name);
    if (isAbsent(found))
        return std::nullopt;
    const QJsonValue number = found.isBool() ? QJsonValue(found.toBool() ? 1 : 0) : found;
    const auto result = whole(number, name, min, max);
    if (result && !found.isDouble())
        note(name, JsonText::tr("%1 instead of a number").arg(jsonTypeName(found)));
    return result;
}

std::optional<qint64> JsonFields::integerText(const QString& name, qint64 max) const
{
    const QJsonValue found = value(name);
    if (isAbsent(found))
        return std::nullopt;
    const auto result = whole(found, name, 0, max);
    if (result && !found.isString())
        note(name, JsonText::tr("%1 instead of text").arg(jsonTypeName(found)));
    return result;
}

std::optional<double> JsonFields::numberText(const QString& name, double max) const
{
    const QJsonValue found = value(name);
    if (isAbsent(found))
        return std::nullopt;
    const auto result = number(found, name, 0.0, max);
    if (result && !found.isString())
        note(name, JsonText::tr("%1 instead of text").arg(jsonTypeName(found)));
    return result;
}

QDateTime JsonFields::time(const QString& name) const
{
    const QString written = text(name, 64).trimmed();
    if (written.isEmpty())
        return {};
    QDateTime time = QDateTime::fromString(written, Qt::ISODateWithMs);
    if (!time.isValid()) {
        note(name, JsonText::tr("“%1” is not a time").arg(redact(written)));
        return {};
    }
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time;
}

JsonFields JsonFields::child(const QString& name, const QJsonValue& found) const
{
    if (!found.isObject() && !found.isUndefined() && !found.isNull())
        note(name, JsonText::tr("%1 instead of an object").arg(jsonTypeName(found)));
    return { found.toObject(), m_path.isEmpty() ? name : m_path + u'.' + name, m_oddities };
}

JsonFields JsonFields::object(const QString& name) const
{
    return child(name, value(name));
}

JsonFields JsonFields::element(const QString& name, const QJsonValue& entry, qsizetype index) const
{
    return child(u"%1[%2]"_s.arg(name).arg(index), entry);
}

QJsonArray JsonFields::array(const QString& name) const
{
    const QJsonValue found = value(name);
    if (!found.isArray() && !found.isUndefined() && !found.isNull())
        note(name, JsonText::tr("%1 instead of a list").arg(jsonTypeName(found)));
    QJsonArray entries = found.toArray();
    if (entries.size() <= maxEntries)
        return entries;
    note(name, JsonText::tr("%1 entries; the first %2 are shown").arg(entries.size()).arg(maxEntries));
    QJsonArray bounded;
    for (qsizetype i = 0; i < maxEntries; ++i)
        bounded.append(entries.at(i));
    return bounded;
}

} // namespace proofreel
