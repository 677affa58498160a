// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli_sandbox.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace proofreel::bench {

CliSandbox::~CliSandbox()
{
    m_process.terminate();
    m_process.waitForFinished(10'000);
}

bool CliSandbox::start(const QString& cli, const QStringList& options)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(cli, QStringList(u"sandbox"_s) + options);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(60'000))
            return false;
    }
    m_ready = QJsonDocument::fromJson(m_process.readLine()).object();
    return !m_ready.isEmpty();
}

QUrl CliSandbox::endpoint() const
{
    return QUrl(m_ready["endpoint"_L1].toString());
}

Credentials CliSandbox::credentials() const
{
    return { m_ready["accessKeyId"_L1].toString(), m_ready["accessKeySecret"_L1].toString(), {} };
}

qint64 CliSandbox::assets() const
{
    return m_ready["assets"_L1].toInteger();
}

QStringList CliSandbox::mediaIds() const
{
    QStringList ids;
    for (const QJsonValue& id : m_ready["mediaIds"_L1].toArray())
        ids += id.toString();
    return ids;
}

} // namespace proofreel::bench
