// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "streams/stream_key.h"

#include <QCryptographicHash>
#include <QHash>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qsizetype kLongestPart = 64; // bytes
constexpr qsizetype kLongestKey = 2048;

bool isPlain(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
}

// Injective: other bytes become _XX, and text of any length stays short ("_h" is no _XX, so it cannot collide).
QString part(const QString& value)
{
    const QByteArray utf8 = value.toUtf8();
    if (utf8.size() > kLongestPart) {
        const QByteArray hash = QCryptographicHash::hash(utf8, QCryptographicHash::Sha256).toHex();
        return u"_h"_s + QString::fromLatin1(hash.first(32));
    }
    QString text;
    for (const char c : utf8) {
        if (isPlain(c))
            text += QLatin1Char(c);
        else
            text += u"_%1"_s.arg(static_cast<uint>(static_cast<unsigned char>(c)), 2, 16, QLatin1Char('0')).toUpper();
    }
    return text;
}

QString tupleText(const PlayInfo& info)
{
    const QStringList parts { part(info.definition), part(info.format), part(info.hdrType), part(info.streamType),
        part(info.transTemplateType), part(info.narrowBandType), part(info.watermarkId),
        info.size ? QString::number(*info.size) : QString() };
    return parts.join(u'.');
}

QString keyText(const QString& mediaId, const PlayInfo& info)
{
    if (!info.jobId.isEmpty())
        return u"j."_s + part(mediaId) + u'.' + part(info.jobId);
    return u"t."_s + part(mediaId) + u'.' + tupleText(info);
}

} // namespace

StreamKey StreamKey::of(const QString& mediaId, const PlayInfo& info)
{
    StreamKey key;
    key.m_text = keyText(mediaId, info);
    return key;
}

QList<StreamKey> StreamKey::ofAll(const QString& mediaId, const QList<PlayInfo>& infos)
{
    QList<StreamKey> keys;
    QHash<StreamKey, QList<qsizetype>> twins;
    keys.reserve(infos.size());
    for (const PlayInfo& info : infos) {
        keys.append(of(mediaId, info));
        twins[keys.constLast()].append(keys.size() - 1);
    }
    for (QList<qsizetype>& rows : twins) {
        if (rows.size() < 2)
            continue;
        QHash<qsizetype, QString> order;
        for (const qsizetype row : rows)
            order.insert(row, tupleText(infos.at(row)) + u' ' + QUrl(infos.at(row).fileUrl.left(4096)).path());
        std::stable_sort(
            rows.begin(), rows.end(), [&](qsizetype a, qsizetype b) { return order.value(a) < order.value(b); });
        for (qsizetype i = 1; i < rows.size(); ++i)
            keys[rows.at(i)].m_text += u"._n%1"_s.arg(i + 1); // like "_h", nothing that part() makes
    }
    return keys;
}

StreamKey StreamKey::fromString(const QString& text)
{
    const bool known = text.startsWith("j."_L1) || text.startsWith("t."_L1);
    const bool clean = std::all_of(text.cbegin(), text.cend(),
        [](QChar c) { return c.unicode() < 128 && (isPlain(c.toLatin1()) || c == u'.' || c == u'_'); });
    StreamKey key;
    if (known && clean && text.size() <= kLongestKey)
        key.m_text = text;
    return key;
}

} // namespace proofreel
