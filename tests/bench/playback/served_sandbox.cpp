// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "served_sandbox.h"

#include "sandbox/server.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <cstring>

namespace proofreel::bench {

using namespace Qt::StringLiterals;

bool ServedSandbox::served(int argc, char** argv)
{
    if (argc < 2 || std::strcmp(argv[1], "--serve") != 0)
        return false;
    QCoreApplication application(argc, argv);
    sandbox::Server server({});
    if (const auto trouble = server.start()) {
        std::fprintf(stderr, "%s\n", qPrintable(*trouble));
        return true;
    }
    std::printf("%s\n", server.readyLine().trimmed().constData());
    std::fflush(stdout);
    while (std::getchar() != EOF) // until the parent goes
        ;
    return true;
}

ServedSandbox::~ServedSandbox()
{
    m_process.closeWriteChannel(); // its end
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(5000))
        m_process.kill();
    m_process.waitForFinished(1000);
}

bool ServedSandbox::start()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationFilePath(), { u"--serve"_s });
    while (!m_process.canReadLine())
        if (!m_process.waitForReadyRead(15'000))
            return false;
    const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
    Client client(http, m_clock);
    client.setAccount({ .credentials = { .accessKeyId = ready[u"accessKeyId"].toString(),
                            .accessKeySecret = ready[u"accessKeySecret"].toString(),
                            .securityToken = {} },
        .endpoint = QUrl(ready[u"endpoint"].toString()) });
    QEventLoop loop;
    client.getPlayInfo(
        { .mediaId = ready[u"mediaIds"].toArray().first().toString() }, &loop, [&](Result<PlayInfoReply> reply) {
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
