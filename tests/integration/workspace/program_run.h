// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/check_room.h"
#include "workspace/local_memory.h"
#include "workspace/workspace.h"

#include <QTest>

namespace proofreel::test {

//! The program with one account that is kept, without its window.
struct ProgramRun {
    ProgramRun(const QString& endpoint, const QString& keyId, const QString& keySecret)
    {
        (void)workspace.memory();
        (void)workspace.checks();
        Accounts& accounts = workspace.accounts();
        const QList<Profile> known = accounts.profiles();
        if (!known.isEmpty()) {
            workspace.chooseAccount(known.first().id);
            return;
        }
        const Profile profile { {}, QStringLiteral("Studio"), {}, endpoint, {} };
        accounts.save(profile, { keyId, keySecret, {} }, &workspace,
            [this](const Result<Profile>& saved) { workspace.chooseAccount(saved ? saved->id : QString()); });
    }
    bool isReady()
    {
        const auto ready = [this] { return workspace.isConnected() && !workspace.memory().account().isEmpty(); };
        return QTest::qWaitFor(ready, 20'000);
    }
    //! Waits until the store has done all that was asked of it, and its answers are here.
    bool settle()
    {
        bool done = false;
        workspace.memory().store().ask<int>(
            workspace.memory().account(), [](LocalDb&) { return Result<int>(0); }, &workspace,
            [&done](const Result<int>&) { done = true; });
        return QTest::qWaitFor([&done] { return done; }, 20'000);
    }
    //! Newest first.
    QList<PastCheck> history(const QString& mediaId)
    {
        std::optional<QList<PastCheck>> found;
        workspace.memory().checks().read(
            mediaId, &workspace, [&found](const QList<PastCheck>& checks) { found = checks; });
        (void)QTest::qWaitFor([&found] { return found.has_value(); }, 20'000);
        return found.value_or(QList<PastCheck>());
    }
    BatchDesk& desk() { return workspace.checks().batch(); }

    Workspace workspace { {} };
};

} // namespace proofreel::test
