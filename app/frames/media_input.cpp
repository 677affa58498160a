// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/media_input_private.h"

#include "core/network_error.h"
#include "media/reply_trouble.h"

#include <QCoreApplication>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

struct InputText {
    Q_DECLARE_TR_FUNCTIONS(MediaInput)
};

// None that names other files by itself (concat, dash, sdp…), and no bare bit streams, which anything looks like.
constexpr auto knownFormats =
    "mov,mp4,hls,applehttp,mpegts,mp3,aac,flac,wav,ogg,flv,live_flv,matroska,webm,mpeg,avi,mxf,"
    "asf,ac3,eac3,webvtt,srt";

} // namespace

bool endsAll(const Error& error)
{
    return error.kind == ErrorKind::Cancelled || error.kind == ErrorKind::TooLarge
        || error.kind == ErrorKind::Unsupported || error.kind == ErrorKind::Expired || isUnanswered(error);
}

Result<void> MediaInput::Private::open()
{
    auto first = partOf(url, {}, true);
    if (!first)
        return fail(first.error());
    file = std::move(*first);
    context.reset(avformat_alloc_context());
    if (!context)
        return fail({ .kind = ErrorKind::TooLarge });
    context->pb = openIo(*file);
    context->flags |= AVFMT_FLAG_CUSTOM_IO;
    context->opaque = this;
    context->io_open = [](AVFormatContext* from, AVIOContext** io, const char* address, int flags,
                           AVDictionary** given) {
        return flags & AVIO_FLAG_WRITE ? -EPERM : static_cast<Private*>(from->opaque)->openPart(io, address, given);
    };
    context->io_close2 = [](AVFormatContext*, AVIOContext* io) {
        delete MediaPart::of(io);
        return 0;
    };
    context->interrupt_callback = { [](void* self) { return static_cast<Private*>(self)->isOver() ? 1 : 0; }, this };
    if (options.probeBytes > 0)
        context->probesize = options.probeBytes;
    context->format_whitelist = av_strdup(knownFormats);
    context->protocol_whitelist = av_strdup("http,https,crypto");

    AVDictionary* settings = nullptr;
    // Keeping connections and trying again are Http's matter; what may be opened is decided here.
    for (const auto& [name, value] : { std::pair("http_persistent", "0"), std::pair("http_multiple", "0"),
             std::pair("allowed_extensions", "ALL"), std::pair("extension_picky", "0"),
             std::pair("live_start_index", "0"), std::pair("max_reload", "1"), std::pair("enable_drefs", "0") })
        av_dict_set(&settings, name, value, 0);
    const RangedReader& reader = *readerOf(url);
    const QByteArray address = reader.firstReply().finalUrl.toEncoded();
    AVFormatContext* raw = context.release(); // freed by libav if it fails
    int status = avformat_open_input(&raw, address.constData(), nullptr, &settings);
    av_dict_free(&settings);
    context.reset(raw);
    if (status >= 0 && options.streamInfo)
        status = avformat_find_stream_info(raw, nullptr);
    if (status >= 0 && !isOver())
        return {};
    return fail(Error { .code = avErrorText(status) });
}

MediaInput::MediaInput(std::unique_ptr<Private> made)
    : d(std::move(made))
{
}

MediaInput::~MediaInput()
{
    const AvLog::Here here(d->log);
    d.reset();
}

Result<std::unique_ptr<MediaInput>> MediaInput::open(
    Http& http, const QUrl& url, std::stop_token stop, const MediaInputOptions& options)
{
    std::unique_ptr<MediaInput> input(new MediaInput(std::make_unique<Private>(http, url, std::move(stop), options)));
    const AvLog::Here here(input->d->log);
    if (const auto opened = input->d->open(); !opened)
        return fail(opened.error().message.isEmpty() ? input->lastError(AVERROR_INVALIDDATA) : opened.error());
    return input;
}

AVFormatContext* MediaInput::context()
{
    return d->context.get();
}

TransferStats MediaInput::stats() const
{
    return d->stats();
}

std::optional<double> MediaInput::durationMs() const
{
    const int64_t duration = d->context->duration;
    return duration > 0 ? toMs(duration, { 1, AV_TIME_BASE }) : std::nullopt;
}

bool MediaInput::isPlaylist() const
{
    return d->playlist;
}

HlsSummary MediaInput::playlist() const
{
    return d->summary.value_or(HlsSummary());
}

Error MediaInput::lastError(int averror) const
{
    if (d->trouble)
        return *d->trouble;
    if (d->stop.stop_requested())
        return { .kind = ErrorKind::Cancelled, .message = InputText::tr("The check was stopped.") };
    return { .kind = ErrorKind::Media,
        .code = avErrorText(averror),
        .message = InputText::tr("This is no media file that can be read, or it is damaged."),
        .advice = InputText::tr("Ask for this rendition to be made again."),
        .host = hostAndPort(d->url) };
}

} // namespace proofreel
