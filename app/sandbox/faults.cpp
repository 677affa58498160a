// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/faults.h"

#include <limits>
#include <variant>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

struct Range {
    qint64 low = 1, high = std::numeric_limits<int>::max();
};

} // namespace

std::optional<QString> Faults::set(const QString& text)
{
    const qsizetype equals = text.indexOf(u'=');
    const QString name = equals < 0 ? text : text.left(equals);
    const QString value = equals < 0 ? QString() : text.mid(equals + 1);

    const std::pair<QLatin1StringView, bool*> switches[] = {
        { "bad-json"_L1, &badJson },
        { "truncate-json"_L1, &truncateJson },
        { "hang-api"_L1, &hangApi },
        { "forbidden"_L1, &forbidden },
        { "hang-media"_L1, &hangMedia },
        { "no-range"_L1, &noRange },
        { "wrong-length"_L1, &wrongLength },
        { "tls"_L1, &tls },
        { "repeat-token"_L1, &repeatToken },
        { "uneven-pages"_L1, &unevenPages },
        { "moving-total"_L1, &movingTotal },
        { "duplicate-rows"_L1, &duplicateRows },
        { "odd-titles"_L1, &oddTitles },
        { "bad-covers"_L1, &badCovers },
        { "category-loop"_L1, &categoryLoop },
    };
    for (const auto& [known, target] : switches) {
        if (name != known)
            continue;
        if (equals >= 0)
            return u"Fault \"%1\" takes no value."_s.arg(name);
        *target = true;
        return {};
    }

    const struct {
        QLatin1StringView name;
        std::variant<int*, qint64*> target;
        Range range;
    } numbers[] = {
        { "api-latency"_L1, &apiLatencyMs, { 0, 3'600'000 } },
        { "throttle"_L1, &throttleEvery, {} },
        { "error-500"_L1, &error500Every, {} },
        { "clock-skew"_L1, &clockSkewS, { -315'360'000, 315'360'000 } },
        { "huge-json"_L1, &hugeJsonMiB, { 1, 4096 } },
        { "url-ttl"_L1, &urlTtlS, { 1, 86'400 } },
        { "slow"_L1, &slowKBps, {} },
        { "stall-after"_L1, &stallAfter, { 1, std::numeric_limits<qint64>::max() } },
        { "cut-after"_L1, &cutAfter, { 1, std::numeric_limits<qint64>::max() } },
        { "missing-segment"_L1, &missingSegment, {} },
        { "no-basic-info"_L1, &noBasicInfo, {} },
        { "retranscode"_L1, &retranscodeAfter, {} },
        { "huge-title"_L1, &hugeTitleMiB, { 1, 64 } },
    };
    for (const auto& number : numbers) {
        if (name != number.name)
            continue;
        bool ok = false;
        const qint64 parsed = value.toLongLong(&ok);
        if (!ok || parsed < number.range.low || parsed > number.range.high) {
            return u"Fault \"%1\" needs a whole number from %2 to %3, for example %1=%4."_s.arg(name)
                .arg(number.range.low)
                .arg(number.range.high)
                .arg(qMax(qint64(1), number.range.low));
        }
        std::visit(
            [parsed](auto* target) { *target = std::remove_reference_t<decltype(*target)>(parsed); }, number.target);
        return {};
    }
    return u"Unknown fault \"%1\". Known: %2."_s.arg(name, names().join(", "_L1));
}

QStringList Faults::names()
{
    return { u"api-latency=MS"_s, u"throttle=N"_s, u"error-500=N"_s, u"clock-skew=SECONDS"_s, u"bad-json"_s,
        u"truncate-json"_s, u"huge-json=MIB"_s, u"hang-api"_s, u"forbidden"_s, u"url-ttl=SECONDS"_s, u"slow=KBPS"_s,
        u"stall-after=BYTES"_s, u"cut-after=BYTES"_s, u"hang-media"_s, u"missing-segment=N"_s, u"no-range"_s,
        u"wrong-length"_s, u"tls"_s, u"repeat-token"_s, u"uneven-pages"_s, u"moving-total"_s, u"duplicate-rows"_s,
        u"no-basic-info=N"_s, u"huge-title=MIB"_s, u"odd-titles"_s, u"bad-covers"_s, u"category-loop"_s,
        u"retranscode=N"_s };
}

} // namespace proofreel::sandbox
