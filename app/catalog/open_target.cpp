// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/open_target.h"

#include "core/redaction.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QLocale>
#include <QRegularExpression>
#include <QUrlQuery>

#include <cmath>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongest = 8192; // of what is pasted; signed URLs stay below 3000
constexpr qsizetype kLongestKey = 2048; // as StreamKey
constexpr double kLatest = 10.0 * 24 * 3600; // seconds

Error refusal(const QString& message)
{
    Error error;
    error.kind = ErrorKind::InvalidRequest;
    error.message = message;
    error.advice = QCoreApplication::translate("OpenTarget",
        "Paste a MediaId, an InputURL (oss://…, vod://…, https://bucket.oss-…), a PlayURL (https://…) or a link "
        "(proofreel://asset/…).");
    return error;
}

bool isSigned(const QUrl& url)
{
    const QUrlQuery query(url);
    for (const auto& [name, value] : query.queryItems()) {
        const QString lower = name.toLower();
        if (lower == "auth_key"_L1 || lower == "signature"_L1 || lower == "x-oss-signature"_L1)
            return true;
    }
    return false;
}

//! A file in an OSS bucket that only the service may read: what an asset is registered with.
bool looksLikeInputUrl(const QUrl& url)
{
    static const QRegularExpression bucket(
        uR"(\.oss(-[a-z0-9-]+)?\.aliyuncs\.com$)"_s, QRegularExpression::CaseInsensitiveOption);
    return bucket.match(url.host()).hasMatch() && !isSigned(url);
}

bool isMediaId(const QString& text)
{
    static const QRegularExpression mediaId(u"^[0-9A-Za-z]{16,64}$"_s);
    return mediaId.match(text).hasMatch();
}

//! The shape of StreamKey's text; whether the asset has such a stream is seen later.
bool isStreamKey(const QString& text)
{
    static const QRegularExpression key(u"^[jt]\\.[0-9A-Za-z._-]+$"_s);
    return text.size() <= kLongestKey && key.match(text).hasMatch();
}

Result<OpenTarget> parseLink(const QUrl& url)
{
    const QString mediaId = url.path().mid(1);
    if (url.host() != "asset"_L1 || !isMediaId(mediaId))
        return fail(refusal(QCoreApplication::translate("OpenTarget", "This link names no asset.")));
    AssetLink link { .mediaId = mediaId };
    const QUrlQuery query(url);
    if (const QString key = query.queryItemValue(u"stream"_s, QUrl::FullyDecoded); isStreamKey(key))
        link.streamKey = key;
    bool isNumber = false;
    const double seconds = query.queryItemValue(u"t"_s).toDouble(&isNumber);
    if (isNumber && seconds >= 0 && seconds <= kLatest)
        link.seconds = seconds;
    return OpenTarget(link);
}

} // namespace

Result<QUrl> parsePlayUrl(const QString& text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return fail(refusal(QCoreApplication::translate("OpenTarget", "This is not an http or https URL.")));
    return url;
}

Result<OpenTarget> parseOpenTarget(const QString& text)
{
    const QString word = text.left(kLongest).simplified().section(u' ', 0, 0);
    if (word.isEmpty())
        return fail(refusal(QCoreApplication::translate("OpenTarget", "There is nothing to open.")));
    if (isMediaId(word))
        return OpenTarget(PlayInfoQuery { .mediaId = word, .inputUrl = {}, .authTimeout = {} });

    const QUrl url(word, QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (scheme == "oss"_L1 || scheme == "vod"_L1)
        return OpenTarget(PlayInfoQuery { .mediaId = {}, .inputUrl = word, .authTimeout = {} });
    if (scheme == "http"_L1 || scheme == "https"_L1) {
        if (looksLikeInputUrl(url))
            return OpenTarget(PlayInfoQuery { .mediaId = {}, .inputUrl = word, .authTimeout = {} });
        return parsePlayUrl(word).map([](const QUrl& play) { return OpenTarget(play); });
    }
    if (scheme == "proofreel"_L1)
        return parseLink(url);
    const QString shown = word.size() > 60 ? word.left(59) + u'…' : word;
    return fail(
        refusal(QCoreApplication::translate("OpenTarget", "“%1” is neither a MediaId nor a URL that can be opened.")
                    .arg(shown)));
}

QString assetLink(const QString& mediaId, const QString& streamKey, std::optional<double> seconds)
{
    QStringList parameters;
    if (isStreamKey(streamKey))
        parameters += u"stream="_s + streamKey; // its characters need no encoding
    if (seconds && *seconds >= 0 && *seconds <= kLatest)
        parameters +=
            u"t="_s + QString::number(std::round(*seconds * 1000) / 1000, 'f', QLocale::FloatingPointShortest);
    const QString link = u"proofreel://asset/"_s + mediaId;
    return parameters.isEmpty() ? link : link + u'?' + parameters.join(u'&');
}

QString mediaIdOf(const OpenTarget& target)
{
    if (const auto* link = std::get_if<AssetLink>(&target))
        return link->mediaId;
    const auto* query = std::get_if<PlayInfoQuery>(&target);
    return query ? query->mediaId : QString();
}

QString targetId(const OpenTarget& target)
{
    const auto ofUrl = [](const QString& text) {
        const QString bare = bareUrl(text);
        if (bare == text)
            return bare;
        const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
        return bare + u'#' + QString::fromLatin1(hash.first(16));
    };
    if (const auto* link = std::get_if<AssetLink>(&target))
        return link->mediaId;
    if (const auto* url = std::get_if<QUrl>(&target))
        return ofUrl(url->toString(QUrl::FullyEncoded));
    const auto& query = std::get<PlayInfoQuery>(target);
    return query.mediaId.isEmpty() ? ofUrl(query.inputUrl) : query.mediaId;
}

} // namespace proofreel
