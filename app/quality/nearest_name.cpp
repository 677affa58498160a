// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/nearest_name.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace proofreel {

namespace {

//! Letters to insert, remove or replace (Levenshtein).
qsizetype distance(const QString& left, const QString& right)
{
    std::vector<qsizetype> row(static_cast<size_t>(right.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < left.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (size_t j = 1; j < row.size(); ++j) {
            const qsizetype replaced = diagonal + (left[i] == right[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({ replaced, row[j] + 1, row[j - 1] + 1 });
        }
    }
    return row.back();
}

} // namespace

QString nearestName(const QString& name, const QStringList& known)
{
    if (name.size() > 100)
        return {};
    QString best;
    qsizetype least = std::max<qsizetype>(2, name.size() / 3) + 1;
    for (const QString& candidate : known) {
        const qsizetype steps = distance(name.toLower(), candidate.toLower());
        if (steps < least) {
            least = steps;
            best = candidate;
        }
    }
    return best;
}

} // namespace proofreel
