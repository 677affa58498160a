// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/mp4_offsets.h"

#include "frames/av_types.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

namespace proofreel {

namespace {

constexpr int mostBoxes = 1'000; // of one parent

struct Span {
    int64_t begin = 0, end = 0; // of what is in a box
};

//! The \a number-th box of that type within \a parent.
std::optional<Span> child(AVIOContext* io, Span parent, const char* type, int number = 0)
{
    int64_t at = parent.begin;
    for (int i = 0; i < mostBoxes && at >= 0 && at + 8 <= parent.end; ++i) {
        if (avio_seek(io, at, SEEK_SET) < 0)
            return std::nullopt;
        int64_t size = avio_rb32(io);
        const uint32_t found = avio_rl32(io);
        int64_t head = 8;
        if (size == 1) {
            size = static_cast<int64_t>(avio_rb64(io));
            head = 16;
        } else if (size == 0) {
            size = parent.end - at;
        }
        if (size < head || size > parent.end - at || avio_feof(io))
            return std::nullopt;
        if (found == MKTAG(type[0], type[1], type[2], type[3]) && number-- == 0)
            return Span { at + head, at + size };
        at += size;
    }
    return std::nullopt;
}

std::optional<Span> descend(AVIOContext* io, std::optional<Span> from, std::initializer_list<const char*> path)
{
    for (const char* type : path)
        from = from ? child(io, *from, type) : std::nullopt;
    return from;
}

bool isTrack(AVIOContext* io, Span trak, int id)
{
    const auto header = child(io, trak, "tkhd");
    if (!header)
        return false;
    avio_seek(io, header->begin, SEEK_SET);
    const bool wide = avio_r8(io) == 1;
    avio_skip(io, wide ? 19 : 11); // flags and times
    return avio_rb32(io) == static_cast<uint32_t>(id);
}

std::vector<int32_t> readOffsets(AVIOContext* io, Span ctts, int samples)
{
    std::vector<int32_t> offsets;
    avio_seek(io, ctts.begin + 4, SEEK_SET);
    const int64_t runs = std::min<int64_t>(avio_rb32(io), (ctts.end - ctts.begin - 8) / 8);
    for (int64_t i = 0; i < runs && !avio_feof(io); ++i) {
        const auto count = static_cast<size_t>(avio_rb32(io));
        const auto offset = static_cast<int32_t>(avio_rb32(io));
        if (count > static_cast<size_t>(samples) - offsets.size())
            return {};
        offsets.insert(offsets.end(), count, offset);
    }
    return offsets.size() == static_cast<size_t>(samples) ? offsets : std::vector<int32_t>();
}

} // namespace

std::vector<int32_t> compositionOffsets(AVFormatContext* media, const AVStream* stream, int samples)
{
    AVIOContext* io = media->pb;
    const int64_t size = io && samples > 0 ? avio_size(io) : -1;
    if (size <= 0)
        return {};
    const int64_t before = avio_tell(io);
    std::vector<int32_t> offsets;
    if (const auto moov = child(io, { 0, size }, "moov")) {
        for (int number = 0; number < mostBoxes; ++number) {
            const auto trak = child(io, *moov, "trak", number);
            if (!trak)
                break;
            if (!isTrack(io, *trak, stream->id))
                continue;
            if (const auto ctts = descend(io, trak, { "mdia", "minf", "stbl", "ctts" }))
                offsets = readOffsets(io, *ctts, samples);
            break;
        }
    }
    avio_seek(io, before, SEEK_SET);
    return offsets;
}

bool hasWholeIndex(AVFormatContext* media)
{
    AVIOContext* io = media->pb;
    const int64_t before = avio_tell(io);
    const bool whole = child(io, { 0, avio_size(io) }, "moov").has_value();
    avio_seek(io, before, SEEK_SET);
    return whole;
}

} // namespace proofreel
