// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/asset_query.h"

#include <functional>

namespace proofreel {

//! The id of a category by its name, if it is known.
using CategoryLookup = std::function<std::optional<qint64>(const QString& name)>;

//! One piece of what stands in the search field: a word, a "quoted phrase", or field:value.
struct SearchToken {
    qsizetype start = 0, length = 0; //!< in the text
    QString field; //!< tag, cat, status, type, source, after, before, id; empty: a plain word
    QString value; //!< without quotes
};

//! At most 200 tokens of the first 4,096 characters. What looks like an unknown field is a plain word.
[[nodiscard]] QList<SearchToken> searchTokens(const QString& text);

//! What the text asks, on top of \a base; what the text says outweighs that. after: and before: take a day
//! (2026-11-24, today, yesterday) or a time back from \a now (7d, 12h); both are exclusive of nothing that a person
//! would count in: after:2026-11-24 begins with that day, before:2026-11-24 ends with the day before.
//! InvalidRequest, with the piece that is wrong in its message.
[[nodiscard]] Result<AssetQuery> parseSearchText(const QString& text, const AssetQuery& base,
    const CategoryLookup& categories, const QDateTime& now = QDateTime::currentDateTime());

//! The text without its tokens of that field.
[[nodiscard]] QString withoutField(const QString& text, QStringView field);
//! "field:value", quoted where it has to be.
[[nodiscard]] QString fieldText(const QString& field, const QString& value);

//! What may come next at the cursor: whole tokens that can replace the one under it.
struct SearchCompletion {
    qsizetype start = 0, length = 0; //!< the piece of the text that a choice replaces
    QStringList choices;
};
//! \a tags and \a categories: names that are known here. At most 20 choices.
[[nodiscard]] SearchCompletion completeSearch(
    const QString& text, qsizetype cursor, const QStringList& tags, const QStringList& categories);

} // namespace proofreel
