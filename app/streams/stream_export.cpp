// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "streams/stream_export.h"

#include "core/redaction.h"
#include "core/table_text.h"
#include "streams/stream_fields.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr int kFieldCount = StreamModel::Expiry; // the 23 fields; Expiry is ours

QJsonValue redacted(const QJsonValue& value)
{
    if (value.isString())
        return redact(value.toString());
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue& item : value.toArray())
            array.append(redacted(item));
        return array;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto item = object.begin(); item != object.end(); ++item)
            item.value() = redacted(item.value());
        return object;
    }
    return value;
}

} // namespace

QString csvCell(QString text)
{
    bool isNumber = false;
    text.toDouble(&isNumber);
    if (!text.isEmpty() && !isNumber && u"=+-@\t\r\n＝＋－＠"_s.contains(text.front()))
        text.prepend(u'\'');
    if (!text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n') && !text.contains(u'\r'))
        return text;
    text.replace(u'"', u"\"\""_s);
    return u'"' + text + u'"';
}

QString rowAsTsv(const StreamModel& streams, int row, const QList<int>& columns)
{
    QStringList cells;
    for (const int column : columns)
        cells += tsvCell(streams.index(row, column).data(StreamModel::RawRole).toString(), 8192);
    return cells.join(u'\t');
}

QString rowsAsCsv(const StreamModel& streams, const QList<int>& rows)
{
    QStringList head;
    for (int column = 0; column < kFieldCount; ++column)
        head += streamFieldName(column);
    QString text = head.join(u',') + u"\r\n"_s;
    for (const int row : rows) {
        QStringList cells;
        for (int column = 0; column < kFieldCount; ++column)
            cells += csvCell(streamFieldRaw(streams.at(row), column));
        text += cells.join(u',') + u"\r\n"_s;
    }
    return text;
}

QByteArray rowsAsJson(const StreamModel& streams, const QList<int>& rows)
{
    QJsonArray array;
    for (const int row : rows) {
        QJsonObject entry = redacted(streams.at(row).raw).toObject();
        for (const int column : { StreamModel::PlayUrl, StreamModel::FileUrl }) {
            if (const QString name = streamFieldName(column); entry.contains(name))
                entry.insert(name, streamFieldRaw(streams.at(row), column));
        }
        entry.insert("StreamKey"_L1, streams.key(row).toString());
        array.append(entry);
    }
    return QJsonDocument(array).toJson();
}

QString readableReply(const QByteArray& body, qsizetype longest)
{
    if (body.size() > longest)
        return redact(QString::fromUtf8(body.first(longest))) + u'\n'
            + QCoreApplication::translate("StreamExport", "… cut: the reply has %1 bytes").arg(body.size());
    const QJsonDocument document = QJsonDocument::fromJson(body);
    return redact(QString::fromUtf8(document.isNull() ? body : document.toJson(QJsonDocument::Indented)));
}

} // namespace proofreel
