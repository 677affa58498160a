// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/batch_row.h"
#include "quality/journal.h"
#include "workspace/batch_plan.h"

#include <memory>

namespace proofreel {

//! A batch with its journal, as the disk has it. The functions block.
struct OpenedBatch {
    std::optional<BatchPlan> plan; //!< nullopt: there is none
    Policy policy;
    std::shared_ptr<Journal> journal; //!< null if there is an error
    QHash<QString, BatchRow> rows; //!< of those that need not be checked (again)
    //! When those of an unfinished one were checked whose results say something of their assets: ms since the epoch,
    //! by MediaId. The program may have been ended before anything else was told of them.
    QHash<QString, qint64> checkedAtMs;
    std::optional<Error> error;
};

//! Puts that plan in the place of the one before and makes its journal.
[[nodiscard]] OpenedBatch beginBatch(const QString& folder, const BatchPlan& plan, const Policy& policy);
//! The one that is there, with what is in its journal; memory grows with the number of results only.
[[nodiscard]] OpenedBatch readBatch(const QString& folder);

} // namespace proofreel
