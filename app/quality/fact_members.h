// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/facts.h"

#include <QtGlobal>

#include <concepts>
#include <type_traits>

namespace proofreel {

// The one list of all facts, from which ledgers, CSV and JSON are made: members(facts, visit) calls
// visit(name, member, show, title) for each, in the order in which a person reads them. The names are keys of the
// contracts page; titles are to be translated in the context "Facts".

enum class Show { Plain, Bytes, Duration, Kbps, Rate, Bits, Hertz, Degrees, Ratio, Light, Count };

template <typename T, typename Of>
concept Either = std::same_as<std::remove_const_t<T>, Of>; // const or not

template <Either<MasteringDisplay> F, typename V>
void members(F& f, V&& visit)
{
    visit("minLuminance", f.minLuminance);
    visit("maxLuminance", f.maxLuminance);
    visit("primaries", f.primaries);
}

template <Either<VideoFacts> F, typename V>
void members(F& f, V&& visit)
{
    visit("codec", f.codec, Show::Plain, QT_TRANSLATE_NOOP("Facts", "Video codec"));
    visit("profile", f.profile, Show::Plain, QT_TRANSLATE_NOOP("Facts", "Profile"));
    visit("level", f.level, Show::Plain, QT_TRANSLATE_NOOP("Facts", "Level"));
    visit("width", f.width, Show::Count, QT_TRANSLATE_NOOP("Facts", "Width"));
    visit("height", f.height, Show::Count, QT_TRANSLATE_NOOP("Facts", "Height"));
    visit("aspect", f.aspect, Show::Ratio, QT_TRANSLATE_NOOP("Facts", "Aspect ratio"));
    visit("rotation", f.rotation, Show::Degrees, QT_TRANSLATE_NOOP("Facts", "Rotation"));
    visit("frameRate", f.frameRate, Show::Rate, QT_TRANSLATE_NOOP("Facts", "Frame rate"));
    visit("constantFrameRate", f.constantFrameRate, Show::Plain, QT_TRANSLATE_NOOP("Facts", "Constant frame rate"));
    visit("bitrateKbps", f.bitrateKbps, Show::Kbps, QT_TRANSLATE_NOOP("Facts", "Video bitrate"));
    visit("peakBitrateKbps", f.peakBitrateKbps, Show::Kbps, QT_TRANSLATE_NOOP("Facts", "Peak bitrate"));
    visit("bitDepth", f.bitDepth, Show::Bits, QT_TRANSLATE_NOOP("Facts", "Bit depth"));
    visit("chroma", f.chroma, Show::Plain, QT_TRANSLATE_NOOP("Facts", "Chroma"));
    visit("primaries", f.primaries, Show::Plain, QT_TRANSLATE_NOOP("Facts", "Primaries"));
    visit("transfer", f.transfer, Show::Plain, QT_TRANSLATE_NOOP("Facts", "Transfer"));
    visit("matrix", f.matrix, Show::Plain, QT_TRANSLATE_NOOP("Facts", "Matrix"));
    visit("range", f.range, Show::Plain, QT_TRANSLATE_NOOP("Facts", "Range"));
    visit("hdr", f.hdr, Show::Plain, QT_TRANSLATE_NOOP("Facts", "HDR"));
    visit("hdrDetail", f.hdrDetail, Show::Plain, QT_TRANSLATE_NOOP("Facts", "HDR detail"));
    visit("mastering", f.mastering, Show::Light, QT_TRANSLATE_NOOP("Facts", "Mastering display"));
    visit("maxCll", f.maxCll, Show::Light, QT_TRANSLATE_NOOP("Facts", "MaxCLL"));
    visit("maxFall", f.maxFall, Show::Light, QT_TRANSLATE_NOOP("Facts", "MaxFALL"));
    visit("scan", f.scan, Show::Plain, QT_TRANSLATE_NOOP("Facts", "Scan"));
    visit("startMs", f.startMs, Show::Duration, QT_TRANSLATE_NOOP("Facts", "Video start"));
    visit("durationMs", f.durationMs, Show::Duration, QT_TRANSLATE_NOOP("Facts", "Video duration"));
    visit("frames", f.frames, Show::Count, QT_TRANSLATE_NOOP("Facts", "Frames"));
    visit("keyFramesMs", f.keyFramesMs, Show::Count, QT_TRANSLATE_NOOP("Facts", "Key frames"));
}

template <Either<AudioFacts> F, typename V>
void members(F& f, V&& visit)
{
    visit("codec", f.codec, Show::Plain, QT_TRANSLATE_NOOP("Facts", "Audio codec"));
    visit("profile", f.profile, Show::Plain, QT_TRANSLATE_NOOP("Facts", "Audio profile"));
    visit("channels", f.channels, Show::Count, QT_TRANSLATE_NOOP("Facts", "Channels"));
    visit("sampleRate", f.sampleRate, Show::Hertz, QT_TRANSLATE_NOOP("Facts", "Sample rate"));
    visit("bitrateKbps", f.bitrateKbps, Show::Kbps, QT_TRANSLATE_NOOP("Facts", "Audio bitrate"));
    visit("startMs", f.startMs, Show::Duration, QT_TRANSLATE_NOOP("Facts", "Audio start"));
    visit("durationMs", f.durationMs, Show::Duration, QT_TRANSLATE_NOOP("Facts", "Audio duration"));
    visit("language", f.language, Show::Plain, QT_TRANSLATE_NOOP("Facts", "Audio language"));
}

template <Either<SubtitleFacts> F, typename V>
void members(F& f, V&& visit)
{
    visit("codec", f.codec, Show::Plain, QT_TRANSLATE_NOOP("Facts", "Subtitle codec"));
    visit("language", f.language, Show::Plain, QT_TRANSLATE_NOOP("Facts", "Subtitle language"));
}

//! Without the streams.
template <Either<MediaFacts> F, typename V>
void fileMembers(F& f, V&& visit)
{
    visit("format", f.format, Show::Plain, QT_TRANSLATE_NOOP("Facts", "Format"));
    visit("sizeBytes", f.sizeBytes, Show::Bytes, QT_TRANSLATE_NOOP("Facts", "Size"));
    visit("durationMs", f.durationMs, Show::Duration, QT_TRANSLATE_NOOP("Facts", "Duration"));
    visit("bitrateKbps", f.bitrateKbps, Show::Kbps, QT_TRANSLATE_NOOP("Facts", "Bitrate"));
    visit("startMs", f.startMs, Show::Duration, QT_TRANSLATE_NOOP("Facts", "Start"));
    visit("fastStart", f.fastStart, Show::Plain, QT_TRANSLATE_NOOP("Facts", "Index comes first"));
    visit("encryption", f.encryption, Show::Plain, QT_TRANSLATE_NOOP("Facts", "Encryption"));
}

} // namespace proofreel
