// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/rule_table.h"

#include <QtGlobal>

namespace proofreel {

std::span<const RuleRow> ladderRules()
{
    static constexpr RuleRow kRows[] {
        { "ladder.duration", Severity::Error, 100.0, "ms", false, QT_TRANSLATE_NOOP("Rule", "Same duration"),
            QT_TRANSLATE_NOOP(
                "Rule", "A rendition is longer or shorter than the others: something was cut off, or added."),
            "Apple HLS Authoring Specification" },
        { "ladder.aspect", Severity::Warning, 1.0, "%", false, QT_TRANSLATE_NOOP("Rule", "Same aspect ratio"),
            QT_TRANSLATE_NOOP(
                "Rule", "A rendition has another shape than the others: the picture jumps when switching."),
            "Apple HLS Authoring Specification" },
        { "ladder.frame-rate", Severity::Warning, 0.5, "%", false, QT_TRANSLATE_NOOP("Rule", "Related frame rates"),
            QT_TRANSLATE_NOOP(
                "Rule", "A frame rate is neither that of the others nor a half or a quarter of it: motion judders."),
            "Apple HLS Authoring Specification" },
        { "ladder.bitrate-order", Severity::Warning, 5.0, "%", false, QT_TRANSLATE_NOOP("Rule", "Bitrates rise"),
            QT_TRANSLATE_NOOP("Rule", "A lower definition has a higher bitrate than one above it."),
            "GetPlayInfo: Definition, Bitrate" },
        { "ladder.size-order", Severity::Warning, 5.0, "%", false, QT_TRANSLATE_NOOP("Rule", "Sizes rise"),
            QT_TRANSLATE_NOOP("Rule", "A lower definition has a larger file or picture than one above it."),
            "GetPlayInfo: Definition, Size, Width, Height" },
        { "ladder.missing-step", Severity::Error, std::nullopt, "", false, QT_TRANSLATE_NOOP("Rule", "All steps there"),
            QT_TRANSLATE_NOOP("Rule", "A rendition that the policy expects is not there."), "Policy" },
        { "ladder.duplicate-step", Severity::Warning, std::nullopt, "", false,
            QT_TRANSLATE_NOOP("Rule", "No step twice"),
            QT_TRANSLATE_NOOP("Rule", "Two renditions share all that tells them apart."),
            "GetPlayInfo: Definition, Format, HDRType" },
        { "ladder.key-frame-interval", Severity::Warning, std::nullopt, "", false,
            QT_TRANSLATE_NOOP("Rule", "Key frame interval"),
            QT_TRANSLATE_NOOP("Rule", "Key frames are too far apart: seeking and switching wait for the next one."),
            "Apple HLS Authoring Specification" },
        { "ladder.key-frame-alignment", Severity::Warning, 20.0, "ms", false,
            QT_TRANSLATE_NOOP("Rule", "Key frames aligned"),
            QT_TRANSLATE_NOOP(
                "Rule", "Key frames do not stand where those of the others stand: switching shows a jump or a repeat."),
            "ISO/IEC 23009-1 5.3.3.2" },
        { "ladder.audio-parameters", Severity::Warning, std::nullopt, "", false,
            QT_TRANSLATE_NOOP("Rule", "Same sound parameters"),
            QT_TRANSLATE_NOOP("Rule",
                "The sound has another codec, number of channels or sample rate than that of the others, or than the "
                "policy asks for."),
            "Apple HLS Authoring Specification" },
        { "ladder.audio-missing", Severity::Error, std::nullopt, "", false,
            QT_TRANSLATE_NOOP("Rule", "Sound in all or in none"),
            QT_TRANSLATE_NOOP("Rule", "A rendition has no sound though others have."), "GetPlayInfo" },
        { "ladder.loudness", Severity::Warning, 1.0, "LU", true, QT_TRANSLATE_NOOP("Rule", "Same loudness"),
            QT_TRANSLATE_NOOP("Rule", "A rendition is louder or softer than the others."), "EBU R 128" },
        { "ladder.start-offset", Severity::Warning, 100.0, "ms", false, QT_TRANSLATE_NOOP("Rule", "Same start"),
            QT_TRANSLATE_NOOP("Rule", "A rendition starts at another time than the others."),
            "ISO/IEC 14496-12 8.6.6" },
        { "ladder.av-offset", Severity::Warning, 100.0, "ms", false,
            QT_TRANSLATE_NOOP("Rule", "Sound and picture start together"),
            QT_TRANSLATE_NOOP("Rule", "Sound starts before or after the picture."), "EBU R 37" },
        { "ladder.colour", Severity::Warning, std::nullopt, "", false, QT_TRANSLATE_NOOP("Rule", "Same colours"),
            QT_TRANSLATE_NOOP("Rule", "A rendition is tagged with other colours than the others of its dynamic range."),
            "ITU-T H.273" },
        { "ladder.narrowband-saving", Severity::Warning, 5.0, "%", false,
            QT_TRANSLATE_NOOP("Rule", "Narrowband HD saves"),
            QT_TRANSLATE_NOOP("Rule", "A Narrowband HD rendition is hardly smaller than its normal twin."),
            "GetPlayInfo: NarrowBandType" },
    };
    return kRows;
}

} // namespace proofreel
