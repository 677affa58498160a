// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/play_url.h"

#include <QCoreApplication>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qint64 kDefaultAuthTimeout = 3600; // the service's own default
constexpr qint64 kLongestLife = 10LL * 365 * 24 * 3600; // beyond it a value is a mistake, not a lifetime
constexpr qsizetype kLongestUrl = 16 * 1024;

// Digits only: no sign, no blanks, no overflow.
std::optional<qint64> number(const QString& text, qsizetype mostDigits)
{
    if (text.isEmpty() || text.size() > mostDigits)
        return std::nullopt;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
    }
    return text.toLongLong();
}

std::optional<QDateTime> unixTime(const QString& text)
{
    const auto seconds = number(text, 10);
    if (!seconds || *seconds == 0)
        return std::nullopt;
    return QDateTime::fromSecsSinceEpoch(*seconds, Qt::UTC);
}

std::optional<QDateTime> cdnTypeA(const QUrlQuery& query)
{
    const QString key = query.queryItemValue(u"auth_key"_s);
    const qsizetype dash = key.indexOf(u'-');
    if (dash != 10) // the format has a 10-digit time
        return std::nullopt;
    return unixTime(key.first(dash));
}

std::optional<QDateTime> ossV4(const QUrlQuery& query)
{
    QDateTime date = QDateTime::fromString(query.queryItemValue(u"x-oss-date"_s).left(20), u"yyyyMMdd'T'HHmmss'Z'"_s);
    const auto seconds = number(query.queryItemValue(u"x-oss-expires"_s), 9);
    if (!date.isValid() || !seconds || *seconds == 0 || *seconds > kLongestLife)
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return date.addSecs(*seconds);
}

} // namespace

std::optional<qint64> UrlExpiry::secondsLeft(const QDateTime& now) const
{
    if (source == Source::Unknown || !at.isValid() || !now.isValid())
        return std::nullopt;
    const qint64 ms = now.msecsTo(at);
    return ms >= 0 ? ms / 1000 : -((-ms + 999) / 1000); // down, so that 0.4 s past is past
}

UrlExpiry urlExpiry(const QUrl& url, const QDateTime& requestedAt, std::optional<qint64> authTimeout)
{
    if (url.isEmpty() || !url.isValid())
        return {};
    const QString text = url.query(QUrl::FullyEncoded);
    const QUrlQuery query(text.size() <= kLongestUrl ? text : QString());
    const QDateTime asked = requestedAt.toUTC();

    if (const auto at = cdnTypeA(query); at && (!asked.isValid() || *at > asked))
        return { UrlExpiry::Source::CdnTypeA, *at };
    if (const auto at = ossV4(query))
        return { UrlExpiry::Source::OssV4, *at };
    if (const auto at = unixTime(query.queryItemValue(u"Expires"_s)); at && query.hasQueryItem(u"OSSAccessKeyId"_s))
        return { UrlExpiry::Source::OssV1, *at };

    const qint64 life = authTimeout.value_or(kDefaultAuthTimeout);
    if (!asked.isValid() || life <= 0 || life > kLongestLife)
        return {};
    return { UrlExpiry::Source::AuthTimeout, asked.addSecs(life) };
}

bool saysItIsOver(const QUrl& url, const QDateTime& now)
{
    const UrlExpiry expiry = urlExpiry(url, {}, {});
    if (expiry.source == UrlExpiry::Source::Unknown || expiry.source == UrlExpiry::Source::AuthTimeout)
        return false;
    return expiry.secondsLeft(now).value_or(1) <= 0;
}

QString timeLeftText(std::optional<qint64> seconds)
{
    if (!seconds)
        return u"–"_s;
    if (*seconds <= 0)
        return QCoreApplication::translate("PlayUrl", "expired");
    const qint64 hours = *seconds / 3600;
    const qint64 minutes = *seconds / 60 % 60;
    if (hours >= 48)
        return QCoreApplication::translate("PlayUrl", "%1 d %2 h")
            .arg(hours / 24)
            .arg(hours % 24, 2, 10, QLatin1Char('0'));
    const QString rest = u"%1:%2"_s.arg(minutes, 2, 10, QLatin1Char('0')).arg(*seconds % 60, 2, 10, QLatin1Char('0'));
    return hours > 0 ? u"%1:%2"_s.arg(hours).arg(rest) : rest;
}

QString expiryExplanation(const UrlExpiry& expiry)
{
    const QString at = expiry.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
    switch (expiry.source) {
    case UrlExpiry::Source::CdnTypeA:
        return QCoreApplication::translate("PlayUrl",
            "Valid at least until %1, as auth_key in the PlayURL says. The CDN may add a validity of its own.")
            .arg(at);
    case UrlExpiry::Source::OssV1:
        return QCoreApplication::translate("PlayUrl", "Valid until %1: Expires in the PlayURL, exact.").arg(at);
    case UrlExpiry::Source::OssV4:
        return QCoreApplication::translate(
            "PlayUrl", "Valid until %1: x-oss-date and x-oss-expires in the PlayURL, exact.")
            .arg(at);
    case UrlExpiry::Source::AuthTimeout:
        return QCoreApplication::translate(
            "PlayUrl", "Valid until about %1: time of the request plus AuthTimeout. The PlayURL itself says nothing.")
            .arg(at);
    case UrlExpiry::Source::Unknown:
        break;
    }
    return QCoreApplication::translate("PlayUrl", "Nobody says how long this link is valid.");
}

} // namespace proofreel
