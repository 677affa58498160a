// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/report_writer.h"

#include <functional>
#include <stop_token>

namespace proofreel {

//! Gives results one after the other to \a add until that fails, and returns its failure or its own; blocks.
using ResultSource = std::function<Result<void>(const std::function<Result<void>(const AssetResult&)>& add)>;

//! Writes a whole report; blocks. \a planned: as CheckSummary. \a progress hears how many results are in it, after
//! each. Errors as ReportWriter; Cancelled once \a stop was asked for. Without success there is no report.
[[nodiscard]] Result<void> writeReport(const QString& path, const CheckQuestion& question, qint64 planned,
    const ResultSource& source, const std::stop_token& stop = {}, const std::function<void(qint64)>& progress = {});

} // namespace proofreel
