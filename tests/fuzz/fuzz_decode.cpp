// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/decode.h"
#include "ims/service_error.h"
#include "tests/fuzz/fuzz.h"

using namespace proofreel;

namespace {

void check(const PlayInfo& stream)
{
    inRange(stream.size);
    inRange(stream.width);
    inRange(stream.height);
    inRange(stream.encrypt);
    inRange(stream.bitDepth);
    inRange(stream.bitrate);
    inRange(stream.duration);
    inRange(stream.fps);
    FUZZ_CHECK(stream.playUrl.size() <= 16'384);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray body(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (const auto reply = decodePlayInfo(body)) {
        FUZZ_CHECK(reply->playInfoList.size() <= 10'000);
        FUZZ_CHECK(reply->info.oddities.size() <= 201);
        for (const PlayInfo& stream : reply->playInfoList)
            check(stream);
    } else {
        FUZZ_CHECK(reply.error().kind == ErrorKind::Protocol && !reply.error().message.isEmpty());
    }
    if (const auto page = decodeMediaPage(body)) {
        FUZZ_CHECK(page->medias.size() <= 10'000);
        inRange(page->totalCount);
        for (const MediaBasicInfo& media : page->medias) {
            inRange(media.duration);
            inRange(media.size);
        }
    }
    for (const int status : { 200, 400, 404, 500 }) {
        const auto failure =
            serviceFailure({ .status = status, .body = body }, { .action = QStringLiteral("GetPlayInfo") });
        FUZZ_CHECK(failure || status == 200);
        FUZZ_CHECK(!failure || (!failure->error.message.isEmpty() && failure->error.details().size() < 4000));
    }
    return 0;
}
