// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/match_expression.h"

#include <QList>

namespace proofreel::sandbox {

enum class MatchKind { And, Or, Exact, Contains, In, Open, Closed };

struct MatchExpression::Node {
    MatchKind kind = MatchKind::And;
    QString field;
    QStringList values; //!< of a comparison; two for a range
    QList<qint64> numbers; //!< the same, of a numeric field
    QList<std::shared_ptr<const Node>> children; //!< of And and Or

    [[nodiscard]] bool matches(const SearchDocument& document) const;
    [[nodiscard]] bool mentions(QStringView name) const;
    [[nodiscard]] QStringList valuesOf(QStringView name) const;
};

//! Which kinds of comparison a field knows; 0 for an unknown field.
enum MatchSupport : unsigned { NoField = 0, ExactMatch = 1, FuzzyMatch = 2, MultiMatch = 4, RangeMatch = 8 };
[[nodiscard]] unsigned matchSupport(QStringView field);
[[nodiscard]] QStringList matchFields(); //!< all names
[[nodiscard]] QString matchForms(QStringView field); //!< "== 'value', in ('a','b')": to be read by a person
[[nodiscard]] bool isNumericField(QStringView field);

} // namespace proofreel::sandbox
