// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "frames/av_log.h"
#include "frames/av_types.h"
#include "frames/media_input.h"
#include "frames/media_part.h"

#include <QElapsedTimer>

#include <deque>
#include <vector>

namespace proofreel {

class MediaInput::Private {
public:
    Private(Http& network, QUrl address, std::stop_token stopToken, MediaInputOptions given)
        : http(network)
        , url(std::move(address))
        , stop(std::move(stopToken))
        , options(std::move(given))
        , log([](const QString&) {})
    {
        // One allocation of libav's for what a header lies about; real indexes are far smaller.
        av_max_alloc(384UL * 1024 * 1024);
        age.start();
    }
    ~Private()
    {
        context.reset(); // which closes the parts that it opened
    }
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    Result<void> open();
    std::shared_ptr<RangedReader> readerOf(const QUrl& part);
    Result<std::unique_ptr<MediaPart>> partOf(const QUrl& part, MediaPart::Window window, bool first);
    AVIOContext* openIo(MediaPart& part);
    int openPart(AVIOContext** io, const char* address, AVDictionary** given);
    void note(const Error& error)
    {
        if (!trouble || (endsAll(error) && !endsAll(*trouble)))
            trouble = error;
    }
    [[nodiscard]] bool isOver() const { return stop.stop_requested() || (trouble && endsAll(*trouble)); }
    [[nodiscard]] TransferStats stats() const
    {
        TransferStats sum = closed;
        for (const std::weak_ptr<RangedReader>& each : living) {
            if (const auto reader = each.lock()) {
                sum.bytesFetched += reader->stats().bytesFetched;
                sum.requests += reader->stats().requests;
            }
        }
        return sum;
    }

    Http& http;
    QUrl url;
    std::stop_token stop;
    MediaInputOptions options;
    QElapsedTimer age;
    std::optional<Error> trouble; // the first, or the one that ends all
    IndexBudget budget;
    int parts = 0;
    bool playlist = false;
    std::optional<HlsSummary> summary;
    AvLog log;
    TransferStats closed; // of readers that are gone
    std::vector<std::weak_ptr<RangedReader>> living;
    std::deque<std::shared_ptr<RangedReader>> readers; // the last ones
    std::unique_ptr<MediaPart> file;
    FormatPtr context;
};

} // namespace proofreel
