// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/check_room.h"

#include "quality/host_pool.h"

#include <QThread>

#include <algorithm>

namespace proofreel {

CheckRoom::CheckRoom(Client& client, Http& http, const AssetSession& session, const Clock& clock, QSettings& settings)
    : m_policy(settings)
    // Reading headers waits for the network, not for the processor.
    , m_pool(std::make_unique<HostPool>(std::max(4, QThread::idealThreadCount())))
    , m_check(std::make_unique<AssetCheck>(client, *m_pool,
          [&http](const QString& mediaId, const StreamKey& key, const PlayInfo& info, const MeasureOptions& options,
              std::stop_token stop, const std::function<void(double)>& progress) {
              return measureStream(http, mediaId, key, info, options, std::move(stop), progress);
          }))
    , m_session(std::make_unique<CheckSession>(session, *m_check, m_policy, clock))
{
}

CheckRoom::~CheckRoom()
{
    m_session.reset();
    m_check.reset();
}

} // namespace proofreel
