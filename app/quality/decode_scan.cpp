// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/decode_scan.h"

#include "frames/av_types.h"
#include "frames/media_input.h"
#include "quality/scan/media_scan.h"

namespace proofreel {

namespace {

void addTo(TransferStats& sum, const TransferStats& more)
{
    sum.bytesFetched += more.bytesFetched;
    sum.requests += more.requests;
}

} // namespace

Result<DecodedFacts> scanDecoded(Http& http, const QUrl& url, const ScanOptions& options, const std::stop_token& stop,
    TransferStats& transfer, const std::function<void(double)>& progress)
{
    const MediaInputOptions how { .allowPrivateHosts = options.allowPrivateHosts };
    auto media = MediaInput::open(http, url, stop, how);
    if (!media)
        return fail(media.error());
    MediaInput& input = **media;
    std::unique_ptr<MediaInput> reference;
    QString referenceTrouble;
    if (!options.reference.isEmpty()) {
        auto opened = MediaInput::open(http, options.reference, stop, how);
        if (opened)
            reference = std::move(*opened);
        else
            referenceTrouble = opened.error().message;
    }
    const ScanSource source { .media = input.context(),
        .reference = reference ? reference->context() : nullptr,
        .inParts = input.isPlaylist(),
        .trouble = [&input]() -> std::optional<Error> {
            Error error = input.lastError(EndOfFile);
            if (error.kind == ErrorKind::Media && error.code == avErrorText(EndOfFile))
                return std::nullopt;
            return error;
        } };
    auto scanned = scanMedia(source, options, stop, progress);
    if (scanned && !referenceTrouble.isEmpty())
        scanned->signal.referenceTrouble = referenceTrouble;
    addTo(transfer, input.stats());
    if (reference)
        addTo(transfer, reference->stats());
    return scanned;
}

} // namespace proofreel
