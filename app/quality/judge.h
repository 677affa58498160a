// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/finding.h"
#include "quality/policy.h"
#include "quality/sheet.h"

namespace proofreel {

struct Judgement {
    QList<Finding> findings; //!< by rendition in the order of the sheet, the ladder's last; worst first within
    Verdict verdict = Verdict::Pass;
    //! For a matrix: which rules were judged for a rendition (key; empty: the ladder), found or not.
    QHash<QString, QStringList> judged;
};

//! Pure: the same sheet and policy give the same findings. \a now (UTC) is for the life of links. Any thread.
[[nodiscard]] Judgement judge(const AssetSheet& sheet, const Policy& policy, const QDateTime& now);

} // namespace proofreel
