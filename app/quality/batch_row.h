// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/asset_result.h"

namespace proofreel {

//! What a list of many assets keeps of each: little, whatever the check has found.
struct BatchRow {
    enum class State { Waiting, Checking, Checked };
    State state = State::Waiting;
    Verdict verdict = Verdict::Pass; //!< of a checked one
    QString title; //!< empty until known
    QString worst; //!< a sentence of at most kLongest characters: its worst finding, or why it could not be checked
    int renditions = 0, failures = 0, warnings = 0;
    qint64 elapsedMs = 0; //!< spent with its renditions, all added up

    static constexpr qsizetype kLongest = 240;
};

[[nodiscard]] BatchRow batchRowOf(const AssetResult& result); //!< Checked; any thread

} // namespace proofreel
