// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/rule.h"

#include "quality/rule_table.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct Catalogue {
    Catalogue()
    {
        for (const auto rows :
            { declaredRules(), fileRules(), ladderRules(), hlsRules(), deliveryRules(), signalRules() }) {
            for (const RuleRow& row : rows) {
                ids.append(QString::fromLatin1(row.id));
                byId.insert(ids.constLast(), &row);
            }
        }
    }
    QStringList ids;
    QHash<QString, const RuleRow*> byId;
};

const Catalogue& catalogue()
{
    static const Catalogue instance;
    return instance;
}

Rule ruleOf(const RuleRow& row)
{
    const auto say = [](const char* text) { return QCoreApplication::translate("Rule", text); };
    return { QString::fromLatin1(row.id), row.severity, row.tolerance, QString::fromLatin1(row.unit), row.deep,
        say(row.title), say(row.explanation), QString::fromUtf8(row.source) };
}

} // namespace

const RuleRow* ruleRow(const QString& id)
{
    return catalogue().byId.value(id);
}

const QStringList& ruleIds()
{
    return catalogue().ids;
}

QList<Rule> allRules()
{
    QList<Rule> rules;
    for (const QString& id : ruleIds())
        rules.append(ruleOf(*ruleRow(id)));
    return rules;
}

std::optional<Rule> findRule(const QString& id)
{
    const RuleRow* row = ruleRow(id);
    return row ? std::optional(ruleOf(*row)) : std::nullopt;
}

QString familyTitle(const QString& family)
{
    struct Title {
        const char* family;
        const char* text;
    };
    static constexpr Title kTitles[] {
        { "declared", QT_TRANSLATE_NOOP("Rule", "Declared values") },
        { "container", QT_TRANSLATE_NOOP("Rule", "Declared against file") },
        { "decoded", QT_TRANSLATE_NOOP("Rule", "File against picture and sound") },
        { "ladder", QT_TRANSLATE_NOOP("Rule", "Across the renditions") },
        { "hls", QT_TRANSLATE_NOOP("Rule", "HLS") },
        { "delivery", QT_TRANSLATE_NOOP("Rule", "Delivery") },
        { "signal", QT_TRANSLATE_NOOP("Rule", "Picture and sound") },
        { "reference", QT_TRANSLATE_NOOP("Rule", "Against the original") },
    };
    for (const Title& title : kTitles) {
        if (family == QLatin1StringView(title.family))
            return QCoreApplication::translate("Rule", title.text);
    }
    return family;
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Off:
        return u"off"_s;
    case Severity::Info:
        return u"info"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Error:
        break;
    }
    return u"error"_s;
}

std::optional<Severity> severityFromName(const QString& name)
{
    for (const Severity severity : { Severity::Off, Severity::Info, Severity::Warning, Severity::Error }) {
        if (name == severityName(severity))
            return severity;
    }
    return std::nullopt;
}

} // namespace proofreel
