// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/decode_scan.h"

#include "frames/av_types.h"
#include "frames/local_media.h"
#include "frames/media_input.h"
#include "quality/link_expiry.h"
#include "quality/scan/media_scan.h"

namespace proofreel {

namespace {

void addTo(TransferStats& sum, const TransferStats& more)
{
    sum.bytesFetched += more.bytesFetched;
    sum.requests += more.requests;
}

//! A file of this PC, or media behind a URL.
struct OpenReference {
    FormatPtr local;
    std::unique_ptr<MediaInput> remote;
    std::optional<Error> trouble;

    void open(Http& http, const QUrl& url, const std::stop_token& stop, const MediaInputOptions& how)
    {
        if (url.isLocalFile()) {
            auto opened = openLocalMedia(url.toLocalFile());
            if (opened)
                local = std::move(*opened);
            else
                trouble = opened.error();
        } else {
            auto opened = MediaInput::open(http, url, stop, how);
            if (opened)
                remote = std::move(*opened);
            else
                trouble = opened.error();
        }
    }
    //! Asked when all is read: what comparing hides.
    void close()
    {
        if (!remote || trouble)
            return;
        Error error = remote->lastError(EndOfFile);
        if (error.kind != ErrorKind::Cancelled && error.code != avErrorText(EndOfFile))
            trouble = std::move(error);
    }
    [[nodiscard]] bool hasExpired(const QUrl& url)
    {
        if (!trouble || !meansExpired(*trouble, url))
            return false;
        trouble->kind = ErrorKind::Expired;
        return true;
    }
    [[nodiscard]] AVFormatContext* context() const { return remote ? remote->context() : local.get(); }
};

} // namespace

Result<DecodedFacts> scanDecoded(Http& http, const QUrl& url, const ScanOptions& options, const std::stop_token& stop,
    TransferStats& transfer, const std::function<void(double)>& progress)
{
    const MediaInputOptions how { .allowPrivateHosts = options.allowPrivateHosts };
    MediaInputOptions ours = how;
    ours.kept = options.kept;
    ours.shared = options.shared;
    auto media = MediaInput::open(http, url, stop, ours);
    if (!media)
        return fail(media.error());
    MediaInput& input = **media;
    OpenReference reference;
    if (!options.reference.isEmpty())
        reference.open(http, options.reference, stop, how);
    const auto mayBeRenewed = [&] { return options.renewsReference && reference.hasExpired(options.reference); };
    if (mayBeRenewed()) {
        addTo(transfer, input.stats());
        return fail(*reference.trouble); // before all is read for nothing
    }
    const ScanSource source { .media = input.context(),
        .reference = reference.context(),
        .inParts = input.isPlaylist(),
        .trouble = [&input]() -> std::optional<Error> {
            Error error = input.lastError(EndOfFile);
            if (error.kind == ErrorKind::Media && error.code == avErrorText(EndOfFile))
                return std::nullopt;
            return error;
        } };
    auto scanned = scanMedia(source, options, stop, progress);
    reference.close();
    addTo(transfer, input.stats());
    if (reference.remote)
        addTo(transfer, reference.remote->stats());
    if (scanned && scanned->facts.video && reference.trouble) {
        if (mayBeRenewed())
            return fail(*reference.trouble);
        scanned->signal.referenceTrouble = reference.trouble->message;
    }
    return scanned;
}

} // namespace proofreel
