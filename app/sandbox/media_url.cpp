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

//! What a signed query says about its time, whatever its style.
struct Lifetime {
    qint64 issuedMs = 0, expiresMs = 0;

    [[nodiscard]] bool isOver(qint64 nowMs, qint64 ttlS) const
    {
        return nowMs >= expiresMs || (ttlS > 0 && nowMs >= issuedMs + ttlS * 1000);
    }
};

Lifetime lifetimeOf(const Pairs& query)
{
    const auto typeA = valueOf(query, "auth_key").split('-');
    if (typeA.size() == 4)
        return { issuedMs(typeA[1]), typeA[0].toLongLong() * 1000 };
    const QByteArray date = valueOf(query, "x-oss-date");
    if (date.isNull())
        return { issuedMs(valueOf(query, "security-token")), valueOf(query, "Expires").toLongLong() * 1000 };
    QDateTime from = QDateTime::fromString(QString::fromLatin1(date), u"yyyyMMdd'T'HHmmss'Z'"_s);
    from.setTimeSpec(Qt::UTC);
    return { from.toMSecsSinceEpoch(), from.toMSecsSinceEpoch() + valueOf(query, "x-oss-expires").toLongLong() * 1000 };
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

QByteArray MediaUrls::ossV1(const QByteArray& path, const QByteArray& expires, const QByteArray& token) const
{
    return hmacSha1(
        m_secret, "GET\n\n\n" + expires + "\n/proofreel-demo" + percentDecode(path) + "?security-token=" + token)
        .toBase64();
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
        const QByteArray number = QByteArray::number(expires), token = newRand(nowMs);
        query = "Expires=" + number + "&OSSAccessKeyId=" + ossKeyId
            + "&Signature=" + percentEncode(ossV1(encoded, number, token)) + "&security-token=" + token;
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
    QByteArray given, right;
    if (given = valueOf(query, "auth_key"); !given.isNull()) {
        const auto parts = given.split('-');
        if (parts.size() == 4)
            right = typeA(path, parts[0].toLongLong(), parts[1]).mid(int(sizeof("auth_key=")) - 1);
    } else if (given = valueOf(query, "Signature"); !given.isNull()) {
        right = ossV1(path, valueOf(query, "Expires"), valueOf(query, "security-token"));
    } else if (given = valueOf(query, "x-oss-signature"); !given.isNull()) {
        right = ossV4(path, valueOf(query, "x-oss-date"), valueOf(query, "x-oss-expires"));
    } else {
        return UrlVerdict::Unsigned;
    }
    if (right.isEmpty() || !sameSecret(given, right))
        return UrlVerdict::Wrong;
    return lifetimeOf(query).isOver(nowMs, ttlS) ? UrlVerdict::Expired : UrlVerdict::Valid;
}

QByteArray MediaUrls::queryForPart(const QByteArray& target, const QByteArray& partPath) const
{
    const Pairs query = queryOf(target);
    if (query.isEmpty())
        return {};
    const Lifetime life = lifetimeOf(query);
    return typeA(partPath, life.expiresMs / 1000, newRand(life.issuedMs));
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
        && !Lifetime { issuedMs(parts[1]), parts[0].toLongLong() * 1000 }.isOver(nowMs, ttlS);
}

} // namespace proofreel::sandbox
