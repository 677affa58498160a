// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/run_state.h"

#include <QLocale>
#include <QUuid>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

Faults RunState::faults() const
{
    const std::lock_guard lock(m_mutex);
    return m_faults;
}

void RunState::setFaults(const Faults& faults)
{
    const std::lock_guard lock(m_mutex);
    m_faults = faults;
}

qint64 RunState::nowMs() const
{
    return QDateTime::currentMSecsSinceEpoch() + qint64(faults().clockSkewS) * 1000;
}

std::string RunState::httpDate() const
{
    return QLocale::c()
        .toString(QDateTime::fromMSecsSinceEpoch(nowMs(), Qt::UTC), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s)
        .toStdString();
}

void RunState::log(const QString& line)
{
    const std::lock_guard lock(m_mutex);
    m_log.append(line);
    if (m_log.size() > 10'000)
        m_log.remove(0, 1'000);
}

QStringList RunState::log() const
{
    const std::lock_guard lock(m_mutex);
    return m_log;
}

QString newRequestId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toUpper();
}

} // namespace proofreel::sandbox
