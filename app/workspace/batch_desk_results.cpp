// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How far a batch is and what it has found, for those who look at it.

#include "core/delivery.h"
#include "quality/history.h"
#include "workspace/batch_desk.h"

namespace proofreel {

bool BatchDesk::isActive() const
{
    return m_state == State::Opening || m_state == State::Running || m_state == State::Paused;
}

bool BatchDesk::isUnfinished() const
{
    return m_state != State::Empty && m_state != State::Finished
        && !(m_state == State::Remembered && m_plan.isFinished);
}

bool BatchDesk::isAllChecked() const
{
    return m_model.checkedCount() == m_model.rowCount();
}

BatchProgress BatchDesk::progress() const
{
    BatchProgress progress = m_batch ? m_batch->progress() : BatchProgress();
    progress.planned = m_plan.mediaIds.size();
    progress.done = m_model.checkedCount();
    return progress;
}

CallHandle BatchDesk::read(const QString& mediaId, QObject* context, std::function<void(Result<AssetResult>)> callback)
{
    const auto answer = Delivery<Result<AssetResult>>::to(context, std::move(callback));
    m_disk.start([journal = m_journal, mediaId, answer] {
        if (answer->isOpen())
            answer->deliver(
                journal ? journal->read(mediaId) : Result<AssetResult>(fail({ .kind = ErrorKind::NotFound })));
    });
    return CallHandle([answer] { answer->cancel(); });
}

ResultSource BatchDesk::results() const
{
    using Kind = BatchModel::Kind;
    return [journal = m_journal, ids = m_model.idsOf({ Kind::Pass, Kind::Warn, Kind::Fail, Kind::Error })](
               const std::function<Result<void>(const AssetResult&)>& add) -> Result<void> {
        for (const QString& id : ids) {
            const auto result = journal->read(id);
            if (!result)
                return fail(result.error());
            if (const auto added = add(*result); !added)
                return added;
        }
        return {};
    };
}

CheckQuestion BatchDesk::question() const
{
    return { .policy = m_plan.policyTitle,
        .policyMark = policyMark(m_policy),
        .failAt = m_policy.failAt(),
        .deep = m_plan.deep,
        .reference = m_plan.reference.kind == Reference::Kind::None ? QString() : m_plan.reference.title(),
        .startedAt = m_plan.startedAt,
        .tool = {} };
}

} // namespace proofreel
