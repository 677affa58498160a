// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/docket.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

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

bool toldByDelivery(const StreamSheet& stream, const Docket& docket)
{
    if (stream.delivery && stream.delivery->status >= 400 && docket.wants("delivery.status"_L1))
        return true;
    if (!stream.hls)
        return false;
    const HlsFacts& hls = *stream.hls;
    if (!hls.refused.isEmpty() && docket.wants("hls.refused"_L1))
        return true;
    const auto any = [&](QLatin1StringView rule, const std::function<bool(const HlsPlaylist&)>& trouble) {
        return docket.wants(rule) && std::any_of(hls.playlists.cbegin(), hls.playlists.cend(), trouble);
    };
    const auto segments = [&](QLatin1StringView rule, bool missing) {
        return any(rule, [missing](const HlsPlaylist& playlist) {
            return std::any_of(
                playlist.segments.cbegin(), playlist.segments.cend(), [missing](const HlsSegment& segment) {
                    const bool there = segment.status >= 200 && segment.status < 300;
                    return missing ? !there && (segment.status != 0 || !segment.trouble.isEmpty())
                                   : there && !segment.trouble.isEmpty();
                });
        });
    };
    return (!hls.trouble.isEmpty() && docket.wants("hls.playlist"_L1))
        || any("hls.playlist"_L1, [](const HlsPlaylist& playlist) { return !playlist.trouble.isEmpty(); })
        || any("hls.key"_L1, [](const HlsPlaylist& playlist) { return !playlist.keyTrouble.isEmpty(); })
        || segments("hls.segment-missing"_L1, true) || segments("hls.segment-broken"_L1, false);
}

} // namespace proofreel
