// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "streams/stream_fields.h"

#include "core/redaction.h"
#include "streams/stream_field_table.h"
#include "streams/stream_model.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QUrl>

#include <cmath>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

template <typename T>
const T* value(const PlayInfo& info, int column)
{
    return StreamField::of(column).value<T>(info);
}

bool isUrl(int column)
{
    return column == StreamModel::PlayUrl || column == StreamModel::FileUrl;
}

QString safeUrl(const QString& text)
{
    const QUrl url(text.left(8192));
    return url.isValid() ? redactUrl(url) : redact(text.left(8192));
}

// "8 702 411": grouped by thin spaces, the same in every language, as people compare digits here.
QString grouped(qint64 number)
{
    QString text = QString::number(number);
    for (qsizetype i = text.size() - 3; i > (number < 0 ? 1 : 0); i -= 3)
        text.insert(i, u'\u2009');
    return text;
}

// No zeros behind.
QString shortest(double number, int mostDecimals = 3)
{
    if (!std::isfinite(number))
        return u"–"_s;
    if (std::abs(number) >= 1e15)
        return QString::number(number, 'g', 6);
    QString text = QString::number(number, 'f', mostDecimals);
    while (text.contains(u'.') && text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

QString clockText(double seconds)
{
    if (!std::isfinite(seconds) || seconds < 0 || seconds > 1e9)
        return shortest(seconds);
    const qint64 ms = std::llround(seconds * 1000);
    const QString tail = u"%1:%2.%3"_s.arg(ms / 60000 % 60, 2, 10, QLatin1Char('0'))
                             .arg(ms / 1000 % 60, 2, 10, QLatin1Char('0'))
                             .arg(ms % 1000, 3, 10, QLatin1Char('0'));
    return ms >= 3'600'000 ? u"%1:%2"_s.arg(ms / 3'600'000).arg(tail) : tail;
}

QString numberShown(const PlayInfo& info, int column)
{
    if (const auto* whole = value<std::optional<qint64>>(info, column); whole && *whole) {
        if (column == StreamModel::Size)
            return QString::number(static_cast<double>(**whole) / 1e6, 'f', 2);
        if (column == StreamModel::Encrypt && (**whole == 0 || **whole == 1))
            return **whole == 1 ? QCoreApplication::translate("StreamFields", "yes")
                                : QCoreApplication::translate("StreamFields", "no");
        return QString::number(**whole);
    }
    if (const auto* real = value<std::optional<double>>(info, column); real && *real) {
        if (column == StreamModel::Duration)
            return clockText(**real);
        if (column == StreamModel::Bitrate && **real >= 100 && **real < 1e15)
            return grouped(std::llround(**real));
        return shortest(**real);
    }
    return {};
}

QString tagsText(const PlayInfo& info)
{
    if (!info.streamTags.isObject())
        return info.streamTagsText;
    const QJsonObject tags = info.streamTags.toObject();
    QStringList parts;
    for (auto tag = tags.begin(); tag != tags.end(); ++tag)
        parts += tag.key() + u": "_s + tag.value().toVariant().toString();
    return parts.join(u", "_s);
}

// For entries that did not come as JSON.
QString typedText(const PlayInfo& info, int column)
{
    if (const auto* string = value<QString>(info, column))
        return *string;
    if (const auto* time = value<QDateTime>(info, column))
        return time->toString(Qt::ISODateWithMs);
    if (const auto* whole = value<std::optional<qint64>>(info, column); whole && *whole)
        return QString::number(**whole);
    if (const auto* real = value<std::optional<double>>(info, column); real && *real)
        return QString::number(**real, 'g', QLocale::FloatingPointShortest);
    return {};
}

} // namespace

QString streamFieldName(int column)
{
    return QString::fromLatin1(StreamField::of(column).name);
}

QString streamFieldTitle(int column)
{
    return QCoreApplication::translate("StreamFields", StreamField::of(column).title);
}

QString streamFieldMeaning(int column)
{
    return QCoreApplication::translate("StreamFields", StreamField::of(column).meaning);
}

bool streamFieldIsNumeric(int column)
{
    const StreamField::Member& member = StreamField::of(column).member;
    return (std::holds_alternative<std::optional<qint64> PlayInfo::*>(member) && column != StreamModel::Encrypt)
        || std::holds_alternative<std::optional<double> PlayInfo::*>(member);
}

QString streamFieldShown(const PlayInfo& info, int column)
{
    QString text = numberShown(info, column);
    if (const auto* time = value<QDateTime>(info, column); time && time->isValid())
        text = time->toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
    if (const auto* string = value<QString>(info, column))
        text = isUrl(column) ? safeUrl(*string) : column == StreamModel::StreamTags ? tagsText(info) : *string;
    return text.isEmpty() ? u"–"_s : oneLine(text);
}

QString streamFieldWithUnit(const PlayInfo& info, int column)
{
    const auto* whole = value<std::optional<qint64>>(info, column);
    const auto* real = value<std::optional<double>>(info, column);
    switch (column) {
    case StreamModel::Size:
        return whole && *whole ? grouped(**whole) + u" B"_s : u"–"_s;
    case StreamModel::Width:
    case StreamModel::Height:
        return whole && *whole ? u"%1 px"_s.arg(**whole) : u"–"_s;
    case StreamModel::BitDepth:
        return whole && *whole ? QCoreApplication::translate("StreamFields", "%1 bit").arg(**whole) : u"–"_s;
    case StreamModel::Encrypt:
        return whole && *whole ? u"%1 (%2)"_s.arg(**whole).arg(numberShown(info, column)) : u"–"_s;
    case StreamModel::Bitrate:
        return real && *real ? u"%1 kbit/s"_s.arg(shortest(**real, 6)) : u"–"_s;
    case StreamModel::Fps:
        return real && *real ? u"%1 fps"_s.arg(shortest(**real, 6)) : u"–"_s;
    case StreamModel::Duration:
        return real && *real ? u"%1 s"_s.arg(shortest(**real, 6)) : u"–"_s;
    default:
        return streamFieldShown(info, column);
    }
}

QString streamFieldRaw(const PlayInfo& info, int column)
{
    const QJsonValue raw = info.raw.value(QLatin1StringView(StreamField::of(column).name));
    QString text;
    if (raw.isString())
        text = raw.toString();
    else if (raw.isUndefined())
        text = typedText(info, column);
    else
        text = QString::fromUtf8(QJsonDocument(QJsonArray { raw }).toJson(QJsonDocument::Compact)).chopped(1).mid(1);
    if (!isUrl(column))
        return text;
    return text.isEmpty() ? text : safeUrl(text);
}

QVariant streamFieldSortValue(const PlayInfo& info, int column)
{
    if (column == StreamModel::Definition)
        return info.definition.isEmpty() ? QVariant() : QVariant(definitionRank(info.definition));
    if (const auto* whole = value<std::optional<qint64>>(info, column))
        return *whole ? QVariant(**whole) : QVariant();
    if (const auto* real = value<std::optional<double>>(info, column))
        return *real && std::isfinite(**real) ? QVariant(**real) : QVariant();
    if (const auto* time = value<QDateTime>(info, column))
        return time->isValid() ? QVariant(time->toMSecsSinceEpoch()) : QVariant();
    if (const auto* string = value<QString>(info, column))
        return string->isEmpty() ? QVariant() : QVariant(string->left(1024));
    return {};
}

QString streamFieldNote(const PlayInfo& info, int column)
{
    const QJsonValue raw = info.raw.value(QLatin1StringView(StreamField::of(column).name));
    const bool absent = raw.isUndefined() || raw.isNull();
    if (absent && !streamFieldSortValue(info, column).isValid())
        return QCoreApplication::translate("StreamFields", "The service did not send this field.");
    if (!absent && streamFieldShown(info, column) == u"–"_s) {
        if (raw.isString() && raw.toString().isEmpty())
            return QCoreApplication::translate("StreamFields", "The service sent it empty.");
        return QCoreApplication::translate("StreamFields", "Not a value that can be used. Received: %1")
            .arg(oneLine(streamFieldRaw(info, column)));
    }
    return {};
}

} // namespace proofreel
