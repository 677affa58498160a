// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/opened_batch.h"

#include <QDir>

namespace proofreel {

OpenedBatch beginBatch(const QString& folder, const BatchPlan& plan, const Policy& policy)
{
    OpenedBatch begun { .plan = plan, .policy = policy, .journal = {}, .rows = {}, .checkedAtMs = {}, .error = {} };
    if (const auto saved = plan.begin(folder); !saved) {
        begun.error = saved.error();
        return begun;
    }
    auto journal = Journal::open(QDir(folder).filePath(plan.journal), plan.question());
    if (journal)
        begun.journal = *std::move(journal);
    else
        begun.error = journal.error();
    return begun;
}

OpenedBatch readBatch(const QString& folder)
{
    OpenedBatch found {
        .plan = BatchPlan::load(folder), .policy = {}, .journal = {}, .rows = {}, .checkedAtMs = {}, .error = {}
    };
    if (!found.plan)
        return found;
    const auto policy = Policy::parse(found.plan->policyText, {});
    if (!policy) {
        found.error = policy.error();
        return found;
    }
    found.policy = *policy;
    auto journal = Journal::open(
        QDir(folder).filePath(found.plan->journal), found.plan->question(), [&found](const AssetResult& result) {
            found.rows.insert(result.sheet.mediaId, batchRowOf(result));
            const QDateTime& at = result.sheet.requestedAt;
            if (!found.plan->isFinished && at.isValid() && result.judgement.verdict != Verdict::Error)
                found.checkedAtMs.insert(result.sheet.mediaId, at.toMSecsSinceEpoch());
        });
    if (!journal) {
        found.error = journal.error();
        return found;
    }
    found.journal = *std::move(journal);
    // What nobody could answer is asked again, and so is what was to be checked again.
    found.rows.removeIf([&](const auto& row) {
        return found.plan->isFinished ? !found.journal->knows(row.key()) : !found.journal->has(row.key());
    });
    return found;
}

} // namespace proofreel
