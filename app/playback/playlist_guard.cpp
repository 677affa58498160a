// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playback/playlist_guard.h"

#include "media/playlist.h"
#include "playback/diagnosis.h"
#include "playback/texts.h"

#include <QPointer>

#include <chrono>
#include <utility>

namespace proofreel {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class Guard final : public QObject {
public:
    Guard(Http& http, const QUrl& url, QObject* context, std::function<void(Result<QUrl>)> callback)
        : QObject(context)
        , m_http(http)
        , m_answer(url)
        , m_callback(std::move(callback))
    {
        fetch(url, [this](const Playlist& list, const QUrl& base) { readFirst(list, base); });
    }
    ~Guard() override { m_call.abort(); }

private:
    using Reader = std::function<void(const Playlist&, const QUrl&)>;

    void fetch(const QUrl& url, Reader reader)
    {
        HttpRequest request { .url = url };
        request.maxBytes = 4LL * 1024 * 1024;
        request.connectTimeout = 8s;
        request.silenceTimeout = 8s;
        m_call = m_http.send(request, this, [this, url, reader = std::move(reader)](Result<HttpResponse> reply) {
            if (!reply) {
                finish(fail(mediaError(reply.error(), url)));
            } else if (auto trouble = judgeReply(*reply, url)) {
                finish(fail(std::move(*trouble)));
            } else if (auto list = parsePlaylist(reply->body, reply->finalUrl); !list) {
                finish(fail(mediaError(list.error(), url)));
            } else {
                reader(*list, reply->finalUrl);
            }
        });
    }

    void readFirst(const Playlist& list, const QUrl& base)
    {
        if (list.variants.isEmpty()) {
            // Hand on what was checked, not what redirected there.
            m_answer = base;
            finish(m_answer);
            return;
        }
        const Playlist::Variant& variant = *chooseVariant(list);
        m_left = { variant.url };
        m_answer = variant.url;
        for (const Playlist::Rendition& rendition : list.renditions) {
            const bool ownSound = rendition.type == "AUDIO"_L1 && rendition.group == variant.audioGroup;
            if (!ownSound || rendition.url.isEmpty())
                continue;
            m_answer = base;
            m_left += rendition.url;
            break;
        }
        readNext();
    }

    void readNext()
    {
        if (m_left.isEmpty()) {
            finish(m_answer);
            return;
        }
        fetch(m_left.takeFirst(), [this](const Playlist& list, const QUrl& base) {
            if (!list.variants.isEmpty()) {
                finish(fail(
                    mediaError({ .kind = ErrorKind::Protocol,
                                   .message = Playback::tr("The playlist leads to a playlist of playlists, again.") },
                        base)));
                return;
            }
            readNext();
        });
    }

    void finish(Result<QUrl> result)
    {
        deleteLater();
        if (const auto callback = std::exchange(m_callback, nullptr))
            callback(std::move(result));
    }

    Http& m_http;
    QUrl m_answer;
    QList<QUrl> m_left;
    std::function<void(Result<QUrl>)> m_callback;
    CallHandle m_call;
};

} // namespace

CallHandle guardPlaylist(Http& http, const QUrl& url, QObject* context, std::function<void(Result<QUrl>)> callback)
{
    QPointer<QObject> guard = new Guard(http, url, context, std::move(callback));
    return CallHandle([guard] { delete guard; });
}

} // namespace proofreel
