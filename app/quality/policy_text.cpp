// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/policy_text.h"

#include "quality/policy.h"
#include "quality/policy_fields.h"
#include "quality/policy_literals.h"
#include "quality/policy_reader.h"
#include "quality/rule_table.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

//! Writes one set of settings; \a keys: those to write, nullptr: all.
class SettingsText {
public:
    SettingsText(const PolicySettings& settings, const QStringList* keys, QString prefix)
        : m_settings(settings)
        , m_keys(keys)
        , m_prefix(std::move(prefix))
    {
    }

    QString text()
    {
        rules();
        for (const QString& table : policyTables())
            writeTable(table);
        return m_out;
    }

private:
    [[nodiscard]] bool wants(const QString& key) const { return !m_keys || m_keys->contains(key); }

    void head(const QString& table) { m_out += u"\n[%1%2]\n"_s.arg(m_prefix, table); }

    void rules()
    {
        QStringList lines;
        QString family;
        for (const QString& id : ruleIds()) {
            const RuleSetting setting = m_settings.setting(id);
            QStringList parts;
            if (wants(u"rules."_s + id + u".severity"_s))
                parts << u"severity = "_s + tomlText(severityName(setting.severity));
            if (setting.tolerance && wants(u"rules."_s + id + u".tolerance"_s))
                parts << u"tolerance = "_s + tomlNumber(*setting.tolerance);
            if (parts.isEmpty())
                continue;
            if (const QString now = id.section(u'.', 0, 0); now != family) {
                lines << (family.isEmpty() ? u"# "_s : u"\n# "_s) + now;
                family = now;
            }
            const RuleRow& row = *ruleRow(id);
            const QString unit = parts.size() == 2 && row.unit[0] ? u" # "_s + QLatin1StringView(row.unit) : QString();
            lines << tomlText(id) + u" = { "_s + parts.join(u", "_s) + u" }"_s + unit;
        }
        if (lines.isEmpty())
            return;
        head(u"rules"_s);
        m_out += lines.join(u'\n') + u'\n';
    }

    void writeTable(const QString& table)
    {
        QStringList lines;
        const auto line = [&](const char* key, const QString& value, const char* comment) {
            lines << QLatin1StringView(key) + u" = "_s + value
                    + (comment[0] ? u" # "_s + QLatin1StringView(comment) : QString());
        };
        if (table == "ladder"_L1 && wants(u"ladder.expected"_s)) {
            QStringList steps;
            for (const LadderStep& item : m_settings.ladder)
                steps << stepText(item);
            line("expected", tomlNames(steps), "empty: any; ladder.missing-step");
        }
        for (const PolicyNames& item : policyNames()) {
            if (table == QLatin1StringView(item.table) && wants(policyKey(item.table, item.key)))
                line(item.key, tomlNames(m_settings.*item.member), item.comment);
        }
        if (table == "audio"_L1 && m_settings.audioChannels && wants(u"audio.channels"_s))
            line("channels", tomlNumber(*m_settings.audioChannels), "");
        for (const PolicyNumber& item : policyNumbers()) {
            if (table == QLatin1StringView(item.table) && wants(policyKey(item.table, item.key)))
                line(item.key, tomlNumber(m_settings.*item.member / item.factor), item.comment);
        }
        if (lines.isEmpty())
            return;
        head(table);
        m_out += lines.join(u'\n') + u'\n';
    }

    const PolicySettings& m_settings;
    const QStringList* m_keys;
    QString m_prefix;
    QString m_out;
};

} // namespace

QByteArray policyText(const Policy& policy)
{
    QString text = u"# A policy of Proofreel: which rules are judged, and how strictly.\n"
                   "# \"proofreel-cli rules list\" names all rules; severities are off, info, warning and error.\n\n"_s;
    if (!policy.m_name.isEmpty())
        text += u"name = "_s + tomlText(policy.m_name) + u'\n';
    text += u"fail_at = "_s + tomlText(severityName(policy.m_failAt)) + u'\n';
    text += SettingsText(policy.m_base, nullptr, {}).text();
    for (const Policy::Override& item : policy.m_overrides) {
        text += u"\n[[override]]\n"_s;
        if (!item.mediaType.isEmpty())
            text += u"media_type = "_s + tomlText(item.mediaType) + u'\n';
        if (!item.tag.isEmpty())
            text += u"tag = "_s + tomlText(item.tag) + u'\n';
        text += SettingsText(item.settings, &item.keys, u"override."_s).text();
    }
    return text.toUtf8();
}

Result<QByteArray> readPolicyText(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail({ .kind = ErrorKind::Io,
            .message = QCoreApplication::translate("Policy", "%1 cannot be read: %2").arg(path, file.errorString()) });
    // One byte more than is allowed: parse() refuses it, and a device that never ends is not read to its end.
    return file.read(PolicyReader::kMostBytes + 1);
}

} // namespace proofreel
