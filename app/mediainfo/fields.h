// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace proofreel::mediainfo {

enum class Kind : uint8_t { General, Video, Audio, Text };
constexpr size_t kinds = 4;
constexpr size_t mostStreams = 100; //!< of a kind; others are not counted
constexpr size_t longestText =
    1001; //!< characters of a value; one more than anybody shows, so that it is seen to be cut

//! MediaInfo's names of what is asked of each stream of a kind. Of video, only the first stream is asked.
[[nodiscard]] std::span<const std::string_view> fieldNames(Kind kind);
[[nodiscard]] size_t askedStreams(Kind kind);

//! What MediaInfoLib said of a file: values in its words, none of which is empty.
struct Fields {
    struct Value {
        Kind kind = Kind::General;
        uint8_t stream = 0, field = 0; //!< field: in fieldNames(kind)
        std::wstring text {};
    };
    std::array<uint8_t, kinds> streams {}; //!< of each kind, at most mostStreams
    std::vector<Value> values;

    //! Empty: it is not there.
    [[nodiscard]] std::wstring_view text(Kind kind, std::string_view field, int stream = 0) const;
};

} // namespace proofreel::mediainfo
