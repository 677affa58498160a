// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/rule_table.h"

#include <QtGlobal>

namespace proofreel {

std::span<const RuleRow> declaredRules()
{
    static constexpr RuleRow kRows[] {
        { "declared.bitrate-size", Severity::Warning, 10.0, "%", false,
            QT_TRANSLATE_NOOP("Rule", "Size against Bitrate"),
            QT_TRANSLATE_NOOP("Rule", "Size by Duration is another bitrate than the one that is declared."),
            "GetPlayInfo: Size, Duration, Bitrate" },
        { "declared.encrypt-type", Severity::Warning, std::nullopt, "", false,
            QT_TRANSLATE_NOOP("Rule", "Encrypt against EncryptType"),
            QT_TRANSLATE_NOOP(
                "Rule", "Encrypt and EncryptType contradict each other, so a player cannot know how to open it."),
            "GetPlayInfo: Encrypt, EncryptType" },
        { "declared.hdr-bit-depth", Severity::Warning, std::nullopt, "", false,
            QT_TRANSLATE_NOOP("Rule", "HDRType against BitDepth"),
            QT_TRANSLATE_NOOP("Rule", "HDR needs 10 bits or more; with 8 it shows banding, or it is not HDR."),
            "GetPlayInfo: HDRType, BitDepth; ITU-R BT.2100" },
        { "declared.format-stream-type", Severity::Warning, std::nullopt, "", false,
            QT_TRANSLATE_NOOP("Rule", "StreamType against Format"),
            QT_TRANSLATE_NOOP(
                "Rule", "Format, StreamType and TransTemplateType do not fit together as the API page documents them."),
            "GetPlayInfo: Format, StreamType, TransTemplateType" },
        { "declared.definition-size", Severity::Info, 10.0, "%", false,
            QT_TRANSLATE_NOOP("Rule", "Definition against picture size"),
            QT_TRANSLATE_NOOP("Rule", "The picture is not of the size that this Definition usually has."),
            "GetPlayInfo: Definition, Width, Height" },
        { "declared.url-expiry", Severity::Warning, std::nullopt, "", false,
            QT_TRANSLATE_NOOP("Rule", "Life of the link"),
            QT_TRANSLATE_NOOP("Rule", "The PlayURL ends too soon to be watched with."),
            "GetPlayInfo: PlayURL, AuthTimeout" },
        { "declared.missing-field", Severity::Warning, std::nullopt, "", false,
            QT_TRANSLATE_NOOP("Rule", "Missing fields"),
            QT_TRANSLATE_NOOP("Rule", "Fields that describe the rendition are absent."), "GetPlayInfo" },
        { "declared.undocumented-value", Severity::Info, std::nullopt, "", false,
            QT_TRANSLATE_NOOP("Rule", "Undocumented values"),
            QT_TRANSLATE_NOOP("Rule", "A field has a value that the API page does not list; clients may not know it."),
            "GetPlayInfo" },
        { "declared.file-url-open", Severity::Warning, std::nullopt, "", false,
            QT_TRANSLATE_NOOP("Rule", "FileURL without signature"),
            QT_TRANSLATE_NOOP("Rule", "The file in OSS can be read by everybody who knows its address."),
            "GetPlayInfo: FileURL; OSS ACL" },
        { "declared.invisible", Severity::Info, std::nullopt, "", false,
            QT_TRANSLATE_NOOP("Rule", "Invisible rendition"),
            QT_TRANSLATE_NOOP("Rule", "Status is Invisible: the rendition is hidden from playback."),
            "GetPlayInfo: Status" },
        { "declared.times", Severity::Warning, std::nullopt, "", false, QT_TRANSLATE_NOOP("Rule", "Times"),
            QT_TRANSLATE_NOOP("Rule", "ModificationTime lies before CreationTime."),
            "GetPlayInfo: CreationTime, ModificationTime" },
    };
    return kRows;
}

} // namespace proofreel
