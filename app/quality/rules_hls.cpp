// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/rule_table.h"

#include <QtGlobal>

namespace proofreel {

std::span<const RuleRow> hlsRules()
{
    static constexpr RuleRow kRows[] {
        { "hls.playlist", Severity::Error, std::nullopt, "", false, QT_TRANSLATE_NOOP("Rule", "Playlist can be read"),
            QT_TRANSLATE_NOOP("Rule", "A playlist cannot be fetched, or is none."), "RFC 8216 4" },
        { "hls.refused", Severity::Error, std::nullopt, "", false, QT_TRANSLATE_NOOP("Rule", "Safe addresses"),
            QT_TRANSLATE_NOOP("Rule",
                "The playlist points where nothing may be fetched: a file, or a private address of another host."),
            "RFC 8216 10" },
        { "hls.segment-missing", Severity::Error, std::nullopt, "", false,
            QT_TRANSLATE_NOOP("Rule", "All segments there"), QT_TRANSLATE_NOOP("Rule", "A segment cannot be fetched."),
            "RFC 8216 6.2.1" },
        { "hls.segment-broken", Severity::Error, std::nullopt, "", true,
            QT_TRANSLATE_NOOP("Rule", "All segments decode"),
            QT_TRANSLATE_NOOP("Rule", "A segment can be fetched, but not decoded."), "RFC 8216 3" },
        { "hls.extinf", Severity::Warning, 200.0, "ms", true, QT_TRANSLATE_NOOP("Rule", "EXTINF"),
            QT_TRANSLATE_NOOP("Rule", "A segment lasts longer or shorter than its EXTINF: seeking goes astray."),
            "RFC 8216 4.3.2.1" },
        { "hls.target-duration", Severity::Warning, std::nullopt, "", false,
            QT_TRANSLATE_NOOP("Rule", "Target duration"),
            QT_TRANSLATE_NOOP(
                "Rule", "An EXTINF, rounded to whole seconds, is longer than EXT-X-TARGETDURATION, or there is none."),
            "RFC 8216 4.3.3.1" },
        { "hls.key-frame-start", Severity::Warning, std::nullopt, "", true,
            QT_TRANSLATE_NOOP("Rule", "Segments start with a key frame"),
            QT_TRANSLATE_NOOP(
                "Rule", "A segment does not start with a key frame: nothing is shown until the next one."),
            "Apple HLS Authoring Specification" },
        { "hls.discontinuity", Severity::Warning, std::nullopt, "", true, QT_TRANSLATE_NOOP("Rule", "Times go on"),
            QT_TRANSLATE_NOOP("Rule", "The time stamps jump between two segments, and no EXT-X-DISCONTINUITY says so."),
            "RFC 8216 4.3.2.3" },
        { "hls.bandwidth", Severity::Warning, 10.0, "%", false, QT_TRANSLATE_NOOP("Rule", "BANDWIDTH"),
            QT_TRANSLATE_NOOP("Rule", "The variant is not of the bandwidth that the master playlist declares."),
            "RFC 8216 4.3.4.2" },
        { "hls.resolution", Severity::Warning, std::nullopt, "", false, QT_TRANSLATE_NOOP("Rule", "RESOLUTION"),
            QT_TRANSLATE_NOOP("Rule", "The variant has another picture size than the master playlist declares."),
            "RFC 8216 4.3.4.2" },
        { "hls.codecs", Severity::Warning, std::nullopt, "", false, QT_TRANSLATE_NOOP("Rule", "CODECS"),
            QT_TRANSLATE_NOOP("Rule", "The variant has codecs that the master playlist does not declare."),
            "RFC 8216 4.3.4.2; RFC 6381" },
        { "hls.key", Severity::Error, std::nullopt, "", false, QT_TRANSLATE_NOOP("Rule", "Key can be had"),
            QT_TRANSLATE_NOOP("Rule", "A key cannot be fetched, so nothing can be played."), "RFC 8216 4.3.2.4" },
        { "hls.not-ended", Severity::Warning, std::nullopt, "", false, QT_TRANSLATE_NOOP("Rule", "Playlist ends"),
            QT_TRANSLATE_NOOP("Rule", "EXT-X-ENDLIST is missing: players take it for live and wait for more."),
            "RFC 8216 4.3.3.4" },
    };
    return kRows;
}

} // namespace proofreel
