// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/check_summary.h"

#include <memory>

namespace proofreel {

//! How a report looks, piece by piece, so that nobody holds all of it. Pieces are UTF-8 and hold no secret.
class ReportFormat {
public:
    virtual ~ReportFormat() = default;
    [[nodiscard]] virtual QByteArray head(const CheckSummary& summary) = 0; //!< before the assets
    [[nodiscard]] virtual QByteArray asset(const AssetResult& result) = 0;
    [[nodiscard]] virtual QByteArray tail(const CheckSummary& summary) = 0; //!< behind them
};

[[nodiscard]] std::unique_ptr<ReportFormat> htmlReport(const CheckQuestion& question);
//! The JSON of the contracts page: one document, schema in check_schema.json. head() needs no summary.
[[nodiscard]] std::unique_ptr<ReportFormat> jsonReport(const CheckQuestion& question);
//! A line per finding, and one for each asset without any. RFC 4180; no cell is a formula. head() needs no summary.
[[nodiscard]] std::unique_ptr<ReportFormat> csvReport(const CheckQuestion& question);
//! A test suite per asset, a test case per rendition and rule that was judged.
[[nodiscard]] std::unique_ptr<ReportFormat> junitReport(const CheckQuestion& question);

} // namespace proofreel
