// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playback/diagnosis.h"

#include "ims/play_url.h"
#include "media/playlist.h"
#include "playback/texts.h"

#include <QPointer>
#include <QXmlStreamReader>

#include <chrono>
#include <utility>

namespace proofreel {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 headBytes = 64 * 1024;
constexpr qint64 playlistBytes = 4 * 1024 * 1024;
constexpr int segmentsAhead = 3; // backends fetch ahead of what they show

struct OssError {
    QString code, message, requestId;
};

OssError readOssError(const QByteArray& body)
{
    OssError found;
    QXmlStreamReader xml(body.left(16 * 1024));
    while (!xml.atEnd() && !xml.hasError()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "Code"_L1)
            found.code = xml.readElementText().left(100);
        else if (xml.name() == "Message"_L1)
            found.message = xml.readElementText().left(300);
        else if (xml.name() == "RequestId"_L1)
            found.requestId = xml.readElementText().left(100);
    }
    return found;
}

QString hostOf(const QUrl& url)
{
    return url.port() > 0 ? url.host() + u':' + QString::number(url.port()) : url.host();
}

bool isExpired(const QUrl& url, const OssError& oss)
{
    if (oss.message.contains("expired"_L1, Qt::CaseInsensitive) || oss.code.contains("Expired"_L1))
        return true;
    const UrlExpiry expiry = urlExpiry(url, {}, {});
    if (expiry.source == UrlExpiry::Source::Unknown || expiry.source == UrlExpiry::Source::AuthTimeout)
        return false; // an estimate accuses nobody
    return expiry.secondsLeft(QDateTime::currentDateTimeUtc()).value_or(1) <= 0;
}

// A playlist's key and segments, one after the other, until one is at fault.
class Chain final : public QObject {
public:
    Chain(Http& http, QList<QUrl> urls, QObject* context, std::function<void(Diagnosis)> callback)
        : QObject(context)
        , m_http(http)
        , m_urls(std::move(urls))
        , m_callback(std::move(callback))
    {
        next();
    }
    ~Chain() override { m_call.abort(); }

private:
    void next()
    {
        if (m_urls.isEmpty()) {
            finish({ .trouble = {}, .kind = MediaKind::Playlist });
            return;
        }
        const QUrl url = m_urls.takeFirst();
        HttpRequest request { .url = url, .headers = { { "Range", "bytes=0-1023" } } };
        request.connectTimeout = request.silenceTimeout = 5s;
        request.maxBytes = 1024;
        request.keepPartialBody = true;
        m_call = m_http.send(request, this, [this, url](Result<HttpResponse> reply) {
            auto trouble = reply ? judgeReply(*reply, url) : std::make_optional(mediaError(reply.error(), url));
            if (trouble)
                finish({ .trouble = std::move(trouble), .kind = MediaKind::Playlist });
            else
                next();
        });
    }
    void finish(Diagnosis diagnosis)
    {
        deleteLater();
        if (const auto callback = std::exchange(m_callback, nullptr))
            callback(std::move(diagnosis));
    }

    Http& m_http;
    QList<QUrl> m_urls;
    std::function<void(Diagnosis)> m_callback;
    CallHandle m_call;
};

QList<QUrl> worthAsking(const Playlist& list, qint64 positionMs)
{
    QList<QUrl> urls;
    if (!list.variants.isEmpty())
        return { chooseVariant(list)->url };
    if (!list.keys.isEmpty())
        urls += list.keys.first().url;
    int taken = 0;
    for (const Playlist::Segment& segment : list.segments)
        if (segment.startMs + segment.durationMs > double(positionMs) && taken++ < segmentsAhead)
            urls += segment.url;
    return urls;
}

} // namespace

Error mediaError(Error error, const QUrl& url)
{
    if (error.host.isEmpty())
        error.host = hostOf(url);
    return error;
}

std::optional<Error> judgeReply(const HttpResponse& reply, const QUrl& url)
{
    Error error { .kind = ErrorKind::Media, .host = hostOf(url), .httpStatus = reply.status };
    if (reply.status >= 200 && reply.status < 300) {
        switch (sniffMedia(reply.body, reply.header("Content-Type"))) {
        case MediaKind::Empty:
            error.message = Playback::tr("The server answered with an empty file.");
            error.advice = Playback::tr("Choose another rendition; this one has to be made again.");
            return error;
        case MediaKind::WebPage:
            error.message = Playback::tr("The server answered with a web page in place of video.");
            error.advice =
                Playback::tr("Check the playback domain, and whether a proxy or a login page stands in between.");
            return error;
        case MediaKind::Xml:
            error.message = Playback::tr("The server answered with an XML document in place of video.");
            error.advice = Playback::tr("Choose an mp4 or HLS rendition.");
            return error;
        default:
            return std::nullopt;
        }
    }
    const OssError oss = readOssError(reply.body);
    error.code = oss.code;
    error.requestId =
        oss.requestId.isEmpty() ? QString::fromLatin1(reply.header("x-oss-request-id").left(100)) : oss.requestId;
    if (reply.status == 403 || reply.status == 401) {
        const bool expired = isExpired(url, oss);
        error.kind = expired ? ErrorKind::Expired : ErrorKind::Permission;
        error.message = expired ? Playback::tr("This link has expired.")
                                : Playback::tr("The server refuses this link (%1).")
                                      .arg(oss.code.isEmpty() ? QString::number(reply.status) : oss.code);
        error.advice = expired
            ? Playback::tr("Get the streams again for a new link.")
            : Playback::tr(
                "Get the streams again. If it happens again, check the referer and IP rules of the playback domain.");
    } else if (reply.status == 404 || reply.status == 410) {
        error.kind = ErrorKind::NotFound;
        error.message = looksLikePlaylist(url) || !url.path().endsWith(".ts"_L1)
            ? Playback::tr("There is no such file on the server any more (%1).").arg(reply.status)
            : Playback::tr("A part of this stream is missing on the server (%1).").arg(reply.status);
        error.advice = Playback::tr("Get the streams again, or choose another rendition.");
    } else if (reply.status >= 500 || reply.status == 429) {
        error.kind = reply.status == 429 ? ErrorKind::Throttled : ErrorKind::Service;
        error.message = Playback::tr("The media server failed (%1).").arg(reply.status);
        error.advice = Playback::tr("Try again in a moment.");
    } else {
        error.kind = ErrorKind::Protocol;
        error.message = Playback::tr("The media server gave an answer that no player can use (%1).").arg(reply.status);
        error.advice = Playback::tr("Check the playback domain.");
    }
    return error;
}

CallHandle diagnose(
    Http& http, const QUrl& url, qint64 positionMs, QObject* context, std::function<void(Diagnosis)> callback)
{
    const bool playlist = looksLikePlaylist(url);
    HttpRequest request { .url = url };
    // A playlist is read whole, like a player does; of anything else the head is enough.
    if (!playlist)
        request.headers = { { "Range", "bytes=0-" + QByteArray::number(headBytes - 1) } };
    request.maxBytes = playlist ? playlistBytes : headBytes;
    request.keepPartialBody = true;
    request.connectTimeout = request.silenceTimeout = 5s;

    // The whole errand hangs on one object, so that aborting it is deleting that.
    QPointer<QObject> errand = new QObject(context);
    const auto done = [errand, callback = std::move(callback)](Diagnosis diagnosis) {
        errand->deleteLater();
        callback(std::move(diagnosis));
    };
    auto call = http.send(request, errand, [&http, url, positionMs, errand, done](Result<HttpResponse> reply) {
        if (!reply) {
            done({ .trouble = mediaError(reply.error(), url) });
            return;
        }
        Diagnosis diagnosis { .trouble = judgeReply(*reply, url),
            .kind = sniffMedia(reply->body, reply->header("Content-Type")) };
        if (diagnosis.trouble || diagnosis.kind != MediaKind::Playlist || reply->truncated) {
            done(std::move(diagnosis));
            return;
        }
        const auto list = parsePlaylist(reply->body, reply->finalUrl);
        if (!list)
            done({ .trouble = mediaError(list.error(), url), .kind = MediaKind::Playlist });
        else
            new Chain(http, worthAsking(*list, positionMs), errand, done);
    });
    return CallHandle([errand, call]() mutable {
        call.abort();
        delete errand;
    });
}

} // namespace proofreel
