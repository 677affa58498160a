// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the helper program and those who start it say to each other over the helper's standard input, a socket. The
// parent opens a file (Open); the helper asks for bytes (Ask), the parent gives them (Bytes: as many as are there, none
// at the file's end); at last the helper tells what it found (Fields) and can be given the next file. Numbers are in
// the machine's own order. Who hears anything else hangs up.

#pragma once

#include "mediainfo/fields.h"

#include <optional>

namespace proofreel::mediainfo {

constexpr const char* wireVersion = "1"; //!< the helper's argument: one of another version does not speak

constexpr uint32_t longestPiece = 64 * 1024; //!< bytes of a Bytes
constexpr uint32_t longestFields = 2 * 1024 * 1024; //!< bytes of a Fields

enum class Word : uint32_t { Open = 1, Ask, Bytes, Fields };

struct Head {
    Word word = Word::Open;
    uint32_t length = 0; //!< bytes that follow
};
struct Open {
    uint64_t size = 0; //!< bytes of the file
    uint64_t most = 0; //!< bytes that the library may see
};
struct Ask {
    uint64_t offset = 0;
    uint64_t length = 0; //!< 1 to longestPiece
};

//! At most longestFields; values that do not fit are left out.
[[nodiscard]] std::string encode(const Fields& fields);
//! nullopt: that is none.
[[nodiscard]] std::optional<Fields> decode(std::string_view bytes);

} // namespace proofreel::mediainfo
