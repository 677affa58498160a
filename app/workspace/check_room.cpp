// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/check_room.h"

#include "quality/host_pool.h"
#include "workspace/local_memory.h"

#include <QThread>

#include <algorithm>

namespace proofreel {

namespace {

// Reading headers waits for the network, not for the processor.
std::unique_ptr<HostPool> makePool()
{
    return std::make_unique<HostPool>(std::max(4, QThread::idealThreadCount()));
}

std::unique_ptr<AssetCheck> makeCheck(Client& client, HostPool& pool, Http& http)
{
    return std::make_unique<AssetCheck>(client, pool, measuringWith(http), picturesWith(http));
}

} // namespace

CheckRoom::CheckRoom(Client& client, Http& http, const AssetSession& session, const Clock& clock, QSettings& settings,
    LocalMemory& memory)
    : m_policy(settings)
    , m_draft(m_policy, settings)
    , m_pool(makePool())
    , m_batchPool(makePool())
    , m_check(makeCheck(client, *m_pool, http))
    , m_batchCheck(makeCheck(client, *m_batchPool, http))
    , m_session(std::make_unique<CheckSession>(session, *m_check, m_policy, clock))
    , m_batch(std::make_unique<BatchDesk>(client, *m_batchPool, *m_batchCheck, m_policy, clock))
    , m_comparison(std::make_unique<CheckComparison>(*m_session, session, memory.checks()))
{
    QObject::connect(m_batch.get(), &BatchDesk::checked, &memory.checks(),
        [this, &memory](const AssetResult& result) { memory.checks().keep(result, m_batch->policy()); });
    // Killed between its journal and the history, the program has an asset in the one and not in the other.
    QObject::connect(m_batch.get(), &BatchDesk::recalled, &memory.checks(),
        [this, &history = memory.checks()](const QHash<QString, qint64>& checkedAtMs) {
            BatchDesk* desk = m_batch.get();
            history.findLacking(checkedAtMs, desk, [desk, &history](const QStringList& lacking) {
                for (const QString& id : lacking)
                    desk->read(id, desk, [desk, &history, account = history.account()](const auto& result) {
                        if (result && account == history.account())
                            history.keep(*result, desk->policy());
                    });
            });
        });
}

CheckRoom::~CheckRoom()
{
    m_comparison.reset();
    m_batch.reset();
    m_session.reset();
    m_batchCheck.reset();
    m_check.reset();
}

} // namespace proofreel
