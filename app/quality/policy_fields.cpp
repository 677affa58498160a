// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/policy_fields.h"

using namespace Qt::StringLiterals;

namespace proofreel {

std::span<const PolicyNumber> policyNumbers()
{
    static constexpr PolicyNumber kNumbers[] {
        { "audio", "loudness_lufs", &PolicySettings::loudnessLufs, 1, -70, 0, "integrated; signal.loudness" },
        { "audio", "true_peak_dbtp", &PolicySettings::truePeakDbtp, 1, -60, 10, "at most; signal.true-peak" },
        { "video", "key_frame_interval_s", &PolicySettings::keyFrameMs, 1000, 0.02, 3600,
            "at most; ladder.key-frame-interval" },
        { "signal", "black_ms", &PolicySettings::blackMs, 1, 1, 86'400'000, "shorter ones are no finding" },
        { "signal", "freeze_ms", &PolicySettings::freezeMs, 1, 1, 86'400'000, "" },
        { "signal", "silence_ms", &PolicySettings::silenceMs, 1, 1, 86'400'000, "" },
        { "links", "live_s", &PolicySettings::expiryS, 1, 0, 31'536'000, "at least; declared.url-expiry" },
        { "deep", "limit_s", &PolicySettings::deepLeastMs, 1000, 1, 172'800,
            "a rendition's deep check may take so long, or" },
        { "deep", "limit_times", &PolicySettings::deepTimes, 1, 0, 1000, "so many times its own length" },
    };
    return kNumbers;
}

std::span<const PolicyNames> policyNames()
{
    static constexpr PolicyNames kNames[] {
        { "audio", "codecs", &PolicySettings::audioCodecs, "FFmpeg's names; empty: any" },
        { "video", "codecs", &PolicySettings::videoCodecs, "FFmpeg's names; empty: any" },
    };
    return kNames;
}

const QStringList& policyTables()
{
    static const QStringList tables { u"ladder"_s, u"audio"_s, u"video"_s, u"signal"_s, u"links"_s, u"deep"_s };
    return tables;
}

QStringList policyKeys(const QString& table)
{
    QStringList keys;
    if (table == "ladder"_L1)
        keys << u"expected"_s;
    if (table == "audio"_L1)
        keys << u"channels"_s;
    for (const PolicyNames& names : policyNames()) {
        if (table == QLatin1StringView(names.table))
            keys << QString::fromLatin1(names.key);
    }
    for (const PolicyNumber& number : policyNumbers()) {
        if (table == QLatin1StringView(number.table))
            keys << QString::fromLatin1(number.key);
    }
    return keys;
}

std::pair<double, double> toleranceRange(const QString& unit)
{
    if (unit == "ms"_L1)
        return { 0, 3'600'000 };
    if (unit == "%"_L1)
        return { 0, 1000 };
    if (unit == "LU"_L1 || unit == "dB"_L1)
        return { 0, 100 };
    if (unit.isEmpty())
        return { 0, 1 };
    return { 0, 1e9 }; // things that are counted
}

QString policyKey(const char* table, const char* key)
{
    return QString::fromLatin1(table) + u'.' + QLatin1StringView(key);
}

void overlay(PolicySettings& settings, const PolicySettings& from, const QStringList& keys)
{
    for (const PolicyNumber& number : policyNumbers()) {
        if (keys.contains(policyKey(number.table, number.key)))
            settings.*number.member = from.*number.member;
    }
    for (const PolicyNames& names : policyNames()) {
        if (keys.contains(policyKey(names.table, names.key)))
            settings.*names.member = from.*names.member;
    }
    if (keys.contains("ladder.expected"_L1))
        settings.ladder = from.ladder;
    if (keys.contains("audio.channels"_L1))
        settings.audioChannels = from.audioChannels;
    for (auto it = from.rules.cbegin(); it != from.rules.cend(); ++it) {
        RuleSetting setting = settings.setting(it.key());
        if (keys.contains(u"rules."_s + it.key() + u".severity"_s))
            setting.severity = it->severity;
        if (keys.contains(u"rules."_s + it.key() + u".tolerance"_s))
            setting.tolerance = it->tolerance;
        settings.rules.insert(it.key(), setting);
    }
}

} // namespace proofreel
