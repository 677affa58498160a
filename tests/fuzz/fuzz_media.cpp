// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/decode.h"
#include "tests/fuzz/fuzz.h"

using namespace proofreel;

namespace {

void check(const MediaTrack& track)
{
    inRange(track.index);
    inRange(track.width);
    inRange(track.height);
    inRange(track.channels);
    inRange(track.sampleRate);
    inRange(track.bitrate);
    inRange(track.fps);
    inRange(track.duration);
    FUZZ_CHECK(track.fields().size() <= 500);
}

void check(const MediaDetails& media)
{
    FUZZ_CHECK(media.files.size() <= 10'000);
    for (const MediaFile& file : media.files) {
        inRange(file.size);
        inRange(file.duration);
        inRange(file.bitrate);
        FUZZ_CHECK(file.fileUrl.size() <= 16'384);
        for (const MediaTrack& track : file.tracks)
            check(track);
    }
}

template <typename Reply>
bool isGood(const Result<Reply>& reply)
{
    if (!reply) {
        FUZZ_CHECK(reply.error().kind == ErrorKind::Protocol || reply.error().kind == ErrorKind::Service);
        FUZZ_CHECK(!reply.error().message.isEmpty() && reply.error().details().size() < 4000);
        return false;
    }
    FUZZ_CHECK(reply->info.oddities.size() <= 201);
    return true;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray body(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (const auto info = decodeMediaInfo(body); isGood(info))
        check(info->media);
    if (const auto batch = decodeMediaBatch(body); isGood(batch)) {
        FUZZ_CHECK(batch->medias.size() <= 10'000 && batch->ignored.size() <= 10'000);
        for (const MediaDetails& media : batch->medias)
            check(media);
    }
    if (const auto page = decodeSearchPage(body); isGood(page)) {
        inRange(page->totalCount);
        for (const MediaBasicInfo& media : page->medias)
            FUZZ_CHECK(media.raw.isEmpty() && media.title.size() <= 16'384);
    }
    if (const auto categories = decodeCategories(body); isGood(categories)) {
        inRange(categories->subTotal);
        for (const Category& child : categories->children)
            inRange(child.subTotal);
    }
    return 0;
}
