// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/asset_result.h"

#include <QJsonObject>

#include <array>
#include <memory>

namespace proofreel {

class EarlierReport;

//! What was asked, for the head of a report.
struct CheckQuestion {
    QString policy; //!< its name
    QString policyMark; //!< policyMark(); empty: not said
    Severity failAt = Severity::Error;
    bool deep = false;
    QString reference; //!< Reference::title(); empty: none
    QDateTime startedAt; //!< UTC
    QString tool; //!< "Proofreel 0.1.0"
    std::shared_ptr<const EarlierReport> since; //!< what to compare with; nullptr: nothing
};

//! Counts over the assets of a check.
struct CheckSummary {
    qint64 assets = 0, streams = 0;
    std::array<qint64, 4> verdicts {}; //!< by Verdict
    std::array<qint64, 4> findings {}; //!< by Severity
    qint64 bytesFetched = 0, requests = 0;
    qint64 planned = 0; //!< assets that were to be checked; more than assets: it was stopped before
    QDateTime finishedAt; //!< UTC

    void add(const AssetResult& result);
    [[nodiscard]] qint64 of(Verdict verdict) const { return verdicts.at(size_t(verdict)); }
    [[nodiscard]] qint64 of(Severity severity) const { return findings.at(size_t(severity)); }
    [[nodiscard]] bool isComplete() const { return assets >= planned; }
    //! The "summary" of the contracts page.
    [[nodiscard]] QJsonObject toJson(const CheckQuestion& question) const;
};

} // namespace proofreel
