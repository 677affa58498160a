// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/container_probe.h"
#include "quality/fact_fields.h"
#include "quality/facts_json.h"
#include "tests/fuzz/fuzz.h"

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

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const auto facts = probeBytes(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    if (facts)
        check(*facts);
    else
        FUZZ_CHECK(facts.error().kind == ErrorKind::Media && !facts.error().message.isEmpty());
    return 0;
}
