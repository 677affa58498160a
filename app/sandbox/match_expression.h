// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace proofreel::sandbox {

//! What an expression can ask of an asset.
struct SearchDocument {
    QString mediaId, title, description, mediaType, storageLocation;
    QStringList tags;
    qint64 cateId = 0, status = 0, createdMs = 0, modifiedMs = 0;
};

//! The `Match` language of SearchMedia: `field == 'v'`, `field = 'v'` (contains), `field = ('a','b')` and
//! `field = ['a','b']` (ranges), `field in ('a','b')`, joined by `and`, with `(… or …)` in parentheses. Inside quotes
//! `\'` is a quote and `\\` a backslash (how the service escapes them is not documented). cateId matches exactly that
//! category, not those below it.
class MatchExpression {
public:
    struct Node;

    //! Error text, or nullopt. Empty text matches everything.
    std::optional<QString> parse(const QString& text);
    [[nodiscard]] bool matches(const SearchDocument& document) const;
    //! Whether a field occurs: without mediaType only video is searched.
    [[nodiscard]] bool mentions(QStringView field) const;
    //! All values that a field is compared with, wherever it occurs.
    [[nodiscard]] QStringList valuesOf(QStringView field) const;
    [[nodiscard]] const Node* root() const { return m_root.get(); } //!< null: matches everything

    static constexpr qsizetype maxLength = 4096; //!< characters
    static constexpr int maxDepth = 8; //!< nested parentheses
    static constexpr int maxValues = 200; //!< in the whole expression
    static constexpr qsizetype maxFuzzyLength = 60; //!< characters of a "contains" value

private:
    std::shared_ptr<const Node> m_root;
};

} // namespace proofreel::sandbox
