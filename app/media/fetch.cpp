// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/fetch.h"

#include "core/http_rules.h"
#include "core/network_error.h"
#include "media/blocking_http.h"
#include "media/playlist.h"
#include "media/range_reply.h"
#include "media/reachable.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace proofreel {

namespace {

struct MediaText {
    Q_DECLARE_TR_FUNCTIONS(Media)
};

constexpr int maxRedirects = 5;
constexpr qint64 errorBytes = 4096; // so that the reason of a refusal comes whole

HttpRequest requestOf(const Fetch& what)
{
    HttpRequest request { .url = what.url, .headers = what.headers };
    request.maxBytes = what.maxBytes;
    request.maxRedirects = 0; // each step is looked at here
    if (what.offset) {
        request.headers.append({ "Range",
            "bytes=" + QByteArray::number(*what.offset) + '-' + QByteArray::number(*what.offset + what.count - 1) });
        request.maxBytes = std::max(std::min(what.count, what.maxBytes), errorBytes);
        request.keepPartialBody = true; // a server may send all of it
    }
    return request;
}

bool isAllowed(const Fetch& what)
{
    return what.namedBy.isEmpty() ? isPlayableUrl(what.url) : mayFetch(what.url, what.namedBy, what.allowPrivateHosts);
}

// One of those under way.
struct Running {
    int number = 0;
    Fetch what;
    int redirects = 0;
};

class Fetcher {
public:
    Fetcher(Http& http, std::stop_token stop, TransferStats& stats,
        const std::function<void(int, const Result<HttpResponse>&)>& done)
        : m_stop(stop)
        , m_http(http, std::move(stop))
        , m_stats(stats)
        , m_done(done)
    {
    }

    void start(Running running)
    {
        if (!isAllowed(running.what)) {
            m_done(running.number, fail(refusedError(running.what.url)));
            return;
        }
        if (m_stop.stop_requested()) {
            m_done(running.number, fail({ .kind = ErrorKind::Cancelled }));
            return;
        }
        ++m_stats.requests;
        const int id = m_http.start(requestOf(running.what), running.what.deadline);
        m_running.emplace(id, std::move(running));
    }
    [[nodiscard]] int size() const { return int(m_running.size()); }

    void endOne()
    {
        const int id = m_http.waitAny().value_or(0);
        Result<HttpResponse> reply = m_http.wait(id);
        Running running = std::move(m_running.extract(id).mapped());
        if (!reply) {
            m_done(running.number, reply);
            return;
        }
        m_stats.bytesFetched += reply->body.size();
        if (running.what.offset && reply->status < 300 && reply->body.size() > running.what.count) {
            reply->body.truncate(running.what.count); // a server that sends all of it
            reply->truncated = true;
        }
        HttpRequest request = requestOf(running.what);
        request.maxRedirects = running.what.followRedirects ? maxRedirects : 0;
        const auto next = redirected(request, reply->status, reply->header("Location"), running.redirects);
        if (!next) {
            m_done(running.number, reply);
        } else if (!*next) {
            m_done(running.number, fail(next->error()));
        } else {
            running.what.url = (*next)->url;
            ++running.redirects;
            start(std::move(running));
        }
    }

private:
    std::stop_token m_stop;
    BlockingHttp m_http;
    TransferStats& m_stats;
    const std::function<void(int, const Result<HttpResponse>&)>& m_done;
    std::map<int, Running> m_running;
};

} // namespace

Error refusedError(const QUrl& url)
{
    if (!isPlayableUrl(url))
        return { .kind = ErrorKind::Unsupported,
            .code = url.scheme(),
            .message = MediaText::tr("It points to a URL that is neither http nor https (%1). It was not opened.")
                           .arg(url.scheme().left(40)) };
    return { .kind = ErrorKind::Unsupported,
        .message = MediaText::tr("It points to %1, an address inside a private network. It was not opened.")
                       .arg(hostAndPort(url)),
        .host = hostAndPort(url) };
}

void fetchAll(Http& http, int count, int atOnce, const std::function<Fetch(int)>& make,
    const std::function<void(int, const Result<HttpResponse>&)>& done, std::stop_token stop, TransferStats& stats)
{
    Fetcher fetcher(http, std::move(stop), stats, done);
    for (int next = 0; next < count || fetcher.size() > 0;) {
        if (next < count && fetcher.size() < atOnce) {
            fetcher.start({ .number = next, .what = make(next) });
            ++next;
        } else {
            fetcher.endOne();
        }
    }
}

Result<HttpResponse> fetch(Http& http, const Fetch& what, std::stop_token stop, TransferStats& stats)
{
    Result<HttpResponse> answer = fail({ .kind = ErrorKind::Cancelled });
    fetchAll(
        http, 1, 1, [&](int) { return what; }, [&](int, const Result<HttpResponse>& reply) { answer = reply; },
        std::move(stop), stats);
    return answer;
}

std::optional<qint64> wholeLength(const HttpResponse& reply)
{
    if (reply.status == 206) {
        const auto range = contentRange(reply);
        return range && range->total >= 0 ? std::optional(range->total) : std::nullopt;
    }
    bool ok = false;
    const qint64 length = reply.header("Content-Length").toLongLong(&ok);
    return ok && length >= 0 ? std::optional(length) : std::nullopt;
}

} // namespace proofreel
