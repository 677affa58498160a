// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/policy.h"

namespace proofreel {

// Changes to a policy's text that leave all else as it stands: comments, order, overrides. Where a text is written in a
// way that cannot be changed in place, it is written anew by policyText() first, which keeps what it says and loses its
// comments. \a text must be a valid policy, and what is returned is one.

//! Sets severity and tolerance of a rule, for all assets. InvalidRequest: no such rule, or out of range.
[[nodiscard]] Result<QByteArray> policyTextWithRule(
    const QByteArray& text, const QString& rule, const RuleSetting& setting);
//! Sets a key: of \a table, or at the top where that is empty ("name", "fail_at"). \a literal: as TOML writes it;
//! empty: takes the key out. InvalidRequest: the value is not allowed there; the message names no line.
[[nodiscard]] Result<QByteArray> policyTextWithValue(
    const QByteArray& text, const QString& table, const QString& key, const QString& literal);

} // namespace proofreel
