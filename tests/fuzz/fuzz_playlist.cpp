// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/playlist.h"
#include "media/reachable.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

using namespace proofreel;

namespace {

void check(const std::optional<Playlist::ByteRange>& range)
{
    FUZZ_CHECK(!range || (range->offset >= 0 && range->length > 0));
}

void check(const Playlist& list)
{
    double at = 0;
    for (const Playlist::Segment& segment : list.segments) {
        FUZZ_CHECK(isPlayableUrl(segment.url));
        FUZZ_CHECK(std::isfinite(segment.startMs) && segment.startMs >= at);
        FUZZ_CHECK(segment.durationMs >= 0 && segment.durationMs <= 86'400'000);
        FUZZ_CHECK(segment.key >= -1 && segment.key < list.keys.size());
        FUZZ_CHECK(segment.section >= -1 && segment.section < list.sections.size());
        check(segment.range);
        at = segment.startMs;
    }
    for (const Playlist::Variant& variant : list.variants) {
        FUZZ_CHECK(isPlayableUrl(variant.url));
        FUZZ_CHECK(variant.bandwidth >= 0 && variant.averageBandwidth >= 0 && variant.frameRate >= 0);
        FUZZ_CHECK(variant.codecs.size() <= 300);
    }
    for (const Playlist::Key& key : list.keys) {
        FUZZ_CHECK(isPlayableUrl(key.url));
        FUZZ_CHECK(key.iv.isEmpty() || key.iv.size() == 16);
    }
    for (const Playlist::Section& section : list.sections) {
        FUZZ_CHECK(isPlayableUrl(section.url));
        check(section.range);
    }
    FUZZ_CHECK(list.variants.isEmpty() == (chooseVariant(list) == nullptr));
    FUZZ_CHECK(list.mediaSequence >= 0);
    FUZZ_CHECK(!list.targetDurationMs || *list.targetDurationMs > 0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (const auto list = parsePlaylist(text, QUrl(QStringLiteral("https://cdn.example/a/index.m3u8?auth_key=1"))))
        check(*list);
    else
        FUZZ_CHECK(list.error().kind == ErrorKind::Protocol || list.error().kind == ErrorKind::TooLarge
            || list.error().kind == ErrorKind::Unsupported);
    // The rule for addresses takes anything.
    const QUrl url(QString::fromUtf8(text.left(2000)));
    FUZZ_CHECK(!mayFetch(url, QUrl(QStringLiteral("https://cdn.example/"))) || isPlayableUrl(url));
    return 0;
}
