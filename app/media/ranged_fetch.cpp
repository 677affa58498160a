// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/ranged_fetch.h"

#include "core/http_rules.h"
#include "media/fetch.h"
#include "media/reachable.h"

namespace proofreel {

namespace {

constexpr int maxRedirects = 5;

}

RangedFetch::RangedFetch(Http& http, QUrl url, std::stop_token stop, const RangedReader::Limits& limits)
    : m_http(http, std::move(stop), limits.deadline)
    , m_start(std::move(url))
    , m_url(m_start)
    , m_allowPrivateHosts(limits.allowPrivateHosts)
{
}

void RangedFetch::start(qint64 offset, qint64 length)
{
    abandon();
    m_offset = offset;
    m_length = length;
    m_request.headers = { { "Range",
        "bytes=" + QByteArray::number(offset) + '-' + QByteArray::number(offset + length - 1) } };
    send();
}

void RangedFetch::startWhole(qint64 length)
{
    abandon();
    m_offset = 0;
    m_length = length;
    m_request.headers = {};
    send();
}

void RangedFetch::send()
{
    m_request.url = m_url;
    m_request.headers.append(qMakePair(QByteArray("Accept-Encoding"), QByteArray("identity")));
    m_request.maxBytes = m_length;
    m_request.keepPartialBody = true; // of a server that ignores ranges the start is what was wanted
    m_request.maxRedirects = 0; // each step is looked at here
    ++m_stats.requests;
    m_id = m_http.start(m_request);
}

Result<HttpResponse> RangedFetch::wait()
{
    for (int followed = 0;; ++followed) {
        auto reply = m_http.wait(std::exchange(m_id, 0));
        if (!reply)
            return reply;
        m_stats.bytesFetched += reply->body.size();
        HttpRequest request = m_request;
        request.maxRedirects = maxRedirects;
        const auto next = redirected(request, reply->status, reply->header("Location"), followed);
        if (!next)
            return reply;
        if (!*next)
            return fail(next->error());
        m_url = (*next)->url;
        if (!mayFetch(m_url, m_start, m_allowPrivateHosts))
            return fail(refusedError(m_url));
        m_request.url = m_url;
        ++m_stats.requests;
        m_id = m_http.start(m_request);
    }
}

void RangedFetch::abandon()
{
    if (m_id == 0)
        return;
    m_stats.bytesFetched += m_length;
    m_http.abort(std::exchange(m_id, 0));
}

bool RangedFetch::covers(qint64 offset) const
{
    return m_id != 0 && offset >= m_offset && offset < m_offset + m_length;
}

} // namespace proofreel
