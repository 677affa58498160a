// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/policy.h"

#include "quality/policy_fields.h"
#include "quality/policy_reader.h"
#include "quality/policy_text.h"
#include "quality/rule_table.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

// A static library's resources must be asked for; the macro works outside of namespaces only.
static void initPolicies()
{
    Q_INIT_RESOURCE(policies);
}

namespace proofreel {

RuleSetting PolicySettings::setting(const QString& rule) const
{
    if (const auto it = rules.constFind(rule); it != rules.cend())
        return *it;
    const RuleRow* row = ruleRow(rule);
    return row ? RuleSetting { row->severity, row->tolerance } : RuleSetting { Severity::Off, std::nullopt };
}

Policy::Policy() = default;

Result<Policy> Policy::parse(const QByteArray& toml, const QString& fileName)
{
    return PolicyReader(fileName).read(toml);
}

Result<Policy> Policy::load(const QString& path)
{
    const auto text = readPolicyText(path);
    return text ? parse(*text, QFileInfo(path).fileName()) : fail(text.error());
}

Result<Policy> Policy::named(const QString& nameOrPath)
{
    const QByteArray text = shippedText(nameOrPath);
    return text.isEmpty() ? load(nameOrPath) : parse(text, nameOrPath);
}

QStringList Policy::shippedNames()
{
    return { u"default"_s, u"strict-vod"_s, u"broadcast-r128"_s };
}

QByteArray Policy::shippedText(const QString& name)
{
    if (!shippedNames().contains(name))
        return {};
    initPolicies();
    QFile file(u":/policies/%1.toml"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

PolicySettings Policy::settingsFor(const MediaBase& media) const
{
    PolicySettings settings = m_base;
    for (const Override& item : m_overrides) {
        const bool typeFits = item.mediaType.isEmpty() || item.mediaType == media.mediaType;
        if (typeFits && (item.tag.isEmpty() || media.mediaTags.contains(item.tag)))
            overlay(settings, item.settings, item.keys);
    }
    return settings;
}

void Policy::setRule(const QString& rule, const RuleSetting& setting)
{
    if (ruleRow(rule))
        m_base.rules.insert(rule, setting);
}

QStringList Policy::overridesOf(const QString& rule) const
{
    QStringList found;
    for (const Override& item : m_overrides) {
        if (!item.settings.rules.contains(rule))
            continue;
        QStringList parts;
        if (!item.mediaType.isEmpty())
            parts << u"media_type = "_s + item.mediaType;
        if (!item.tag.isEmpty())
            parts << u"tag = "_s + item.tag;
        found << parts.join(u", "_s);
    }
    return found;
}

} // namespace proofreel
