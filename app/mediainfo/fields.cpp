// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mediainfo/fields.h"

#include <algorithm>
#include <cassert>

namespace proofreel::mediainfo {

namespace {

using namespace std::string_view_literals;

constexpr std::array generalFields { "Format"sv, "Format_Profile"sv, "Duration"sv, "IsStreamable"sv, "Encryption"sv };
constexpr std::array videoFields { "Format"sv, "Format_Version"sv, "Format_Profile"sv, "Width"sv, "Height"sv,
    "Rotation"sv, "PixelAspectRatio"sv, "FrameRate"sv, "FrameRate_Num"sv, "FrameRate_Den"sv, "FrameRate_Mode"sv,
    "BitRate"sv, "BitDepth"sv, "ChromaSubsampling"sv, "colour_primaries"sv, "transfer_characteristics"sv,
    "matrix_coefficients"sv, "colour_range"sv, "HDR_Format"sv, "HDR_Format_Profile"sv, "HDR_Format_Compatibility"sv,
    "MasteringDisplay_Luminance"sv, "MasteringDisplay_ColorPrimaries"sv, "MaxCLL"sv, "MaxFALL"sv, "ScanType"sv,
    "ScanOrder"sv, "Delay"sv, "Duration"sv, "FrameCount"sv, "Encryption"sv };
constexpr std::array audioFields { "Format"sv, "Format_Version"sv, "Format_Profile"sv, "Format_AdditionalFeatures"sv,
    "Channel(s)"sv, "SamplingRate"sv, "BitRate"sv, "Delay"sv, "Duration"sv, "Language"sv, "Encryption"sv };
constexpr std::array textFields { "Format"sv, "Language"sv };

} // namespace

std::span<const std::string_view> fieldNames(Kind kind)
{
    switch (kind) {
    case Kind::Video:
        return videoFields;
    case Kind::Audio:
        return audioFields;
    case Kind::Text:
        return textFields;
    case Kind::General:
        break;
    }
    return generalFields;
}

size_t askedStreams(Kind kind)
{
    return kind == Kind::General || kind == Kind::Video ? 1 : mostStreams;
}

std::wstring_view Fields::text(Kind kind, std::string_view field, int stream) const
{
    const auto names = fieldNames(kind);
    const auto name = std::ranges::find(names, field);
    assert(name != names.end()); // else nobody asks the library for it
    const auto found = std::ranges::find_if(values, [&](const Value& value) {
        return value.kind == kind && value.stream == stream && value.field == name - names.begin();
    });
    return found == values.end() ? std::wstring_view() : found->text;
}

} // namespace proofreel::mediainfo
