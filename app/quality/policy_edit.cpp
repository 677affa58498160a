// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/policy_edit.h"

#include "quality/policy_literals.h"
#include "quality/rule_table.h"

#include <QCoreApplication>

#include <toml++/toml.h>

#include <functional>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

//! One text, cut open where toml++ says that something stands. For texts that are known to parse.
class Surgeon {
public:
    explicit Surgeon(const QByteArray& text)
        : m_text(QString::fromUtf8(text))
        , m_top(toml::parse(std::string_view(text.constData(), static_cast<size_t>(text.size()))))
    {
    }

    [[nodiscard]] const toml::table& top() const { return m_top; }

    [[nodiscard]] QByteArray replaced(const toml::node& node, const QString& literal) const
    {
        const qsizetype from = offset(node.source().begin);
        return with(from, offset(node.source().end), literal);
    }

    //! With the line of \a key, or what of it is that key's.
    [[nodiscard]] QByteArray without(const toml::key& key, const toml::node& value) const
    {
        const qsizetype from = offset(key.source().begin);
        const qsizetype to = offset(value.source().end);
        const qsizetype line = lineBegin(from);
        const bool isAlone = m_text.mid(line, from - line).trimmed().isEmpty();
        return isAlone ? with(line, lineEnd(to), {}) : with(from, to, {});
    }

    //! Behind the last key of a table that has a head of its own: [audio]. Nullopt: it has none.
    [[nodiscard]] std::optional<QByteArray> added(const toml::table& table, const QString& line) const
    {
        const qsizetype head = offset(table.source().begin);
        if (table.is_inline() || !table.source().begin || head >= m_text.size() || m_text.at(head) != u'[')
            return std::nullopt;
        return addedBehind(table, head, line);
    }

    [[nodiscard]] QByteArray addedAtTop(const QString& line) const
    {
        const bool some =
            std::any_of(m_top.begin(), m_top.end(), [](const auto& item) { return isPlain(item.second); });
        return some ? addedBehind(m_top, 0, line) : with(0, 0, line + u'\n');
    }

    [[nodiscard]] QByteArray addedTable(const QString& table, const QString& line) const
    {
        const QString gap = m_text.isEmpty() ? QString() : m_text.endsWith(u'\n') ? u"\n"_s : u"\n\n"_s;
        return with(m_text.size(), m_text.size(), gap + u'[' + table + u"]\n"_s + line + u'\n');
    }

private:
    static bool isPlain(const toml::node& node) // a value on lines of its own, not a table with a head
    {
        const toml::table* table = node.as_table();
        return table ? table->is_inline() : !node.is_array_of_tables();
    }

    [[nodiscard]] QByteArray addedBehind(const toml::table& table, qsizetype last, const QString& line) const
    {
        for (const auto& [key, node] : table) {
            if (isPlain(node))
                last = std::max(last, offset(node.source().end));
        }
        const qsizetype at = lineEnd(last);
        const bool open = at > 0 && m_text.at(at - 1) != u'\n';
        return with(at, at, open ? u'\n' + line : line + u'\n');
    }

    [[nodiscard]] QByteArray with(qsizetype from, qsizetype to, const QString& text) const
    {
        return (m_text.left(from) + text + m_text.mid(to)).toUtf8();
    }

    [[nodiscard]] qsizetype lineBegin(qsizetype at) const { return at > 0 ? m_text.lastIndexOf(u'\n', at - 1) + 1 : 0; }
    [[nodiscard]] qsizetype lineEnd(qsizetype at) const // behind its line feed
    {
        const qsizetype end = m_text.indexOf(u'\n', at);
        return end < 0 ? m_text.size() : end + 1;
    }

    // Columns count characters, where QString counts UTF-16 units.
    [[nodiscard]] qsizetype offset(toml::source_position position) const
    {
        qsizetype at = 0;
        for (toml::source_index line = 1; line < position.line; ++line)
            at = lineEnd(at);
        for (toml::source_index column = 1; column < position.column && at < m_text.size(); ++column)
            at += m_text.at(at).isHighSurrogate() ? 2 : 1;
        return std::min(at, m_text.size());
    }

    QString m_text;
    toml::table m_top;
};

std::string std8(const QString& text)
{
    return text.toStdString();
}

//! Nullopt: it cannot be said in this text without writing it anew.
std::optional<QByteArray> setValue(
    const QByteArray& text, const QString& table, const QString& key, const QString& literal)
{
    const Surgeon surgeon(text);
    const toml::node* place = table.isEmpty() ? &surgeon.top() : surgeon.top().get(std8(table));
    const QString line = key + u" = "_s + literal;
    if (!place)
        return literal.isEmpty() ? text : surgeon.addedTable(table, line);
    const toml::table& in = *place->as_table();
    if (const auto found = in.find(std8(key)); found != in.end())
        return literal.isEmpty() ? surgeon.without(found->first, found->second)
                                 : surgeon.replaced(found->second, literal);
    if (literal.isEmpty())
        return text;
    return table.isEmpty() ? surgeon.addedAtTop(line) : surgeon.added(in, line);
}

//! Severity and tolerance as little as says it: what is the rule's own is left out.
QString ruleLiteral(const RuleRow& row, const RuleSetting& setting, bool withSeverity)
{
    const QString severity = tomlText(severityName(setting.severity));
    if (!setting.tolerance || setting.tolerance == row.tolerance)
        return severity;
    const QString tolerance = u"tolerance = "_s + tomlNumber(*setting.tolerance);
    return withSeverity || setting.severity != row.severity
        ? u"{ severity = "_s + severity + u", "_s + tolerance + u" }"_s
        : u"{ "_s + tolerance + u" }"_s;
}

std::optional<QByteArray> setRule(const QByteArray& text, const RuleRow& row, const RuleSetting& setting)
{
    const Surgeon surgeon(text);
    const QString id = QString::fromLatin1(row.id);
    const toml::node* place = surgeon.top().get("rules");
    const QString line = tomlText(id) + u" = "_s;
    if (!place)
        return surgeon.addedTable(u"rules"_s, line + ruleLiteral(row, setting, false));
    const toml::table& rules = *place->as_table();
    const toml::node* node = rules.get(std8(id));
    if (const toml::table* family = node ? nullptr : rules.get_as<toml::table>(std8(id.section(u'.', 0, 0))))
        node = family->get(std8(id.section(u'.', 1)));
    if (!node)
        return surgeon.added(rules, line + ruleLiteral(row, setting, false));
    const toml::table* parts = node->as_table();
    if (!parts || parts->is_inline())
        return surgeon.replaced(*node, ruleLiteral(row, setting, !parts || parts->contains("severity")));
    // A table with a head, or with dots: one key at a time.
    const toml::node* severity = parts->get("severity");
    const QString word = tomlText(severityName(setting.severity));
    std::optional<QByteArray> done = severity ? surgeon.replaced(*severity, word)
        : setting.severity == row.severity    ? std::optional(text)
                                              : surgeon.added(*parts, u"severity = "_s + word);
    if (!done || !setting.tolerance)
        return done;
    const Surgeon second(*done);
    const toml::table* again = second.top().at_path("rules").as_table();
    const toml::table* now = again->get_as<toml::table>(std8(id));
    if (!now)
        now = (*again)[std8(id.section(u'.', 0, 0))][std8(id.section(u'.', 1))].as_table();
    if (const toml::node* tolerance = now->get("tolerance"))
        return second.replaced(*tolerance, tomlNumber(*setting.tolerance));
    return setting.tolerance == row.tolerance ? done
                                              : second.added(*now, u"tolerance = "_s + tomlNumber(*setting.tolerance));
}

Error withoutPlace(Error error)
{
    const QString place = QCoreApplication::translate("Policy", "line %1, column %2")
                              .arg(error.code.section(u':', 0, 0), error.code.section(u':', 1));
    const QString head = QCoreApplication::translate("Policy", "%1: %2").arg(place, QString());
    if (error.message.startsWith(head))
        error.message.remove(0, head.size());
    error.code.clear();
    return error;
}

//! Makes \a change in the text as it is, if that says the same as making it in the text written anew.
Result<QByteArray> changed(
    const QByteArray& text, const std::function<std::optional<QByteArray>(const QByteArray&)>& change)
{
    const auto policy = Policy::parse(text, {});
    if (!policy)
        return fail(policy.error());
    const auto anew = change(policyText(*policy));
    if (!anew)
        return fail({ .kind = ErrorKind::InvalidRequest });
    const auto wanted = Policy::parse(*anew, {});
    if (!wanted)
        return fail(withoutPlace(wanted.error()));
    if (const auto inPlace = change(text)) {
        if (const auto now = Policy::parse(*inPlace, {}); now && policyText(*now) == policyText(*wanted))
            return *inPlace;
    }
    return *anew;
}

} // namespace

Result<QByteArray> policyTextWithRule(const QByteArray& text, const QString& rule, const RuleSetting& setting)
{
    const RuleRow* row = ruleRow(rule);
    if (!row)
        return fail({ .kind = ErrorKind::InvalidRequest,
            .message = QCoreApplication::translate("Policy", "there is no rule “%1”.").arg(rule) });
    RuleSetting wanted = setting;
    if (!row->tolerance)
        wanted.tolerance.reset();
    return changed(text, [&](const QByteArray& in) { return setRule(in, *row, wanted); });
}

Result<QByteArray> policyTextWithValue(
    const QByteArray& text, const QString& table, const QString& key, const QString& literal)
{
    return changed(text, [&](const QByteArray& in) { return setValue(in, table, key, literal); });
}

} // namespace proofreel
