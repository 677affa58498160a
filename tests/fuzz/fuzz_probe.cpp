// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mediainfo/reading.h"
#include "mediainfo/wire.h"
#include "quality/container_probe.h"
#include "quality/fact_fields.h"
#include "quality/facts_json.h"
#include "quality/probe/mediainfo_facts.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

using namespace proofreel;

namespace {

void check(const MediaFacts& facts)
{
    inRange(facts.sizeBytes);
    inRange(facts.durationMs);
    inRange(facts.bitrateKbps);
    FUZZ_CHECK(facts.audio.size() <= 100 && facts.subtitles.size() <= 100);
    FUZZ_CHECK(facts.video || !facts.audio.isEmpty());
    if (facts.video) {
        inRange(facts.video->width);
        inRange(facts.video->height);
        inRange(facts.video->frameRate);
        inRange(facts.video->bitDepth);
        inRange(facts.video->frames);
        inRange(facts.video->maxCll);
        FUZZ_CHECK(facts.video->codec.size() <= 1001 && facts.video->hdrDetail.size() <= 40);
    }
    // What a server sent can be shown on a line and written as JSON.
    for (const FactField& field : factFields(facts))
        FUZZ_CHECK(!field.text.contains(QLatin1Char('\n')));
    FUZZ_CHECK(factsFromJson(factsToJson(facts)).audio.size() == facts.audio.size());
}

} // namespace

#ifdef FUZZ_IN_PROCESS // libFuzzer sees into the library, and itself ends what is lost in it
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const auto fields = mediainfo::readFields(size, size, [&](uint64_t offset, char* buffer, size_t length) {
        const size_t count = std::min<size_t>(length, offset < size ? size - offset : 0);
        std::copy_n(data + offset, count, buffer);
        return count;
    });
    const auto told = mediainfo::decode(mediainfo::encode(fields));
    FUZZ_CHECK(told && told->streams == fields.streams && told->values.size() <= fields.values.size());
    const MediaFacts facts = mediaInfoFacts(*told);
    if (facts.video || !facts.audio.isEmpty())
        check(facts);
    return 0;
}
#else
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const auto facts = probeBytes(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    if (facts)
        check(*facts);
    else
        FUZZ_CHECK(facts.error().kind == ErrorKind::Media && !facts.error().message.isEmpty());
    return 0;
}
#endif
