// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/rule_table.h"

#include <QtGlobal>

namespace proofreel {

std::span<const RuleRow> fileRules()
{
    static constexpr RuleRow kRows[] {
        { "container.open", Severity::Error, std::nullopt, "", false, QT_TRANSLATE_NOOP("Rule", "File can be opened"),
            QT_TRANSLATE_NOOP("Rule", "The file cannot be fetched or its headers cannot be read."), "MediaInfo" },
        { "container.format", Severity::Error, std::nullopt, "", false, QT_TRANSLATE_NOOP("Rule", "Format"),
            QT_TRANSLATE_NOOP("Rule", "The file is of another format than declared."), "GetPlayInfo: Format" },
        { "container.size", Severity::Error, 0.1, "%", false, QT_TRANSLATE_NOOP("Rule", "Size"),
            QT_TRANSLATE_NOOP("Rule", "The file has another size than declared: it was cut off, or replaced."),
            "GetPlayInfo: Size" },
        { "container.duration", Severity::Error, 100.0, "ms", false, QT_TRANSLATE_NOOP("Rule", "Duration"),
            QT_TRANSLATE_NOOP("Rule", "The file lasts longer or shorter than declared."), "GetPlayInfo: Duration" },
        { "container.resolution", Severity::Error, std::nullopt, "", false,
            QT_TRANSLATE_NOOP("Rule", "Width and height"),
            QT_TRANSLATE_NOOP("Rule", "The picture in the file has another size than declared."),
            "GetPlayInfo: Width, Height" },
        { "container.frame-rate", Severity::Error, 0.5, "%", false, QT_TRANSLATE_NOOP("Rule", "Frame rate"),
            QT_TRANSLATE_NOOP("Rule", "The file has another frame rate than declared."), "GetPlayInfo: Fps" },
        { "container.bitrate", Severity::Warning, 10.0, "%", false, QT_TRANSLATE_NOOP("Rule", "Bitrate"),
            QT_TRANSLATE_NOOP(
                "Rule", "The file has another bitrate than declared; an adaptive player would choose wrongly."),
            "GetPlayInfo: Bitrate" },
        { "container.bit-depth", Severity::Error, std::nullopt, "", false, QT_TRANSLATE_NOOP("Rule", "Bit depth"),
            QT_TRANSLATE_NOOP("Rule", "The file has another bit depth than declared."), "GetPlayInfo: BitDepth" },
        { "container.hdr", Severity::Error, std::nullopt, "", false, QT_TRANSLATE_NOOP("Rule", "HDR kind"),
            QT_TRANSLATE_NOOP(
                "Rule", "The file is of another dynamic range than declared: it looks washed out or too dark."),
            "GetPlayInfo: HDRType" },
        { "container.encryption", Severity::Error, std::nullopt, "", false, QT_TRANSLATE_NOOP("Rule", "Encryption"),
            QT_TRANSLATE_NOOP("Rule", "The file is encrypted in another way than declared, or not at all."),
            "GetPlayInfo: Encrypt, EncryptType" },
        { "container.stream-type", Severity::Error, std::nullopt, "", false,
            QT_TRANSLATE_NOOP("Rule", "Video or audio"),
            QT_TRANSLATE_NOOP(
                "Rule", "The file has no picture though video is declared, or a picture though audio is."),
            "GetPlayInfo: StreamType" },
        { "container.variable-frame-rate", Severity::Warning, std::nullopt, "", false,
            QT_TRANSLATE_NOOP("Rule", "Constant frame rate"),
            QT_TRANSLATE_NOOP("Rule", "The frame rate varies: editing, subtitles and switching drift."),
            "Apple HLS Authoring Specification" },
        { "container.fast-start", Severity::Warning, std::nullopt, "", false, QT_TRANSLATE_NOOP("Rule", "Fast start"),
            QT_TRANSLATE_NOOP("Rule", "The index stands behind the media, so playing waits for the end of the file."),
            "ISO/IEC 14496-12 6.2.3" },
        { "container.rotation", Severity::Warning, std::nullopt, "", false, QT_TRANSLATE_NOOP("Rule", "Rotation"),
            QT_TRANSLATE_NOOP("Rule", "The picture is turned by a flag, which some players ignore."),
            "ISO/IEC 14496-12 8.3.2" },
        { "container.aspect", Severity::Info, 1.0, "%", false, QT_TRANSLATE_NOOP("Rule", "Square pixels"),
            QT_TRANSLATE_NOOP("Rule", "Pixels are not square: players that ignore it show a distorted picture."),
            "ISO/IEC 14496-12 12.1.4" },
        { "container.start-time", Severity::Warning, 100.0, "ms", false, QT_TRANSLATE_NOOP("Rule", "Start time"),
            QT_TRANSLATE_NOOP("Rule", "The file does not start at zero, so positions in it are shifted."),
            "ISO/IEC 14496-12 8.6.6" },
        { "container.chroma", Severity::Warning, std::nullopt, "", false,
            QT_TRANSLATE_NOOP("Rule", "Chroma subsampling"),
            QT_TRANSLATE_NOOP("Rule", "It is not 4:2:0, which is what hardware decoders play."),
            "Apple HLS Authoring Specification" },
        { "container.hdr-metadata", Severity::Warning, std::nullopt, "", false,
            QT_TRANSLATE_NOOP("Rule", "HDR10 metadata"),
            QT_TRANSLATE_NOOP("Rule", "HDR10 without mastering display or content light level: screens have to guess."),
            "SMPTE ST 2086; CTA-861.3" },
        { "container.codec", Severity::Error, std::nullopt, "", false, QT_TRANSLATE_NOOP("Rule", "Codec"),
            QT_TRANSLATE_NOOP("Rule", "The codec is none of those that the policy allows."), "Policy" },
        { "decoded.duration", Severity::Error, 100.0, "ms", true, QT_TRANSLATE_NOOP("Rule", "Duration of the frames"),
            QT_TRANSLATE_NOOP("Rule", "The frames last longer or shorter than the headers say."), "FFmpeg" },
        { "decoded.resolution", Severity::Error, std::nullopt, "", true,
            QT_TRANSLATE_NOOP("Rule", "Size of the frames"),
            QT_TRANSLATE_NOOP("Rule", "The frames have another size than the headers say."), "FFmpeg" },
        { "decoded.frame-rate", Severity::Warning, 1.0, "%", true, QT_TRANSLATE_NOOP("Rule", "Rate of the frames"),
            QT_TRANSLATE_NOOP("Rule", "The frames come at another rate than the headers say."), "FFmpeg" },
        { "decoded.bit-depth", Severity::Error, std::nullopt, "", true,
            QT_TRANSLATE_NOOP("Rule", "Depth of the frames"),
            QT_TRANSLATE_NOOP("Rule", "The frames have another bit depth than the headers say."), "FFmpeg" },
        { "decoded.hdr", Severity::Error, std::nullopt, "", true, QT_TRANSLATE_NOOP("Rule", "HDR of the frames"),
            QT_TRANSLATE_NOOP("Rule", "The frames are of another dynamic range than the headers say."),
            "FFmpeg; ITU-R BT.2100" },
        { "decoded.audio", Severity::Error, std::nullopt, "", true, QT_TRANSLATE_NOOP("Rule", "Decoded sound"),
            QT_TRANSLATE_NOOP("Rule", "The sound has other channels or another sample rate than the headers say."),
            "FFmpeg" },
        { "decoded.frames", Severity::Error, 1.0, "frames", true, QT_TRANSLATE_NOOP("Rule", "Number of frames"),
            QT_TRANSLATE_NOOP("Rule", "There are fewer frames than the headers say."), "FFmpeg" },
    };
    return kRows;
}

} // namespace proofreel
