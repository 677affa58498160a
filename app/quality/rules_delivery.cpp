// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/rule_table.h"

#include <QtGlobal>

namespace proofreel {

std::span<const RuleRow> deliveryRules()
{
    static constexpr RuleRow kRows[] {
        { "delivery.status", Severity::Error, std::nullopt, "", false, QT_TRANSLATE_NOOP("Rule", "Server answers"),
            QT_TRANSLATE_NOOP("Rule", "The server refuses the rendition."), "RFC 9110 15" },
        { "delivery.range", Severity::Warning, std::nullopt, "", false, QT_TRANSLATE_NOOP("Rule", "Ranges"),
            QT_TRANSLATE_NOOP("Rule", "The server ignores Range: seeking needs a whole new download."), "RFC 9110 14" },
        { "delivery.length", Severity::Warning, std::nullopt, "", false, QT_TRANSLATE_NOOP("Rule", "Length"),
            QT_TRANSLATE_NOOP("Rule", "The server does not say how long the file is, or says it wrongly."),
            "RFC 9110 8.6" },
        { "delivery.content-type", Severity::Warning, std::nullopt, "", false,
            QT_TRANSLATE_NOOP("Rule", "Content type"),
            QT_TRANSLATE_NOOP("Rule", "Content-Type does not fit the format; some players refuse it."),
            "RFC 9110 8.3; RFC 8216 4" },
        { "delivery.cors", Severity::Info, std::nullopt, "", false, QT_TRANSLATE_NOOP("Rule", "CORS"),
            QT_TRANSLATE_NOOP(
                "Rule", "There is no Access-Control-Allow-Origin: web players of other origins cannot read it."),
            "Fetch Standard" },
        { "delivery.redirect", Severity::Info, std::nullopt, "", false, QT_TRANSLATE_NOOP("Rule", "No redirect"),
            QT_TRANSLATE_NOOP("Rule", "The link leads to another host first: each opening costs one more round trip."),
            "RFC 9110 15.4" },
        { "delivery.tls", Severity::Warning, std::nullopt, "", false, QT_TRANSLATE_NOOP("Rule", "HTTPS"),
            QT_TRANSLATE_NOOP("Rule", "The rendition is handed out without encryption: pages on https cannot play it."),
            "W3C Mixed Content" },
        { "delivery.cache", Severity::Info, std::nullopt, "", false, QT_TRANSLATE_NOOP("Rule", "Caching"),
            QT_TRANSLATE_NOOP("Rule", "Cache-Control forbids caching: each viewer costs a transfer from the origin."),
            "RFC 9111 5.2" },
    };
    return kRows;
}

std::span<const RuleRow> signalRules()
{
    static constexpr RuleRow kRows[] {
        { "signal.black", Severity::Warning, std::nullopt, "", true, QT_TRANSLATE_NOOP("Rule", "Black picture"),
            QT_TRANSLATE_NOOP("Rule", "The picture is black for longer than the policy allows."),
            "FFmpeg blackdetect" },
        { "signal.freeze", Severity::Warning, std::nullopt, "", true, QT_TRANSLATE_NOOP("Rule", "Frozen picture"),
            QT_TRANSLATE_NOOP("Rule", "The picture stands still for longer than the policy allows."),
            "FFmpeg freezedetect" },
        { "signal.silence", Severity::Warning, std::nullopt, "", true, QT_TRANSLATE_NOOP("Rule", "Silence"),
            QT_TRANSLATE_NOOP("Rule", "There is no sound for longer than the policy allows."), "FFmpeg silencedetect" },
        { "signal.clipping", Severity::Warning, 100.0, "samples", true, QT_TRANSLATE_NOOP("Rule", "Clipping"),
            QT_TRANSLATE_NOOP("Rule", "Samples stand at full scale: the sound is distorted."), "ITU-R BS.1770" },
        { "signal.loudness", Severity::Off, 1.0, "LU", true, QT_TRANSLATE_NOOP("Rule", "Loudness"),
            QT_TRANSLATE_NOOP("Rule", "The programme is louder or softer than the policy asks for."), "EBU R 128" },
        { "signal.true-peak", Severity::Warning, 1.0, "dB", true, QT_TRANSLATE_NOOP("Rule", "True peak"),
            QT_TRANSLATE_NOOP(
                "Rule", "The true peak is above what the policy allows: converters and encoders will clip."),
            "EBU R 128; ITU-R BS.1770" },
        { "signal.decode-errors", Severity::Error, 0.0, "errors", true,
            QT_TRANSLATE_NOOP("Rule", "Decodes without errors"),
            QT_TRANSLATE_NOOP("Rule", "The decoder meets errors: blocks, smears or gaps are seen or heard."),
            "FFmpeg" },
        { "signal.field-order", Severity::Warning, std::nullopt, "", true, QT_TRANSLATE_NOOP("Rule", "Field order"),
            QT_TRANSLATE_NOOP(
                "Rule", "The pictures show other fields than the headers say: combing, or motion that shakes."),
            "FFmpeg idet" },
        { "reference.psnr", Severity::Warning, 30.0, "dB", true, QT_TRANSLATE_NOOP("Rule", "PSNR"),
            QT_TRANSLATE_NOOP(
                "Rule", "The picture differs from the original by more than allowed; the tolerance is the least PSNR."),
            "ITU-T J.340" },
        { "reference.ssim", Severity::Warning, 0.9, "", true, QT_TRANSLATE_NOOP("Rule", "SSIM"),
            QT_TRANSLATE_NOOP(
                "Rule", "The picture differs from the original by more than allowed; the tolerance is the least SSIM."),
            "IEEE TIP 13(4), 2004" },
    };
    return kRows;
}

} // namespace proofreel
