// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/policy_reader.h"

#include "core/one_line.h"
#include "quality/nearest_name.h"
#include "quality/policy_fields.h"
#include "quality/rule_table.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr int kMostDots = 24;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Policy)
};

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

//! The line that nests too deeply by dots, from 1 on; 0: none. Each level costs stack when the tables are destroyed,
//! and the library bounds the nesting of values only. A line that starts with # nests nothing, wherever it stands.
int deepLine(const QByteArray& text)
{
    int line = 0;
    for (const QByteArray& part : text.split('\n')) {
        ++line;
        if (!part.trimmed().startsWith('#') && part.count('.') > kMostDots)
            return line;
    }
    return 0;
}

toml::source_region atLine(int line)
{
    toml::source_region region;
    region.begin = { static_cast<toml::source_index>(line), 1 };
    return region;
}

} // namespace

Result<Policy> PolicyReader::read(const QByteArray& text)
{
    if (text.size() > kMostBytes) {
        (void)wrong(atLine(1), Say::tr("a policy has at most 1 MiB."));
        return fail(m_error);
    }
    if (const int line = deepLine(text)) {
        (void)wrong(atLine(line), Say::tr("more than %1 dots in a line: that is nested too deeply.").arg(kMostDots));
        return fail(m_error);
    }
    try {
        const toml::table top = toml::parse(std::string_view(text.constData(), static_cast<size_t>(text.size())));
        if (!readTop(top))
            return fail(m_error);
    } catch (const toml::parse_error& problem) {
        (void)wrong(problem.source(), oneLine(textOf(problem.description())));
        return fail(m_error);
    }
    return m_policy;
}

bool PolicyReader::readTop(const toml::table& top)
{
    Target base { m_policy.m_base };
    for (const auto& [key, node] : top) {
        bool handled = false;
        const QString name = textOf(key.str());
        if (name == "name"_L1) {
            if (!readText(node, m_policy.m_name))
                return false;
        } else if (name == "fail_at"_L1) {
            if (!readSeverity(node, m_policy.m_failAt))
                return false;
            if (m_policy.m_failAt == Severity::Off)
                return wrong(node.source(), Say::tr("fail_at is “info”, “warning” or “error”."));
        } else if (name == "override"_L1) {
            const toml::array* items = node.as_array();
            if (!items)
                return wrong(key.source(), Say::tr("an override is written with two brackets: [[override]]."));
            for (const toml::node& item : *items) {
                if (!readOverride(item))
                    return false;
            }
        } else if (!readShared(key, node, base, handled)) {
            return false;
        } else if (!handled) {
            return unknownKey(key, QStringList { u"name"_s, u"fail_at"_s, u"rules"_s, u"override"_s } + policyTables());
        }
    }
    return true;
}

bool PolicyReader::readOverride(const toml::node& node)
{
    const toml::table* table = node.as_table();
    if (!table)
        return wrong(node.source(), Say::tr("an override is written with two brackets: [[override]]."));
    Policy::Override item;
    Target target { item.settings };
    for (const auto& [key, value] : *table) {
        bool handled = false;
        const QString name = textOf(key.str());
        if (name == "media_type"_L1) {
            if (!readText(value, item.mediaType))
                return false;
            const QStringList types { u"video"_s, u"audio"_s, u"image"_s, u"text"_s };
            if (!types.contains(item.mediaType))
                return wrong(value.source(), Say::tr("media_type is one of: %1.").arg(types.join(u", "_s)));
        } else if (name == "tag"_L1) {
            if (!readText(value, item.tag))
                return false;
        } else if (!readShared(key, value, target, handled)) {
            return false;
        } else if (!handled) {
            return unknownKey(key, QStringList { u"media_type"_s, u"tag"_s, u"rules"_s } + policyTables());
        }
    }
    if (item.mediaType.isEmpty() && item.tag.isEmpty())
        return wrong(node.source(), Say::tr("an override says for which media_type or tag it is."));
    item.keys = target.keys;
    m_policy.m_overrides.append(item);
    return true;
}

bool PolicyReader::readShared(const toml::key& key, const toml::node& node, Target& target, bool& handled)
{
    const QString name = textOf(key.str());
    handled = name == "rules"_L1 || policyTables().contains(name);
    if (!handled)
        return true;
    const toml::table* table = node.as_table();
    if (!table)
        return wrong(key.source(), Say::tr("“%1” is a table: [%1].").arg(name));
    return name == "rules"_L1 ? readRules(*table, {}, target) : readTable(name, *table, target);
}

bool PolicyReader::readRules(const toml::table& rules, const QString& prefix, Target& target)
{
    for (const auto& [key, node] : rules) {
        const QString id = prefix + textOf(key.str());
        const toml::table* table = node.as_table();
        // Without quotes, ladder.duration = "error" is a table "ladder" with a key "duration".
        const bool isFamily = prefix.isEmpty() && table
            && std::any_of(
                ruleIds().cbegin(), ruleIds().cend(), [&](const QString& rule) { return rule.startsWith(id + u'.'); });
        if (isFamily ? !readRules(*table, id + u'.', target) : !readRule(id, key, node, target))
            return false;
    }
    return true;
}

bool PolicyReader::readRule(const QString& id, const toml::key& key, const toml::node& node, Target& target)
{
    const RuleRow* row = ruleRow(id);
    if (!row) {
        const QString nearest = nearestName(id, ruleIds());
        return wrong(key.source(),
            nearest.isEmpty() ? Say::tr("there is no rule “%1”.").arg(oneLine(id, 80))
                              : Say::tr("there is no rule “%1”. Is “%2” meant?").arg(oneLine(id, 80), nearest));
    }
    RuleSetting setting = target.settings.setting(id);
    const toml::table* table = node.as_table();
    if (!table) {
        if (!readSeverity(node, setting.severity))
            return false;
        target.keys << u"rules."_s + id + u".severity"_s;
    } else {
        for (const auto& [part, value] : *table) {
            const QString name = textOf(part.str());
            if (name == "severity"_L1) {
                if (!readSeverity(value, setting.severity))
                    return false;
            } else if (name == "tolerance"_L1) {
                if (!row->tolerance)
                    return wrong(part.source(), Say::tr("“%1” has no tolerance: it holds or it does not.").arg(id));
                const auto [least, most] = toleranceRange(QString::fromLatin1(row->unit));
                double number = 0;
                if (!readNumber(value, name, least, most, number))
                    return false;
                setting.tolerance = number;
            } else {
                return unknownKey(part, { u"severity"_s, u"tolerance"_s });
            }
            target.keys << u"rules."_s + id + u'.' + name;
        }
    }
    target.settings.rules.insert(id, setting);
    return true;
}

} // namespace proofreel
