// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/match_expression.h"

#include "sandbox/match_node.h"

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

using Node = MatchExpression::Node;
using NodePtr = std::shared_ptr<const Node>;

//! Recursive descent; the first error stops it.
class Parser {
public:
    explicit Parser(const QString& text)
        : m_text(text)
    {
    }

    NodePtr parse()
    {
        NodePtr node = conjunction(0);
        skipSpace();
        if (m_error.isEmpty() && m_at < m_text.size())
            fail(atWord("or"_L1) ? u"\"or\" must stand in parentheses"_s : u"unexpected text"_s);
        return m_error.isEmpty() ? node : nullptr;
    }
    [[nodiscard]] const QString& error() const { return m_error; }

private:
    void fail(const QString& why)
    {
        if (m_error.isEmpty())
            m_error = u"%1 at character %2"_s.arg(why).arg(m_at + 1);
    }
    void skipSpace()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }
    bool take(QLatin1StringView token)
    {
        skipSpace();
        if (!QStringView(m_text).mid(m_at).startsWith(token))
            return false;
        m_at += token.size();
        return true;
    }
    [[nodiscard]] bool atWord(QLatin1StringView word)
    {
        skipSpace();
        const QStringView rest = QStringView(m_text).mid(m_at);
        return rest.startsWith(word, Qt::CaseInsensitive)
            && (rest.size() == word.size() || !isNameCharacter(rest[word.size()]));
    }
    bool takeWord(QLatin1StringView word)
    {
        if (!atWord(word))
            return false;
        m_at += word.size();
        return true;
    }
    static bool isNameCharacter(QChar c)
    {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'.' || c == u'_');
    }

    NodePtr conjunction(int depth) { return chain(MatchKind::And, "and"_L1, depth); }
    NodePtr disjunction(int depth) { return chain(MatchKind::Or, "or"_L1, depth); }

    NodePtr chain(MatchKind kind, QLatin1StringView word, int depth)
    {
        auto node = std::make_shared<Node>();
        node->kind = kind;
        do {
            node->children.append(kind == MatchKind::Or ? conjunction(depth) : primary(depth));
        } while (m_error.isEmpty() && takeWord(word));
        return node->children.size() == 1 ? node->children.first() : node;
    }

    NodePtr primary(int depth)
    {
        if (!take("("_L1))
            return comparison();
        if (depth >= MatchExpression::maxDepth) {
            fail(u"too many nested parentheses"_s);
            return {};
        }
        NodePtr node = disjunction(depth + 1);
        if (!take(")"_L1))
            fail(u"\")\" expected"_s);
        return node;
    }

    NodePtr comparison()
    {
        auto node = std::make_shared<Node>();
        skipSpace();
        const qsizetype start = m_at;
        while (m_at < m_text.size() && isNameCharacter(m_text[m_at]))
            ++m_at;
        node->field = m_text.mid(start, m_at - start);
        const unsigned support = matchSupport(node->field);
        if (support == NoField) {
            m_at = start;
            fail(node->field.isEmpty()
                    ? u"field name expected"_s
                    : u"unknown field \"%1\" (known: %2)"_s.arg(node->field, matchFields().join(u", "_s)));
            return node;
        }
        unsigned needed = NoField;
        if (take("=="_L1)) {
            node->kind = MatchKind::Exact;
            needed = ExactMatch;
            value(*node);
        } else if (take("="_L1)) {
            needed = range(*node) ? RangeMatch : FuzzyMatch;
        } else if (takeWord("in"_L1)) {
            node->kind = MatchKind::In;
            needed = MultiMatch;
            list(*node, "("_L1, ")"_L1);
        } else {
            fail(u"\"==\", \"=\" or \"in\" expected"_s);
        }
        if (m_error.isEmpty() && !(support & needed))
            fail(u"field \"%1\" does not support this kind of match (it takes %2)"_s.arg(
                node->field, matchForms(node->field)));
        if (needed == FuzzyMatch && !node->values.isEmpty()
            && node->values.first().size() > MatchExpression::maxFuzzyLength)
            fail(u"a fuzzy value may have at most 60 characters"_s);
        return node;
    }

    //! Behind "=": a range (true) or a value.
    bool range(Node& node)
    {
        skipSpace();
        const QChar first = m_at < m_text.size() ? m_text[m_at] : QChar();
        if (first != u'(' && first != u'[') {
            node.kind = MatchKind::Contains;
            value(node);
            return false;
        }
        node.kind = first == u'(' ? MatchKind::Open : MatchKind::Closed;
        first == u'(' ? list(node, "("_L1, ")"_L1) : list(node, "["_L1, "]"_L1);
        if (m_error.isEmpty() && node.values.size() != 2)
            fail(u"a range needs two values"_s);
        return true;
    }

    void list(Node& node, QLatin1StringView open, QLatin1StringView close)
    {
        if (!take(open))
            return fail(u"\"%1\" expected"_s.arg(open));
        do {
            value(node);
        } while (m_error.isEmpty() && take(","_L1));
        if (!take(close))
            fail(u"\"%1\" expected"_s.arg(close));
    }

    //! 'text in single quotes' or a bare whole number.
    void value(Node& node)
    {
        skipSpace();
        if (++m_values > MatchExpression::maxValues)
            return fail(u"too many values"_s);
        QString text;
        if (take("'"_L1)) {
            const qsizetype start = m_at;
            for (; m_at < m_text.size() && m_text[m_at] != u'\''; ++m_at) {
                const QChar next = m_at + 1 < m_text.size() ? m_text[m_at + 1] : QChar();
                if (m_text[m_at] == u'\\' && (next == u'\'' || next == u'\\'))
                    ++m_at;
                text += m_text[m_at];
            }
            if (m_at == m_text.size()) {
                m_at = start;
                return fail(u"closing quote expected for the value that begins"_s);
            }
            ++m_at;
        } else {
            const qsizetype start = m_at;
            while (m_at < m_text.size() && m_text[m_at] >= u'0' && m_text[m_at] <= u'9')
                ++m_at;
            text = m_text.mid(start, m_at - start);
            if (text.isEmpty())
                return fail(u"value in single quotes expected"_s);
        }
        bool ok = true;
        if (isNumericField(node.field))
            node.numbers.append(text.toLongLong(&ok));
        if (!ok)
            return fail(u"field \"%1\" needs a number"_s.arg(node.field));
        node.values.append(text);
    }

    const QString& m_text;
    qsizetype m_at = 0;
    int m_values = 0;
    QString m_error;
};

} // namespace

std::optional<QString> MatchExpression::parse(const QString& text)
{
    m_root.reset();
    if (text.trimmed().isEmpty())
        return {};
    if (text.size() > maxLength)
        return u"it is longer than %1 characters"_s.arg(maxLength);
    Parser parser(text);
    m_root = parser.parse();
    return m_root ? std::nullopt : std::optional(parser.error());
}

bool MatchExpression::matches(const SearchDocument& document) const
{
    return !m_root || m_root->matches(document);
}
bool MatchExpression::mentions(QStringView field) const
{
    return m_root && m_root->mentions(field);
}
QStringList MatchExpression::valuesOf(QStringView field) const
{
    return m_root ? m_root->valuesOf(field) : QStringList();
}

} // namespace proofreel::sandbox
