// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>

//! One input of libFuzzer; also what the replay calls.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

//! A property that holds for every input.
#define FUZZ_CHECK(condition)                                                                                          \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            std::fprintf(stderr, "%s:%d: %s does not hold\n", __FILE__, __LINE__, #condition);                         \
            std::abort();                                                                                              \
        }                                                                                                              \
    } while (false)

//! A number of a reply is absent, or finite and not negative.
template <typename T>
void inRange(const std::optional<T>& number)
{
    FUZZ_CHECK(!number || (std::isfinite(static_cast<double>(*number)) && *number >= 0));
}
