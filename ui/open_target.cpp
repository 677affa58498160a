// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/open_target.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrlQuery>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongest = 8192; // of what is pasted; signed URLs stay below 3000

Error refusal(const QString& message)
{
    Error error;
    error.kind = ErrorKind::InvalidRequest;
    error.message = message;
    error.advice = QCoreApplication::translate("OpenTarget",
        "Paste a MediaId, an InputURL (oss://…, vod://…, https://bucket.oss-…) or a play URL (https://…).");
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

} // namespace

Result<PlaySource> playSourceForUrl(const QString& text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return fail(refusal(QCoreApplication::translate("OpenTarget", "This is not an http or https URL.")));
    PlaySource source;
    source.url = url;
    source.title = url.fileName().left(120);
    if (source.title.isEmpty())
        source.title = QCoreApplication::translate("OpenTarget", "Untitled stream");
    source.audioOnly = url.path().endsWith(".mp3"_L1, Qt::CaseInsensitive);
    return source;
}

Result<OpenTarget> parseOpenTarget(const QString& text)
{
    const QString word = text.left(kLongest).simplified().section(u' ', 0, 0);
    if (word.isEmpty())
        return fail(refusal(QCoreApplication::translate("OpenTarget", "There is nothing to open.")));
    static const QRegularExpression mediaId(u"^[0-9A-Za-z]{16,64}$"_s);
    if (mediaId.match(word).hasMatch())
        return OpenTarget(PlayInfoQuery { .mediaId = word, .inputUrl = {}, .authTimeout = {} });

    const QUrl url(word, QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (scheme == "oss"_L1 || scheme == "vod"_L1)
        return OpenTarget(PlayInfoQuery { .mediaId = {}, .inputUrl = word, .authTimeout = {} });
    if (scheme == "http"_L1 || scheme == "https"_L1) {
        if (looksLikeInputUrl(url))
            return OpenTarget(PlayInfoQuery { .mediaId = {}, .inputUrl = word, .authTimeout = {} });
        return playSourceForUrl(word).map([](const PlaySource& source) { return OpenTarget(source); });
    }
    const QString shown = word.size() > 60 ? word.left(59) + u'…' : word;
    return fail(
        refusal(QCoreApplication::translate("OpenTarget", "“%1” is neither a MediaId nor a URL that can be opened.")
                    .arg(shown)));
}

} // namespace proofreel
