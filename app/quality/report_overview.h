// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/asset_result.h"

namespace proofreel {

//! What stands on top of an HTML report for who reads nothing else: the rules that fail most and the assets to begin
//! with. Knows no more than that of the assets it was given, however many they are.
class ReportOverview {
public:
    explicit ReportOverview(Severity failAt); //!< as Policy
    //! \a anchor: the id of its place in the report.
    void add(const AssetResult& result, const QString& anchor);
    [[nodiscard]] QString html() const; //!< empty if nothing fails and nothing warns

private:
    struct RuleCount {
        QString rule;
        Severity worst = Severity::Off;
        qint64 assets = 0, findings = 0;
    };
    struct Asset {
        QString anchor, title;
        Verdict verdict = Verdict::Pass;
        qint64 failing = 0; //!< findings that make it fail
    };
    void keep(Asset asset);
    [[nodiscard]] QString rulesTable() const;
    [[nodiscard]] QString assetsList() const;

    const Severity m_failAt;
    QHash<QString, RuleCount> m_rules;
    QList<Asset> m_first; //!< the first to look at, in that order
    qint64 m_needWork = 0; //!< assets that failed or could not be checked
};

} // namespace proofreel
