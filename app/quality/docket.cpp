// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/docket.h"

#include <algorithm>

namespace proofreel {

bool Docket::wants(QLatin1StringView rule) const
{
    return m_policy.setting(QString(rule)).severity != Severity::Off;
}

std::optional<double> Docket::opens(QLatin1StringView rule, const QString& stream)
{
    const RuleSetting setting = m_policy.setting(QString(rule));
    if (setting.severity == Severity::Off)
        return std::nullopt;
    QStringList& judged = m_out.judged[stream];
    if (!judged.contains(rule))
        judged.append(rule);
    return setting.tolerance.value_or(0);
}

void Docket::find(QLatin1StringView rule, const QString& stream, const Evidence& evidence)
{
    const Severity severity = m_policy.setting(QString(rule)).severity;
    if (severity == Severity::Off)
        return;
    m_out.findings.append({ rule, severity, stream, evidence.field, evidence.declared, evidence.measured, evidence.atMs,
        evidence.message });
    m_worst = std::max(m_worst, severity);
}

void Docket::cannotTell(QLatin1StringView rule, const QString& stream, const Evidence& evidence)
{
    const Severity before = m_worst;
    find(rule, stream, evidence);
    m_worst = before;
    m_unmeasured = true;
}

Verdict Docket::verdict(Severity failAt) const
{
    if (m_worst != Severity::Off && m_worst >= failAt)
        return Verdict::Fail;
    if (m_unmeasured)
        return Verdict::Error;
    return m_worst >= Severity::Warning ? Verdict::Warn : Verdict::Pass;
}

} // namespace proofreel
