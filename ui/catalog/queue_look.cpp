// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/catalog/queue_look.h"

#include "catalog/review_queue.h"

using namespace Qt::StringLiterals;

namespace proofreel {

RowLook queueLook(const QModelIndex& index)
{
    RowLook look;
    look.title = index.data(ReviewQueue::TitleRole).toString();
    look.isId = look.title.isEmpty();
    if (look.isId)
        look.title = index.data(ReviewQueue::IdRole).toString();
    look.isCurrent = index.data(ReviewQueue::CurrentRole).toBool();
    switch (ReviewQueue::Shown(index.data(ReviewQueue::StateRole).toInt())) {
    case ReviewQueue::Shown::Waiting:
        look.icon = u"circle"_s;
        look.tone = Theme::Tone::Neutral;
        break;
    case ReviewQueue::Shown::Current:
        look.icon = u"play"_s;
        look.tone = Theme::Tone::Accent;
        break;
    case ReviewQueue::Shown::Done:
        look.icon = u"check"_s;
        look.tone = Theme::Tone::Pass;
        break;
    case ReviewQueue::Shown::Failed:
        look.icon = u"error"_s;
        look.tone = Theme::Tone::Failure;
        look.detail = index.data(ReviewQueue::ReasonRole).toString();
        break;
    }
    return look;
}

} // namespace proofreel
