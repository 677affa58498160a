// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mediainfo/wire.h"

#include <algorithm>
#include <cstring>

namespace proofreel::mediainfo {

namespace {

struct ValueHead {
    Kind kind = Kind::General;
    uint8_t stream = 0, field = 0, reserved = 0;
    uint32_t characters = 0;
};

template <typename Plain>
bool take(std::string_view& bytes, Plain& plain)
{
    if (bytes.size() < sizeof plain)
        return false;
    std::memcpy(&plain, bytes.data(), sizeof plain);
    bytes.remove_prefix(sizeof plain);
    return true;
}

template <typename Plain>
void put(std::string& bytes, const Plain& plain)
{
    bytes.append(reinterpret_cast<const char*>(&plain), sizeof plain);
}

bool isKnown(const ValueHead& head)
{
    return static_cast<size_t>(head.kind) < kinds && head.stream < askedStreams(head.kind)
        && head.field < fieldNames(head.kind).size() && head.characters > 0 && head.characters <= longestText;
}

} // namespace

std::string encode(const Fields& fields)
{
    std::string bytes;
    put(bytes, fields.streams);
    for (const Fields::Value& value : fields.values) {
        const size_t length = value.text.size() * sizeof(wchar_t);
        if (bytes.size() + sizeof(ValueHead) + length > longestFields)
            break;
        put(bytes,
            ValueHead { .kind = value.kind,
                .stream = value.stream,
                .field = value.field,
                .characters = static_cast<uint32_t>(value.text.size()) });
        bytes.append(reinterpret_cast<const char*>(value.text.data()), length);
    }
    return bytes;
}

std::optional<Fields> decode(std::string_view bytes)
{
    Fields fields;
    if (!take(bytes, fields.streams) || std::ranges::any_of(fields.streams, [](auto n) { return n > mostStreams; }))
        return std::nullopt;
    while (!bytes.empty()) {
        ValueHead head;
        if (!take(bytes, head) || !isKnown(head) || bytes.size() < head.characters * sizeof(wchar_t))
            return std::nullopt;
        Fields::Value value { .kind = head.kind, .stream = head.stream, .field = head.field };
        value.text.resize(head.characters);
        std::memcpy(value.text.data(), bytes.data(), head.characters * sizeof(wchar_t));
        bytes.remove_prefix(head.characters * sizeof(wchar_t));
        fields.values.push_back(std::move(value));
    }
    return fields;
}

} // namespace proofreel::mediainfo
