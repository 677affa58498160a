// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playback/diagnosis.h"

#include "core/network_error.h"
#include "ims/play_url.h"
#include "media/playlist.h"
#include "media/reply_trouble.h"

#include <QPointer>

#include <chrono>
#include <utility>

namespace proofreel {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 headBytes = 64 * 1024;
constexpr qint64 playlistBytes = 4 * 1024 * 1024;
constexpr int segmentsAhead = 3; // backends fetch ahead of what they show

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
        error.host = hostAndPort(url);
    return error;
}

std::optional<Error> judgeReply(const HttpResponse& reply, const QUrl& url)
{
    return replyTrouble(reply, url, saysItIsOver(url, QDateTime::currentDateTimeUtc()));
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
