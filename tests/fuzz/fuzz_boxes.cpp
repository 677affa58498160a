// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/box_watch.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

using namespace proofreel;

namespace {

//! What is told of a file that is read from its beginning to its end.
std::optional<ErrorKind> told(const char* bytes, qint64 size, qint64 portion)
{
    IndexBudget budget;
    BoxWatch watch(budget);
    for (qint64 at = 0; at < size; at += portion)
        watch.take(at, bytes + at, std::min(portion, size - at));
    const auto excess = budget.excess();
    FUZZ_CHECK(!excess || !excess->message.isEmpty());
    return excess ? std::optional(excess->kind) : std::nullopt;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const auto* bytes = reinterpret_cast<const char*>(data);
    const auto length = static_cast<qint64>(size);
    const auto whole = told(bytes, length, std::max<qint64>(length, 1));
    // It does not matter in which portions they come,
    FUZZ_CHECK(told(bytes, length, 1) == whole);
    FUZZ_CHECK(told(bytes, length, 13) == whole);
    // and what is read again, or out of order, is bounded as well.
    IndexBudget budget;
    BoxWatch watch(budget);
    for (qint64 at = length / 2; at >= 0; at -= std::max<qint64>(length / 7, 1))
        watch.take(at, bytes + at, length - at);
    (void)budget.excess();
    return 0;
}
