// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/batch_desk.h"
#include "workspace/check_comparison.h"
#include "workspace/check_session.h"
#include "workspace/policy_draft.h"

namespace proofreel {

class AssetSession;
class Client;
class Http;
class LocalMemory;

//! All that checks assets, wired together: for the window. GUI thread.
class CheckRoom final {
    Q_DISABLE_COPY_MOVE(CheckRoom)
public:
    CheckRoom(Client& client, Http& http, const AssetSession& session, const Clock& clock, QSettings& settings,
        LocalMemory& memory);
    ~CheckRoom(); //!< stops what is under way, and waits for the threads to see it

    [[nodiscard]] PolicyChoice& policy() { return m_policy; }
    [[nodiscard]] PolicyDraft& draft() { return m_draft; }
    [[nodiscard]] CheckSession& session() { return *m_session; }
    [[nodiscard]] BatchDesk& batch() { return *m_batch; }
    [[nodiscard]] CheckComparison& comparison() { return *m_comparison; }
    [[nodiscard]] HostPool& pool() { return *m_pool; }
    [[nodiscard]] AssetCheck& check() { return *m_check; }

private:
    PolicyChoice m_policy;
    PolicyDraft m_draft;
    std::unique_ptr<HostPool> m_pool, m_batchPool;
    std::unique_ptr<AssetCheck> m_check, m_batchCheck;
    std::unique_ptr<CheckSession> m_session;
    std::unique_ptr<BatchDesk> m_batch;
    std::unique_ptr<CheckComparison> m_comparison;
};

} // namespace proofreel
