// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace proofreel {

//! Text for SearchQuery::match, and what a person should know of how it searches (translated; usually empty).
struct MatchText {
    QString text;
    QStringList notes;
};

//! Conditions that must all hold, as a Match expression of SearchMedia (help page "Media asset search filter
//! description"). Values come from outside and may hold anything: the page does not say how a quote inside a value is
//! written, so none is ever sent. A "contains" value is split at quotes, backslashes and control characters into
//! conditions that must all hold, which leaves no right answer out. Exact values that would need one are refused.
//! A blank value adds no condition. The first error sticks until build().
class MatchBuilder {
public:
    enum class Range { Open, Closed };

    MatchBuilder& titleContains(const QString& value);
    MatchBuilder& descriptionContains(const QString& value);
    MatchBuilder& tagIn(const QStringList& tags); //!< one of them
    MatchBuilder& mediaIdIs(const QString& mediaId);
    MatchBuilder& cateIdIs(qint64 cateId);
    MatchBuilder& statusIn(const QList<int>& numbers); //!< 0 init, 1 preparing, 2 failed, 3 normal, 10 and more
    //! "video", "audio", "image", "text". Without it the service searches video only; it refuses image beside others.
    MatchBuilder& mediaTypeIn(const QStringList& types);
    //! utcCreate in milliseconds since the epoch; nullopt: without that limit.
    MatchBuilder& createdBetween(std::optional<qint64> fromMs, std::optional<qint64> toMs, Range range = Range::Closed);
    //! One of \a alternatives holds; those without a condition do not count.
    MatchBuilder& anyOf(const QList<MatchBuilder>& alternatives);

    [[nodiscard]] bool isEmpty() const { return m_conditions.isEmpty() && !m_error; }
    //! Empty text: everything. InvalidRequest: a value that cannot be searched for, or more than 4096 characters.
    [[nodiscard]] Result<MatchText> build() const;

private:
    void contains(const QString& field, const QString& value);
    void oneOf(const QString& field, const QStringList& values);
    void refuse(const QString& message, const QString& advice);
    [[nodiscard]] QString joined() const;

    QStringList m_conditions;
    QStringList m_notes;
    std::optional<Error> m_error;
};

//! An expression that a person typed, with full-width punctuation and curly quotes outside the values made
//! half-width, as the service wants it.
[[nodiscard]] QString halfWidthMatch(const QString& expression);

} // namespace proofreel
