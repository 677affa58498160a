// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/policy.h"

#include <span>

namespace proofreel {

//! A number of a policy file, outside of its rules.
struct PolicyNumber {
    const char* table;
    const char* key;
    double PolicySettings::*member;
    double factor; //!< from the file's unit to the member's
    double least, most; //!< in the file's unit
    const char* comment; //!< for a file that is written; English, as the keys are
};

//! A list of names.
struct PolicyNames {
    const char* table;
    const char* key;
    QStringList PolicySettings::*member;
    const char* comment;
};

[[nodiscard]] std::span<const PolicyNumber> policyNumbers();
[[nodiscard]] std::span<const PolicyNames> policyNames();
[[nodiscard]] const QStringList& policyTables(); //!< "ladder", "audio"… in the order of a file; not "rules"
[[nodiscard]] QStringList policyKeys(const QString& table);

inline constexpr int kMostChannels = 64;
//! The range of a tolerance by its unit.
[[nodiscard]] std::pair<double, double> toleranceRange(const QString& unit);
//! The key that says that a member of an override is set.
[[nodiscard]] QString policyKey(const char* table, const char* key);

//! Puts those members of \a from that \a keys name over \a settings.
void overlay(PolicySettings& settings, const PolicySettings& from, const QStringList& keys);

} // namespace proofreel
