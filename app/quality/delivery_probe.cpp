// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/delivery_probe.h"

#include "core/network_error.h"
#include "media/fetch.h"
#include "media/playlist.h"
#include "media/range_reply.h"

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxRedirects = 5;
constexpr int maxText = 200; // of a header

// Reserved (RFC 2606): a server that opens itself to all answers it, one that lists its origins does not.
const HttpHeaders originHeader { { "Origin", "https://www.example.com" } };

QString headerText(const HttpResponse& reply, const char* name)
{
    return QString::fromUtf8(reply.header(name).left(maxText));
}

void readReply(DeliveryFacts& facts, const HttpResponse& reply, const QUrl& asked)
{
    facts.status = reply.status;
    facts.contentLength = wholeLength(reply);
    const auto range = contentRange(reply);
    facts.ranges = reply.status == 206 && range && range->first == 0 && range->total >= 0;
    facts.contentType = headerText(reply, "Content-Type");
    facts.cacheControl = headerText(reply, "Cache-Control");
    facts.allowOrigin = headerText(reply, "Access-Control-Allow-Origin");
    facts.https = reply.finalUrl.scheme() == "https"_L1;
    if (hostAndPort(reply.finalUrl) != hostAndPort(asked))
        facts.redirectedTo = hostAndPort(reply.finalUrl);
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

// Nothing more is to be learnt with a request of our own.
bool saysAll(const HttpResponse& first, const QUrl& url)
{
    return first.status == 206 && first.finalUrl == url && !first.header("Access-Control-Allow-Origin").isEmpty();
}

std::optional<Error> askPlayUrl(
    DeliveryFacts& facts, const QUrl& asked, Http& http, std::stop_token stop, TransferStats& stats)
{
    QUrl url = asked;
    for (int redirects = 0;; ++redirects) {
        const auto reply =
            fetch(http, { .url = url, .offset = 0, .headers = originHeader, .followRedirects = false }, stop, stats);
        if (!reply) {
            if (reply.error().kind == ErrorKind::Cancelled)
                return reply.error();
            facts.trouble = reply.error().message;
            facts.https = url.scheme() == "https"_L1;
            return std::nullopt;
        }
        readReply(facts, *reply, asked);
        const QUrl target = url.resolved(QUrl::fromEncoded(reply->header("Location")));
        facts.downgraded = isRedirect(reply->status) && url.scheme() == "https"_L1 && target.scheme() == "http"_L1;
        if (!isRedirect(reply->status) || facts.downgraded || !isPlayableUrl(target) || redirects == maxRedirects)
            return std::nullopt;
        url = target;
    }
}

} // namespace

Result<DeliveryFacts> probeDelivery(
    RangedReader& reader, const PlayInfo& info, Http& http, std::stop_token stop, TransferStats& stats)
{
    DeliveryFacts facts;
    const QUrl url(info.playUrl);
    if (const HttpResponse& first = reader.firstReply(); saysAll(first, url))
        readReply(facts, first, url);
    else if (auto error = askPlayUrl(facts, url, http, stop, stats))
        return fail(*std::move(error));

    QUrl file(info.fileUrl, QUrl::StrictMode);
    file.setQuery(QString());
    if (isPlayableUrl(file)) {
        const auto reply = fetch(http, { .url = file, .offset = 0 }, stop, stats);
        if (reply && reply->status < 500)
            facts.fileUrlOpen = reply->status == 200 || reply->status == 206;
        else if (!reply && reply.error().kind == ErrorKind::Cancelled)
            return fail(reply.error());
    }
    return facts;
}

} // namespace proofreel
