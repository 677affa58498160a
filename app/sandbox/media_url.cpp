// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/media_url.h"

#include "sandbox/encoding.h"

#include <QDateTime>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr char ossKeyId[] = "LTAI5tSandboxOssReader01";
constexpr char v4Scope[] = "/cn-shanghai/oss/aliyun_v4_request";

//! The first 12 digits of a "rand" are the time of issue; the rest is chance.
QByteArray newRand(qint64 nowMs)
{
    return QByteArray::number(nowMs, 16).rightJustified(12, '0') + randomBytes(10).toHex();
}

qint64 issuedMs(const QByteArray& rand)
{
    return rand.left(12).toLongLong(nullptr, 16);
}

bool isOver(qint64 issued, qint64 expiresMs, qint64 nowMs, qint64 ttlS)
{
    return nowMs >= expiresMs || (ttlS > 0 && nowMs >= issued + ttlS * 1000);
}

QByteArray pathOf(const QByteArray& target)
{
    return target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
}

Pairs queryOf(const QByteArray& target)
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? Pairs() : parsePairs(target.mid(mark + 1));
}

} // namespace

MediaUrls::MediaUrls()
    : m_secret(randomBytes(24).toHex())
{
}

QByteArray MediaUrls::typeA(const QByteArray& path, qint64 expiresS, const QByteArray& rand) const
{
    const QByteArray head = QByteArray::number(expiresS) + '-' + rand + "-0-";
    return "auth_key=" + head + md5Hex(path + '-' + head + m_secret);
}

QByteArray MediaUrls::ossV1(const QByteArray& path, const QByteArray& expires) const
{
    return hmacSha1(m_secret, "GET\n\n\n" + expires + "\n/proofreel-demo" + percentDecode(path)).toBase64();
}

QByteArray MediaUrls::ossV4(const QByteArray& path, const QByteArray& date, const QByteArray& expires) const
{
    const QByteArray day = date.left(8);
    const QByteArray canonical = "GET\n/proofreel-demo" + path + "\nx-oss-credential=" + percentEncode(ossKeyId) + "%2F"
        + day + percentEncode(v4Scope) + "&x-oss-date=" + date + "&x-oss-expires=" + expires
        + "&x-oss-signature-version=OSS4-HMAC-SHA256\n\n\nUNSIGNED-PAYLOAD";
    const QByteArray toSign = "OSS4-HMAC-SHA256\n" + date + '\n' + day + v4Scope + '\n' + sha256Hex(canonical);
    QByteArray key = "aliyun_v4" + m_secret;
    for (const QByteArray& part :
        { day, QByteArray("cn-shanghai"), QByteArray("oss"), QByteArray("aliyun_v4_request") })
        key = hmacSha256(key, part);
    return hmacSha256(key, toSign).toHex();
}

QString MediaUrls::issue(const QString& base, const QString& path, UrlStyle style, qint64 nowMs, qint64 validS) const
{
    const QByteArray encoded = QUrl::toPercentEncoding(path, "/");
    // Rounded up: a URL is good for at least as long as was asked.
    const qint64 expires = (nowMs + 999) / 1000 + validS;
    QByteArray query;
    switch (style) {
    case UrlStyle::CdnTypeA:
        query = typeA(encoded, expires, newRand(nowMs));
        break;
    case UrlStyle::OssV1: {
        const QByteArray number = QByteArray::number(expires);
        query =
            "Expires=" + number + "&OSSAccessKeyId=" + ossKeyId + "&Signature=" + percentEncode(ossV1(encoded, number));
        break;
    }
    case UrlStyle::OssV4: {
        const QByteArray date = QDateTime::fromMSecsSinceEpoch((nowMs + 999) / 1000 * 1000, Qt::UTC)
                                    .toString(u"yyyyMMdd'T'HHmmss'Z'"_s)
                                    .toLatin1();
        const QByteArray number = QByteArray::number(validS);
        query = "x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-credential="
            + percentEncode(ossKeyId + ("/" + date.left(8)) + v4Scope) + "&x-oss-date=" + date
            + "&x-oss-expires=" + number + "&x-oss-signature=" + ossV4(encoded, date, number);
        break;
    }
    case UrlStyle::None:
        return base + QString::fromLatin1(encoded);
    }
    return base + QString::fromLatin1(encoded + '?' + query);
}

UrlVerdict MediaUrls::verify(const QByteArray& target, qint64 nowMs, qint64 ttlS) const
{
    const QByteArray path = pathOf(target);
    const Pairs query = queryOf(target);
    const QByteArray auth = valueOf(query, "auth_key");
    if (!auth.isNull()) {
        const auto parts = auth.split('-');
        if (parts.size() != 4 || !sameSecret(typeA(path, parts[0].toLongLong(), parts[1]), "auth_key=" + auth))
            return UrlVerdict::Wrong;
        return isOver(issuedMs(parts[1]), parts[0].toLongLong() * 1000, nowMs, ttlS) ? UrlVerdict::Expired
                                                                                     : UrlVerdict::Valid;
    }
    const QByteArray signature = valueOf(query, "Signature");
    if (!signature.isNull()) {
        const QByteArray expires = valueOf(query, "Expires");
        if (!sameSecret(ossV1(path, expires), signature))
            return UrlVerdict::Wrong;
        return nowMs >= expires.toLongLong() * 1000 ? UrlVerdict::Expired : UrlVerdict::Valid;
    }
    const QByteArray v4 = valueOf(query, "x-oss-signature");
    if (!v4.isNull()) {
        const QByteArray date = valueOf(query, "x-oss-date"), expires = valueOf(query, "x-oss-expires");
        if (!sameSecret(ossV4(path, date, expires), v4))
            return UrlVerdict::Wrong;
        QDateTime from = QDateTime::fromString(QString::fromLatin1(date), u"yyyyMMdd'T'HHmmss'Z'"_s);
        from.setTimeSpec(Qt::UTC);
        const qint64 issued = from.toMSecsSinceEpoch();
        return isOver(issued, issued + expires.toLongLong() * 1000, nowMs, ttlS) ? UrlVerdict::Expired
                                                                                 : UrlVerdict::Valid;
    }
    return UrlVerdict::Unsigned;
}

QByteArray MediaUrls::queryForPart(const QByteArray& target, const QByteArray& partPath) const
{
    const Pairs query = queryOf(target);
    const auto parts = valueOf(query, "auth_key").split('-');
    return parts.size() == 4 ? typeA(partPath, parts[0].toLongLong(), parts[1]) : QByteArray();
}

QByteArray MediaUrls::keyToken(const QString& mediaId, qint64 nowMs, qint64 validS) const
{
    const QByteArray head = QByteArray::number((nowMs + 999) / 1000 + validS) + '.' + newRand(nowMs);
    return head + '.' + hmacSha256(m_secret, head + '/' + mediaId.toLatin1()).toHex().left(32);
}

bool MediaUrls::isKeyTokenValid(const QByteArray& token, const QString& mediaId, qint64 nowMs, qint64 ttlS) const
{
    const auto parts = token.split('.');
    if (parts.size() != 3)
        return false;
    const QByteArray right = hmacSha256(m_secret, parts[0] + '.' + parts[1] + '/' + mediaId.toLatin1()).toHex();
    return sameSecret(right.left(32), parts[2])
        && !isOver(issuedMs(parts[1]), parts[0].toLongLong() * 1000, nowMs, ttlS);
}

} // namespace proofreel::sandbox
