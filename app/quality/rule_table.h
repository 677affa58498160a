// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/rule.h"

#include <span>

namespace proofreel {

//! A rule as it stands in the catalogue: texts not translated yet (context "Rule").
struct RuleRow {
    const char* id;
    Severity severity;
    std::optional<double> tolerance;
    const char* unit;
    bool deep;
    const char* title;
    const char* explanation;
    const char* source;
};

[[nodiscard]] std::span<const RuleRow> declaredRules();
[[nodiscard]] std::span<const RuleRow> fileRules(); //!< container and decoded
[[nodiscard]] std::span<const RuleRow> ladderRules();
[[nodiscard]] std::span<const RuleRow> hlsRules();
[[nodiscard]] std::span<const RuleRow> deliveryRules();
[[nodiscard]] std::span<const RuleRow> signalRules(); //!< and reference

//! Nullptr: no such rule.
[[nodiscard]] const RuleRow* ruleRow(const QString& id);
[[nodiscard]] const QStringList& ruleIds(); //!< in the order of the catalogue

} // namespace proofreel
