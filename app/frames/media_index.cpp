// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/media_index.h"

#include "frames/av_types.h"
#include "frames/busiest_second.h"
#include "frames/mp4_offsets.h"

#include <algorithm>
#include <cmath>

namespace proofreel {

namespace {

constexpr qsizetype mostKeyFrames = 50'000;
constexpr double roundingTicks = 1; // a time stamp is off by half of one at most

} // namespace

std::optional<MediaIndex> readIndex(AVFormatContext* media, int video)
{
    if (video < 0 || static_cast<unsigned>(video) >= media->nb_streams)
        return std::nullopt;
    AVStream* stream = media->streams[video];
    MediaIndex index;
    BusiestSecond busiest;
    int64_t first = 0, last = 0, shortest = INT64_MAX, longest = 0;
    qint64 bytes = 0;
    const int count = avformat_index_get_entries_count(stream);
    const std::vector<int32_t> offsets = compositionOffsets(media, stream, count);
    int64_t firstShown = 0;
    for (int i = 0; i < count; ++i) {
        const AVIndexEntry* entry = avformat_index_get_entry(stream, i);
        if (!entry || (entry->flags & AVINDEX_DISCARD_FRAME) || entry->timestamp == NoTime)
            continue;
        const int64_t shown = entry->timestamp + (offsets.empty() ? 0 : offsets[static_cast<size_t>(i)]);
        if (index.frames == 0) {
            first = entry->timestamp;
            firstShown = shown;
        } else {
            if (entry->timestamp < last)
                return std::nullopt; // no order in it
            shortest = std::min(shortest, entry->timestamp - last);
            longest = std::max(longest, entry->timestamp - last);
        }
        last = entry->timestamp;
        const double ms = toMs(entry->timestamp - first, stream->time_base).value_or(0);
        ++index.frames;
        bytes += entry->size;
        busiest.add(ms, entry->size);
        if ((entry->flags & AVINDEX_KEYFRAME) && index.keyFramesMs.size() < mostKeyFrames)
            index.keyFramesMs.append(toMs(shown - firstShown, stream->time_base).value_or(0));
    }
    if (index.frames < 2 || last <= first)
        return std::nullopt;
    const double interval = static_cast<double>(last - first) / static_cast<double>(index.frames - 1); // ticks
    const double intervalMs = interval * 1000.0 * av_q2d(stream->time_base);
    index.frameRate = 1000.0 / intervalMs;
    index.constantFrameRate = static_cast<double>(longest) - interval <= roundingTicks
        && interval - static_cast<double>(shortest) <= roundingTicks;
    const double durationMs = intervalMs * static_cast<double>(index.frames);
    index.averageKbps = static_cast<double>(bytes) * 8 / durationMs;
    index.peakKbps = std::max(*index.averageKbps, busiest.kbps());
    return index;
}

} // namespace proofreel
