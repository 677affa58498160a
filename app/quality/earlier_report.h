// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/check_summary.h"
#include "quality/history.h"

#include <QHash>

namespace proofreel {

//! A JSON report of an earlier check as the reference of a new one. Keeps what history keeps of each asset, packed.
//! Immutable once loaded; any thread.
class EarlierReport {
public:
    //! InvalidRequest for what is no such report or larger than 512 MiB, Io where it cannot be read. Blocks.
    [[nodiscard]] static Result<EarlierReport> load(const QString& path);

    //! nullopt where there is nothing to compare: one of the two has not this asset, or could not check it.
    //! \a policyMark is that of the new check.
    [[nodiscard]] std::optional<CheckChanges> changesSince(const AssetResult& result, const QString& policyMark) const;
    [[nodiscard]] QDateTime at() const { return m_at; } //!< UTC, when it ended; invalid: it does not say

private:
    QHash<QString, QByteArray> m_assets; // by MediaId
    QDateTime m_at;
    QString m_policyMark; // empty: of an older program, which did not say
};

//! Of what \a question asks to compare with; nullopt where it asks nothing.
[[nodiscard]] std::optional<CheckChanges> changesSince(const CheckQuestion& question, const AssetResult& result);

} // namespace proofreel
