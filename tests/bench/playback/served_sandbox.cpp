// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "served_sandbox.h"

#include <QEventLoop>

#include <cstdio>

namespace proofreel::bench {

bool ServedSandbox::start(const QString& cli)
{
    if (!m_sandbox.start(cli))
        return false;
    Client client(http, m_clock);
    client.setAccount({ .credentials = m_sandbox.credentials(), .endpoint = m_sandbox.endpoint() });
    QEventLoop loop;
    client.getPlayInfo({ .mediaId = m_sandbox.mediaIds().value(0) }, &loop, [&](const Result<PlayInfoReply>& reply) {
        if (reply)
            m_streams = reply->playInfoList;
        else
            std::fprintf(stderr, "%s\n", qPrintable(reply.error().details()));
        loop.quit();
    });
    loop.exec();
    return !m_streams.isEmpty();
}

PlaySource ServedSandbox::stream(const QString& format, int height) const
{
    for (const PlayInfo& info : m_streams)
        if (info.format == format && info.height == height && info.encrypt.value_or(0) == 0)
            return { .url = QUrl(info.playUrl),
                .key = {},
                .title = info.definition,
                .declaredDurationMs = qint64(info.duration.value_or(0) * 1000),
                .declaredFps = info.fps.value_or(0) };
    return {};
}

} // namespace proofreel::bench
