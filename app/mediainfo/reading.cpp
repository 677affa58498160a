// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mediainfo/reading.h"

#include "mediainfo/wire.h"

#include <MediaInfo/MediaInfo.h> // with UNICODE, see CMakeLists.txt

#include <algorithm>
#include <limits>

namespace proofreel::mediainfo {

namespace {

constexpr size_t finished = 8; // bit 3 of Open_Buffer_Continue
constexpr auto noJump = std::numeric_limits<uint64_t>::max();
constexpr int mostJumps = 1000; // they cost no bytes, and a file may ask for them without end

// Of the SEI messages in which x264 and x265 write their settings: MediaInfoLib 23.04 reads certain texts in them for
// ever, and nothing of it is wanted here. H.264's and HEVC's escapes cannot fall within these bytes.
using namespace std::string_view_literals;
constexpr std::array settingsIds { "\xdc\x45\xe9\xbd\xe6\xd9\x48\xb7\x96\x2c\xd8\x20\xd9\x23\xee\xef"sv,
    "\x2c\xa2\xde\x09\xb5\x17\x47\xdb\xbb\x55\xa4\xfe\x7f\xc2\xfc\x4e"sv };

//! Makes settings unknown to the library. How much of the piece may be fed: an id that is not whole at its end waits.
size_t hideSettings(char* bytes, size_t count, bool last)
{
    const std::string_view all(bytes, count);
    for (const std::string_view id : settingsIds) {
        for (size_t at = all.find(id); at != std::string_view::npos; at = all.find(id, at + 1))
            bytes[at] = '\0';
    }
    for (size_t tail = std::min<size_t>(15, all.size() - 1); tail > 0 && !last; --tail) {
        for (const std::string_view id : settingsIds) {
            if (all.ends_with(id.substr(0, tail)))
                return count - tail;
        }
    }
    return count;
}

MediaInfoLib::stream_t streamKind(Kind kind)
{
    switch (kind) {
    case Kind::Video:
        return MediaInfoLib::Stream_Video;
    case Kind::Audio:
        return MediaInfoLib::Stream_Audio;
    case Kind::Text:
        return MediaInfoLib::Stream_Text;
    case Kind::General:
        break;
    }
    return MediaInfoLib::Stream_General;
}

void feed(MediaInfoLib::MediaInfo& library, uint64_t size, uint64_t most, const Read& read)
{
    std::vector<char> piece(longestPiece);
    uint64_t at = 0, fed = 0;
    library.Open_Buffer_Init(size, 0);
    for (int jumps = 0; at < size && fed < most && jumps < mostJumps;) {
        const size_t count = read(at, piece.data(), static_cast<size_t>(std::min<uint64_t>(piece.size(), size - at)));
        if (count == 0)
            break;
        const size_t used = hideSettings(piece.data(), count, at + count >= size);
        at += used;
        fed += used;
        const auto status = library.Open_Buffer_Continue(reinterpret_cast<const uint8_t*>(piece.data()), used);
        const uint64_t jump = library.Open_Buffer_Continue_GoTo_Get();
        if (status & finished)
            break;
        if (jump == noJump)
            continue;
        if (jump >= size)
            break;
        ++jumps;
        at = jump;
        library.Open_Buffer_Init(size, at);
    }
    library.Open_Buffer_Finalize();
}

} // namespace

Fields readFields(uint64_t size, uint64_t most, const Read& read)
{
    MediaInfoLib::MediaInfo library;
    library.Option(L"Internet", L"No"); // it would ask for newer versions of itself
    library.Option(L"ParseSpeed", L"0"); // headers, and the first frames
    library.Option(L"File_IsSeekable", L"1");
    feed(library, size, most, read);
    Fields fields;
    for (const Kind kind : { Kind::General, Kind::Video, Kind::Audio, Kind::Text }) {
        const size_t streams = std::min<size_t>(library.Count_Get(streamKind(kind)), mostStreams);
        fields.streams.at(static_cast<size_t>(kind)) = static_cast<uint8_t>(streams);
        const auto names = fieldNames(kind);
        for (size_t stream = 0; stream < std::min(streams, askedStreams(kind)); ++stream) {
            for (size_t field = 0; field < names.size(); ++field) {
                std::wstring text =
                    library.Get(streamKind(kind), stream, std::wstring(names[field].begin(), names[field].end()));
                if (!text.empty())
                    fields.values.push_back({ .kind = kind,
                        .stream = static_cast<uint8_t>(stream),
                        .field = static_cast<uint8_t>(field),
                        .text = text.substr(0, longestText) });
            }
        }
    }
    return fields;
}

} // namespace proofreel::mediainfo
