// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/ranged_fetch.h"

namespace proofreel {

RangedFetch::RangedFetch(Http& http, QUrl url, std::stop_token stop, std::chrono::milliseconds deadline)
    : m_http(http, std::move(stop), deadline)
    , m_url(std::move(url))
{
}

void RangedFetch::start(qint64 offset, qint64 length)
{
    abandon();
    m_offset = offset;
    m_length = length;
    send({ { "Range", "bytes=" + QByteArray::number(offset) + '-' + QByteArray::number(offset + length - 1) } });
}

void RangedFetch::startWhole(qint64 length)
{
    abandon();
    m_offset = 0;
    m_length = length;
    send({});
}

void RangedFetch::send(HttpHeaders headers)
{
    HttpRequest request { .url = m_url, .headers = std::move(headers) };
    request.headers.append(qMakePair(QByteArray("Accept-Encoding"), QByteArray("identity")));
    request.maxBytes = m_length;
    request.keepPartialBody = true; // of a server that ignores ranges the start is what was wanted
    ++m_stats.requests;
    m_id = m_http.start(request);
}

Result<HttpResponse> RangedFetch::wait()
{
    auto reply = m_http.wait(std::exchange(m_id, 0));
    if (reply)
        m_stats.bytesFetched += reply->body.size();
    return reply;
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
